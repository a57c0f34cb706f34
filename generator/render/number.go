package render

import (
	"math"
	"strings"

	"wijkmonitor/generator/model"
	"wijkmonitor/generator/profile"
)

// minus is the sign of a negative number; a hyphen is not.
const minus = "−"

// formatNumber writes a number as Dutch does: 1.234,5. A half is rounded away
// from zero, as CBS does, and what rounds to zero has no sign.
func formatNumber(v float64, decimals int) string {
	text := model.Decimal(math.Abs(v), decimals)
	whole, fraction, _ := strings.Cut(text, ".")
	var b strings.Builder
	if v < 0 && strings.Trim(text, "0.") != "" {
		b.WriteString(minus)
	}
	for i, digit := range []byte(whole) {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte('.')
		}
		b.WriteByte(digit)
	}
	if fraction != "" {
		b.WriteByte(',')
		b.WriteString(fraction)
	}
	return b.String()
}

// formatDifference writes a difference with its sign: +2,1, −2,1, 0,0.
func formatDifference(v float64, decimals int) string {
	text := formatNumber(v, decimals)
	if v > 0 && strings.Trim(text, "0,.") != "" {
		return "+" + text
	}
	return text
}

// formatFigure writes a figure with a percent sign if that is its unit. Other
// units stand in the row's heading.
func formatFigure(f model.Figure, i *model.Indicator) string {
	v, known := f.Value()
	if !known {
		return gaps[f.State()].word
	}
	text := formatNumber(v, i.Decimals)
	if i.Unit == "%" {
		text += "%"
	}
	return text
}

// formatMinus writes f − g, or nothing where either has no number.
func formatMinus(f, g model.Figure, i *model.Indicator) string {
	d, known := f.Minus(g).Value()
	if !known || !i.Compared() {
		return ""
	}
	return formatDifference(d, i.Decimals)
}

// endless is a bound that stands for infinity.
const endless = 1e15

// formatMargin writes where the true figure can lie: "11,8–12,9"; nothing
// where that is the printed figure itself.
func formatMargin(b profile.Interval, f model.Figure, i *model.Indicator) string {
	if !f.Known() {
		return ""
	}
	decimals := i.Decimals
	if b.High-b.Low < 2*math.Pow10(-decimals) {
		decimals++ // else half a unit either way would print as none at all
	}
	low, high := formatNumber(b.Low, decimals), formatNumber(b.High, decimals)
	switch {
	case low == high:
		return ""
	case b.Low < -endless && b.High > endless:
		return "niet te zeggen"
	case b.High > endless:
		return low + " of meer"
	case b.Low < -endless:
		return high + " of minder"
	}
	return low + "–" + high
}
