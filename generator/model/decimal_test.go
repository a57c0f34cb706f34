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

func BenchmarkScaled(b *testing.B) {
	sum := int64(0)
	for b.Loop() {
		sum += Scaled(12.3456, 1)
	}
	_ = sum
}
