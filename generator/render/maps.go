package render

import (
	"golang.org/x/sync/errgroup"
	"slices"

	"wijkmonitor/generator/chart"
	"wijkmonitor/generator/geo"
	"wijkmonitor/generator/model"
)

// The room of a map, in units of its drawing: of the country, and of one
// municipality, of which many stand on a page.
var (
	countryBox = geo.Box{Wide: 600, Tall: 720}
	townBox    = geo.Box{Wide: 480, Tall: 480}
)

// deserted is the number of inhabitants below which a region is muted: its
// figures are about next to nobody.
const deserted = 50

// A mapset is the shapes of a monitor as maps draw them.
type mapset struct {
	country geo.Drawing
	towns   []townMap // by region; empty for what is no municipality, or has no map
	region  map[string]int
	muted   []bool  // by region
	groups  [][]int // of each indicator: the groups that have a map; nil for none
}

// A townMap is the wijken and buurten of a municipality. IDs are w0, w1 … and
// b0, b1 … in the order of the shapes.
type townMap struct {
	parts  [2]geo.Drawing // wijken, buurten
	shapes string         // the shapes themselves, for a page
	groups []int          // that have maps of the wijken
}

// UseShapes prepares the maps. Without shapes there are none, and no link to
// one.
func (r *Renderer) UseShapes(a *geo.Atlas) error {
	if a == nil {
		return nil
	}
	s := &mapset{towns: make([]townMap, len(r.m.Regions)), region: map[string]int{}, muted: r.deserted()}
	for i := range r.m.Regions {
		s.region[r.m.Regions[i].Code] = i
	}
	s.country = a.Draw(r.codes(r.order), countryBox)
	var g errgroup.Group
	g.SetLimit(4)
	for _, town := range r.order {
		g.Go(func() error {
			s.towns[town] = r.townMap(a, town)
			return nil
		})
	}
	r.useBorders(a)
	err := g.Wait()
	r.maps = s
	if r.mapsGroups(model.Country) {
		for i := range r.m.Indicators {
			s.groups = append(s.groups, r.mappable(i))
		}
	}
	if r.mapsGroups(model.Municipality) {
		for _, town := range r.order {
			s.towns[town].groups = r.townGroups(town)
		}
	}
	r.prepareFrames() // the menu has a map now
	return err
}

func (r *Renderer) codes(regions []int) []string {
	codes := make([]string, len(regions))
	for i, region := range regions {
		codes[i] = r.m.Regions[region].Code
	}
	return codes
}

// townMap draws the parts of a municipality that are there today, where there
// are at least two shapes of a level.
func (r *Renderer) townMap(a *geo.Atlas, town int) townMap {
	districts, _ := r.present(r.children[town])
	var parts []int
	for _, d := range districts {
		now, _ := r.present(r.children[d])
		parts = append(parts, now...)
	}
	var t townMap
	var shapes []chart.MapShape
	for level, regions := range [2][]int{districts, parts} {
		d := a.Draw(r.codes(regions), townBox)
		if len(d.Shapes) < 2 {
			continue
		}
		t.parts[level] = d
		for i := range d.Shapes {
			shapes = append(shapes, chart.MapShape{ID: shapeID(level, i), Path: d.Shapes[i].Path})
		}
	}
	if len(shapes) > 0 {
		t.shapes = string(chart.AppendShapes(nil, shapes))
	}
	return t
}

// HasMap tells whether the municipalities can be drawn.
func (r *Renderer) HasMap() bool { return r.maps != nil && len(r.maps.country.Shapes) > 1 }

// HasTownMap tells whether the parts of a municipality can be drawn.
func (r *Renderer) HasTownMap(region int) bool {
	return r.maps != nil && r.maps.towns[region].shapes != ""
}

// Mapped tells whether an indicator can be put on a map: it is compared, and
// there is a spread to compare by.
func (r *Renderer) Mapped(i int) bool {
	_, ok := r.base.Spread(i, r.base.Period(0, i))
	return ok && r.m.Indicators[i].Compared()
}

// deserted tells of each region whether hardly anybody lives there.
func (r *Renderer) deserted() []bool {
	muted := make([]bool, len(r.m.Regions))
	for i := range r.m.Indicators {
		period := r.base.Period(0, i)
		if r.m.Indicators[i].Key != "inwoners" || period < 0 {
			continue
		}
		for region := range muted {
			n, known := r.m.Cube.At(region, 0, i, period).Value()
			muted[region] = known && n < deserted
		}
	}
	return muted
}

// DrawFewMaps leaves out the maps of groups; it comes before UseShapes.
func (r *Renderer) DrawFewMaps() { r.fewMaps = true }

// mapsGroups tells whether there are maps of groups. The form of few files has
// none, nor has the bundle of one municipality.
func (r *Renderer) mapsGroups(l model.Level) bool {
	return !r.m.Compact && !r.fewMaps && slices.Contains(r.m.GroupMaps, l)
}

// MappedGroups lists the groups of which an indicator has a map.
func (r *Renderer) MappedGroups(i int) []int {
	if r.maps == nil || r.maps.groups == nil {
		return nil
	}
	return r.maps.groups[i]
}

// mappable lists the groups with a class in two municipalities at least.
func (r *Renderer) mappable(i int) (groups []int) {
	if !r.Mapped(i) {
		return nil
	}
	for g := 1; g < len(r.m.Groups); g++ {
		period, classes := r.base.Period(g, i), 0
		if r.m.Groups[g].Hidden || period < 0 {
			continue
		}
		for _, town := range r.order {
			if r.base.Item(town, g, i, period).Class != model.NotCompared {
				classes++
			}
		}
		if classes > 1 {
			groups = append(groups, g)
		}
	}
	return groups
}

// mapShape is one region in the colour of its class, for everybody or a group.
func (r *Renderer) mapShape(region, group, i int) chart.MapShape {
	g, ind := &r.m.Regions[region], &r.m.Indicators[i]
	item := r.base.Item(region, group, i, r.base.Period(group, i))
	s := chart.MapShape{Name: g.Name}
	s.Fill = chart.Fill{State: item.Figure.State(), Class: item.Class, Polarity: ind.Polarity, Muted: r.maps.muted[region]}
	var room [96]byte
	says := r.appendFigure(room[:0], item.Figure, ind)
	if item.Class != model.NotCompared {
		says = append(append(says, ", "...), r.classWords[item.Class]...)
	}
	if s.Fill.Muted {
		says = append(says, r.Say("; bijna geen inwoners")...)
	}
	s.Says = string(says)
	return s
}
