package shard

import (
	"encoding/json"

	"wijkmonitor/generator/model"
	"wijkmonitor/generator/profile"
)

type sourcesDoc struct {
	Version    int               `json:"versie"`
	Country    string            `json:"land"`
	Tables     []sourceTable     `json:"tabellen"`
	Groups     []sourceGroup     `json:"groepen"`
	Indicators []sourceIndicator `json:"indicatoren"`
}

type sourceTable struct {
	ID             string `json:"id"`
	Title          string `json:"titel"`
	Source         string `json:"bron"`
	Modified       string `json:"gewijzigd,omitempty"`
	Retrieved      string `json:"opgehaald,omitempty"`
	Regions        string `json:"gebieden"`
	Groups         string `json:"groepen,omitempty"`
	Time           string `json:"tijd,omitempty"`
	Classification int    `json:"indeling"`
	Periods        []int  `json:"perioden"`
}

type sourceGroup struct {
	Classification int      `json:"indeling"`
	Codes          []string `json:"codes"`
}

type sourceIndicator struct {
	Key        string          `json:"sleutel"`
	Formula    string          `json:"formule,omitempty"`
	Base       string          `json:"basis,omitempty"`
	Chance     bool            `json:"toeval"`
	Own        bool            `json:"eigenmarge"`
	Rounding   []float64       `json:"afronding"`
	Cells      []sourceCell    `json:"cellen"`
	References [][]any         `json:"land"` // period: figure, its bounds
	Spreads    []profileNumber `json:"spreiding"`
}

type sourceCell struct {
	Table       int      `json:"tabel"`
	Group       int      `json:"groep"`
	Numerator   []string `json:"teller"`
	Denominator []string `json:"noemer,omitempty"`
}

// A profileNumber is a number of the calculation, in full; null for none.
type profileNumber *float64

// Sources returns where the figures of every indicator come from and what they
// are compared with, so that a page can trace each number: tables, topics,
// codes, formulas, references and spreads.
func Sources(m *model.Monitor, b *profile.Baseline) ([]byte, error) {
	doc := sourcesDoc{Version: Version, Country: m.Regions[0].Name}
	for i := range m.Tables {
		t := &m.Tables[i]
		doc.Tables = append(doc.Tables, sourceTable{t.ID, t.Title, t.Source, t.Modified, t.Retrieved, t.Regions, t.Groups, t.Time, t.Classification, t.Periods})
	}
	for _, g := range m.Groups {
		if !g.Hidden {
			doc.Groups = append(doc.Groups, sourceGroup{g.Classification, g.Codes})
		}
	}
	places := m.GroupPlaces()
	for i := range m.Indicators {
		doc.Indicators = append(doc.Indicators, newSources(m, b, i, places))
	}
	out, err := json.Marshal(doc)
	return append(out, '\n'), err
}

// newSources tells of one indicator; places are those of the groups in the list.
func newSources(m *model.Monitor, b *profile.Baseline, i int, places []int) sourceIndicator {
	ind := &m.Indicators[i]
	_, own := ind.Low.Index()
	s := sourceIndicator{Key: ind.Key, Formula: ind.Formula, Own: own, Chance: ind.Chance, Rounding: ind.Rounding[:], Cells: []sourceCell{}}
	if base, ok := ind.Base.Index(); ok && base < len(m.Indicators) {
		s.Base = m.Indicators[base].Title
	}
	for _, c := range ind.Sources {
		place := c.Group
		if place >= 0 {
			place = places[place]
		}
		if place >= 0 || c.Group < 0 {
			s.Cells = append(s.Cells, sourceCell{c.Table, place, c.Numerator, c.Denominator})
		}
	}
	for p := range m.Periods {
		item := b.Item(0, 0, i, p)
		v, known := item.Figure.Value()
		row, spread := []any{}, profileNumber(nil)
		if known {
			margin := b.Margin(i, p)
			row = append(row, v, margin.Low, margin.High)
		}
		if s, ok := b.Spread(i, p); ok {
			spread = &s
		}
		s.References = append(s.References, row)
		s.Spreads = append(s.Spreads, spread)
	}
	return s
}
