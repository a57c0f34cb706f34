package site

import (
	"encoding/xml"
	"strings"
	"testing"

	"wijkmonitor/generator/model"
)

// followed is what a reader of the feed gets.
func followed(t *testing.T, m *model.Monitor, url string) (f struct {
	Title   string `xml:"title"`
	Updated string `xml:"updated"`
	Entries []struct {
		ID      string `xml:"id"`
		Title   string `xml:"title"`
		Summary string `xml:"summary"`
	} `xml:"entry"`
}) {
	t.Helper()
	if err := xml.Unmarshal(feed(m, url, nil, ""), &f); err != nil || len(f.Entries) != 1 {
		t.Fatalf("%+v %v", f, err)
	}
	return f
}

func TestFeed(t *testing.T) {
	m := &model.Monitor{Title: "Monitor & zoon", Edition: 2024, Tables: []model.Table{
		{ID: "1", Title: "Oud", Source: "CBS", Modified: "2023-02-01"}, {ID: "2", Title: "Nieuw", Source: "CBS", Modified: "2023-05-01", Retrieved: "2024-03-09"}}}
	first := followed(t, m, "https://example.nl/m")
	if first.Title != "Monitor & zoon" || first.Updated != "2024-03-09T00:00:00Z" || first.Entries[0].Title != "Monitor & zoon, editie 2024" || !strings.Contains(first.Entries[0].Summary, "tabel 2 (Nieuw)") {
		t.Errorf("%+v", first)
	}
	if again := followed(t, m, ""); again.Entries[0].ID != first.Entries[0].ID {
		t.Error("another address makes another entry")
	}
	m.Tables[0].Modified = "2024-04-01"
	if revised := followed(t, m, ""); revised.Updated != "2024-04-01T00:00:00Z" || revised.Entries[0].ID == first.Entries[0].ID {
		t.Errorf("a revised table is no new entry: %+v", revised)
	}
	m.Tables = nil
	if bare := followed(t, m, ""); bare.Updated != "2024-01-01T00:00:00Z" {
		t.Errorf("without dates: %+v", bare)
	}
}
