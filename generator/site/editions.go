package site

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"wijkmonitor/generator/edition"
	"wijkmonitor/generator/language"
	"wijkmonitor/generator/render"
)

// A built edition is one of the folders that Editions puts side by side.
type built struct {
	dir   string
	doc   edition.Document
	files []edition.File
	has   map[string]bool // paths
}

func (b *built) folder() string { return fmt.Sprintf("%d/", b.doc.Edition) }

// A shelf is the editions of one site, the newest first.
type shelf []*built

// Editions puts built editions side by side in out: each in a folder of its
// year, and the newest at the root too. Pages lead to themselves in the other
// editions. The folders stay as they are.
func Editions(ctx context.Context, dirs []string, out string, log io.Writer) (Summary, error) {
	start := time.Now()
	if log == nil {
		log = io.Discard
	}
	all, err := openShelf(dirs, log)
	if err != nil {
		return Summary{}, err
	}
	stage, err := openStage(out)
	if err != nil {
		return Summary{}, err
	}
	defer stage.discard()
	var sum Summary
	made := map[string]unitState{}
	o := Options{Log: log}
	paths, err := writeAll(ctx, all.units(), stage, nil, o, &sum, made)
	if err != nil {
		return Summary{}, err
	}
	last, err := planSitemap(all.listed(paths), all[0].doc.Address)
	if err != nil {
		return Summary{}, err
	}
	for _, b := range all {
		last = append(last, b.closing(stage.files.Files())...)
	}
	if _, err := writeAll(ctx, last, stage, nil, o, &sum, made); err != nil {
		return Summary{}, err
	}
	doc := all[0].doc
	for _, b := range all {
		doc.Editions = append(doc.Editions, b.doc.Edition)
	}
	if _, err := finishEdition(doc, stage, &sum); err != nil {
		return Summary{}, err
	}
	if err := stage.publish(); err != nil {
		return Summary{}, err
	}
	sum.Seconds = time.Since(start).Seconds()
	return sum, nil
}

// openShelf reads what each folder is, and demands whole editions of different
// years, in the form for a server.
func openShelf(dirs []string, log io.Writer) (all shelf, err error) {
	for _, dir := range dirs {
		b := &built{dir: dir, has: map[string]bool{}}
		if b.doc, b.files, err = edition.ReadFolder(dir); err != nil {
			return nil, err
		}
		packed := false
		for _, f := range b.files {
			b.has[f.Path] = true
			packed = packed || strings.HasSuffix(f.Path, ".html.gz")
		}
		switch {
		case b.doc.Form != formServer || b.doc.Part != "" || packed:
			return nil, fmt.Errorf("site: %s is a part, compressed, or made for a disk: a build without --local, --only, --part and --precompress would be right", dir)
		case len(b.doc.Editions) > 0:
			return nil, fmt.Errorf("site: %s holds several editions: the folders that they were built in would be right", dir)
		}
		all = append(all, b)
	}
	if len(all) == 0 {
		return nil, errors.New("site: there is no edition: folders with built sites would be right")
	}
	slices.SortStableFunc(all, func(a, b *built) int { return cmp.Compare(b.doc.Edition, a.doc.Edition) })
	for i, b := range all {
		if i > 0 && b.doc.Edition == all[i-1].doc.Edition {
			return nil, fmt.Errorf("site: %s and %s are both of %d: one folder for each year would be right", all[i-1].dir, b.dir, b.doc.Edition)
		}
		if root := rootAddress(all[0].doc.Address); i > 0 && b.doc.Address != "" && rootAddress(b.doc.Address) != root+b.folder() {
			fmt.Fprintf(log, "warning: edition %d was built for %s: what it says of its own address is not where it stands; a build with --url of its folder would be right\n", b.doc.Edition, b.doc.Address)
		}
	}
	return all, nil
}

// atRoot are the files that a host reads at the root alone.
func atRoot(name string) bool {
	return slices.Contains(forHosts, name) || isSitemap(name)
}

func isSitemap(name string) bool {
	return strings.HasPrefix(name, "sitemap") && !strings.Contains(name, "/")
}

// units lists what is made of the files of all editions.
func (s shelf) units() (units []unit) {
	newest := s[0]
	for _, f := range newest.files {
		if !isSitemap(f.Path) && !slices.Contains([]string{"robots.txt", "_headers", "_redirects"}, f.Path) {
			units = append(units, s.unit(newest, "", f))
		}
	}
	for _, b := range s {
		for _, f := range b.files {
			if !atRoot(f.Path) {
				units = append(units, s.unit(b, b.folder(), f))
			}
		}
	}
	var p planner
	for _, l := range language.All {
		if newest.has[l.Folder+"index.html"] {
			p.page(l.Folder+render.EditionsFolder+"index.html", func(b []byte) []byte { return s.list(b, l) })
		}
	}
	p.file("_headers", s.headers)
	p.file("_redirects", s.redirects)
	return append(units, p.units...)
}

// unit makes one file of an edition in a folder of the site.
func (s shelf) unit(b *built, folder string, f edition.File) unit {
	return unit{name: folder + f.Path, make: func(w *writer) error {
		content, err := b.read(f)
		if err != nil {
			return err
		}
		if strings.HasSuffix(f.Path, ".html") && !atRoot(f.Path) {
			content = s.shelve(content, b, folder, f.Path)
		}
		return w.store(folder+f.Path, content)
	}}
}

func (b *built) read(f edition.File) ([]byte, error) {
	content, err := os.ReadFile(filepath.Join(b.dir, filepath.FromSlash(f.Path)))
	if err != nil {
		return nil, fmt.Errorf("site: %w", err)
	}
	if edition.Hash(f.Path, content).Sum != f.Sum {
		return nil, fmt.Errorf("site: %s: %s is not what the manifest says: building that edition again would be right", b.dir, f.Path)
	}
	return content, nil
}

// closing makes the manifest of an edition in its folder, and its edition.json.
func (b *built) closing(staged []edition.File) []unit {
	var own []edition.File
	for _, f := range staged {
		if name, ok := strings.CutPrefix(f.Path, b.folder()); ok {
			f.Path = name
			own = append(own, f)
		}
	}
	doc, manifest := b.doc, edition.Manifest(own)
	doc.Files = edition.NewListing(own, manifest)
	var p planner
	p.bytes(b.folder()+edition.ManifestName, manifest)
	p.bytes(b.folder()+marker, doc.Encode())
	return p.units
}

// listed are the pages that a search engine needs to know: those of the root
// and of older editions. The newest in its own folder is the same again.
func (s shelf) listed(paths []string) (listed []string) {
	for _, name := range paths {
		own := name
		for _, b := range s[1:] {
			own = strings.TrimPrefix(own, b.folder())
		}
		if !strings.HasPrefix(name, s[0].folder()) && !render.IsEmbed(own) {
			listed = append(listed, name)
		}
	}
	return listed
}

// headers is what the newest edition asks of a host, and what the others ask
// for their folder beside that.
func (s shelf) headers(out []byte) ([]byte, error) {
	first, err := s[0].text("_headers")
	if err != nil {
		return nil, err
	}
	out = append(out, first...)
	for _, b := range s {
		text, err := b.text("_headers")
		if err != nil {
			return nil, err
		}
		for _, rule := range ReadHeaders(text) {
			if rule.pattern == "/*" {
				rule = explained(rule)
			}
			out = append(out, "\n/"+strings.TrimSuffix(b.folder(), "/")+rule.pattern+"\n"...)
			for _, line := range rule.lines {
				out = append(out, "  "+line+"\n"...)
			}
		}
	}
	return out, nil
}

// explained is the rule of every page for what explains how to embed: at the
// root, the folder of a year looks like that of a municipality, which others may
// frame.
func explained(every HeaderRule) HeaderRule {
	rule := HeaderRule{pattern: "/" + render.EmbedFolder + "*"}
	for _, line := range every.lines {
		if name, _, _ := strings.Cut(line, ":"); name == "Content-Security-Policy" {
			rule.lines = append(rule.lines, "! "+name, line)
		}
	}
	return rule
}

// redirects is what the newest edition has, and from municipalities that are no
// more to the last edition that has them.
func (s shelf) redirects(out []byte) ([]byte, error) {
	text, err := s[0].text("_redirects")
	if err != nil {
		return nil, err
	}
	out = append(out, text...)
	known := map[string]bool{}
	for i, b := range s {
		var gone []string
		for name := range b.has {
			town, rest, _ := strings.Cut(name, "/")
			if strings.HasPrefix(town, "gm") && rest == "index.html" && !known[town] {
				known[town] = true
				gone = append(gone, town)
			}
		}
		slices.Sort(gone)
		for _, town := range gone {
			if i > 0 {
				out = append(out, fmt.Sprintf("/%s/* /%s%s/:splat 302\n", town, b.folder(), town)...)
			}
		}
	}
	return out, nil
}

// text reads a file of an edition that every edition has.
func (b *built) text(name string) (string, error) {
	i := slices.IndexFunc(b.files, func(f edition.File) bool { return f.Path == name })
	if i < 0 {
		return "", fmt.Errorf("site: %s has no %s", b.dir, name)
	}
	content, err := b.read(b.files[i])
	return string(content), err
}

// list makes the page that lists the editions.
func (s shelf) list(out []byte, l *language.Language) []byte {
	var docs []*edition.Document
	for _, b := range s {
		docs = append(docs, &b.doc)
	}
	var a render.Assets
	for _, f := range s[0].files {
		if strings.HasPrefix(f.Path, l.Folder+"assets/site-") {
			switch path.Ext(f.Path) {
			case ".css":
				a.CSS = strings.TrimPrefix(f.Path, l.Folder)
			case ".js":
				a.JS = strings.TrimPrefix(f.Path, l.Folder)
			}
		}
	}
	return render.Editions(out, l, docs, a, func(name string) bool { return s[0].has[l.Folder+name] })
}
