package geo

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geojson"
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

// parse reads GeoJSON or TopoJSON; the member "type" tells which.
func parse(b []byte) (parsed, error) {
	var head struct {
		Type string `json:"type"`
		CRS  *struct {
			Properties struct {
				Name string `json:"name"`
			} `json:"properties"`
		} `json:"crs"`
	}
	if err := json.Unmarshal(b, &head); err != nil {
		return parsed{}, err
	}
	named := ""
	if head.CRS != nil {
		named = head.CRS.Properties.Name
	}
	var f parsed
	var err error
	switch head.Type {
	case "FeatureCollection":
		f.features, err = parseGeo(b)
	case "Topology":
		f.features, err = parseTopology(b)
	default:
		return f, fmt.Errorf("type %.40q; FeatureCollection (GeoJSON) or Topology (TopoJSON) would be right", head.Type)
	}
	if err == nil {
		f.system, err = systemOf(named, f.features)
	}
	return f, err
}

// parseGeo reads the polygons of a GeoJSON file; lines and points have no area.
func parseGeo(b []byte) ([]feature, error) {
	all, err := geojson.UnmarshalFeatureCollection(b)
	if err != nil {
		return nil, err
	}
	features := make([]feature, 0, len(all.Features))
	for _, f := range all.Features {
		if f == nil {
			return nil, errors.New("a feature is null")
		}
		one := feature{properties: f.Properties}
		one.id, _ = f.ID.(string)
		switch g := f.Geometry.(type) {
		case orb.Polygon:
			one.shape = orb.MultiPolygon{g}
		case orb.MultiPolygon:
			one.shape = g
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
