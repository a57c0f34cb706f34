// Package shard writes the figures as files that programs read: a JSON shard
// per municipality and theme, a CSV per municipality, and search lists.
package shard

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"

	"wijkmonitor/generator/model"
	"wijkmonitor/generator/profile"
)

// Version is the version of the shard's form; it goes up when a reader of the
// old form would read the new one wrongly.
const Version = 1

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
}

type shardRegion struct {
	Code   string       `json:"code"`
	Name   string       `json:"naam"`
	Groups []shardGroup `json:"groepen"`
}

type shardGroup struct {
	Group   int     `json:"groep"`
	Values  [][]any `json:"waarden"` // indicator × period
	Classes []int   `json:"klassen"` // per indicator: −2 … 2, 9 = not compared
}

// Theme returns the figures of one theme for a municipality and all regions in
// it. A number is an integer times 10^−decimals; a figure without a number is
// a string, the index of its reason as a letter: "a" is the first reason.
func Theme(m *model.Monitor, b *profile.Baseline, municipality, theme int) ([]byte, error) {
	if municipality < 0 || municipality >= len(m.Regions) || m.Regions[municipality].Level != model.Municipality {
		return nil, fmt.Errorf("shard: region %d is not a municipality", municipality)
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
	for r := range m.Regions {
		if m.Regions[r].Municipality == municipality {
			doc.Regions = append(doc.Regions, newRegion(m, b, r, indicators))
		}
	}
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	if err := e.Encode(doc); err != nil {
		return nil, fmt.Errorf("shard: %s, theme %s: %w", m.Regions[municipality].Code, doc.Theme, err)
	}
	return out.Bytes(), nil
}

func newIndicator(m *model.Monitor, b *profile.Baseline, i int) shardIndicator {
	ind := &m.Indicators[i]
	s := shardIndicator{Key: ind.Key, Title: ind.Title, Unit: ind.Unit, Decimals: ind.Decimals}
	for p := range m.Periods {
		s.Reference = append(s.Reference, encode(b.Reference(i, p), ind.Decimals))
	}
	return s
}

func newRegion(m *model.Monitor, b *profile.Baseline, r int, indicators []int) shardRegion {
	region := shardRegion{Code: m.Regions[r].Code, Name: m.Regions[r].Name}
	for g := range groupsOf(m, r) {
		p := b.Profile(r, g)
		group := shardGroup{Group: g}
		filled := g == 0
		for _, i := range indicators {
			row := make([]any, len(m.Periods))
			for period := range m.Periods {
				f := m.Cube.At(r, g, i, period)
				filled = filled || f.Known()
				row[period] = encode(f, m.Indicators[i].Decimals)
			}
			group.Values = append(group.Values, row)
			class := 9
			if c := p.Items[i].Class; c != model.NotCompared {
				class = c.Step()
			}
			group.Classes = append(group.Classes, class)
		}
		if filled {
			region.Groups = append(region.Groups, group)
		}
	}
	return region
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
		return int64(math.Round(v * math.Pow10(decimals)))
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
  "versie": {"const": 1, "description": "Versie van deze vorm."},
  "editie": {"type": "integer"},
  "thema": {"type": "string"},
  "perioden": {"type": "array", "items": {"type": "string"}, "description": "CBS-codes, oplopend: 2020JJ00 is het jaar 2020."},
  "groepen": {"type": "array", "items": {"type": "string"}, "description": "Sleutels van groepen; de eerste is de totale bevolking."},
  "redenen": {"type": "array", "items": {"type": "string"}, "description": "Waarom er geen getal is; a is de eerste."},
  "indicatoren": {"type": "array", "items": {"type": "object", "required": ["sleutel", "titel", "eenheid", "decimalen", "land"], "properties": {
   "sleutel": {"type": "string"}, "titel": {"type": "string"}, "eenheid": {"type": "string"}, "decimalen": {"type": "integer", "minimum": 0},
   "land": {"type": "array", "items": {"$ref": "#/$defs/cijfer"}, "description": "Het cijfer van het hele land, totale bevolking, per periode."}}}},
  "gebieden": {"type": "array", "items": {"type": "object", "required": ["code", "naam", "groepen"], "properties": {
   "code": {"type": "string"}, "naam": {"type": "string"},
   "groepen": {"type": "array", "items": {"type": "object", "required": ["groep", "waarden", "klassen"], "properties": {
    "groep": {"type": "integer", "description": "Plaats in de lijst groepen, vanaf 0."},
    "waarden": {"type": "array", "items": {"type": "array", "items": {"$ref": "#/$defs/cijfer"}}, "description": "Per indicator een rij, met een cijfer per periode."},
    "klassen": {"type": "array", "items": {"enum": [-2, -1, 0, 1, 2, 9]}, "description": "Per indicator: veel lager, lager, rond gemiddeld, hoger, veel hoger, 9 is niet vergeleken."}}}}}}}
 },
 "$defs": {"cijfer": {"oneOf": [{"type": "integer"}, {"type": "string", "pattern": "^[a-h]$"}]}}
}
`
