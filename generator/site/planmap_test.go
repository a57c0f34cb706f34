package site

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// withGeo copies the tiny dataset and gives it shapes.
func withGeo(t *testing.T, shapes string) Options {
	t.Helper()
	o := tinyOptions(t, false)
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(o.Dataset)); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Join(dir, "geo"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "geo", "a.geojson"), []byte(shapes), 0o644); err != nil {
		t.Fatal(err)
	}
	o.Dataset = dir
	return o
}

func shapeOf(code, x string) string {
	return `{"type":"Feature","properties":{"statcode":"` + code + `"},"geometry":{"type":"Polygon","coordinates":[[[` + x + `0000,400000],[` + x + `9000,400000],[` + x + `5000,409000],[` + x + `0000,400000]]]}}`
}

// Two municipalities with a shape make a map, each a link with its name and
// figure; a shape of nobody is told to the publisher and not drawn.
func TestBuild_Maps(t *testing.T) {
	o := withGeo(t, `{"type":"FeatureCollection","features":[`+shapeOf("GM9001", "10")+","+shapeOf("GM9002", "11")+","+shapeOf("GM1234", "12")+`]}`)
	var log bytes.Buffer
	o.Log = &log
	build(t, o)
	if !strings.Contains(log.String(), "geo: 1 shapes") || !strings.Contains(log.String(), "GM1234") {
		t.Errorf("the publisher is not told of GM1234: %s", log.String())
	}
	page := read1(t, filepath.Join(o.Out, "kaart", "bijstand", "index.html"))
	for _, want := range []string{`<a href="../../gm9001/"><path d="M`, `<tspan>Nieuw &lt;Klein&gt;</tspan>`, `href="../bijstand.svg"`} {
		if !strings.Contains(page, want) {
			t.Errorf("%s is not on the map", want)
		}
	}
	if strings.Contains(page, "GM1234") || strings.Contains(page, "gm1234") {
		t.Error("a shape of nobody is drawn")
	}
	if svg := read1(t, filepath.Join(o.Out, "kaart", "bijstand.svg")); !strings.HasPrefix(svg, "<svg xmlns=") {
		t.Errorf("%.80s", svg)
	}
}

// A mistake in the shapes stops the build and names the file and the region.
func TestBuild_BadShapes(t *testing.T) {
	o := withGeo(t, `{"type":"FeatureCollection","features":[`+shapeOf("GM9001", "99999")+`]}`)
	_, err := Build(context.Background(), o)
	if err == nil || !strings.Contains(err.Error(), "a.geojson: GM9001: a point at") {
		t.Errorf("%v", err)
	}
}
