package readback

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// dutch writes n × 10^−decimals: −1.234,5.
func dutch(n int64, decimals int) string {
	digits := strconv.FormatInt(max(n, -n), 10)
	if len(digits) <= decimals {
		digits = strings.Repeat("0", decimals+1-len(digits)) + digits
	}
	whole, part := digits[:len(digits)-decimals], digits[len(digits)-decimals:]
	var groups []string
	for len(whole) > 3 {
		groups = append([]string{whole[len(whole)-3:]}, groups...)
		whole = whole[:len(whole)-3]
	}
	out := strings.Join(append([]string{whole}, groups...), ".")
	if decimals > 0 {
		out += "," + part
	}
	if n < 0 {
		out = "−" + out
	}
	return out
}

// signed is dutch with a plus.
func signed(n int64, decimals int) string {
	if n > 0 {
		return "+" + dutch(n, decimals)
	}
	return dutch(n, decimals)
}

// parse reads a Dutch number as an integer with its decimals.
func parse(s string) (n int64, decimals int, ok bool) {
	s = strings.ReplaceAll(strings.ReplaceAll(s, ".", ""), "−", "-")
	if at := strings.IndexByte(s, ','); at >= 0 {
		decimals = len(s) - at - 1
		s = s[:at] + s[at+1:]
	}
	n, err := strconv.ParseInt(s, 10, 64)
	return n, decimals, err == nil
}

func (i *indicator) percent() string {
	if i.unit == "%" {
		return "%"
	}
	return ""
}

// says writes a known figure with its percent sign.
func (i *indicator) says(f figure) string { return dutch(f.n, i.decimals) + i.percent() }

var classWords = map[int]string{-2: "veel lager", -1: "lager", 0: "rond gemiddeld", 1: "hoger", 2: "veel hoger", notCompared: ""}

var classSigns = map[int]string{-2: "↓↓", -1: "↓", 0: "≈", 1: "↑", 2: "↑↑"}

// colour is the name of the colour of a class.
func (i *indicator) colour(class int) string {
	switch {
	case class == notCompared:
		return ""
	case class == 0:
		return "z"
	case i.polarity == 0:
		return fmt.Sprint(map[bool]string{true: "nh", false: "nl"}[class > 0], max(class, -class))
	}
	return fmt.Sprint(map[bool]string{true: "f", false: "u"}[class*i.polarity > 0], max(class, -class))
}

// checkMargin compares a printed margin with that of a shard, which has one
// decimal more than the figure; nil is endless.
func checkMargin(printed string, margin []*int64, f figure, decimals int) error {
	if len(margin) != 2 {
		return fmt.Errorf("%q; no margin would be right", printed)
	}
	low, high := margin[0], margin[1]
	switch {
	case low == nil && high == nil:
		return want(printed, "niet te zeggen")
	case high == nil:
		return checkBound(printed, " of meer", *low, decimals)
	case low == nil:
		return checkBound(printed, " of minder", *high, decimals)
	case printed == "" && *low == *high:
		return nil
	}
	width := *high - *low
	// Half a unit either way is told in tenths, where the figure itself lies
	// within it as printed.
	tenths := 10*f.n >= *low && 10*f.n <= *high
	if printed == "" && width < 20 && !tenths {
		return nil
	}
	a, b, ok := strings.Cut(strings.Replace(printed, " tot ", "–", 1), "–")
	if !ok {
		return fmt.Errorf("%q; a margin of %d to %d would be right", printed, *low, *high)
	}
	_, places, _ := parse(a)
	if (width > 20 || !tenths) && places != decimals || width < 20 && tenths && places != decimals+1 {
		return fmt.Errorf("%q has %d decimals, with a width of %d", printed, places, width)
	}
	if err := checkBound(a, "", *low, decimals); err != nil {
		return err
	}
	return checkBound(b, "", *high, decimals)
}

func checkBound(printed, end string, bound int64, decimals int) error {
	rest, ok := strings.CutSuffix(printed, end)
	n, places, is := parse(rest)
	if !ok || !is || places != decimals && places != decimals+1 {
		return fmt.Errorf("%q; a bound that ends in %q would be right", printed, end)
	}
	if places == decimals {
		if math.Abs(float64(n*10-bound)) > 5 {
			return fmt.Errorf("%q; %d tenths would be right", printed, bound)
		}
		return nil
	}
	if n != bound {
		return fmt.Errorf("%q; %s would be right", printed, dutch(bound, decimals+1))
	}
	return nil
}

func want(got, right string) error {
	if got != right {
		return fmt.Errorf("%q; %q would be right", got, right)
	}
	return nil
}
