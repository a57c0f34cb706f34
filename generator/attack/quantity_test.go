package attack

import (
	"math"

	"wijkmonitor/generator/model"
)

// A quantity is something additive that the intruder can compute: a count, or
// the numerator of a share of a count.
type quantity struct {
	name  string
	count string // key of the count
	share string // key of the share; "" = the count itself
}

// quantities lists the counts, people first, and the shares whose universe is
// a count.
func (x *target) quantities() []quantity {
	all := []quantity{{name: "inwoners", count: "inwoners"}}
	for i := range x.m.Indicators {
		ind := &x.m.Indicators[i]
		if ind.Kind == model.Count && ind.Key != "inwoners" {
			all = append(all, quantity{name: ind.Key, count: ind.Key})
		}
		if base := x.m.Find(ind.Universe); ind.Kind == model.Share && base >= 0 && x.m.Indicators[base].Kind == model.Count {
			all = append(all, quantity{name: ind.Key + " × " + ind.Universe, count: ind.Universe, share: ind.Key})
		}
	}
	return all
}

// A precision tells how far a published count can be from the truth, by level.
type precision [model.LevelCount]float64

var (
	exact   = precision{}
	rounded = precision{model.District: 4, model.Neighbourhood: 4}
)

// bounds returns what is published of a quantity in a period.
func (x *target) bounds(q quantity, period int, slack precision) bounds {
	return func(region, group int) (low, high float64, there, withheld bool) {
		at := place{x.m.Regions[region].Code, x.m.Groups[group].Key, q.count, period}
		base := x.site.cells[at]
		e := slack[x.m.Regions[region].Level]
		low, high = max(0, base.value-e), base.value+e
		decides := base
		if q.share != "" {
			at.indicator = q.share
			part := x.site.cells[at]
			half := x.half(q.share, x.m.Regions[region].Level)
			least, most := max(0, part.value-half)/100, (part.value+half)/100
			if x.m.Indicators[x.m.Find(q.share)].Formula != "" { // of two published counts
				low, high = max(0, least*base.value-e), most*base.value+e
			} else {
				low, high = least*low, most*high
			}
			if base.known || part.word == tooFew {
				decides = part
			}
		}
		switch decides.word {
		case "":
			return low, high, decides.known, false
		case tooFew, "onbekend", "onmogelijk", "ander gebied": // there were people, and the sums hold them
			return 0, math.Inf(1), true, decides.word == tooFew
		}
		return 0, 0, false, false
	}
}

// half is how far a share can be from the truth by its decimals; a level
// where all shares are whole numbers has none, whatever the shard says.
func (x *target) half(share string, level model.Level) float64 {
	key := halfKey{share, level}
	if h, ok := x.halves[key]; ok {
		return h
	}
	h := .5
	for r := range x.m.Regions {
		for g := range x.m.Groups {
			for p := range x.m.Periods {
				e := x.site.cells[place{x.m.Regions[r].Code, x.m.Groups[g].Key, share, p}]
				if x.m.Regions[r].Level == level && e.known && e.value != math.Round(e.value) {
					h = .5 * math.Pow10(-x.site.decimals[share])
				}
			}
		}
	}
	x.halves[key] = h + 1e-9
	return x.halves[key]
}

// A halfKey is a share at a level.
type halfKey struct {
	share string
	level model.Level
}
