package oracle

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"wijkmonitor/generator/model"
)

// A spec is what the oracle is told: the definition, and what the model makes
// of units. It holds no figure, interval, spread or class.
type spec struct {
	Dir         string          `json:"dir"`     // of the extracts
	Results     string          `json:"results"` // Go's figures, items and scores
	Steps       string          `json:"steps"`   // folder of the .sql files
	History     string          `json:"history"` // file with the changes of regions; "" when there is none
	Levels      []int           `json:"levels"`
	GroupLevels []int           `json:"groupLevels"`
	SpreadLevel int             `json:"spreadLevel"`
	Tables      []tableSpec     `json:"tables"`
	Groups      []groupSpec     `json:"groups"`
	Indicators  []indicatorSpec `json:"indicators"`
}

type tableSpec struct {
	ID             string                `json:"id"`
	Period         string                `json:"period"`
	Regions        string                `json:"regions"`
	Dimension      string                `json:"dimension"`
	Classification string                `json:"classification"`
	Select         []selection           `json:"select"`
	Rounding       [model.LevelCount]int `json:"rounding"`
}

type selection struct {
	Dimension string `json:"dimension"`
	Code      string `json:"code"`
}

type groupSpec struct {
	Key            string            `json:"key"`
	Classification string            `json:"classification"`
	Codes          []string          `json:"codes"`
	Topics         map[string]string `json:"topics"`
	Merged         bool              `json:"merged"`
}

type indicatorSpec struct {
	Key         string            `json:"key"`
	Theme       string            `json:"theme"`
	Kind        string            `json:"kind"`
	Unit        string            `json:"unit"`
	Polarity    int               `json:"polarity"`
	Universe    string            `json:"universe"`
	Topic       string            `json:"topic"`
	Moved       map[string]string `json:"moved"`
	Numerator   []string          `json:"numerator"`
	Denominator []string          `json:"denominator"`
	Per         float64           `json:"per"`
	Base        string            `json:"base"`
	BasePart    float64           `json:"basePart"`
	Low         string            `json:"low"`
	High        string            `json:"high"`
	Tables      []string          `json:"tables"`
	Combined    bool              `json:"combined"` // of other indicators
	WholeOnly   bool              `json:"wholeOnly"`
}

// newSpec makes the spec of a definition and the monitor that was read by it.
func newSpec(d *model.Definition, m *model.Monitor) *spec {
	s := &spec{Levels: numbers(d.Levels), GroupLevels: numbers(d.GroupLevels), SpreadLevel: int(d.SpreadLevel)}
	if d.History != "" {
		s.History = filepath.Join(filepath.Dir(d.File), d.History)
	}
	for _, t := range d.Tables {
		table := tableSpec{ID: t.ID, Period: t.Period, Regions: t.Regions, Dimension: t.Dimension, Classification: t.Classification, Rounding: t.Rounding, Select: []selection{}}
		for _, c := range t.Select {
			table.Select = append(table.Select, selection{c.Dimension, c.Code})
		}
		s.Tables = append(s.Tables, table)
	}
	s.Groups = append(s.Groups, newGroup(&d.Total, ""))
	for _, c := range d.Classifications {
		for i := range c.Groups {
			s.Groups = append(s.Groups, newGroup(&c.Groups[i], c.Key))
		}
	}
	for i := range d.Indicators {
		s.Indicators = append(s.Indicators, newIndicator(&d.Indicators[i], m))
	}
	return s
}

func newGroup(g *model.GroupSpec, classification string) groupSpec {
	topics := g.Topics
	if topics == nil {
		topics = map[string]string{}
	}
	return groupSpec{Key: g.Key, Classification: classification, Codes: list(g.Codes), Topics: topics, Merged: g.Merged}
}

func newIndicator(d *model.IndicatorSpec, m *model.Monitor) indicatorSpec {
	i := &m.Indicators[m.Find(d.Key)]
	moved := d.Moved
	if moved == nil {
		moved = map[string]string{}
	}
	return indicatorSpec{Key: d.Key, Theme: d.Theme, Kind: [...]string{"count", "share", "rate", "mean"}[i.Kind], Unit: i.Unit, Polarity: int(d.Polarity), Universe: d.Universe,
		Topic: d.Topic, Moved: moved, Numerator: list(d.Numerator), Denominator: list(d.Denominator), Per: d.Per, Base: d.Base, BasePart: d.BasePart, Low: d.Low, High: d.High,
		Tables: list(d.Tables), Combined: d.Expression != "" || len(d.MeanOf) > 0, WholeOnly: d.WholeOnly}
}

func numbers(levels []model.Level) []int {
	out := make([]int, len(levels))
	for i, l := range levels {
		out[i] = int(l)
	}
	return out
}

// list is never null in JSON.
func list(s []string) []string { return append([]string{}, s...) }

func (s *spec) write(t *testing.T, file string) {
	t.Helper()
	b, err := json.MarshalIndent(s, "", "\t")
	if err == nil {
		err = os.WriteFile(file, b, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
}
