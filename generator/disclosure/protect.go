package disclosure

import (
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"

	"wijkmonitor/generator/model"
)

// people is the key of the indicator that counts who belongs to a pair.
const people = "inwoners"

// Options says how much to withhold.
type Options struct {
	PrimaryOnly bool // leaves out what protects the primary pairs: only for tests that look for the leak
}

// A Report counts what was withheld, per period of the monitor.
type Report struct {
	Periods  []Counts
	Withheld []int // the figures, in ascending order, for Withhold
}

// Counts are of one period.
type Counts struct {
	Primary   [model.LevelCount]int // pairs with too few people
	Secondary [model.LevelCount]int // pairs withheld to protect others
	Cells     int                   // figures that were known
	Open      int                   // withheld pairs without a certificate: a group that is everybody, or too rare for transfers one at a time
}

// Total adds up the periods.
func (r Report) Total() Counts {
	var sum Counts
	for _, c := range r.Periods {
		for l := range c.Primary {
			sum.Primary[l] += c.Primary[l]
			sum.Secondary[l] += c.Secondary[l]
		}
		sum.Cells += c.Cells
		sum.Open += c.Open
	}
	return sum
}

// Protect withholds pairs in the cube of a monitor as extract.Load gives it.
// Without an indicator "inwoners" no base is known and nothing is withheld.
// The outcome depends on the figures only: periods are worked out side by side
// and share no cell.
func Protect(m *model.Monitor, o Options) Report {
	report := Report{Periods: make([]Counts, len(m.Periods))}
	emptied := make([][]int, len(m.Periods))
	count := m.Find(people)
	if count < 0 {
		return report
	}
	var workers errgroup.Group
	workers.SetLimit(runtime.GOMAXPROCS(0))
	for p := range m.Periods {
		workers.Go(func() error {
			report.Periods[p], emptied[p] = protectPeriod(m, o, count, p)
			return nil
		})
	}
	_ = workers.Wait() // no worker fails
	report.Withheld = slices.Concat(emptied...)
	slices.Sort(report.Withheld)
	return report
}

// protectPeriod chooses all pairs of a period before it withholds one: the
// known counts decide.
func protectPeriod(m *model.Monitor, o Options, count, period int) (Counts, []int) {
	s := newSheet(m, count, period)
	s.primary()
	if !o.PrimaryOnly {
		s.protectPlaces()
		if t := newTable(s, true); len(t.columns) > 1 {
			s.protect(t)
		}
	}
	return s.withhold(), s.emptied
}

// protect chooses the secondary pairs of a table.
func (s *sheet) protect(t *table) {
	s.counts.Open += t.solve()
	for r := range s.m.Regions {
		for c, col := range t.columns {
			for _, g := range col.groups {
				if t.state[t.at(r, c)] == withheld && !col.never && s.any(r, g) {
					s.mark(r, g, secondary)
				}
			}
		}
	}
}

// protectPlaces protects regions whose whole population is withheld, and
// closes them: no group in such a region is published.
func (s *sheet) protectPlaces() {
	closed := func(r int) bool { return s.marks[s.at(r, 0)] != open }
	any := false
	for r := range s.m.Regions {
		any = any || closed(r)
	}
	if !any {
		return
	}
	s.protect(newTable(s, false))
	for r := range s.m.Regions {
		for g := 1; closed(r) && g < s.groupsOf(r); g++ {
			if s.any(r, g) {
				s.mark(r, g, secondary)
			}
		}
	}
}
