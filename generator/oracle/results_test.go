package oracle

import (
	"bufio"
	"fmt"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"

	"wijkmonitor/generator/model"
	"wijkmonitor/generator/profile"
)

// A line is one row of Go's results. part is figure, item or score; an item
// and a score are of the period that is shown. indicator is the theme's key in
// a score. v, lo, hi and reference are in the indicator's unit; NaN is none.
type line struct {
	part, region, group, indicator, period    string
	v, lo, hi, reference, spread, z, zlo, zhi float64
	class                                     model.Class
}

// key names the cell of a line, as the oracle's differences do.
func (l *line) key() string {
	region := l.region
	if strings.HasPrefix(region, "NL") {
		region = "NL" // the oracle takes all codes of the country for one
	}
	return strings.Join([]string{l.part, region, l.group, l.indicator, l.period}, " ")
}

const header = "part,region,grp,indicator,period,v,lo,hi,reference,spread,z,zlo,zhi,class\n"

func (l *line) append(b []byte) []byte {
	for _, s := range []string{l.part, l.region, l.group, l.indicator, l.period} {
		b = append(append(b, s...), ',')
	}
	for _, v := range []float64{l.v, l.lo, l.hi, l.reference, l.spread, l.z, l.zlo, l.zhi} {
		if math.IsNaN(v) {
			b = append(b, `\N`...)
		} else {
			b = strconv.AppendFloat(b, v, 'g', -1, 64)
		}
		b = append(b, ',')
	}
	if l.part == "figure" {
		return append(b, "\\N\n"...)
	}
	return append(strconv.AppendUint(b, uint64(l.class), 10), '\n')
}

// write puts Go's results into a file: every figure, item and score with a
// number or a class. change may alter a line, or drop it by returning false.
func write(t *testing.T, file string, m *model.Monitor, change func(*line) bool) {
	t.Helper()
	f, err := os.Create(file)
	if err != nil {
		t.Fatal(err)
	}
	w := bufio.NewWriterSize(f, 1<<16)
	_, _ = w.WriteString(header) // an error stays until Flush
	var text []byte
	emit := func(l line) {
		if change == nil || change(&l) {
			text = l.append(text[:0])
			_, _ = w.Write(text)
		}
	}
	b := profile.NewBaseline(m)
	for r := range m.Regions {
		for g := range m.Groups {
			if g == 0 || m.Cube.HasGroups(r) {
				figures(m, r, g, emit)
				p := b.Profile(r, g)
				items(m, b, &p, emit)
				scores(m, &p, emit)
			}
		}
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}

func blank(part string, m *model.Monitor, region, group int) line {
	none := math.NaN()
	return line{part: part, region: m.Regions[region].Code, group: m.Groups[group].Key, v: none, lo: none, hi: none, reference: none, spread: none, z: none, zlo: none, zhi: none}
}

func figures(m *model.Monitor, region, group int, emit func(line)) {
	l := blank("figure", m, region, group)
	for i := range m.Indicators {
		l.indicator = m.Indicators[i].Key
		for p := range m.Periods {
			if v, known := m.Cube.At(region, group, i, p).Value(); known {
				l.period, l.v = m.Periods[p].Code, v
				emit(l)
			}
		}
	}
}

func items(m *model.Monitor, b *profile.Baseline, p *profile.Profile, emit func(line)) {
	for i := range p.Items {
		item := &p.Items[i]
		v, known := item.Figure.Value()
		if !known && item.Class == model.NotCompared {
			continue
		}
		l := blank("item", m, p.Region, p.Group)
		l.indicator, l.class = m.Indicators[i].Key, item.Class
		if known {
			l.v, l.lo, l.hi = v, item.Interval.Low, item.Interval.High
		}
		if item.Period >= 0 {
			l.period = m.Periods[item.Period].Code
		}
		if reference, ok := item.Reference.Value(); ok {
			l.reference = reference
		}
		if spread, ok := b.Spread(i, item.Period); ok {
			l.spread = spread
		}
		if item.Class != model.NotCompared {
			l.z, l.zlo, l.zhi = item.Deviation, item.Reach.Low, item.Reach.High
		}
		emit(l)
	}
}

func scores(m *model.Monitor, p *profile.Profile, emit func(line)) {
	for t := range p.Scores {
		s := &p.Scores[t]
		if !s.Known && s.Class == model.NotCompared {
			continue
		}
		l := blank("score", m, p.Region, p.Group)
		l.indicator, l.class, l.z, l.zlo, l.zhi = m.Themes[t].Key, s.Class, s.Value, s.Reach.Low, s.Reach.High
		emit(l)
	}
}

// cells counts the cells of a monitor, with a number or without.
func cells(m *model.Monitor) string {
	return fmt.Sprintf("%d regions × %d groups × %d indicators × %d periods", len(m.Regions), len(m.Groups), len(m.Indicators), len(m.Periods))
}
