package extract

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"wijkmonitor/generator/model"
	_ "wijkmonitor/generator/steady"
)

// A lived country is a hand-made one whose codes change at random.
type lived struct {
	rows    [2][]areaRow // of two tables that have different years
	changes string
}

func drawLived(t *rapid.T) lived {
	var l lived
	codes := []string{"WK000101", "WK000102", "WK000103", "WK000104"}
	for _, code := range codes {
		for y := 2016; y <= 2021; y++ {
			if rapid.IntRange(0, 4).Draw(t, "there") > 0 {
				mark := rapid.SampledFrom([]string{"1", "1", "1", "2", "3", "."}).Draw(t, "mark")
				l.rows[(y-2016)/3] = append(l.rows[(y-2016)/3], areaRow{code, y, mark, float64(1000*int(code[7]-'0') + y)})
			}
		}
	}
	for _, rows := range [][]areaRow{each("NL00", 2016, 2021, 9000, nil), each("GM0001", 2016, 2021, 9000, nil)} {
		l.rows[0], l.rows[1] = append(l.rows[0], rows[:3]...), append(l.rows[1], rows[3:]...)
	}
	for range rapid.IntRange(0, 4).Draw(t, "changes") {
		kind := rapid.SampledFrom([]string{"recode", "recode", "merge", "split", "border"}).Draw(t, "kind")
		line := fmt.Sprintf("%d;%s;%s;A;%s;B\n", rapid.IntRange(2015, 2022).Draw(t, "year"), kind, rapid.SampledFrom(codes).Draw(t, "from"), rapid.SampledFrom(codes).Draw(t, "to"))
		if _, err := parseChanges("w.csv", []byte(historyHead+l.changes+line)); err == nil {
			l.changes += line
		}
	}
	return l
}

func (l *lived) load(t *testing.T) *model.Monitor {
	return loadHistory(t, l.changes, areas("90001NED", nil, l.rows[0]), areas("90002NED", nil, l.rows[1]))
}

// shuffled is the same country, with the rows and tables in another order.
func (l *lived) shuffled(seed uint64) lived {
	r := rand.New(rand.NewPCG(seed, 1))
	out := lived{changes: l.changes}
	lines := strings.SplitAfter(strings.TrimSuffix(l.changes, "\n"), "\n")
	if l.changes != "" {
		lines[len(lines)-1] += "\n"
		r.Shuffle(len(lines), func(i, j int) { lines[i], lines[j] = lines[j], lines[i] })
		out.changes = strings.Join(lines, "")
	}
	for i := range l.rows {
		out.rows[i] = append([]areaRow(nil), l.rows[i]...)
		r.Shuffle(len(out.rows[i]), func(a, b int) { out.rows[i][a], out.rows[i][b] = out.rows[i][b], out.rows[i][a] })
	}
	return out
}

func TestHistory_Properties(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		l := drawLived(rt)
		m := l.load(t)
		h := &history{}
		h.changes, _ = parseChanges("w.csv", []byte(historyHead+l.changes))
		h.until(m.Periods)
		breaks := map[string]int{} // year from which a code's figures count, by what the file and the rows say
		for _, c := range h.changes {
			if c.kind != model.Recoded {
				code := h.now(c.to, c.year)
				breaks[code] = max(breaks[code], c.year)
			}
		}
		values := map[string]map[float64]bool{} // that a code may have
		for _, rows := range l.rows {
			first := map[string]int{}
			for _, r := range rows {
				if y, ok := first[r.code]; !ok || r.year < y {
					first[r.code] = r.year
				}
			}
			for _, r := range rows {
				code, ok := h.follow(r.code, r.year, first)
				if !ok {
					continue
				}
				if r.mark == "3" {
					breaks[code] = max(breaks[code], r.year)
				}
				if values[code] == nil {
					values[code] = map[float64]bool{}
				}
				values[code][r.n] = true
			}
		}
		for r, region := range m.Regions {
			if region.Level != model.District {
				continue
			}
			for p := range m.Periods {
				year := yearOf(m.Periods[p].Code)
				v, known := m.Cube.At(r, 0, 0, p).Value()
				if known && year < breaks[region.Code] {
					rt.Fatalf("%s has %v in %d, before its area changed in %d\n%s%v", region.Code, v, year, breaks[region.Code], l.changes, l.rows)
				}
				if known && (!values[region.Code][v] || int(v)%1000 != year%1000) {
					rt.Fatalf("%s has %v in %d, the figure of another area\n%s%v", region.Code, v, year, l.changes, l.rows)
				}
				if known && (p < region.First || p > region.Last) {
					rt.Fatalf("%s has a figure in %d, outside its life", region.Code, year)
				}
			}
			if len(h.out[region.Code]) == 1 && len(h.in[region.Code]) == 0 && region.First < h.first(h.out[region.Code][0].year) {
				rt.Fatalf("%s was recoded and has figures of before\n%s%v", region.Code, l.changes, l.rows)
			}
		}
	})
}

// No two rows of a table become the same region's of one year, however long the
// chain of codes that leads there.
func TestHistory_RowsKeepApart(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		l := drawLived(rt)
		h := &history{}
		h.changes, _ = parseChanges("w.csv", []byte(historyHead+l.changes))
		h.index()
		for _, rows := range l.rows {
			first := map[string]int{}
			for _, r := range rows {
				if y, ok := first[r.code]; !ok || r.year < y {
					first[r.code] = r.year
				}
			}
			from := map[string]string{}
			for _, r := range rows {
				code, ok := h.follow(r.code, r.year, first)
				place := fmt.Sprint(code, " in ", r.year)
				if other, taken := from[place]; ok && taken {
					rt.Fatalf("%s and %s both become %s\n%s%v", other, r.code, place, l.changes, rows)
				}
				if ok {
					from[place] = r.code
				}
			}
		}
	})
}

func TestHistory_OrderDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		l := drawLived(rt)
		s := l.shuffled(rapid.Uint64().Draw(rt, "seed"))
		want := l.load(t)
		tables := []*Table{areas("90002NED", nil, s.rows[1]), areas("90001NED", nil, s.rows[0])}
		got := loadHistory(t, s.changes, tables...)
		if !reflect.DeepEqual(got.Regions, want.Regions) || !sameCells(got, want) {
			rt.Fatalf("another order gives another monitor:\n%+v\n%+v\n%s", got.Regions, want.Regions, l.changes)
		}
	})
}

func sameCells(a, b *model.Monitor) bool {
	for r := range a.Regions {
		for i := range a.Indicators {
			for p := range a.Periods {
				if a.Cube.At(r, 0, i, p) != b.Cube.At(r, 0, i, p) {
					return false
				}
			}
		}
	}
	return len(a.Periods) == len(b.Periods) && a.Cube.Len() == b.Cube.Len()
}

// A region whose code and area stay the same has every figure that a table has.
func TestHistory_NothingLostWithoutChanges(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		l := drawLived(rt)
		l.changes = ""
		count := 0
		for i := range l.rows {
			for j := range l.rows[i] {
				l.rows[i][j].mark = "1"
			}
			count += len(l.rows[i])
		}
		m := l.load(t)
		known := 0
		for r := range m.Regions {
			for p := range m.Periods {
				if m.Cube.At(r, 0, 0, p).Known() {
					known++
				}
			}
		}
		if known != count {
			rt.Fatalf("%d of %d figures are there", known, count)
		}
	})
}
