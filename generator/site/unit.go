package site

import (
	"fmt"
	"slices"
	"strings"

	"wijkmonitor/generator/model"
	"wijkmonitor/generator/render"
	"wijkmonitor/generator/shard"
)

// A unit is a part of the site that one worker makes in one go: one page or
// file, or everything about a municipality. make hands each file to put, with
// bytes that are the worker's again afterwards.
type unit struct {
	name   string // as errors and the state call it; unique
	folder string // below which it puts its files: "" or that of a language
	make   func(w *writer) error
	digest func() digest // of what it is made from; nil for a unit that is made every time
}

// page adds an HTML page that cannot fail to render.
func (p *planner) page(path string, render func(b []byte) []byte) {
	p.file(path, func(b []byte) ([]byte, error) { return render(b), nil })
}

// bytes adds a file whose bytes exist already.
func (p *planner) bytes(path string, content []byte) {
	p.page(path, func(b []byte) []byte { return append(b, content...) })
}

// file adds one file, which renders by appending to the bytes it is given.
func (p *planner) file(path string, render func(b []byte) ([]byte, error)) {
	p.units = append(p.units, unit{name: p.folder + path, folder: p.folder, make: func(w *writer) (err error) {
		if w.page, err = render(w.page[:0]); err != nil {
			return fmt.Errorf("site: %s: %w", path, err)
		}
		return w.put(path, w.page)
	}})
}

// regions adds a unit for the country, each municipality and each own area,
// with everything inside it.
func (p *planner) regions() {
	within := make([][]int, len(p.m.Regions))
	for i := range p.m.Regions {
		root := p.m.Regions[i].Municipality
		if root < 0 {
			root = i
		}
		within[root] = append(within[root], i)
	}
	for root, regions := range within {
		if len(regions) == 0 || p.form != nil && !p.form.keep(render.Path(p.m, root)) {
			continue
		}
		u := unit{name: p.folder + strings.ToLower(p.m.Regions[root].Code), folder: p.folder, make: func(w *writer) error { return p.makeRegions(w, root, regions) }}
		if p.m.Regions[root].Level == model.Municipality {
			u.digest = func() digest { return printMunicipality(p.shared, p.m, p.r, root, regions) }
		}
		p.units = append(p.units, u)
	}
}

// makeRegions makes the pages and wheels of each region, and the data of the
// root: of a region all at once, while its figures are at hand.
func (p *planner) makeRegions(w *writer, root int, regions []int) error {
	dir := render.Path(p.m, root)
	data := p.folder == "" // else they are there already: the figures are the same in all languages
	folded := p.foldRegions(w, regions)
	if data {
		if err := w.beginData(p); err != nil {
			return err
		}
	}
	for part, regions := range p.m.Parts(root) {
		if err := p.makePart(w, regions, folded, data); err != nil {
			return err
		}
		if !data {
			continue
		}
		for t, b := range w.shards.End() {
			if err := w.put(dir+"data/"+p.m.Themes[t].Key+render.PartName(part)+".json", b); err != nil {
				return err
			}
		}
	}
	if err := p.makeMaps(w, root); err != nil {
		return err
	}
	if p.r.HasPartList(root) {
		w.page = p.r.PartList(w.page[:0], root)
		if err := w.put(dir+render.PartsFolder+"index.html", w.page); err != nil {
			return err
		}
	}
	if !data {
		return nil
	}
	return w.put(dir+"cijfers.csv", w.csv)
}

// makePart makes the files of some regions and, where asked, adds their figures
// to the data of the root. A folded region has no files, but figures.
func (p *planner) makePart(w *writer, regions []int, folded map[int][]byte, data bool) error {
	if data {
		w.shards.Begin()
	}
	for _, i := range regions {
		whole := !render.Folded(p.m, i)
		if !whole && !data {
			continue
		}
		w.place = p.r.Place(i, w.place)
		if whole {
			if err := p.makeRegion(w, w.place, render.Path(p.m, i), folded[i]); err != nil {
				return err
			}
		}
		if !data {
			continue
		}
		if err := w.shards.Region(i, w.place.Profiles()); err != nil {
			return err
		}
		w.csv = shard.AppendCSV(w.csv, p.m, i)
	}
	return nil
}

// beginData makes ready for the figures of a municipality.
func (w *writer) beginData(p *planner) (err error) {
	w.csv = shard.AppendCSVHead(w.csv[:0], p.m)
	if w.shards == nil {
		w.shards, err = shard.NewWriter(p.m, p.base)
	}
	return err
}

// makeRegion makes the files of one region; folded is what stands on its page of
// the regions in it.
func (p *planner) makeRegion(w *writer, place *render.Place, dir string, folded []byte) error {
	w.page = insertFolded(place.Region(w.page[:0]), folded)
	if err := w.put(dir+"index.html", w.page); err != nil {
		return err
	}
	for _, t := range place.Themes() {
		w.page = place.Theme(w.page[:0], t)
		if err := w.put(dir+p.m.Themes[t].Key+"/index.html", w.page); err != nil {
			return err
		}
	}
	if place.HasGroups() {
		w.page = place.Groups(w.page[:0])
		if err := w.put(dir+"groepen/index.html", w.page); err != nil {
			return err
		}
	}
	if err := p.makeReport(w, place, dir); err != nil {
		return err
	}
	if err := p.makeEmbeds(w, place, dir); err != nil {
		return err
	}
	var drawn bool
	if w.page, drawn = place.Wheel(w.page[:0]); drawn {
		if err := w.put(dir+"taart/totaal.svg", w.page); err != nil {
			return err
		}
	}
	if w.page, drawn = place.Icon(w.page[:0]); drawn {
		if err := w.put(dir+"taart/teken.svg", w.page); err != nil {
			return err
		}
	}
	if w.page, drawn = place.GroupWheels(w.page[:0]); drawn {
		return w.put(dir+"taart/groepen.svg", w.page)
	}
	return nil
}

// checkUnits finds units of one name, which would write each other's files.
func checkUnits(units []unit) error {
	names := make([]string, len(units))
	for i := range units {
		names[i] = units[i].name
	}
	slices.Sort(names)
	for i := 1; i < len(names); i++ {
		if names[i] == names[i-1] {
			return fmt.Errorf("site: two pages claim %s: keys and codes that differ in more than capitals would be right", names[i])
		}
	}
	return nil
}

// levels of regions that have files of their own, for the summary.
func countLevels(m *model.Monitor) (n [model.LevelCount]int) {
	for i := range m.Regions {
		n[m.Regions[i].Level]++
	}
	return n
}
