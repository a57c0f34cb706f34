package geo

import (
	"bytes"
	"compress/gzip"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/paulmach/orb"
)

const square = `[[[150000,450000],[151000,450000],[151000,451000],[150000,451000],[150000,450000]]]`

func collection(features ...string) string {
	return `{"type":"FeatureCollection","features":[` + strings.Join(features, ",") + `]}`
}

func featureOf(properties, coordinates string) string {
	return `{"type":"Feature","properties":` + properties + `,"geometry":{"type":"Polygon","coordinates":` + coordinates + `}}`
}

func parseOne(text string) (*Atlas, error) {
	a := &Atlas{shapes: map[string]orb.MultiPolygon{}, from: map[string]string{}}
	return a, a.parse("x.geojson", []byte(text))
}

// Every name that CBS and PDOK use for the code is understood, and a part of
// a region that is a feature of its own belongs to it.
func TestParse_Codes(t *testing.T) {
	a, err := parseOne(collection(
		featureOf(`{"statcode":"GM0001"}`, square), featureOf(`{"GM_CODE":"GM0002"}`, square),
		featureOf(`{"WK_CODE":"WK000301","GM_CODE":"GM0003"}`, square), featureOf(`{"buurtcode":"bu00040101 ","gemeentecode":"GM0004"}`, square),
		featureOf(`{"code":"GM0001"}`, square), featureOf(`{"gemeentecode":"GM0005","water":"JA"}`, square),
		featureOf(`{"name":"zonder code"}`, square), `{"type":"Feature","id":"GM0006","properties":null,"geometry":{"type":"Polygon","coordinates":`+square+`}}`,
		`{"type":"Feature","properties":{"code":"GM0007"},"geometry":null}`))
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(a.Codes(), " "); got != "BU00040101 GM0001 GM0002 GM0006 WK000301" {
		t.Error(got)
	}
	if n := len(a.shapes["GM0001"]); n != 2 {
		t.Errorf("GM0001 has %d parts; 2 would be right", n)
	}
	strangers, all := a.Strangers(func(code string) bool { return code == "GM0001" }, 2)
	if all != 4 || strings.Join(strangers, " ") != "BU00040101 GM0002" {
		t.Errorf("%d strangers: %v", all, strangers)
	}
}

// What cannot be right is an error that names what would be.
func TestParse_Errors(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"no json":      {`{"type":`, "unexpected end"},
		"another type": {`{"type":"Feature"}`, "FeatureCollection"},
		"no code":      {collection(featureOf(`{"name":"x"}`, square)), "statcode"},
		"far away":     {collection(featureOf(`{"code":"GM0001"}`, `[[[1e9,4],[1,2],[3,4],[1e9,4]]]`)), "GM0001: a point at (1e+09, 4) in RD New"},
		"elsewhere":    {collection(featureOf(`{"code":"GM0001"}`, `[[[-70,12],[-71,12],[-70,13],[-70,12]]]`)), "GM0001: a point at (-70, 12) in WGS84"},
		"other system": {`{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:3857"}},"features":[]}`, "EPSG:28992"},
		"null":         {collection(`null`), "null"},
		"arc":          {`{"type":"Topology","arcs":[],"objects":{"a":{"type":"Polygon","arcs":[[5]]}}}`, "it names arc 5 of 0"},
	} {
		if _, err := parseOne(c.text); err == nil || !strings.Contains(err.Error(), c.want) || !strings.HasPrefix(err.Error(), "geo: x.geojson: ") {
			t.Errorf("%s: %v; %q would be right", name, err, c.want)
		}
	}
}

func TestLoad_Folder(t *testing.T) {
	dir := t.TempDir()
	if a, err := Load(filepath.Join(dir, "none")); a != nil || err != nil {
		t.Errorf("a folder that is not there: %v, %v", a, err)
	}
	write := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("README.md", "no shapes")
	if a, err := Load(dir); a != nil || err != nil {
		t.Errorf("a folder without shapes: %v, %v", a, err)
	}
	write("a.geojson", collection(featureOf(`{"code":"GM0001"}`, square)))
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	if _, err := z.Write([]byte(collection(featureOf(`{"code":"GM0001"}`, square)))); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	write("b.geojson.gz", packed.String())
	if _, err := Load(dir); err == nil || !strings.Contains(err.Error(), "GM0001 has a shape in") {
		t.Errorf("two files with one region: %v", err)
	}
	if _, err := unpack(&packed, 20); err == nil || !strings.Contains(err.Error(), "more than 20 bytes") {
		t.Errorf("a file that unpacks to more than it may: %v", err)
	}
}

// Whatever a file holds, it is an error or it can be drawn.
func FuzzParse(f *testing.F) {
	f.Add(collection(featureOf(`{"statcode":"GM0001"}`, square)))
	f.Add(`{"type":"Topology","arcs":[[[5,52],[5.1,52],[5,52.1],[5,52]]],"objects":{"a":{"type":"GeometryCollection","geometries":[{"type":"MultiPolygon","arcs":[[[0]],[[-1]]],"id":"GM0001"}]}}}`)
	f.Add(`{"type":"Topology","transform":{"scale":[1e308,1e308],"translate":[0,0]},"arcs":[[[1e308,2],[3,4]]],"objects":{"a":{"type":"Polygon","arcs":[[0,0,-1]],"id":"WK000100"}}}`)
	f.Add(collection(`null`, featureOf(`{"code":"GM0001"}`, `[[],[[1]],[[1,2],[1,2]]]`)))
	f.Fuzz(func(t *testing.T, text string) {
		a, err := parseOne(text)
		if err != nil {
			return
		}
		d := a.Draw(a.Codes(), Box{300, 400})
		for _, s := range d.Shapes {
			if s.Path == "" {
				t.Errorf("%s is drawn with nothing", s.Code)
			}
			for _, ring := range ringsOf(t, s.Path) {
				for _, p := range ring {
					if p.x < 0 || p.y < 0 || int(p.x) > d.Wide+1 || int(p.y) > d.Tall+1 {
						t.Errorf("%s reaches %v in a drawing of %d × %d", s.Code, p, d.Wide, d.Tall)
					}
				}
			}
		}
	})
}
