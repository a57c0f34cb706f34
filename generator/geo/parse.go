package geo

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/paulmach/orb"
)

// A parsed file is its features and the system of its coordinates.
type parsed struct {
	features []feature
	system   system
}

// A feature is a shape with what the file says of it.
type feature struct {
	id         string
	properties map[string]any
	shape      orb.MultiPolygon
}

// A geoFile is a file of GeoJSON, or what is looked at first of another.
type geoFile struct {
	Type string `json:"type"`
	CRS  *struct {
		Properties struct {
			Name string `json:"name"`
		} `json:"properties"`
	} `json:"crs"`
	Features []*geoFeature `json:"features"`
}

type geoFeature struct {
	Type       string         `json:"type"`
	ID         any            `json:"id"`
	Properties map[string]any `json:"properties"`
	Geometry   *struct {
		Type        string          `json:"type"`
		Coordinates json.RawMessage `json:"coordinates"`
	} `json:"geometry"`
}

// parse reads GeoJSON or TopoJSON; the member "type" tells which.
func parse(b []byte) (parsed, error) {
	var file geoFile
	if err := json.Unmarshal(b, &file); err != nil {
		return parsed{}, err
	}
	named := ""
	if file.CRS != nil {
		named = file.CRS.Properties.Name
	}
	var f parsed
	var err error
	switch file.Type {
	case "FeatureCollection":
		f.features, err = file.parse()
	case "Topology":
		f.features, err = parseTopology(b)
	default:
		return f, fmt.Errorf("type %.40q; FeatureCollection (GeoJSON) or Topology (TopoJSON) would be right", file.Type)
	}
	if err == nil {
		f.system, err = systemOf(named, f.features)
	}
	return f, err
}

// parse reads the polygons of a GeoJSON file; lines and points have no area.
func (file *geoFile) parse() ([]feature, error) {
	features := make([]feature, 0, len(file.Features))
	for _, f := range file.Features {
		switch {
		case f == nil:
			return nil, errors.New("a feature is null")
		case f.Type != "Feature":
			return nil, fmt.Errorf("a feature of type %.40q; Feature would be right", f.Type)
		}
		one := feature{properties: f.Properties}
		one.id, _ = f.ID.(string)
		if g := f.Geometry; g != nil {
			switch g.Type {
			case "Polygon", "MultiPolygon":
				var err error
				if one.shape, err = parseShape(g.Type, g.Coordinates); err != nil {
					return nil, err
				}
			case "Point", "MultiPoint", "LineString", "MultiLineString", "GeometryCollection":
			default:
				return nil, fmt.Errorf("a geometry of type %.40q; Polygon or MultiPolygon would be right", g.Type)
			}
		}
		features = append(features, one)
	}
	return features, nil
}

// systemOf tells what the coordinates are: as the file names it, else by their
// size.
func systemOf(named string, features []feature) (system, error) {
	name := strings.ToUpper(named)
	switch {
	case strings.Contains(name, "28992"):
		return rdNew, nil
	case strings.Contains(name, "CRS84"), strings.Contains(name, "4326"), strings.Contains(name, "4258"):
		return wgs84, nil
	case name != "":
		return 0, fmt.Errorf("coordinates in %.60q; EPSG:28992 (RD New) or EPSG:4326 (WGS84) would be right", named)
	}
	for i := range features {
		for _, polygon := range features[i].shape {
			for _, ring := range polygon {
				for _, p := range ring {
					if p[0] > 180 || p[0] < -180 || p[1] > 90 || p[1] < -90 {
						return rdNew, nil
					}
				}
			}
		}
	}
	return wgs84, nil
}
