package model

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	_ "wijkmonitor/generator/steady"
)

// TestScaled_IsDecimalWithoutItsPoint compares the fast way with the digits,
// close to halves above all.
func TestScaled_IsDecimalWithoutItsPoint(t *testing.T) {
	check := func(t rapid.TB, v float64, decimals int) {
		want, err := strconv.ParseInt(strings.Replace(Decimal(v, decimals), ".", "", 1), 10, 64)
		if err != nil {
			return // more digits than an int64 has
		}
		if got := Scaled(v, decimals); got != want {
			t.Fatalf("Scaled(%v, %d) = %d; %d would be right", v, decimals, got, want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		decimals := rapid.IntRange(0, 5).Draw(t, "decimals")
		half := (float64(rapid.IntRange(-1_000_000, 1_000_000).Draw(t, "n")) + 0.5) / math.Pow10(decimals)
		off := rapid.SampledFrom([]float64{0, 1e-10, -1e-10, 1e-9, -1e-9, 1e-7, -1e-7, 1e-4, -1e-4}).Draw(t, "off")
		check(t, half+off, decimals)
		check(t, rapid.Float64Range(-1e14, 1e14).Draw(t, "v"), decimals)
	})
	for _, v := range []float64{1.005, 0.5, -0.5, 2.675, 0, 1e17, -0.04} {
		check(t, v, 2)
		check(t, v, 0)
	}
}

// TestAppendScaled compares it with the digits, put together plainly.
func TestAppendScaled(t *testing.T) {
	for _, tt := range []struct {
		n        int64
		decimals int
		want     string
	}{{0, 0, "0"}, {5, 1, "0,5"}, {-5, 2, "-0,05"}, {1234567, 1, "123456,7"}, {-70, 1, "-7,0"}, {100, 3, "0,100"}, {math.MinInt64, 0, "-9223372036854775808"}} {
		if got := string(AppendScaled(nil, tt.n, tt.decimals, ',', 0)); got != tt.want {
			t.Errorf("%d with %d decimals is %q; %q would be right", tt.n, tt.decimals, got, tt.want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		decimals := rapid.IntRange(0, 7).Draw(t, "decimals")
		n := rapid.OneOf(rapid.Int64Range(-2000, 2000), rapid.Int64Range(-1<<52, 1<<52)).Draw(t, "n")
		whole := strconv.FormatInt(max(n, -n), 10)
		whole = strings.Repeat("0", max(0, decimals+1-len(whole))) + whole
		want := whole[:len(whole)-decimals]
		if decimals > 0 {
			want += "," + whole[len(whole)-decimals:]
		}
		if n < 0 {
			want = "-" + want
		}
		if got := string(AppendScaled([]byte("x"), n, decimals, ',', 0)); got != "x"+want {
			t.Fatalf("AppendScaled(%d, %d) = %s; x%s would be right", n, decimals, got, want)
		}
	})
}

func BenchmarkScaled(b *testing.B) {
	sum := int64(0)
	for b.Loop() {
		sum += Scaled(12.3456, 1)
	}
	_ = sum
}
