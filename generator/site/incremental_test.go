package site

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"wijkmonitor/generator/extract"
	"wijkmonitor/generator/profile"
)

// A workshop is the tiny country with folders of its own, so that everything
// can be edited.
type workshop struct {
	t     *testing.T
	o     Options
	table *extract.Table
	rnd   *rand.Rand
}

func newWorkshop(t *testing.T) *workshop {
	t.Helper()
	dir := t.TempDir()
	o := tinyOptions(t, false)
	for _, part := range []*string{&o.Dataset, &o.Content, &o.Templates} {
		to := filepath.Join(dir, filepath.Base(*part))
		if err := os.CopyFS(to, os.DirFS(*part)); err != nil {
			t.Fatal(err)
		}
		*part = to
	}
	w := &workshop{t: t, o: o, table: tinyTable(), rnd: rand.New(rand.NewPCG(7, 11))}
	w.append(filepath.Join(o.Dataset, "monitor.yaml"), "\npostcodes: postcodes.csv\n")
	w.postcodes("0101AA;BU90010001\n0101AB;BU90010002\n0202AA;BU9002AA01\n")
	w.shapes()
	return w
}

// shapes gives two wijken of different municipalities a border.
func (w *workshop) shapes() {
	square := func(code string, x int) string {
		return fmt.Sprintf(`{"type":"Feature","properties":{"statcode":"%s"},"geometry":{"type":"Polygon","coordinates":[[[%[2]d,400000],[%[3]d,400000],[%[3]d,405000],[%[2]d,405000],[%[2]d,400000]]]}}`, code, x, x+5000)
	}
	geo := filepath.Join(w.o.Dataset, "geo")
	if err := os.MkdirAll(geo, 0o755); err != nil {
		w.t.Fatal(err)
	}
	text := `{"type":"FeatureCollection","features":[` + square("WK900100", 100000) + "," + square("WK900201", 105000) + `]}`
	if err := os.WriteFile(filepath.Join(geo, "wijken.geojson"), []byte(text), 0o644); err != nil {
		w.t.Fatal(err)
	}
}

// postcodes replaces the table of postcodes.
func (w *workshop) postcodes(rows string) {
	if err := os.WriteFile(filepath.Join(w.o.Dataset, "postcodes.csv"), []byte("PC6;buurt\n"+rows), 0o644); err != nil {
		w.t.Fatal(err)
	}
}

func (w *workshop) save() {
	if err := extract.WriteTable(w.o.Extracts, w.table); err != nil {
		w.t.Fatal(err)
	}
}

func (w *workshop) append(name, text string) {
	w.t.Helper()
	b, err := os.ReadFile(name)
	if err == nil {
		err = os.WriteFile(name, append(b, text...), 0o644)
	}
	if err != nil {
		w.t.Fatal(err)
	}
}

// anyFile picks a file of the output.
func (w *workshop) anyFile() string {
	files := slices.Sorted(maps.Keys(tree(w.t, w.o.Out)))
	for {
		name := files[w.rnd.IntN(len(files))]
		if !strings.HasPrefix(name, "assets/") && name != marker {
			return filepath.Join(w.o.Out, filepath.FromSlash(name))
		}
	}
}

// edits are what people do between two builds.
var edits = map[string]func(w *workshop){
	"nothing": func(*workshop) {},
	"a figure": func(w *workshop) {
		w.table.Values[4][w.rnd.IntN(len(w.table.RegionIdx))] = float64(w.rnd.IntN(40))
		w.save()
	},
	"a name": func(w *workshop) {
		r := &w.table.Regions[w.rnd.IntN(len(w.table.Regions))]
		r.Title = fmt.Sprintf("Naam %d", w.rnd.IntN(1000))
		w.save()
	},
	"the name of a municipality": func(w *workshop) {
		for i := range w.table.Regions {
			if r := &w.table.Regions[i]; r.Key == "GM9002" { // the other one names it: it is alike
				r.Title = fmt.Sprintf("Gemeente %d", w.rnd.IntN(1000))
			}
		}
		w.save()
	},
	"the name of a wijk across a border": func(w *workshop) {
		for i := range w.table.Regions {
			if r := &w.table.Regions[i]; r.Key == "WK900201" {
				r.Title = fmt.Sprintf("Wijk %d", w.rnd.IntN(1000))
			}
		}
		w.save()
	},
	"a figure of a wijk": func(w *workshop) {
		for row, i := range w.table.RegionIdx {
			if w.table.Regions[i].Key == "WK900201" && w.table.DimIdx[row] == 0 && w.table.TimeIdx[row] == 1 {
				w.table.Values[2][row] = float64(20 + w.rnd.IntN(60)) // how much it is like a wijk elsewhere
			}
		}
		w.save()
	},
	"a new buurt": func(w *workshop) {
		i := len(w.table.Regions)
		w.table.Regions = append(w.table.Regions, extract.Code{Key: fmt.Sprintf("BU900100%02d", i), Title: "Nieuw"})
		for year := range 2 {
			addTinyRow(w.table, i, 0, year, tinyRegion{fmt.Sprintf("BU900100%02d", i), "Nieuw", 130})
		}
		w.save()
	},
	"a text": func(w *workshop) { w.append(filepath.Join(w.o.Content, "over.md"), "\nNog een zin.\n") },
	"a text about an indicator": func(w *workshop) {
		w.append(filepath.Join(w.o.Content, "indicatoren", "bijstand.md"), "\nNog een zin.\n")
	},
	"a text less": func(w *workshop) { _ = os.Remove(filepath.Join(w.o.Content, "insluiten.md")) },
	"a script": func(w *workshop) {
		w.append(filepath.Join(w.o.Templates, "layout", "site.ts"), "\nconsole.debug(1);\n")
	},
	"the script that compares": func(w *workshop) {
		w.append(filepath.Join(w.o.Templates, "compare", "vergelijk.ts"), "\nconsole.debug(1);\n")
	},
	"a style": func(w *workshop) {
		w.append(filepath.Join(w.o.Templates, "layout", "site.css"), "\n.x { color: red; }\n")
	},
	"the definition": func(w *workshop) {
		w.append(filepath.Join(w.o.Dataset, "monitor.yaml"), "\n# nothing that shows\n")
	},
	"the postcodes": func(w *workshop) {
		w.postcodes(fmt.Sprintf("0101AA;BU90010001\n0101AB;BU90010002\n0202A%c;BU9002AA01\n", 'A'+rune(w.rnd.IntN(26))))
	},
	"a page by hand":      func(w *workshop) { w.append(w.anyFile(), " ") },
	"a page thrown away":  func(w *workshop) { _ = os.Remove(w.anyFile()) },
	"a file of somebody":  func(w *workshop) { _ = os.WriteFile(filepath.Join(w.o.Out, "vreemd.txt"), nil, 0o644) },
	"no memory":           func(w *workshop) { _ = os.Remove(stateOf(w.o.Out)) },
	"a memory of nothing": func(w *workshop) { _ = os.WriteFile(stateOf(w.o.Out), []byte("x"), 0o644) },
}

func stateOf(out string) string {
	return filepath.Join(filepath.Dir(out), "."+filepath.Base(out)+".state")
}

// TestIncremental_EqualsFull builds over and over with something edited in
// between, and compares with a build into a new folder.
func TestIncremental_EqualsFull(t *testing.T) {
	w := newWorkshop(t)
	w.save()
	build(t, w.o)
	names := slices.Sorted(maps.Keys(edits))
	for step := range 4 * len(names) {
		name := names[step%len(names)]
		if step >= len(names) {
			name = names[w.rnd.IntN(len(names))]
		}
		edits[name](w)
		build(t, w.o)
		fresh := w.o
		fresh.Out = filepath.Join(t.TempDir(), "public")
		build(t, fresh)
		if a, b := bare(t, w.o.Out), bare(t, fresh.Out); !maps.EqualFunc(a, b, bytes.Equal) {
			for path := range b {
				if !bytes.Equal(a[path], b[path]) {
					t.Errorf("step %d, after an edit of %s: %s is not that of a new build", step, name, path)
				}
			}
			t.Fatalf("step %d, after an edit of %s: %d files, a new build has %d", step, name, len(a), len(b))
		}
	}
}

// TestIncremental_Digests asks which edits make a municipality anew: its figures
// and the style that all pages have, and neither a text nor the comparison.
func TestIncremental_Digests(t *testing.T) {
	w := newWorkshop(t)
	w.save()
	of := func(name string) digest {
		t.Helper()
		m, err := Read(w.o)
		if err != nil {
			t.Fatal(err)
		}
		p, err := planSite(m, profile.NewBaseline(m), readShapes(w.o), nil, w.o)
		if err != nil {
			t.Fatal(err)
		}
		for i := range p.units {
			if u := &p.units[i]; u.name == name && u.digest != nil {
				return u.digest()
			}
		}
		t.Fatalf("no unit %s with a digest", name)
		return digest{}
	}
	last := of("gm9001")
	for _, edit := range []struct {
		name    string
		changes bool
	}{{"a text", false}, {"a text about an indicator", false}, {"a text less", false}, {"the script that compares", false}, {"the postcodes", false}, {"a style", true}, {"a script", true}, {"a new buurt", true}} {
		edits[edit.name](w)
		now := of("gm9001")
		if (now != last) != edit.changes {
			t.Errorf("%s: the municipality is made anew: %t; %t would be right", edit.name, now != last, edit.changes)
		}
		last = now
	}
}

// bare returns every file of a folder as it is.
func bare(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		files[name] = b
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// TestIncremental_MakesOnlyWhatChanged counts units, by the one change that
// touches one municipality alone: a figure of a buurt.
func TestIncremental_MakesOnlyWhatChanged(t *testing.T) {
	w := newWorkshop(t)
	w.save()
	build(t, w.o)
	inode := func(name string) os.FileInfo {
		info, err := os.Stat(filepath.Join(w.o.Out, filepath.FromSlash(name)))
		if err != nil {
			t.Fatal(err)
		}
		return info
	}
	before := inode("gm9002/index.html")
	for row, r := range w.table.RegionIdx {
		if w.table.Regions[r].Key == "BU90010005" {
			w.table.Values[4][row]++
		}
	}
	w.save()
	sum := build(t, w.o)
	if !os.SameFile(before, inode("gm9002/index.html")) {
		t.Error("a page of the other municipality was written again")
	}
	changed := 0
	for _, path := range []string{"gm9001/bu90010005/index.html", "gm9001/cijfers.csv", "gm9001/data/arbeid.json"} {
		if inode(path).ModTime().After(before.ModTime()) {
			changed++
		}
	}
	if changed != 3 || sum.Written > 18 {
		t.Errorf("%d of 3 files that must change did, and %d were written in all; a figure of one buurt is on few pages", changed, sum.Written)
	}
	if again := build(t, w.o); again.Written != 0 || again.Files != sum.Files || again.Pages != sum.Pages {
		t.Errorf("built again: %+v; first: %+v", again, sum)
	}
}

// TestIncremental_EmbedsOfOthers adds one person with a benefit to a
// municipality, too little for the distances that other pages tell: the page of
// another that shows its figure follows all the same.
func TestIncremental_EmbedsOfOthers(t *testing.T) {
	w := newWorkshop(t)
	w.save()
	build(t, w.o)
	page := "gm9001/insluiten/vergelijk/bijstand/index.html"
	before := bare(t, w.o.Out)[page]
	w.revise("GM9002", 4, 251)
	w.save()
	build(t, w.o)
	after := bare(t, w.o.Out)
	if bytes.Equal(before, after[page]) {
		t.Errorf("%s does not have the new figure of the other municipality", page)
	}
	fresh := w.o
	fresh.Out = filepath.Join(t.TempDir(), "public")
	build(t, fresh)
	if !maps.EqualFunc(after, bare(t, fresh.Out), bytes.Equal) {
		t.Error("a build into a new folder is another")
	}
}

// TestIncremental_Postcodes counts what is written for one postcode more: its
// list, and what names all files.
func TestIncremental_Postcodes(t *testing.T) {
	w := newWorkshop(t)
	w.save()
	build(t, w.o)
	before := bare(t, w.o.Out)
	w.postcodes("0101AA;BU90010001\n0101AB;BU90010002\n0202AA;BU9002AA01\n0202AB;BU9002AA01\n")
	sum := build(t, w.o)
	var changed []string
	for name, b := range bare(t, w.o.Out) {
		if !bytes.Equal(b, before[name]) {
			changed = append(changed, name)
		}
	}
	slices.Sort(changed)
	if want := []string{"edition.json", "manifest-sha256.txt", "zoek/p/020.json"}; !slices.Equal(changed, want) || sum.Written != len(want) {
		t.Errorf("%v changed and %d files were written; %v would be right", changed, sum.Written, want)
	}
}
