package site

import (
	"encoding/json"

	"wijkmonitor/generator/model"
)

// edition returns edition.json: what was published, from which tables. It
// also marks the folder as one that a build wrote.
func edition(m *model.Monitor) []byte {
	type table struct {
		ID        string `json:"id"`
		Title     string `json:"titel"`
		Source    string `json:"bron"`
		Modified  string `json:"gewijzigd,omitempty"`
		Retrieved string `json:"opgehaald,omitempty"`
	}
	doc := struct {
		Version   int            `json:"versie"`
		Title     string         `json:"titel"`
		Edition   int            `json:"editie"`
		Fictional bool           `json:"verzonnen"`
		Tables    []table        `json:"tabellen"`
		Regions   map[string]int `json:"gebieden"`
		Periods   []string       `json:"perioden"`
	}{Version: 1, Title: m.Title, Edition: m.Edition, Fictional: m.Fictional, Regions: map[string]int{}}
	for _, t := range m.Tables {
		doc.Tables = append(doc.Tables, table{t.ID, t.Title, t.Source, t.Modified, t.Retrieved})
	}
	for level, n := range countLevels(m) {
		doc.Regions[model.Level(level).String()] = n
	}
	for _, p := range m.Periods {
		doc.Periods = append(doc.Periods, p.Code)
	}
	b, err := json.MarshalIndent(doc, "", " ")
	if err != nil {
		panic(err) // only strings and numbers: cannot fail
	}
	return append(b, '\n')
}
