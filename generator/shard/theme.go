// Package shard writes the figures as files that programs read: a JSON shard
// per municipality and theme, a CSV per municipality, and search lists.
package shard

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"strconv"

	"wijkmonitor/generator/model"
	"wijkmonitor/generator/profile"
)

// Version is the version of the shard's form; it goes up when a reader of the
// old form would read the new one wrongly.
const Version = 3

// StateNames are the words for figures without a number, in shards and CSV.
var StateNames = [model.StateCount]string{
	model.Unknown: "onbekend", model.Known: "bekend", model.Impossible: "onmogelijk", model.Withheld: "te weinig inwoners",
	model.NotYetPublished: "nog niet bekend", model.NotMeasured: "niet gemeten", model.NoRegion: "bestond niet", model.Broken: "ander gebied",
}

type shardDoc struct {
	Version    int              `json:"versie"`
	Edition    int              `json:"editie"`
	Theme      string           `json:"thema"`
	Periods    []string         `json:"perioden"`
	Groups     []string         `json:"groepen"`
	States     []string         `json:"redenen"`
	Indicators []shardIndicator `json:"indicatoren"`
	Shown      [][]int          `json:"getoond"` // per group and indicator: the period that pages show, −1 for none
	Regions    []shardRegion    `json:"gebieden"`
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

type shardRegion struct {
	Code   string       `json:"code"`
	Name   string       `json:"naam"`
	Parts  []string     `json:"delen,omitempty"` // codes of the regions that an own area counts together
	Groups []shardGroup `json:"groepen"`
}

type shardGroup struct {
	Group   int       `json:"groep"`
	Values  []figures `json:"waarden"` // per indicator, a figure per period
	Margins [][]any   `json:"marges"`  // per indicator: the bounds of the shown figure; empty without a number
	Classes []int     `json:"klassen"` // per indicator: −2 … 2, 9 = not compared
}

// figures are the figures of one indicator in all periods. A run of one reason
// is written once, with its length: most groups were never counted in most
// years.
type figures struct {
	of       []model.Figure
	decimals int
}

// MarshalJSON writes numbers as integers and reasons as letters: [123,"a","f6"].
func (f figures) MarshalJSON() ([]byte, error) {
	b := []byte{'['}
	for i := 0; i < len(f.of); {
		if i > 0 {
			b = append(b, ',')
		}
		if v, known := f.of[i].Value(); known {
			b = strconv.AppendInt(b, model.Scaled(v, f.decimals), 10)
			i++
			continue
		}
		run := 1
		for i+run < len(f.of) && f.of[i+run].State() == f.of[i].State() {
			run++
		}
		b = append(b, '"', byte('a'+f.of[i].State()))
		if run > 1 {
			b = strconv.AppendInt(b, int64(run), 10)
		}
		b = append(b, '"')
		i += run
	}
	return append(b, ']'), nil
}

// Theme returns the figures of one theme for a region and all regions in it: a
// municipality with its districts and neighbourhoods, or a country or own area
// alone. A number is an integer times 10^−decimals; a figure without a number
// is a string, the index of its reason as a letter: "a" is the first reason;
// "a3" are three of it in a row.
func Theme(m *model.Monitor, b *profile.Baseline, root, theme int) ([]byte, error) {
	regions, err := within(m, root)
	if err != nil {
		return nil, err
	}
	doc := shardDoc{Version: Version, Edition: m.Edition, Theme: m.Themes[theme].Key, States: StateNames[:]}
	for _, p := range m.Periods {
		doc.Periods = append(doc.Periods, p.Code)
	}
	for _, g := range m.Groups {
		doc.Groups = append(doc.Groups, g.Key)
	}
	var indicators []int
	for i := range m.Indicators {
		if m.Indicators[i].Theme == theme {
			indicators = append(indicators, i)
			doc.Indicators = append(doc.Indicators, newIndicator(m, b, i))
		}
	}
	for g := range m.Groups {
		shown := make([]int, len(indicators))
		for k, i := range indicators {
			shown[k] = b.Period(g, i)
		}
		doc.Shown = append(doc.Shown, shown)
	}
	for _, r := range regions {
		doc.Regions = append(doc.Regions, newRegion(m, b, r, indicators))
	}
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	if err := e.Encode(doc); err != nil {
		return nil, fmt.Errorf("shard: %s, theme %s: %w", m.Regions[root].Code, doc.Theme, err)
	}
	return out.Bytes(), nil
}

// within lists the regions whose figures stand in the files of a region.
func within(m *model.Monitor, root int) ([]int, error) {
	if root < 0 || root >= len(m.Regions) || m.Regions[root].Municipality >= 0 && m.Regions[root].Level != model.Municipality {
		return nil, fmt.Errorf("shard: region %d has no files of its own: a country, municipality or own area would be right", root)
	}
	if m.Regions[root].Level != model.Municipality {
		return []int{root}, nil
	}
	var regions []int
	for r := range m.Regions {
		if m.Regions[r].Municipality == root {
			regions = append(regions, r)
		}
	}
	return regions, nil
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

func newRegion(m *model.Monitor, b *profile.Baseline, r int, indicators []int) shardRegion {
	region := shardRegion{Code: m.Regions[r].Code, Name: m.Regions[r].Name}
	for _, part := range m.Regions[r].Parts {
		region.Parts = append(region.Parts, m.Regions[part].Code)
	}
	for g := range groupsOf(m, r) {
		if m.Groups[g].Hidden {
			continue
		}
		group, filled := newGroup(m, b, r, g, indicators)
		if filled || g == 0 {
			region.Groups = append(region.Groups, group)
		}
	}
	return region
}

// newGroup returns the figures of a group; false when it has no number and no
// withheld one.
func newGroup(m *model.Monitor, b *profile.Baseline, r, g int, indicators []int) (group shardGroup, filled bool) {
	p := b.Profile(r, g)
	group.Group = g
	for _, i := range indicators {
		item, decimals := &p.Items[i], m.Indicators[i].Decimals
		row := figures{make([]model.Figure, len(m.Periods)), decimals}
		for period := range m.Periods {
			f := m.Cube.At(r, g, i, period)
			filled = filled || f.Known() || f.State() == model.Withheld
			row.of[period] = f
		}
		group.Values = append(group.Values, row)
		margins := []any{}
		if item.Figure.Known() {
			margins = append(margins, bound(item.Interval.Low, decimals), bound(item.Interval.High, decimals))
		}
		group.Margins = append(group.Margins, margins)
		class := 9
		if item.Class != model.NotCompared {
			class = item.Class.Step()
		}
		group.Classes = append(group.Classes, class)
	}
	return group, filled
}

// bound encodes a bound with one decimal more than the figure; null for none.
func bound(v float64, decimals int) any {
	if math.Abs(v) > 1e15 {
		return nil
	}
	return model.Scaled(v, decimals+1)
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
