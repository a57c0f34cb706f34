package geo

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/paulmach/orb"

	"wijkmonitor/generator/model"
)

// Folder is where a dataset has its shapes.
const Folder = "geo"

// endings are the names that are read.
var endings = [...]string{".geojson", ".geojson.gz", ".json", ".json.gz", ".topojson", ".topojson.gz"}

// Load reads every file of shapes in a folder, by name. A folder that is not
// there, or that has none, gives a nil Atlas.
func Load(dir string) (*Atlas, error) {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("geo: %w", err)
	}
	var a *Atlas
	for _, e := range entries {
		if e.IsDir() || !slices.ContainsFunc(endings[:], func(end string) bool { return strings.HasSuffix(e.Name(), end) }) {
			continue
		}
		if a == nil {
			a = &Atlas{shapes: map[string]orb.MultiPolygon{}, from: map[string]string{}}
		}
		if err := a.read(filepath.Join(dir, e.Name())); err != nil {
			return nil, err
		}
	}
	return a, nil
}

func (a *Atlas) read(name string) error {
	b, err := open(name)
	if err != nil {
		return err
	}
	return a.parse(name, b)
}

// parse adds the shapes of one file.
func (a *Atlas) parse(name string, b []byte) error {
	f, err := parse(b)
	if err != nil {
		return fmt.Errorf("geo: %s: %w", name, err)
	}
	found := 0
	for i := range f.features {
		code, ok := codeOf(&f.features[i])
		if !ok {
			continue
		}
		found++
		if err := a.add(name, code, f.system, f.features[i].shape); err != nil {
			return err
		}
	}
	if found == 0 {
		return fmt.Errorf("geo: %s: none of its %d features has the code of a municipality, wijk or buurt; GM0363 in a property statcode, gemeentecode, wijkcode, buurtcode or code would be right", name, len(f.features))
	}
	return nil
}

// add keeps the shape of one feature. Parts of one region may be features of
// their own, but not in two files: those would lie on top of each other.
func (a *Atlas) add(name, code string, s system, shape orb.MultiPolygon) error {
	if other := a.from[code]; other != "" && other != name {
		return fmt.Errorf("geo: %s: %s has a shape in %s too; one file for each kind of region would be right", name, code, other)
	}
	placed, n, err := place(shape, s)
	if err != nil {
		return fmt.Errorf("geo: %s: %s: %w", name, code, err)
	}
	if a.points += n; a.points > maxPoints {
		return fmt.Errorf("geo: %s: %s: more than %d points; generalised shapes would be right", name, code, maxPoints)
	}
	if len(placed) > 0 {
		a.from[code] = name
		a.shapes[code] = append(a.shapes[code], placed...)
	}
	return nil
}

// codeOf finds the region that a feature is the shape of. Water without people
// is a feature of its own in CBS's maps ("water": "JA"); it has no figures.
func codeOf(f *feature) (string, bool) {
	if text(f.properties["water"]) == "JA" || text(f.properties["H2O"]) == "JA" {
		return "", false
	}
	for _, name := range [...]string{"buurtcode", "BU_CODE", "wijkcode", "WK_CODE", "gemeentecode", "GM_CODE", "statcode", "code"} {
		if code, ok := region(text(f.properties[name])); ok {
			return code, true
		}
	}
	return region(f.id)
}

func region(s string) (string, bool) {
	code := strings.ToUpper(strings.TrimSpace(s))
	level, err := model.ParseCode(code)
	return code, err == nil && level != model.Country
}

func text(v any) string {
	s, _ := v.(string)
	return s
}
