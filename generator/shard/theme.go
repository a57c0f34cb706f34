// Package shard writes the figures as files that programs read: a JSON shard
// per municipality and theme, a CSV per municipality, and search lists.
package shard

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"strconv"

	"wijkmonitor/generator/language"
	"wijkmonitor/generator/model"
	"wijkmonitor/generator/profile"
)

// Version is the version of the shard's form; it goes up when a reader of the
// old form would read the new one wrongly.
const Version = 3

// StateNames are the words for figures without a number, in shards and CSV.
var StateNames = [model.StateCount]string{
	model.Unknown: language.Word("onbekend"), model.Known: language.Word("bekend"), model.Impossible: language.Word("onmogelijk"), model.Withheld: language.Word("te weinig inwoners"),
	model.NotYetPublished: language.Word("nog niet bekend"), model.NotMeasured: language.Word("niet gemeten"), model.NoRegion: language.Word("bestond niet"), model.Broken: language.Word("ander gebied"),
}

// A shardDoc is a shard without its regions, which are appended: they are all
// but a few of its bytes.
type shardDoc struct {
	Version    int              `json:"versie"`
	Edition    int              `json:"editie"`
	Theme      string           `json:"thema"`
	Periods    []string         `json:"perioden"`
	Groups     []string         `json:"groepen"`
	States     []string         `json:"redenen"`
	Indicators []shardIndicator `json:"indicatoren"`
	Shown      [][]int          `json:"getoond"` // per group and indicator: the period that pages show, −1 for none
}

type shardIndicator struct {
	Key       string `json:"sleutel"`
	Title     string `json:"titel"`
	Unit      string `json:"eenheid"`
	Decimals  int    `json:"decimalen"`
	Reference []any  `json:"land"`

	Provisional []int `json:"voorlopig"` // places in the list of periods
	Breaks      []int `json:"breuken"`   // from these periods on another source or definition holds
}

// A Writer makes the shards of a part of a municipality (see model.Parts), one
// per theme, and may be used for one part after another. A number is an integer
// times 10^−decimals; a figure without a number is a string, the index of its
// reason as a letter: "a" is the first reason; "a3" are three of it in a row.
type Writer struct {
	m      *model.Monitor
	places []int    // of each group in the list of the shard; −1 for a hidden one
	of     [][]int  // indicators of each theme
	heads  [][]byte // of each theme, up to the regions: the same in every part
	out    [][]byte
	begun  bool // a region stands in them
}

// NewWriter prepares what all shards of an edition have in common.
func NewWriter(m *model.Monitor, b *profile.Baseline) (*Writer, error) {
	w := &Writer{m: m, places: m.GroupPlaces(), of: make([][]int, len(m.Themes)), heads: make([][]byte, len(m.Themes)), out: make([][]byte, len(m.Themes))}
	for i := range m.Indicators {
		w.of[m.Indicators[i].Theme] = append(w.of[m.Indicators[i].Theme], i)
	}
	var err error
	for t := range w.heads {
		if w.heads[t], err = w.head(b, t); err != nil {
			return nil, fmt.Errorf("shard: theme %s: %w", m.Themes[t].Key, err)
		}
	}
	return w, nil
}

// Begin starts the shards of a part.
func (w *Writer) Begin() {
	w.begun = false
	for t := range w.out {
		w.out[t] = append(w.out[t][:0], w.heads[t]...)
	}
}

// End returns the shards, by theme; they are the writer's again with the next
// Begin.
func (w *Writer) End() [][]byte {
	for t := range w.out {
		w.out[t] = append(w.out[t], "]}\n"...)
	}
	return w.out
}

// head returns a shard up to its regions.
func (w *Writer) head(b *profile.Baseline, theme int) ([]byte, error) {
	m := w.m
	doc := shardDoc{Version: Version, Edition: m.Edition, Theme: m.Themes[theme].Key, States: StateNames[:], Indicators: []shardIndicator{}}
	for _, p := range m.Periods {
		doc.Periods = append(doc.Periods, p.Code)
	}
	for g := range m.Groups {
		if m.Groups[g].Hidden {
			continue
		}
		doc.Groups = append(doc.Groups, m.Groups[g].Key)
		shown := make([]int, len(w.of[theme]))
		for k, i := range w.of[theme] {
			shown[k] = b.Period(g, i)
		}
		doc.Shown = append(doc.Shown, shown)
	}
	for _, i := range w.of[theme] {
		doc.Indicators = append(doc.Indicators, newIndicator(m, b, i))
	}
	text, err := marshal(doc)
	if err != nil {
		return nil, err
	}
	return append(text[:len(text)-1], `,"gebieden":[`...), nil
}

// marshal is JSON without escapes that only HTML needs, and without an end of line.
func marshal(v any) ([]byte, error) {
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return bytes.TrimSuffix(out.Bytes(), []byte("\n")), err
}

// Region adds one region to every shard. profiles are its own, by group, of all
// that it keeps figures of and that are not hidden.
func (w *Writer) Region(r int, profiles []profile.Profile) error {
	g := &w.m.Regions[r]
	names := struct {
		Code  string   `json:"code"`
		Name  string   `json:"naam"`
		Parts []string `json:"delen,omitempty"` // codes of the regions that an own area counts together
	}{Code: g.Code, Name: g.Name}
	for _, part := range g.Parts {
		names.Parts = append(names.Parts, w.m.Regions[part].Code)
	}
	head, err := marshal(names)
	if err != nil {
		return fmt.Errorf("shard: %s: %w", g.Code, err)
	}
	for t := range w.out {
		b := w.out[t]
		if w.begun {
			b = append(b, ',')
		}
		b = append(append(b, head[:len(head)-1]...), `,"groepen":[`...)
		for g := range groupsOf(w.m, r) {
			if !w.m.Groups[g].Hidden {
				b = w.group(b, r, &profiles[g], w.of[t])
			}
		}
		w.out[t] = append(b, "]}"...)
	}
	w.begun = true
	return nil
}

// group appends the figures of a group: per indicator all periods, the bounds
// of the shown figure (none without a number), and the class, 9 when not
// compared. A group without any number, or any withheld one, is left out; the
// whole population never is.
func (w *Writer) group(b []byte, r int, p *profile.Profile, indicators []int) []byte {
	g := p.Group
	start, filled := len(b), g == 0
	if b[start-1] == '}' {
		b = append(b, ',')
	}
	b = append(b, `{"groep":`...)
	b = strconv.AppendInt(b, int64(w.places[g]), 10)
	b = append(b, `,"waarden":[`...)
	for k, i := range indicators {
		if k > 0 {
			b = append(b, ',')
		}
		var any bool
		b, any = appendFigures(b, w.m, r, g, i)
		filled = filled || any
	}
	if !filled {
		return b[:start]
	}
	b = append(b, `],"marges":[`...)
	for k, i := range indicators {
		if k > 0 {
			b = append(b, ',')
		}
		b = append(b, '[')
		if item := &p.Items[i]; item.Figure.Known() {
			b = appendBound(b, item.Interval.Low, w.m.Indicators[i].Decimals)
			b = appendBound(append(b, ','), item.Interval.High, w.m.Indicators[i].Decimals)
		}
		b = append(b, ']')
	}
	b = append(b, `],"klassen":[`...)
	for k, i := range indicators {
		if k > 0 {
			b = append(b, ',')
		}
		class := 9
		if item := &p.Items[i]; item.Class != model.NotCompared {
			class = item.Class.Step()
		}
		b = strconv.AppendInt(b, int64(class), 10)
	}
	return append(b, "]}"...)
}

// appendFigures appends one indicator in all periods; a run of one reason is
// written once, with its length: most groups were never counted in most years.
// It tells whether there is a number, or a withheld one.
func appendFigures(b []byte, m *model.Monitor, r, g, i int) (_ []byte, filled bool) {
	b = append(b, '[')
	for p := 0; p < len(m.Periods); {
		if p > 0 {
			b = append(b, ',')
		}
		f := m.Cube.At(r, g, i, p)
		if v, known := f.Value(); known {
			b = model.AppendScaled(b, model.Scaled(v, m.Indicators[i].Decimals), 0, 0, 0)
			filled = true
			p++
			continue
		}
		run := 1
		for p+run < len(m.Periods) && m.Cube.At(r, g, i, p+run).State() == f.State() {
			run++
		}
		filled = filled || f.State() == model.Withheld
		b = append(b, '"', byte('a'+f.State()))
		if run > 1 {
			b = strconv.AppendInt(b, int64(run), 10)
		}
		b = append(b, '"')
		p += run
	}
	return append(b, ']'), filled
}

// appendBound appends a bound with one decimal more than the figure; null for
// none.
func appendBound(b []byte, v float64, decimals int) []byte {
	if math.Abs(v) > 1e15 {
		return append(b, "null"...)
	}
	return model.AppendScaled(b, model.Scaled(v, decimals+1), 0, 0, 0)
}

func newIndicator(m *model.Monitor, b *profile.Baseline, i int) shardIndicator {
	ind := &m.Indicators[i]
	s := shardIndicator{Key: ind.Key, Title: ind.Title, Unit: ind.Unit, Decimals: ind.Decimals,
		Provisional: append([]int{}, ind.Provisional...), Breaks: append([]int{}, ind.Breaks...)}
	for p := range m.Periods {
		s.Reference = append(s.Reference, encode(b.Reference(i, p), ind.Decimals))
	}
	return s
}

// groupsOf returns how many groups a region keeps figures of.
func groupsOf(m *model.Monitor, region int) int {
	if m.Cube.HasGroups(region) {
		return len(m.Groups)
	}
	return 1
}

func encode(f model.Figure, decimals int) any {
	if v, known := f.Value(); known {
		return model.Scaled(v, decimals)
	}
	return string(rune('a' + f.State()))
}

// Schema describes the shard as JSON Schema.
func Schema() []byte { return []byte(schema) }

const schema = `{
 "$schema": "https://json-schema.org/draft/2020-12/schema",
 "title": "Wijkmonitor: cijfers van een gemeente en een thema",
 "description": "Een getal is een geheel getal maal 10 tot de macht min decimalen. Een letter is een cijfer zonder getal: a is de eerste reden in redenen. Een getal achter de letter zegt hoeveel perioden na elkaar die reden hebben.",
 "type": "object",
 "required": ["versie", "editie", "thema", "perioden", "groepen", "redenen", "indicatoren", "getoond", "gebieden"],
 "properties": {
  "versie": {"const": 3, "description": "Versie van deze vorm."},
  "editie": {"type": "integer"},
  "thema": {"type": "string"},
  "perioden": {"type": "array", "items": {"type": "string"}, "description": "CBS-codes, oplopend: 2020JJ00 is het jaar 2020."},
  "groepen": {"type": "array", "items": {"type": "string"}, "description": "Sleutels van groepen; de eerste is de totale bevolking."},
  "redenen": {"type": "array", "items": {"type": "string"}, "description": "Waarom er geen getal is; a is de eerste."},
  "indicatoren": {"type": "array", "items": {"type": "object", "required": ["sleutel", "titel", "eenheid", "decimalen", "land", "voorlopig", "breuken"], "properties": {
   "sleutel": {"type": "string"}, "titel": {"type": "string"}, "eenheid": {"type": "string"}, "decimalen": {"type": "integer", "minimum": 0},
   "voorlopig": {"type": "array", "items": {"type": "integer"}, "description": "Plaatsen in perioden waarvan de cijfers voorlopig zijn."},
   "breuken": {"type": "array", "items": {"type": "integer"}, "description": "Plaatsen in perioden vanaf waar een andere bron of meting geldt: niet te vergelijken met ervoor."},
   "land": {"type": "array", "items": {"$ref": "#/$defs/cijfer"}, "description": "Het cijfer van het hele land, totale bevolking, per periode."}}}},
  "getoond": {"type": "array", "items": {"type": "array", "items": {"type": "integer", "minimum": -1}}, "description": "Per groep en indicator de plaats in perioden van het jaar op de pagina; -1 is geen."},
  "gebieden": {"type": "array", "items": {"type": "object", "required": ["code", "naam", "groepen"], "properties": {
   "code": {"type": "string"}, "naam": {"type": "string"},
   "delen": {"type": "array", "items": {"type": "string"}, "description": "Van een eigen gebied: de codes van de gebieden die samen zijn geteld."},
   "groepen": {"type": "array", "items": {"type": "object", "required": ["groep", "waarden", "marges", "klassen"], "properties": {
    "groep": {"type": "integer", "description": "Plaats in de lijst groepen, vanaf 0."},
    "waarden": {"type": "array", "items": {"type": "array", "items": {"$ref": "#/$defs/cijfers"}}, "description": "Per indicator een rij, met een cijfer per periode."},
    "marges": {"type": "array", "items": {"type": "array", "maxItems": 2, "items": {"type": ["integer", "null"]}}, "description": "Per indicator waar het echte cijfer kan liggen, van en tot, met een decimaal meer dan het cijfer; null is zonder grens; leeg zonder getal."},
    "klassen": {"type": "array", "items": {"enum": [-2, -1, 0, 1, 2, 9]}, "description": "Per indicator: veel lager, lager, rond gemiddeld, hoger, veel hoger, 9 is niet vergeleken."}}}}}}}
 },
 "$defs": {"cijfer": {"oneOf": [{"type": "integer"}, {"type": "string", "pattern": "^[a-h]$"}]},
  "cijfers": {"oneOf": [{"type": "integer"}, {"type": "string", "pattern": "^[a-h][0-9]*$"}]}}
}
`
