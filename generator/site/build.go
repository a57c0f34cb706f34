// Package site brings the parts together: it reads a dataset, plans every
// file, lets workers write them into a folder beside the output, and swaps
// that folder in only when it is complete. A build that fails or is killed
// leaves the old output as it was.
//
// The order is: read (definition, extract) → compute (profile) → plan →
// write → publish. Nothing is looked up while writing.
package site

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"time"

	"wijkmonitor/generator/assets"
	"wijkmonitor/generator/compose"
	"wijkmonitor/generator/definition"
	"wijkmonitor/generator/disclosure"
	"wijkmonitor/generator/edition"
	"wijkmonitor/generator/extract"
	"wijkmonitor/generator/geo"
	"wijkmonitor/generator/language"
	"wijkmonitor/generator/model"
	"wijkmonitor/generator/postcode"
	"wijkmonitor/generator/profile"
	"wijkmonitor/generator/province"
	"wijkmonitor/generator/render"
)

// Options says what to build from which folders.
type Options struct {
	Dataset    string               // folder with monitor.yaml
	Extracts   string               // folder with the Parquet files; "" = Dataset
	Content    string               // folder with the Markdown
	Templates  string               // folder with the CSS and TypeScript
	Out        string               // folder to replace
	URL        string               // where the site will stand, for the sitemap; "" = not known
	Log        io.Writer            // progress and summary; nil = silent
	Workers    int                  // 0 = one per core
	Local      bool                 // the form that opens from a disk: links name index.html, data come as scripts too
	Only       string               // code of the one municipality to write, as a Local site; "" = all
	Previous   string               // folder or archive of the edition before, to compare with; "" = none
	Compact    bool                 // the form of few files: neighbourhoods on the page of their district
	Packed     bool                 // with .gz and .br beside what a server sends as text
	Part       Part                 // which part of the site to make; zero = the whole
	Aggregates string               // file with what takes all regions to compute; "" = compute it
	Stage      func(name string)    // called when a stage begins: read, protect, compute, write, publish; nil = not
	Withhold   func(*model.Monitor) // nil = disclosure.Protect; the attack test puts a weaker one in its place, and must find the leak

	previousSum string // of the edition before
}

// A Summary counts what a build made.
type Summary struct {
	Levels  [model.LevelCount]int // regions per level
	Pages   int                   // HTML files
	Files   int
	Bytes   int64
	Written int // files that are new or changed; the others were carried over
	Seconds float64
}

// begin tells that a stage begins.
func (o *Options) begin(stage string) {
	if o.Stage != nil {
		o.Stage(stage)
	}
}

// Build makes the site. On an error the old output is whole.
func Build(ctx context.Context, o Options) (Summary, error) {
	start := time.Now()
	if o.Log == nil {
		o.Log = io.Discard
	}
	if o.Compact && (o.Local || o.Only != "") {
		return Summary{}, fmt.Errorf("site: --compact is for hosts that take few files, and --local and --only are for a disk: one of them would be right")
	}
	if _, err := planSitemap(nil, o.URL); err != nil {
		return Summary{}, err
	}
	previous, err := openPrevious(&o)
	if err != nil {
		return Summary{}, err
	}
	if previous != nil {
		defer previous.Close() //nolint:errcheck // it was only read
	}
	stage, err := openStage(o.Out)
	if err != nil {
		return Summary{}, err
	}
	defer stage.discard()

	inputs, err := stage.recall(o)
	if err != nil {
		return Summary{}, err
	}
	if stage.last.Inputs == inputs && stage.last.whole(stage.lying) {
		sum := stage.last.Summary
		sum.Written, sum.Seconds = 0, time.Since(start).Seconds()
		return sum, nil
	}
	var given *Aggregates
	if o.Aggregates != "" {
		if given, err = readAggregates(o); err != nil {
			return Summary{}, err
		}
	}
	shapes := readShapes(o)
	m, _, err := read(o, given)
	if err != nil {
		return Summary{}, err
	}
	o.begin("compute")
	base, err := given.baseline(m)
	if err != nil {
		return Summary{}, err
	}
	p, err := planSite(m, base, shapes, previous, o)
	if err != nil {
		return Summary{}, err
	}
	o.begin("write")
	now := &state{Version: stateVersion, Inputs: inputs, Summary: Summary{Levels: countLevels(m)}, Units: map[string]unitState{}}
	sum := &now.Summary
	paths, err := writeAll(ctx, o.Part.of(p.units), stage, p.form, o, sum, now.Units)
	if err != nil {
		return Summary{}, err
	}
	if previous != nil {
		more, err := writeAll(ctx, []unit{p.changesUnit(ctx, stage, o)}, stage, p.form, o, sum, now.Units)
		if err != nil {
			return Summary{}, err
		}
		paths = slices.Sorted(slices.Values(append(paths, more...)))
	}
	if o.Part.Of == 0 {
		last, err := planSitemap(paths, o.URL)
		if err != nil {
			return Summary{}, err
		}
		if _, err := writeAll(ctx, last, stage, p.form, o, sum, now.Units); err != nil {
			return Summary{}, err
		}
	}
	if now.Rest, err = writeEdition(m, stage, o, sum); err != nil {
		return Summary{}, err
	}
	o.begin("publish")
	if err := stage.publish(); err != nil {
		return Summary{}, err
	}
	if o.Withhold == nil {
		if err := now.write(stage.state); err != nil {
			return Summary{}, err
		}
	}
	if o.Compact {
		logFiles(o.Log, sum.Files)
	}
	sum.Seconds = time.Since(start).Seconds()
	return *sum, nil
}

// compactFiles is how many files the hosts take that the compact form is for.
const compactFiles = 20_000

// logFiles warns of more, and says what a publisher can do.
func logFiles(w io.Writer, files int) {
	if files > compactFiles {
		fmt.Fprintf(w, "warning: these are %d files, and the hosts that the compact form is for take %d: less in dashboards, reports or embeds of monitor.yaml would be right\n", files, compactFiles)
	}
}

// recall reads what the last build left, and returns the print of all that
// this one reads. Where that cannot be read, the last build does not count;
// reading it for real gives the error that says why.
func (s *stage) recall(o Options) (digest, error) {
	inputs, err := printInputs(o)
	if err != nil || o.Withhold != nil {
		return inputs, nil
	}
	s.last = readState(s.state)
	return inputs, nil
}

// Read reads a dataset, and does to its figures what a site needs.
func Read(o Options) (*model.Monitor, error) {
	m, _, err := read(o, nil)
	return m, err
}

// read withholds what the aggregates say, or works it out where there are none,
// and says what it withheld.
func read(o Options, a *Aggregates) (m *model.Monitor, report disclosure.Report, err error) {
	if o.Extracts == "" {
		o.Extracts = o.Dataset
	}
	o.begin("read")
	def, err := definition.Read(filepath.Join(o.Dataset, "monitor.yaml"))
	if err != nil {
		return nil, report, err
	}
	if m, err = extract.Load(def, o.Extracts); err != nil {
		return nil, report, err
	}
	m.Retired = def.Retired
	without, err := province.Read(o.Dataset, def.Provinces, m)
	if err != nil {
		return nil, report, err
	}
	if without > 0 && o.Log != nil {
		fmt.Fprintf(o.Log, "warning: %s does not have the province of %d municipalities\n", def.Provinces, without)
	}
	o.begin("protect")
	switch {
	case o.Withhold != nil:
		o.Withhold(m)
	case a != nil:
		if err := a.use(m); err != nil {
			return nil, report, err
		}
	default:
		report = disclosure.Protect(m, disclosure.Options{})
		logWithheld(o.Log, report)
	}
	if err := compose.Areas(m, def); err != nil {
		return nil, report, err
	}
	if err := compose.Combine(m, def); err != nil {
		return nil, report, err
	}
	chooseEmbeds(m, def.EmbedIndicators)
	if o.Compact {
		return m, report, makeCompact(m)
	}
	return m, report, nil
}

// logWithheld says how much is withheld, since a publisher must know.
func logWithheld(w io.Writer, r disclosure.Report) {
	sum := r.Total()
	pairs := func(by [model.LevelCount]int) (n int) {
		for _, k := range by {
			n += k
		}
		return n
	}
	if w == nil || pairs(sum.Primary) == 0 {
		return
	}
	fmt.Fprintf(w, "withheld over %d periods: %d groups in regions with too few people, %d more to protect those; %d figures\n",
		len(r.Periods), pairs(sum.Primary), pairs(sum.Secondary), sum.Cells)
	if sum.Open > 0 {
		fmt.Fprintf(w, "warning: %d of them cannot be protected: there are too few regions and groups to hide them among\n", sum.Open)
	}
}

// planSite computes what all pages share and lists the files: first those of
// Dutch and what has no language, then the pages of each further language.
func planSite(m *model.Monitor, base *profile.Baseline, shapes func() (*geo.Atlas, error), previous *edition.Published, o Options) (*planner, error) {
	p := &planner{m: m, base: base, url: o.URL, previous: previous}
	var err error
	if o.Local || o.Only != "" {
		if p.form, err = newLocalForm(m, o); err != nil {
			return nil, err
		}
	}
	if p.postcodes, err = postcode.Read(o.Dataset, m); err != nil {
		return nil, err
	}
	if p.postcodes != nil && p.postcodes.Warning() != "" {
		fmt.Fprintf(o.Log, "warning: %s\n", p.postcodes.Warning())
	}
	bundle, err := p.speak(language.Dutch, shapes, o)
	if err != nil {
		return nil, err
	}
	p.plan(bundle)
	for _, t := range m.Translations {
		translated, err := compose.Translate(m, t)
		if err != nil {
			return nil, err
		}
		other := &planner{m: translated, base: base, url: o.URL, previous: previous, form: p.form}
		if bundle, err = other.speak(t.Language, shapes, o); err != nil {
			return nil, err
		}
		other.planPages(bundle)
		p.units = append(p.units, other.units...)
		p.others = append(p.others, other)
	}
	return p, checkUnits(p.units)
}

// speak gives a planner the pages of a language, and returns the files that
// they load.
func (p *planner) speak(l *language.Language, shapes func() (*geo.Atlas, error), o Options) (map[string][]byte, error) {
	bundle, names, err := assets.Bundle(o.Templates, l)
	if err != nil {
		return nil, err
	}
	content, err := textsIn(os.DirFS(o.Content), l)
	if err != nil {
		return nil, err
	}
	p.folder = l.Folder
	if p.r, err = render.New(p.m, p.base, content, render.Assets(names), l); err != nil {
		return nil, err
	}
	p.r.UseAddress(rootAddress(o.URL))
	atlas, err := shapes()
	if err != nil {
		return nil, err
	}
	if l == language.Dutch {
		logStrangers(o.Log, atlas, p.m)
	}
	if o.Only != "" {
		p.r.DrawFewMaps()
	}
	if err := p.r.UseShapes(atlas); err != nil {
		return nil, err
	}
	if p.previous != nil {
		p.r.TellChanges()
	}
	if p.shared, err = printShared(o, p.m, p.base, names); err != nil {
		return nil, fmt.Errorf("site: %w", err)
	}
	return bundle, nil
}

// textsIn returns the texts of a language: those of Dutch lie in the folder
// itself, those of another in one of its own.
func textsIn(content fs.FS, l *language.Language) (fs.FS, error) {
	if l.Folder == "" {
		return content, nil
	}
	texts, err := fs.Sub(content, path.Clean(l.Folder))
	if err != nil {
		return nil, fmt.Errorf("site: %w", err)
	}
	return texts, nil
}

// String is the last line of a build.
func (s Summary) String() string {
	regions := 0
	for _, n := range s.Levels {
		regions += n
	}
	return fmt.Sprintf("%d regions (%d municipalities, %d districts, %d neighbourhoods), %d pages, %d files (%d written, %d unchanged), %.1f MB in %.1f s",
		regions, s.Levels[model.Municipality], s.Levels[model.District], s.Levels[model.Neighbourhood],
		s.Pages, s.Files, s.Written, s.Files-s.Written, float64(s.Bytes)/1e6, s.Seconds)
}
