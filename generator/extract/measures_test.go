package extract

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"
)

func TestWriteTableV4_SameBytes(t *testing.T) {
	a, b := writeLong(t, tiny()), writeLong(t, tiny())
	names, err := filepath.Glob(filepath.Join(a, "cbs.v4.*"))
	if err != nil || len(names) != 11 {
		t.Fatalf("%d files: %v %v", len(names), names, err)
	}
	for _, name := range names {
		x, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		y, err := os.ReadFile(filepath.Join(b, filepath.Base(name)))
		if err != nil || string(x) != string(y) {
			t.Errorf("%s differs: %v", filepath.Base(name), err)
		}
	}
}

func TestWriteTableV4_Properties(t *testing.T) {
	p, err := readMeasures(writeLong(t, tiny()), "90001NED")
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(p.geos, []string{"WijkenEnBuurten"}) || !reflect.DeepEqual(p.dimensions, []string{"Herkomst"}) || !reflect.DeepEqual(p.times, []string{"Perioden"}) {
		t.Errorf("dimensions: %+v", p)
	}
	for i, w := range tiny().Topics {
		got := p.topics[p.keys[i]]
		w.Description = plainText(w.Description)
		if !reflect.DeepEqual(*got, w) {
			t.Errorf("topic %d: got %+v, want %+v", i, got, w)
		}
	}
}

// The metadata of a real table: KWB 2017, as statline-bq stored it.
func TestReadMeasures_Real(t *testing.T) {
	const dir = "../../../shared/data/cbs-parquet/83765NED-v4-metadata"
	if _, err := os.Stat(dir); err != nil {
		t.Skip("the real metadata of 83765NED are not here")
	}
	p, err := readMeasures(dir, "83765NED")
	if err != nil {
		t.Fatal(err)
	}
	if len(p.keys) != 103 || !reflect.DeepEqual(p.geos, []string{"WijkenEnBuurten"}) || len(p.times) != 0 {
		t.Errorf("%d measures, %+v", len(p.keys), p.geos)
	}
	if got := p.topics["H008673"]; got.Title != "Marokko" || got.Unit != "aantal" || !reflect.DeepEqual(got.Group, []string{"Bevolking", "Personen met een migratieachtergrond", "Niet-westers"}) {
		t.Errorf("%+v", got)
	}
	if got := p.topics["M000100"]; got.Title != "Bevolkingsdichtheid" || got.Unit != "aantal inwoners per km²" {
		t.Errorf("%+v", got)
	}
	if got := p.topics["M000223"]; got.Title != "Gemiddeld inkomen per inkomensontvanger" || got.Decimals != 1 {
		t.Errorf("a title with hard spaces: %+v", got)
	}
	d := dimensionsOf{v4, dir, "83765NED"}
	codes, err := d.codes("WijkenEnBuurten")
	if err != nil || len(codes.keys) != 16667 || codes.titles["GM1680"] != "Aa en Hunze" {
		t.Errorf("%d codes: %v", len(codes.keys), err)
	}
}
