package extract

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"wijkmonitor/generator/model"
)

// abroad is the municipality code under which CBS counts what lies abroad.
const abroad = "GM0998"

// otherKinds are the prefixes of regions that a monitor does not show: parts
// of the country, provinces, COROP areas and so on.
const otherKinds = "LD PV CR CP SG GA RP AM GG JZ RE VR WG ZK LB NT TR AR RB ES"

// regionPlan collects the regions of all tables.
type regionPlan struct {
	deepest model.Level // smallest level that is kept
	country string      // code of the country; "" until one is found
	found   map[string]*foundRegion
	history *history
}

type foundRegion struct {
	region model.Region
	where  string // file and row where it was first seen
	latest string // period that the name was taken from
	index  int32
}

func newRegionPlan(def *model.Definition) *regionPlan {
	p := &regionPlan{found: map[string]*foundRegion{}, history: &history{}}
	if len(def.Levels) == 0 {
		p.deepest = model.Neighbourhood
	}
	for _, l := range append(slices.Clone(def.Levels), def.SpreadLevel) {
		p.deepest = max(p.deepest, l)
	}
	return p
}

// skipped tells whether a code is of a region that a monitor does not show.
func skipped(code string) bool {
	return code == abroad || code == otherArea || len(code) >= 4 && strings.Contains(" "+otherKinds+" ", " "+code[:2]+" ")
}

// add takes the distinct codes of one table. period is the table's latest one:
// of several names the most recent counts.
func (p *regionPlan) add(s *source, period string, bad *faults) {
	row := firstRows(s.codes)
	for i, code := range s.codes.values {
		if row[i] < 0 || skipped(code) {
			continue
		}
		where := fmt.Sprintf("extract: %s, %s", s.data.name, s.row(row[i]))
		level, err := model.ParseCode(code)
		if err != nil {
			bad.addf("%s: %w", where, err)
			continue
		}
		if level > p.deepest {
			continue
		}
		name, ok := s.regionTitles[code]
		if !ok || name == "" {
			bad.addf("%s: has no title in dimension %s", where, s.props.geo)
			continue
		}
		if level == model.Country {
			if p.country == "" {
				p.country = code
			}
			code = p.country
		}
		f := p.found[code]
		if f == nil {
			f = &foundRegion{region: model.Region{Code: code, Level: level, Parent: -1, Municipality: -1}, where: where}
			p.found[code] = f
		}
		if comparePeriods(f.latest, period) <= 0 {
			f.region.Name, f.latest = name, period
		}
	}
}

// firstRows gives the first row of each distinct value; −1 for none.
func firstRows(t *textColumn) []int {
	row := make([]int, len(t.values))
	fill(row, -1)
	for i, v := range t.index {
		if v >= 0 && row[v] < 0 {
			row[v] = i
		}
	}
	return row
}

// regions returns the hierarchy: the country, then each municipality followed
// by its districts, each followed by its neighbourhoods. The digits and letters
// behind the first two sort in exactly that order.
func (p *regionPlan) regions(bad *faults) []model.Region {
	if p.country == "" {
		bad.addf("extract: no table has a row of the country; NL00 would be right")
		return nil
	}
	list := make([]*foundRegion, 0, len(p.found))
	for _, f := range p.found {
		list = append(list, f)
	}
	slices.SortFunc(list, func(a, b *foundRegion) int {
		if a.region.Level == model.Country || b.region.Level == model.Country {
			return cmp.Compare(a.region.Level, b.region.Level)
		}
		return cmp.Compare(a.region.Code[2:], b.region.Code[2:])
	})
	out := make([]model.Region, len(list))
	for i, f := range list {
		f.index = int32(i)
		out[i] = f.region
		if i > 0 {
			p.place(out, i, f, bad)
		}
	}
	return out
}

// place gives region i its parent, which stands before it.
func (p *regionPlan) place(out []model.Region, i int, f *foundRegion, bad *faults) {
	r := &out[i]
	parent := 0
	if code := model.ParentCode(r.Code); code != "" {
		up, ok := p.found[code]
		if to := p.history.out[code]; !ok && len(to) > 0 {
			bad.addf("%s: lies in %s, which the history file recodes to %s; a row that recodes %s as well would be right", f.where, code, to[0].to, r.Code)
			return
		}
		if !ok {
			bad.addf("%s: lies in %s, which no table has a row of", f.where, code)
			return
		}
		parent = int(up.index)
	}
	r.Parent = parent
	r.Municipality = out[parent].Municipality
	if r.Level == model.Municipality {
		r.Municipality = i
	}
	out[parent].Children = append(out[parent].Children, i)
}

// index returns the region of each distinct code of a table; −1 for left out.
func (p *regionPlan) index(codes []string) []int32 {
	out := make([]int32, len(codes))
	for i, code := range codes {
		out[i] = -1
		if strings.HasPrefix(code, "NL") {
			code = p.country
		}
		if f := p.found[code]; f != nil {
			out[i] = f.index
		}
	}
	return out
}
