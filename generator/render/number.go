package render

import (
	"math"

	"wijkmonitor/generator/model"
	"wijkmonitor/generator/profile"
)

// minus is the sign of a negative number; a hyphen is not.
const minus = "−"

// figureRoom is longer than a printed figure with its margin: text that is made
// in it is allotted once, when it is kept.
const figureRoom = 64

// formatNumber writes a number as the language does: 1.234,5. A half is rounded away
// from zero, as CBS does, and what rounds to zero has no sign.
func (s *speech) formatNumber(v float64, decimals int) string {
	var room [figureRoom]byte
	return string(s.appendScaled(room[:0], model.Scaled(v, decimals), decimals))
}

// appendScaled appends n × 10^−decimals as the language does: 1.234,5.
func (s *speech) appendScaled(b []byte, n int64, decimals int) []byte {
	if n < 0 {
		b = append(b, minus...)
		n = -n
	}
	return model.AppendScaled(b, n, decimals, s.Decimal, s.Group)
}

// formatFigure writes a figure with a percent sign if that is its unit. Other
// units stand in the row's heading.
func (s *speech) formatFigure(f model.Figure, i *model.Indicator) string {
	var room [figureRoom]byte
	return string(s.appendFigure(room[:0], f, i))
}

// appendFigure is formatFigure.
func (s *speech) appendFigure(b []byte, f model.Figure, i *model.Indicator) []byte {
	v, known := f.Value()
	if !known {
		return append(b, s.gaps[f.State()].word...)
	}
	b = s.appendScaled(b, model.Scaled(v, i.Decimals), i.Decimals)
	if i.Unit == "%" {
		b = append(b, '%')
	}
	return b
}

// appendMinus appends f − g with its sign: +2,1, −2,1, 0,0; nothing where
// either has no number. It is the difference of the printed figures, so that
// who subtracts them finds it.
func (s *speech) appendMinus(b []byte, f, g model.Figure, i *model.Indicator) []byte {
	v, known := f.Value()
	w, also := g.Value()
	if !known || !also || !i.Compared() {
		return b
	}
	n := model.Scaled(v, i.Decimals) - model.Scaled(w, i.Decimals)
	if n > 0 {
		b = append(b, '+')
	}
	return s.appendScaled(b, n, i.Decimals)
}

// endless is a bound that stands for infinity.
const endless = 1e15

// appendMargin appends where the true figure can lie: "11,8–12,9"; nothing
// where that is the printed figure itself.
func (s *speech) appendMargin(b []byte, m profile.Interval, f model.Figure, i *model.Indicator) []byte {
	if !f.Known() {
		return b
	}
	decimals := i.Decimals
	if m.High-m.Low < 2*math.Pow10(-decimals) {
		decimals++ // else half a unit either way would print as none at all
	}
	downwards, upwards := m.Low < -endless, m.High > endless
	low, high := bounds(m, decimals)
	if v, _ := f.Value(); decimals > i.Decimals {
		if printed := 10 * model.Scaled(v, i.Decimals); printed < low || printed > high {
			decimals = i.Decimals // the printed figure lies within its margin as printed
			low, high = bounds(m, decimals)
		}
	}
	switch {
	case downwards && upwards:
		return append(b, s.Say("niet te zeggen")...)
	case upwards:
		return append(s.appendScaled(b, low, decimals), s.Say(" of meer")...)
	case downwards:
		return append(s.appendScaled(b, high, decimals), s.Say(" of minder")...)
	case low == high:
		return b
	}
	to := "–"
	if low < 0 || high < 0 {
		to = s.Say(" tot ") // a dash beside a minus sign reads as neither
	}
	return s.appendScaled(append(s.appendScaled(b, low, decimals), to...), high, decimals)
}

// bounds rounds the ends of a margin; an end that is not there is 0.
func bounds(m profile.Interval, decimals int) (low, high int64) {
	if m.Low >= -endless {
		low = model.Scaled(m.Low, decimals)
	}
	if m.High <= endless {
		high = model.Scaled(m.High, decimals)
	}
	return low, high
}

// marginText is appendMargin for a template.
func (s *speech) marginText(m profile.Interval, f model.Figure, i *model.Indicator) string {
	var room [figureRoom]byte
	return string(s.appendMargin(room[:0], m, f, i))
}
