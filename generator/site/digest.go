package site

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/zeebo/xxh3"

	"wijkmonitor/generator/assets"
	"wijkmonitor/generator/model"
	"wijkmonitor/generator/profile"
	"wijkmonitor/generator/render"
)

// printInputs is the digest of everything that a build reads: the program, the
// options and every file of its folders.
func printInputs(o Options) (p digest, err error) {
	h := sha256.New()
	printOptions(h, o)
	fmt.Fprintf(h, "%q\n", o.previousSum)
	program, err := os.Executable()
	if err != nil {
		return p, err
	}
	if err := printFile(h, program); err != nil {
		return p, err
	}
	for _, dir := range []string{o.Dataset, o.Extracts, o.Content, o.Templates} {
		if err := printFolder(h, dir, func(string) bool { return true }); err != nil {
			return p, err
		}
	}
	return digest(h.Sum(nil)), nil
}

func printOptions(w io.Writer, o Options) {
	fmt.Fprintf(w, "%d %q %t %q %t %t %v\n", stateVersion, o.URL, o.Local, o.Only, o.Compact, o.Packed, o.Part)
}

func printFile(w io.Writer, name string) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = io.Copy(w, f)
	return err
}

// printFolder writes names and contents of the files below a folder, but for
// hidden ones.
func printFolder(w io.Writer, dir string, wanted func(name string) bool) error {
	if dir == "" {
		return nil
	}
	return filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if path != dir && strings.HasPrefix(d.Name(), ".") {
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if d.IsDir() || !wanted(d.Name()) {
			return nil
		}
		info, err := os.Stat(path) // a link leads to the file that is read
		if err != nil || !info.Mode().IsRegular() {
			return err
		}
		name, err := filepath.Rel(dir, path)
		fmt.Fprintf(w, "%q %d\n", name, info.Size())
		if err != nil {
			return err
		}
		return printFile(w, path)
	})
}

// printShared is the digest of what every page of a region depends on: program,
// options, the names of styles and scripts, the definition with what lies beside
// it, and what regions are compared with. Extracts are not in it: their figures
// are in the digest of the municipality that they are about, but for those of the
// country, which stand beside them. Nor are postcodes, which no page of a region
// shows, and the texts of content, of which it shows what PrintMeanings writes.
func printShared(o Options, m *model.Monitor, base *profile.Baseline, names assets.Names) (p digest, err error) {
	h := sha256.New()
	printOptions(h, o)
	program, err := os.Executable()
	if err != nil {
		return p, err
	}
	if err := printFile(h, program); err != nil {
		return p, err
	}
	names.CompareCSS, names.CompareJS = "", "" // of a page that is made every time
	fmt.Fprintf(h, "%q\n", names)
	shared := func(name string) bool { return !strings.HasPrefix(name, "cbs.") && name != m.Postcodes }
	if err := printFolder(h, o.Dataset, shared); err != nil {
		return p, err
	}
	rest := *m
	rest.Regions, rest.Cube, rest.Coverage = nil, nil, nil
	fmt.Fprintf(h, "%+v\n", rest)
	base.Print(h)
	last := [model.LevelCount]int{}
	for i := range m.Regions {
		g := &m.Regions[i]
		last[g.Level] = max(last[g.Level], g.Last)
		if i == 0 || g.Level == model.OwnArea {
			printRegion(h, m, i, 0)
		}
	}
	printFigures(h, m, 0)
	fmt.Fprintf(h, "%v\n", last)
	return digest(h.Sum(nil)), nil
}

// printMunicipality is the digest of what the pages of a municipality show:
// what every page does, its regions with all their figures and their places
// among all regions, and what they can be compared with: regions elsewhere, by
// their names and figures.
func printMunicipality(shared digest, m *model.Monitor, r *render.Renderer, root int, regions []int) digest {
	h := sha256.New()
	h.Write(shared[:])
	r.PrintMeanings(h)
	for _, i := range regions {
		printRegion(h, m, i, root)
		fmt.Fprintf(h, "%+v\n", r.Near(i, ""))
		r.PrintTops(h, i)
		r.PrintBordering(h, i)
		r.PrintEmbeds(h, i)
	}
	printFigures(h, m, regions...)
	return digest(h.Sum(nil))
}

// printFigures writes what all figures of regions come down to.
func printFigures(w io.Writer, m *model.Monitor, regions ...int) {
	h := xxh3.New()
	for _, i := range regions {
		printCells(h, m.Cube.Cells(i))
	}
	sum := h.Sum128().Bytes()
	w.Write(sum[:]) //nolint:errcheck // a hash takes everything
}

// printCells writes figures to a hash of 128 bits, which takes a quarter of the
// time of SHA-256. Nobody is kept out by it: who can choose figures so that two
// sets have one hash can publish whatever he likes. By chance a municipality
// that has other figures than in the last build, with which alone it is compared,
// has the same hash once in 10³⁸ times.
func printCells(h *xxh3.Hasher, cells []float64) {
	var b [4096]byte
	for some := range slices.Chunk(cells, len(b)/8) {
		for i, v := range some {
			binary.LittleEndian.PutUint64(b[8*i:], math.Float64bits(v))
		}
		h.Write(b[:8*len(some)]) //nolint:errcheck // a hash takes everything
	}
	binary.LittleEndian.PutUint64(b[:], uint64(len(cells))) // where the next region begins
	h.Write(b[:8])                                          //nolint:errcheck // likewise
}

// printRegion writes a region without its place in the list of all, which
// changes when a region elsewhere comes or goes.
func printRegion(h hash.Hash, m *model.Monitor, region, root int) {
	g := m.Regions[region]
	tree := []int{g.Parent - root}
	for _, c := range g.Children {
		tree = append(tree, c-root)
	}
	if region == 0 || g.Level == model.OwnArea {
		tree = nil
	}
	var others []string
	for _, part := range g.Parts {
		others = append(others, render.Path(m, part), m.Regions[part].Name)
	}
	events := slices.Clone(g.Events)
	for i := range events {
		if k := events[i].Region; k >= 0 {
			others = append(others, render.Path(m, k), m.Regions[k].Name)
		}
		events[i].Region = min(events[i].Region, 0)
	}
	g.Parent, g.Municipality, g.Children, g.Parts, g.Events = 0, 0, nil, nil, nil
	fmt.Fprintf(h, "%+v %+v %q %v\n", g, events, others, tree)
}
