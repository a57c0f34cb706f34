// Package shard writes the figures as files that programs read: a JSON shard
// per municipality and theme, a CSV per municipality, and search lists.
package shard

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"strconv"
	"strings"

	"wijkmonitor/generator/model"
	"wijkmonitor/generator/profile"
)

// Version is the version of the shard's form; it goes up when a reader of the
// old form would read the new one wrongly.
const Version = 2

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
	Group   int     `json:"groep"`
	Values  [][]any `json:"waarden"`     // indicator × period
	Shown   []int   `json:"getoond"`     // per indicator: the period that pages show, −1 for none
	Margins [][]any `json:"marges"`      // per indicator: the bounds of the shown figure; empty without a number
	Reach   [][]any `json:"afwijkingen"` // per indicator: the deviation × 100 and its bounds; empty when not compared
	Classes []int   `json:"klassen"`     // per indicator: −2 … 2, 9 = not compared
}

// Theme returns the figures of one theme for a region and all regions in it: a
// municipality with its districts and neighbourhoods, or a country or own area
// alone. A number is an integer times 10^−decimals; a figure without a number
// is a string, the index of its reason as a letter: "a" is the first reason.
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
		row := make([]any, len(m.Periods))
		for period := range m.Periods {
			f := m.Cube.At(r, g, i, period)
			filled = filled || f.Known() || f.State() == model.Withheld
			row[period] = encode(f, decimals)
		}
		group.Values = append(group.Values, row)
		group.Shown = append(group.Shown, item.Period)
		margins := []any{}
		if item.Figure.Known() {
			margins = append(margins, bound(item.Interval.Low, decimals), bound(item.Interval.High, decimals))
		}
		group.Margins = append(group.Margins, margins)
		class, reach := 9, []any{}
		if item.Class != model.NotCompared {
			class = item.Class.Step()
			reach = append(reach, bound(item.Deviation, 1), bound(item.Reach.Low, 1), bound(item.Reach.High, 1))
		}
		group.Reach = append(group.Reach, reach)
		group.Classes = append(group.Classes, class)
	}
	return group, filled
}

// bound encodes a bound with one decimal more than the figure; null for none.
func bound(v float64, decimals int) any {
	if math.Abs(v) > 1e15 {
		return nil
	}
	return scaled(v, decimals+1)
}

// scaled is v times a power of ten, rounded as everywhere on the site.
func scaled(v float64, decimals int) any {
	n, err := strconv.ParseInt(strings.Replace(model.Decimal(v, decimals), ".", "", 1), 10, 64)
	if err != nil {
		return nil // more digits than any figure has
	}
	return n
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
		return scaled(v, decimals)
	}
	return string(rune('a' + f.State()))
}

// Schema describes the shard as JSON Schema.
func Schema() []byte { return []byte(schema) }

const schema = `{
 "$schema": "https://json-schema.org/draft/2020-12/schema",
 "title": "Wijkmonitor: cijfers van een gemeente en een thema",
 "description": "Een getal is een geheel getal maal 10 tot de macht min decimalen. Een letter is een cijfer zonder getal: a is de eerste reden in redenen.",
 "type": "object",
 "required": ["versie", "editie", "thema", "perioden", "groepen", "redenen", "indicatoren", "gebieden"],
 "properties": {
  "versie": {"const": 2, "description": "Versie van deze vorm."},
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
  "gebieden": {"type": "array", "items": {"type": "object", "required": ["code", "naam", "groepen"], "properties": {
   "code": {"type": "string"}, "naam": {"type": "string"},
   "delen": {"type": "array", "items": {"type": "string"}, "description": "Van een eigen gebied: de codes van de gebieden die samen zijn geteld."},
   "groepen": {"type": "array", "items": {"type": "object", "required": ["groep", "waarden", "getoond", "marges", "afwijkingen", "klassen"], "properties": {
    "groep": {"type": "integer", "description": "Plaats in de lijst groepen, vanaf 0."},
    "waarden": {"type": "array", "items": {"type": "array", "items": {"$ref": "#/$defs/cijfer"}}, "description": "Per indicator een rij, met een cijfer per periode."},
    "getoond": {"type": "array", "items": {"type": "integer", "minimum": -1}, "description": "Per indicator de plaats in perioden van het jaar op de pagina; -1 is geen."},
    "marges": {"type": "array", "items": {"type": "array", "maxItems": 2, "items": {"type": ["integer", "null"]}}, "description": "Per indicator waar het echte cijfer kan liggen, van en tot, met een decimaal meer dan het cijfer; null is zonder grens; leeg zonder getal."},
    "afwijkingen": {"type": "array", "items": {"type": "array", "maxItems": 3, "items": {"type": ["integer", "null"]}}, "description": "Per indicator de afwijking van het land in spreidingen, maal 100, en de kleinste en grootste die de marges toelaten; leeg als er niet vergeleken is."},
    "klassen": {"type": "array", "items": {"enum": [-2, -1, 0, 1, 2, 9]}, "description": "Per indicator: veel lager, lager, rond gemiddeld, hoger, veel hoger, 9 is niet vergeleken."}}}}}}}
 },
 "$defs": {"cijfer": {"oneOf": [{"type": "integer"}, {"type": "string", "pattern": "^[a-h]$"}]}}
}
`
