// Package similar finds for every municipality and district those of its level
// whose profile is nearest: a pure function over a monitor.
//
// The distance of two regions is the root mean square of the differences of
// their deviations (z, see package profile), over the compared indicators of
// which the site shows a deviation for both, whole population, the period that
// pages show. Indicators made from others do not count: those count already.
// Two regions have a distance only if they share at least two thirds of those
// indicators. Figures that are unknown or withheld have no deviation, so they
// are never in a distance.
//
// Neighbourhoods are left out: their figures are few, and vary by chance. So
// are regions that are no more, and own areas.
//
// Not every pair is measured. Indicators go together, so a few directions hold
// most of what regions differ in (place.go). A tree over the places along those
// directions passes by what is sure to be too far (tree.go): the lists are
// those that measuring all pairs would give, to the bit.
package similar

import (
	"cmp"
	"math"
	"math/bits"
	"runtime"
	"slices"
	"sync"

	"wijkmonitor/generator/model"
	"wijkmonitor/generator/profile"
)

// Most is how many regions a list has at most.
const Most = 5

// The part of the indicators that two regions must share: two thirds.
const shareOf, shareOver = 2, 3

// A Match is a region that resembles another.
type Match struct {
	Region   int     // index in Monitor.Regions
	Distance float64 // root mean square of the differences, in spreads
	Shared   int     // of how many indicators both have a deviation
}

// Lists holds the nearest regions of each.
type Lists struct {
	of     [][]Match
	usable int
}

// Of returns the regions that resemble one most, nearest first.
func (l *Lists) Of(region int) []Match { return l.of[region] }

// Indicators returns how many indicators count.
func (l *Lists) Indicators() int { return l.usable }

// New finds the nearest of every municipality and district of today.
func New(m *model.Monitor, b *profile.Baseline) *Lists {
	use := indicators(m)
	l := &Lists{of: make([][]Match, len(m.Regions)), usable: len(use)}
	if len(use) == 0 {
		return l
	}
	var last [model.LevelCount]int
	for i := range m.Regions {
		last[m.Regions[i].Level] = max(last[m.Regions[i].Level], m.Regions[i].Last)
	}
	for _, level := range []model.Level{model.Municipality, model.District} {
		var regions []int
		for i := range m.Regions {
			if g := &m.Regions[i]; g.Level == level && g.Last == last[level] {
				regions = append(regions, i)
			}
		}
		t := newTable(m, b, regions, use)
		t.find(l.of)
	}
	return l
}

// indicators lists those that count.
func indicators(m *model.Monitor) (use []int) {
	for i := range m.Indicators {
		if ind := &m.Indicators[i]; ind.Compared() && !ind.Combined {
			use = append(use, i)
		}
	}
	return use
}

// A table is the profiles of one level, those that are alike beside each other.
type table struct {
	m      *model.Monitor
	whole  float64 // how many indicators there are
	least  float64 // how many of them two regions must share
	rows   []row
	places []place // of the rows that have one, which come first
	tree   node    // over the places
	blur   float64 // the square of what rounding can move two places apart, made ample
}

// A row is one region: its deviations, 0 where there is none, and ones where
// there is one. Both are filled up with zeros to whole stretches.
type row struct {
	region   int
	z, has   []float64
	bits     []uint64 // has, as bits
	complete bool     // there is no zero among them
}

// stretch is after how many columns a sum is held against what is enough.
const stretch = 8

func newTable(m *model.Monitor, b *profile.Baseline, regions, use []int) *table {
	t := &table{m: m, rows: make([]row, len(regions)), whole: float64(len(use))}
	t.least = float64((len(use)*shareOf + shareOver - 1) / shareOver)
	width := (len(use) + stretch - 1) / stretch * stretch
	room := make([]float64, 2*width*len(regions))
	for k, r := range regions {
		own, count := row{region: r, z: room[:width], has: room[width : 2*width], bits: make([]uint64, (len(use)+63)/64)}, 0
		room = room[2*width:]
		for c, i := range use {
			if item := b.Item(r, 0, i, b.Period(0, i)); item.Class != model.NotCompared {
				own.z[c], own.has[c] = item.Deviation, 1
				count++
			}
		}
		own.complete = count == len(use)
		t.rows[k] = own
	}
	t.telling(len(use))
	t.arrange()
	return t
}

// telling puts the columns first in which rows differ most, so that a row that
// is far away shows at once.
func (t *table) telling(columns int) {
	squares, order := make([]float64, columns), make([]int, columns)
	for c := range order {
		order[c] = c
		for k := range t.rows {
			squares[c] += float64(t.rows[k].z[c] * t.rows[k].z[c])
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(squares[b], squares[a]) })
	room := make([]float64, columns)
	for k := range t.rows {
		own := &t.rows[k]
		for _, cells := range [2][]float64{own.z, own.has} {
			for to, from := range order {
				room[to] = cells[from]
			}
			copy(cells, room)
		}
		for c, has := range own.has[:columns] {
			own.bits[c/64] |= uint64(has) << (c % 64)
		}
	}
}

// find fills the lists of the regions, with a worker per core: a list needs no
// other.
func (t *table) find(of [][]Match) {
	var work sync.WaitGroup
	workers := runtime.GOMAXPROCS(0)
	for w := range workers {
		work.Go(func() {
			for a := w; a < len(t.rows); a += workers {
				for _, n := range t.nearest(a).list {
					of[t.rows[a].region] = append(of[t.rows[a].region], Match{t.rows[n.row].region, math.Sqrt(n.mean), int(n.shared)})
				}
			}
		})
	}
	work.Wait()
}

// A near is a row that may be among the nearest of another.
type near struct {
	row    int
	mean   float64 // of the squared differences
	shared float64
}

// rounding keeps a tie from being lost to the last digit of a product.
const rounding = 1e-12

// measure returns the mean of the squared differences of two rows, false when
// they share too little or the mean is sure to be above enough. Every sum runs
// in one order, so that both directions give the same bits; the conversions
// keep machines from joining multiplication and addition, which would give
// other last digits.
func (t *table) measure(a, b int, enough float64) (mean, shared float64, ok bool) {
	p, q := &t.rows[a], &t.rows[b]
	if shared = t.whole; !p.complete || !q.complete {
		if shared = p.shared(q); shared < t.least {
			return 0, 0, false
		}
	}
	sum, limit := 0.0, enough*shared*(1+rounding)
	for from := 0; from < len(p.z); from += stretch {
		if shared == t.whole {
			sum += squares((*[stretch]float64)(p.z[from:]), (*[stretch]float64)(q.z[from:]))
		} else {
			sum += squaresOf((*[stretch]float64)(p.z[from:]), (*[stretch]float64)(q.z[from:]), (*[stretch]float64)(p.has[from:]), (*[stretch]float64)(q.has[from:]))
		}
		if sum > limit {
			return 0, 0, false
		}
	}
	return sum / shared, shared, true
}

// shared counts the indicators of which both rows have a deviation.
func (p *row) shared(q *row) float64 {
	n := 0
	for w := range p.bits {
		n += bits.OnesCount64(p.bits[w] & q.bits[w])
	}
	return float64(n)
}

// squares adds up a stretch of squared differences. It is written out: this is
// where the time goes.
func squares(x, y *[stretch]float64) float64 {
	d0, d1, d2, d3 := x[0]-y[0], x[1]-y[1], x[2]-y[2], x[3]-y[3]
	d4, d5, d6, d7 := x[4]-y[4], x[5]-y[5], x[6]-y[6], x[7]-y[7]
	return (float64(d0*d0) + float64(d1*d1)) + (float64(d2*d2) + float64(d3*d3)) +
		((float64(d4*d4) + float64(d5*d5)) + (float64(d6*d6) + float64(d7*d7)))
}

// squaresOf is squares where both rows have a deviation.
func squaresOf(x, y, hx, hy *[stretch]float64) float64 {
	var odd, even float64
	for c := 0; c < stretch; c += 2 {
		d, e := (x[c]-y[c])*(hx[c]*hy[c]), (x[c+1]-y[c+1])*(hx[c+1]*hy[c+1])
		even += float64(d * d)
		odd += float64(e * e)
	}
	return even + odd
}

// offer puts a row in its place; of equal ones the code that comes first.
func (t *table) offer(list []near, n near) []near {
	at, _ := slices.BinarySearchFunc(list, n, t.order)
	if at == Most {
		return list
	}
	list = slices.Insert(list, at, n)
	return list[:min(len(list), Most)]
}

func (t *table) order(a, b near) int {
	if a.mean != b.mean {
		return cmp.Compare(a.mean, b.mean)
	}
	return cmp.Compare(t.m.Regions[t.rows[a.row].region].Code, t.m.Regions[t.rows[b.row].region].Code)
}
