package demo

import (
	"math"
	"slices"
	"testing"

	"wijkmonitor/generator/model"
)

// life returns the periods of a region, as years, and its only event of a kind.
func (v view) life(code string, kind model.EventKind) (first, last string, events []model.Event) {
	r := v.Regions[v.region(code)]
	for _, e := range r.Events {
		if e.Kind == kind {
			events = append(events, e)
		}
	}
	return v.Periods[r.First].Label, v.Periods[r.Last].Label, events
}

func TestCommitted_Lives(t *testing.T) {
	v := load(t)
	tests := []struct {
		code, first, last string
		kind              model.EventKind
		want              []model.Event
	}{
		{"GM9007", "2019", "2025", model.Merged, []model.Event{
			{Period: v.period("2019"), Year: 2019, Kind: model.Merged, Before: true, Other: "GM9801", Name: "Hoogmeer", Region: v.region("GM9801")},
			{Period: v.period("2019"), Year: 2019, Kind: model.Merged, Before: true, Other: "GM9802", Name: "Lagemeer", Region: v.region("GM9802")}}},
		{"GM9802", "2015", "2018", model.Merged, []model.Event{
			{Period: v.period("2019"), Year: 2019, Kind: model.Merged, Other: "GM9007", Name: "Hoogmeer aan de Wiel", Region: v.region("GM9007")}}},
		{"GM9006", "2015", "2025", model.Merged, []model.Event{{Period: -1, Year: 2011, Kind: model.Merged, Before: true, Other: "GM9803", Name: "Kromveen", Region: -1}}},
		{"WK980100", "2015", "2018", model.Merged, nil},
		{"WK900403", "2015", "2025", model.Bordered, []model.Event{{Period: v.period("2021"), Year: 2021, Kind: model.Bordered, Before: true, Region: -1}}},
		{"BU9003ABB7", "2015", "2025", model.Recoded, []model.Event{
			{Period: v.period("2020"), Year: 2020, Kind: model.Recoded, Before: true, Other: "BU9003AB03", Name: "Feankant", Region: -1}}},
		{"BU90020102", "2015", "2025", model.Reused, []model.Event{{Period: v.period("2023"), Year: 2023, Kind: model.Reused, Before: true, Name: "Kazerne De Arend", Region: -1}}},
	}
	for _, tt := range tests {
		first, last, events := v.life(tt.code, tt.kind)
		if first != tt.first || last != tt.last || !slices.Equal(events, tt.want) {
			t.Errorf("%s: %s to %s, %+v; %s to %s, %+v would be right", tt.code, first, last, events, tt.first, tt.last, tt.want)
		}
	}
	for i := range v.Regions {
		if v.Regions[i].Code == "BU9003AB03" {
			t.Error("the old code of Feankant has a region of its own")
		}
	}
}

// A recoded buurt has the figures of both codes; those of a code's first area
// are not those of its second.
func TestCommitted_HistoryOfCodes(t *testing.T) {
	v := load(t)
	for i := range v.Periods {
		year := v.Periods[i].Label
		v.number("BU9003ABB7", "totaal", "inwoners", year)
		f := v.at("BU90020102", "totaal", "inwoners", year)
		want := map[bool]model.State{true: model.Broken, false: model.NoRegion}[year < "2020"]
		if year >= "2023" {
			want = model.Known
		}
		if f.State() != want {
			t.Errorf("Valkenburcht in %s: state %d; %d would be right", year, f.State(), want)
		}
	}
	was, is := 0.0, v.number("GM9007", "totaal", "inwoners", "2019")
	for _, code := range []string{"GM9801", "GM9802"} {
		was += v.number(code, "totaal", "inwoners", "2018")
	}
	if math.Abs(is/was-1) > .1 {
		t.Errorf("%v inhabitants become %v in the merger; a tenth more or less would be right", was, is)
	}
}

// The bounds of the score are on both sides of it, and wider where fewer live.
func TestBuild_ScoreBounds(t *testing.T) {
	nl, err := country(10)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range plans {
		table := build(p, nl)
		low := slices.IndexFunc(topics[:], func(t topic) bool { return t.form == lower }) + 1
		known, widest := 0, 0.0
		for row := range table.RegionIdx {
			a, s, b := table.Values[low][row], table.Values[low+1][row], table.Values[low+2][row]
			if math.IsNaN(a) != math.IsNaN(s) || math.IsNaN(b) != math.IsNaN(s) {
				t.Fatalf("row %d: %v, %v, %v", row, a, s, b)
			}
			if math.IsNaN(s) {
				continue
			}
			known++
			if a > s || s > b || math.Abs(s) > 1.5 {
				t.Fatalf("row %d: %v, %v, %v", row, a, s, b)
			}
			widest = max(widest, b-a)
			if table.Regions[table.RegionIdx[row]].Key == "NL00" && b-a > .01 {
				t.Errorf("the country: %v to %v", a, b)
			}
		}
		if known < 700 || widest < .05 {
			t.Errorf("%s: %d scores, at most %v wide", p.id, known, widest)
		}
	}
}
