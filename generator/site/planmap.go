package site

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"wijkmonitor/generator/geo"
	"wijkmonitor/generator/model"
	"wijkmonitor/generator/render"
)

// mostStrangers is how many shapes of unknown regions are named.
const mostStrangers = 20

// readShapes begins to read the shapes of a dataset, which takes a while and
// needs nothing of its figures. The result waits for it.
func readShapes(o Options) func() (*geo.Atlas, error) {
	var atlas *geo.Atlas
	var err error
	done := make(chan struct{})
	go func() {
		defer close(done)
		defer func() {
			if p := recover(); p != nil {
				err = fmt.Errorf("geo: %s: the shapes are damaged (%v)", o.Dataset, p)
			}
		}()
		atlas, err = geo.Load(filepath.Join(o.Dataset, geo.Folder))
	}()
	return func() (*geo.Atlas, error) {
		<-done
		return atlas, err
	}
}

// logStrangers says which shapes belong to no region of the monitor.
func logStrangers(log io.Writer, atlas *geo.Atlas, m *model.Monitor) {
	if atlas == nil || log == nil {
		return
	}
	known := make(map[string]bool, len(m.Regions))
	for i := range m.Regions {
		known[m.Regions[i].Code] = true
	}
	if codes, all := atlas.Strangers(func(code string) bool { return known[code] }, mostStrangers); all > 0 {
		more := ""
		if all > len(codes) {
			more = fmt.Sprintf(" and %d more", all-len(codes))
		}
		fmt.Fprintf(log, "geo: %d shapes are of regions that the monitor does not have, and are not drawn: %s%s\n", all, strings.Join(codes, ", "), more)
	}
}

// planMaps plans the maps of the country: one for each indicator, also as a
// file, and one for each group with figures. A dataset without shapes has none.
func (p *planner) planMaps() {
	if p.r.HasMap() {
		p.page("kaart/index.html", p.r.MapList)
		for i := range p.m.Indicators {
			if !p.r.Mapped(i) {
				continue
			}
			key := p.m.Indicators[i].Key
			p.page("kaart/"+key+"/index.html", func(b []byte) []byte { return p.r.MapOf(b, 0, i) })
			for _, g := range p.r.MappedGroups(i) {
				p.page("kaart/"+key+"/"+p.m.Groups[g].Key+"/index.html", func(b []byte) []byte { return p.r.MapOf(b, g, i) })
			}
			p.page("kaart/"+key+".svg", func(b []byte) []byte { return p.r.MapFile(b, i) })
		}
	}
}

// makeMaps makes the maps of a municipality.
func (p *planner) makeMaps(w *writer, town int) error {
	if !p.r.HasTownMap(town) {
		return nil
	}
	dir := render.Path(p.m, town) + "kaart/"
	w.page = p.r.TownMap(w.page[:0], town)
	if err := w.put(dir+"index.html", w.page); err != nil {
		return err
	}
	if p.r.HasTownWheels(town) {
		w.page = p.r.TownWheels(w.page[:0], town)
		if err := w.put(p.r.TownWheelsFolder(town)+"index.html", w.page); err != nil {
			return err
		}
	}
	for _, t := range p.r.TownThemes(town) {
		w.page = p.r.TownTheme(w.page[:0], town, t)
		if err := w.put(dir+p.m.Themes[t].Key+"/index.html", w.page); err != nil {
			return err
		}
	}
	for _, g := range p.r.TownGroups(town) {
		w.page = p.r.TownGroup(w.page[:0], town, g)
		if err := w.put(p.r.TownGroupFolder(town, g)+"index.html", w.page); err != nil {
			return err
		}
	}
	return nil
}
