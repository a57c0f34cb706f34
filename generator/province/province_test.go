package province

import (
	"compress/gzip"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"wijkmonitor/generator/model"
)

func TestParse(t *testing.T) {
	for name, text := range map[string]string{
		"two columns":        "gemeente;provincie\nGM0363;Noord-Holland\nGM0080;Fryslân\n",
		"with commas":        "\ufeffgemeente,provincie\nGM0363,Noord-Holland\nGM0080,Fryslân\n",
		"codes before names": "ID;RegioS;Code_1;Naam_2;Code_3;Naam_4\n0;Amsterdam;GM0363  ;Amsterdam;PV27 ;Noord-Holland   \n1;Leeuwarden;GM0080;Leeuwarden;PV21;Fryslân\n2;Buitenland;;;;\n",
		"names before codes": "ID;RegioS;Naam_2;Code_3;Naam_4;Code_5\n0;WP1;Amsterdam;GM0363;Noord-Holland;PV27\n1;WP2;Leeuwarden;GM0080;Fryslân;PV21\n2;WP3;Amsterdam;GM0363;Noord-Holland;PV27\n",
	} {
		t.Run(name, func(t *testing.T) {
			got, err := Parse("a.csv", strings.NewReader(text))
			if err != nil || len(got) != 2 || got["GM0363"] != "Noord-Holland" || got["GM0080"] != "Fryslân" {
				t.Errorf("%v %v", got, err)
			}
		})
	}
}

func TestParse_Errors(t *testing.T) {
	for text, want := range map[string]string{
		"":                              "a CSV file with headings would be right",
		"gemeente;provincie\nGM0363;\n": "a.csv:2: GM0363 has no name of a province",
		"gemeente;streek\nGM0363;Noord-Holland\n":                      "a.csv:2: GM0363 has no name of a province",
		"gemeente;provincie\nGM0363;Noord-Holland\nGM0363;Utrecht\n":   "a.csv:3: GM0363 lies in Noord-Holland and in Utrecht",
		"gemeente;provincie\nGM0363;" + strings.Repeat("a", 61) + "\n": "a.csv:2: GM0363 has no name",
	} {
		if _, err := Parse("a.csv", strings.NewReader(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v; %q would be right", text, err, want)
		}
	}
}

func monitor() *model.Monitor {
	return &model.Monitor{Regions: []model.Region{{Code: "NL00"}, {Code: "GM0001", Level: model.Municipality, Last: 1}, {Code: "GM0002", Level: model.Municipality, Last: 1}, {Code: "GM0003", Level: model.Municipality}}}
}

func TestRead(t *testing.T) {
	dir := t.TempDir()
	write := func(text string) {
		if err := os.WriteFile(filepath.Join(dir, "p.csv"), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	m := monitor()
	write("gemeente;provincie\nGM0001;Noord\nGM0009;Zuid\n")
	if without, err := Read(dir, "p.csv", m); err != nil || without != 1 || m.Regions[1].Province != "Noord" || m.Regions[2].Province != "" {
		t.Errorf("%d %v %+v", without, err, m.Regions)
	}
	write("gemeente;provincie\nGM0009;Zuid\n")
	if _, err := Read(dir, "p.csv", m); err == nil || !strings.Contains(err.Error(), "0 of the 2 municipalities") {
		t.Errorf("a file of another country: %v", err)
	}
	if _, err := Read(dir, "q.csv", m); err == nil || !strings.Contains(err.Error(), "the file is missing") {
		t.Errorf("no file: %v", err)
	}
	if without, err := Read(dir, "", m); err != nil || without != 0 {
		t.Errorf("nothing said: %d %v", without, err)
	}
}

// The real tables of municipalities since 2013 and of places.
func TestParse_Real(t *testing.T) {
	names, _ := filepath.Glob(filepath.Join("..", "..", "..", "shared", "data", "regions", "gebieden_20*.csv.gz"))
	if len(names) == 0 {
		t.Skip("the tables of CBS are not beside the checkout")
	}
	names = append(names, filepath.Join(filepath.Dir(names[0]), "86097NED.csv.gz"))
	read := 0
	for _, name := range names {
		if base := filepath.Base(name); strings.HasPrefix(base, "gebieden_") && base < "gebieden_2013" {
			continue // codes without GM
		}
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		z, err := gzip.NewReader(f)
		if err != nil {
			t.Fatal(err)
		}
		got, err := Parse(name, z)
		_ = f.Close()
		if err != nil {
			t.Error(err)
			continue
		}
		provinces := map[string]bool{}
		for _, p := range got {
			provinces[p] = true
		}
		if len(provinces) != 12 || len(got) < 340 || got["GM0363"] != "Noord-Holland" || got["GM0080"] != "Fryslân" && got["GM0080"] != "Friesland" {
			t.Errorf("%s: %d municipalities in %d provinces, Amsterdam in %q, Leeuwarden in %q", filepath.Base(name), len(got), len(provinces), got["GM0363"], got["GM0080"])
		}
		read++
	}
	t.Logf("%d tables", read)
}

func FuzzParse(f *testing.F) {
	f.Add("gemeente;provincie\nGM0363;Noord-Holland\n")
	f.Add("ID;Naam_1;Code_2\n0;\"Fryslân\";PV21;GM0080\n")
	f.Fuzz(func(t *testing.T, text string) {
		got, err := Parse("a.csv", strings.NewReader(text))
		for code, name := range got {
			if err != nil || !townCode.MatchString(code) || name == "" || len([]rune(name)) > longest {
				t.Errorf("%q lies in %q, %v", code, name, err)
			}
		}
	})
}
