package check

import (
	"fmt"
	"io"
	"strings"

	"wijkmonitor/generator/model"
)

// gapNames are the words for the states of a figure, for the publisher.
var gapNames = [model.StateCount]string{"unknown", "known", "impossible", "withheld", "not yet published", "not measured", "region did not exist", "other boundaries"}

// WriteText writes the report for the publisher.
func (r *Report) WriteText(w io.Writer, m *model.Monitor) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s, edition %d: %d tables, %d indicators, %d groups, %d periods\n", m.Title, m.Edition, len(m.Tables), len(m.Indicators), len(m.Groups), len(m.Periods))
	for l, n := range r.Regions {
		if n > 0 {
			fmt.Fprintf(&b, "  %s: %d regions\n", model.Level(l), n)
		}
	}
	for i := range m.Tables {
		t := &m.Tables[i]
		fmt.Fprintf(&b, "  table %s: %s, %d periods\n", t.ID, t.Title, len(t.Periods))
	}
	b.WriteString("\nindicators: share of the cells with a figure, and why the others have none\n")
	for i := range r.Indicators {
		r.writeFilling(&b, m, i)
	}
	fmt.Fprintf(&b, "\njumps: %d (a change more than %d times as far from the median change as is usual at that level)\n", r.AllJumps, JumpTimes)
	for _, j := range r.Jumps {
		fmt.Fprintf(&b, "  %s %s, %s: %s → %s from %s to %s (%.0f times)\n", m.Regions[j.Region].Code, m.Regions[j.Region].Name, m.Indicators[j.Indicator].Key,
			decimal(m, j.Indicator, j.Before), decimal(m, j.Indicator, j.After), m.Periods[j.From].Code, m.Periods[j.To].Code, j.Times)
	}
	fmt.Fprintf(&b, "\nsums that do not add up beyond rounding: %d\n", r.AllSums)
	for _, s := range r.Sums {
		parts := "regions within"
		if s.Groups {
			parts = "groups"
		}
		fmt.Fprintf(&b, "  %s %s, %s, group %s, %s: %s, but its %s sum to %s (rounding allows %s)\n", m.Regions[s.Region].Code, m.Regions[s.Region].Name,
			m.Indicators[s.Indicator].Key, m.Groups[s.Group].Key, m.Periods[s.Period].Code, decimal(m, s.Indicator, s.Whole), parts, decimal(m, s.Indicator, s.Parts), decimal(m, s.Indicator, s.Bound))
	}
	fmt.Fprintf(&b, "\nregions that are gone without a change that explains it: %d\n", len(r.Vanished))
	for n, i := range r.Vanished {
		if n == Most {
			break
		}
		fmt.Fprintf(&b, "  %s %s: last in %s\n", m.Regions[i].Code, m.Regions[i].Name, m.Periods[m.Regions[i].Last].Code)
	}
	for _, i := range r.Unitless {
		fmt.Fprintf(&b, "\nindicator %s has no unit\n", m.Indicators[i].Key)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (r *Report) writeFilling(b *strings.Builder, m *model.Monitor, i int) {
	f, unit := &r.Indicators[i], m.Indicators[i].Unit
	if unit == "" {
		unit = "aantal"
	}
	years := "no figures"
	if f.First >= 0 {
		years = m.Periods[f.First].Label + "–" + m.Periods[f.Last].Label
	}
	fmt.Fprintf(b, "  %s (%s), %s: %s", m.Indicators[i].Key, unit, years, percent(f.Cells[model.Known], f.Total()))
	for s, n := range f.Cells {
		if n > 0 && model.State(s) != model.Known {
			fmt.Fprintf(b, ", %s %s", gapNames[s], percent(n, f.Total()))
		}
	}
	b.WriteByte('\n')
}

func percent(part, whole int) string {
	return fmt.Sprintf("%.1f%%", 100*float64(part)/float64(max(whole, 1)))
}

func decimal(m *model.Monitor, indicator int, v float64) string {
	return model.Decimal(v, m.Indicators[indicator].Decimals)
}
