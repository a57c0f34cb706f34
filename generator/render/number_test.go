package render

import (
	"math/rand/v2"
	"strings"
	"testing"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"
)

func TestFormatNumber_RoundsHalfAwayFromZero(t *testing.T) {
	tests := []struct {
		v        float64
		decimals int
		want     string
	}{
		{1234567, 0, "1.234.567"}, {999.95, 1, "1.000,0"}, {0, 1, "0,0"}, {-0.04, 1, "0,0"}, {-0.05, 1, "−0,1"},
		{2.675, 2, "2,68"}, {1.005, 2, "1,01"}, {0.35 - 0.3, 1, "0,1"}, {-1234.5, 0, "−1.235"}, {0.5, 0, "1"},
	}
	for _, tt := range tests {
		if got := dutch.formatNumber(tt.v, tt.decimals); got != tt.want {
			t.Errorf("dutch.formatNumber(%v, %d) = %q, want %q", tt.v, tt.decimals, got, tt.want)
		}
	}
}

// TestFormatNumber_Oracle compares with x/text, away from halves: it rounds
// those to even.
func TestFormatNumber_Oracle(t *testing.T) {
	p := message.NewPrinter(language.Dutch)
	random := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		decimals := random.IntN(4)
		v := float64(random.IntN(2_000_000_000)-1_000_000_000)/1000 + 0.00013
		want := strings.ReplaceAll(p.Sprint(number.Decimal(v, number.Scale(decimals))), "-", minus)
		if strings.Trim(want, minus+"0,") == "" {
			want = strings.TrimPrefix(want, minus)
		}
		if got := dutch.formatNumber(v, decimals); got != want {
			t.Fatalf("dutch.formatNumber(%v, %d) = %q, x/text writes %q", v, decimals, got, want)
		}
	}
}
