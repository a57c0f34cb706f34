package render

import (
	"slices"

	"wijkmonitor/generator/chart"
	"wijkmonitor/generator/model"
	"wijkmonitor/generator/profile"
)

// A Place is one region with all that its pages show, worked out once for all
// of them. It may be used again for another region, and by one worker at a
// time.
type Place struct {
	r      *Renderer
	index  int
	path   string            // gm0363/wk036301/
	root   string            // leads from the region's own page to the root: ../../
	kept   []profile.Profile // of all groups that the region keeps figures of, but hidden ones; by group
	all    profile.Profile   // the whole population
	groups []profile.Profile // of groups that have figures or withheld ones, in order
	themes []int             // that have a page for this region
	html   []byte            // memory of tables
	wheel  []byte            // memory of a wheel
	said   []byte            // memory of what stands out
	clear  []*profile.Item   // memory of one list
	years  chart.Line        // memory of one row
	items  []profile.Item    // memory of one row

	round    chart.Wheel // of the whole population; without an ID it is not worked out yet
	headings []string    // of wheels, by group; "" is not worked out yet
}

// Place prepares a region; old is a place that is no longer needed, or nil.
func (r *Renderer) Place(index int, old *Place) *Place {
	p := old
	if p == nil || p.r != r { // of another language
		p = &Place{r: r, headings: make([]string, len(r.m.Groups))}
	}
	p.round = chart.Wheel{}
	clear(p.headings)
	p.index, p.path = index, r.path(index)
	p.root = rootOf(p.path)
	if p.kept == nil {
		p.kept = make([]profile.Profile, len(r.m.Groups))
	}
	r.base.Fill(&p.kept[0], index, 0)
	p.all, p.groups = p.kept[0], p.groups[:0]
	if r.m.Cube.HasGroups(index) {
		for g := 1; g < len(r.m.Groups); g++ {
			if !r.m.Groups[g].Hidden {
				p.addGroup(g)
			}
		}
	}
	p.themes = p.r.appendThemes(p.themes[:0], p)
	return p
}

// addGroup works out a group, and lists it where it has something to show, or
// to say that it is withheld.
func (p *Place) addGroup(group int) {
	own := &p.kept[group]
	p.r.base.Fill(own, p.index, group)
	if own.Any() || own.Withheld() {
		p.groups = append(p.groups, *own)
	}
}

// Profiles returns those of all groups that the region keeps figures of, by
// group, but of hidden ones. They are the place's own.
func (p *Place) Profiles() []profile.Profile { return p.kept }

// Any tells whether the region has a figure that is compared, and so a wheel.
func (p *Place) Any() bool { return p.all.Any() }

// HasWheelFile tells whether the wheel of the whole population is a file too. In
// the compact form those of own areas are, and those that a report shows: other
// pages hold their wheel themselves.
func (p *Place) HasWheelFile() bool {
	return p.Any() && (!p.r.m.Compact || p.r.m.Regions[p.index].Level == model.OwnArea || p.HasReport())
}

// HasGroups tells whether the region has a page that sets its groups side by
// side.
func (p *Place) HasGroups() bool { return len(p.groups) > 0 }

// HasWheels tells whether a group has a wheel of its own.
func (p *Place) HasWheels() bool {
	return slices.ContainsFunc(p.groups, func(g profile.Profile) bool { return g.Any() })
}

// Themes lists the themes that have a page for this region: those with
// something to compare, where there are groups or regions to compare it for.
func (p *Place) Themes() []int { return p.themes }

func (r *Renderer) appendThemes(themes []int, p *Place) []int {
	g := &r.m.Regions[p.index]
	if !slices.Contains(r.m.Dashboards, g.Level) || r.retired(g) || !p.HasGroups() && len(p.within()) == 0 {
		return themes
	}
	for t := range r.m.Themes {
		if slices.ContainsFunc(r.themes[t], func(i int) bool { return r.m.Indicators[i].Compared() }) {
			themes = append(themes, t)
		}
	}
	return themes
}

// within lists the regions of today inside this one, by name. Those of the
// country are too many to set side by side.
func (p *Place) within() []int {
	if p.index == 0 {
		return nil
	}
	return p.r.now[p.index]
}

// compares says what the page of a theme sets side by side.
func (p *Place) compares() string {
	var parts []string
	if p.HasGroups() {
		parts = append(parts, p.r.Say("groepen"))
	}
	if len(p.within()) > 0 {
		_, many := p.r.levelWords(p.r.m.Regions[p.index].Level + 1)
		parts = append(parts, many)
	}
	return p.r.Sayf("alle %s vergelijken", p.r.join(parts))
}

// isReference tells whether a profile is what all others are compared with.
func isReference(p *profile.Profile) bool { return p.Region == 0 && p.Group == 0 }

// dataRoot returns the region whose files hold the figures of a region: its
// municipality, else itself.
func dataRoot(g *model.Region, index int) int {
	if g.Municipality >= 0 {
		return g.Municipality
	}
	return index
}
