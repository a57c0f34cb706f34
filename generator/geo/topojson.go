package geo

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"github.com/paulmach/orb"
)

// A topoFile is a TopoJSON file: https://github.com/topojson/topojson-specification
type topoFile struct {
	Arcs      [][][]float64 `json:"arcs"`
	Transform *struct {
		Scale     [2]float64 `json:"scale"`
		Translate [2]float64 `json:"translate"`
	} `json:"transform"`
	Objects map[string]topoObject `json:"objects"`
}

type topoObject struct {
	Type       string          `json:"type"`
	ID         any             `json:"id"`
	Properties map[string]any  `json:"properties"`
	Arcs       json.RawMessage `json:"arcs"`
	Geometries []topoObject    `json:"geometries"`
}

// parseTopology reads the polygons of a TopoJSON file.
func parseTopology(b []byte) ([]feature, error) {
	var t topoFile
	if err := json.Unmarshal(b, &t); err != nil {
		return nil, err
	}
	arcs, err := t.unpack()
	if err != nil {
		return nil, err
	}
	budget := maxPoints
	var features []feature
	for _, name := range slices.Sorted(maps.Keys(t.Objects)) {
		object := t.Objects[name]
		list := object.Geometries
		if object.Type != "GeometryCollection" {
			list = []topoObject{object}
		}
		for i := range list {
			f, err := list[i].feature(arcs, &budget)
			if err != nil {
				return nil, fmt.Errorf("object %.40q, geometry %d: %w", name, i, err)
			}
			features = append(features, f)
		}
	}
	return features, nil
}

// unpack turns the steps of quantised arcs into places.
func (t *topoFile) unpack() ([]orb.LineString, error) {
	arcs := make([]orb.LineString, len(t.Arcs))
	for i, arc := range t.Arcs {
		x, y := 0.0, 0.0
		for _, p := range arc {
			if len(p) < 2 {
				return nil, fmt.Errorf("arc %d: a point of %d numbers; two would be right", i, len(p))
			}
			if t.Transform == nil {
				arcs[i] = append(arcs[i], orb.Point{p[0], p[1]})
				continue
			}
			x, y = x+p[0], y+p[1]
			arcs[i] = append(arcs[i], orb.Point{x*t.Transform.Scale[0] + t.Transform.Translate[0], y*t.Transform.Scale[1] + t.Transform.Translate[1]})
		}
	}
	return arcs, nil
}

// feature joins the arcs of one geometry; budget is how many points there may
// still be, since a small file can name one long arc many times.
func (o *topoObject) feature(arcs []orb.LineString, budget *int) (feature, error) {
	f := feature{properties: o.Properties}
	f.id, _ = o.ID.(string)
	var polygons [][][]int
	switch o.Type {
	case "Polygon":
		polygons = make([][][]int, 1)
		if err := json.Unmarshal(o.Arcs, &polygons[0]); err != nil {
			return f, err
		}
	case "MultiPolygon":
		if err := json.Unmarshal(o.Arcs, &polygons); err != nil {
			return f, err
		}
	}
	for _, rings := range polygons {
		var polygon orb.Polygon
		for _, ring := range rings {
			joined, err := joinArcs(ring, arcs, budget)
			if err != nil {
				return f, err
			}
			polygon = append(polygon, joined)
		}
		f.shape = append(f.shape, polygon)
	}
	return f, nil
}

// joinArcs lays arcs end to end; ~i is arc i backwards.
func joinArcs(ring []int, arcs []orb.LineString, budget *int) (orb.Ring, error) {
	var joined orb.Ring
	for _, ref := range ring {
		index, back := ref, ref < 0
		if back {
			index = ^ref
		}
		if index >= len(arcs) {
			return nil, fmt.Errorf("it names arc %d of %d", index, len(arcs))
		}
		points := slices.Clone(arcs[index])
		if back {
			slices.Reverse(points)
		}
		if len(joined) > 0 && len(points) > 0 {
			points = points[1:] // it begins where the last arc ended
		}
		if *budget -= len(points); *budget < 0 {
			return nil, fmt.Errorf("more than %d points", maxPoints)
		}
		joined = append(joined, points...)
	}
	return joined, nil
}
