package extract

import (
	"slices"
	"testing"

	"wijkmonitor/generator/model"
)

func TestPeriodLabel(t *testing.T) {
	tests := []struct{ code, title, want string }{
		{"2024JJ00", "2024*", "2024"},
		{"2010JJ00", "2010 december", "2010"},
		{"2024KW01", "2024 1e kwartaal*", "2024 1e kwartaal"},
		{"2015HJ01", "", "1e halfjaar 2015"},
		{"2015HJ02", "2015 2e halfjaar", "2e halfjaar 2015"},
		{"2014MM12", "2014 december", "december 2014"},
		{"2014MM01", "2014 januari**", "januari 2014"},
		{"2019SJ00", "2019/'20*", "schooljaar 2019/'20"},
		{"1999SJ00", "", "schooljaar 1999/'00"},
		{"2014X000", "2014-2016 *", "2014-2016"},
		{"2014MM13", "", "2014MM13"},
		{"2014KW00", "", "2014KW00"},
		{"2014", "", "2014"},
	}
	for _, tt := range tests {
		if got := periodLabel(tt.code, tt.title); got != tt.want {
			t.Errorf("periodLabel(%q, %q) = %q, want %q", tt.code, tt.title, got, tt.want)
		}
	}
}

func TestComparePeriods(t *testing.T) {
	want := []string{"2019MM01", "2019MM12", "2019KW04", "2019JJ00", "2019SJ00", "2020KW01", "2020KW02", "2020HJ01", "2020MM07", "2020KW04", "2020HJ02", "2020JJ00"}
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, comparePeriods)
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestLoad_Periods(t *testing.T) {
	for name, change := range map[string]func(*Table){
		"status": func(t *Table) { t.Time.Codes[0].Status, t.Time.Codes[1].Status = "Definitief", "NaderVoorlopig" },
		"star":   func(t *Table) { t.Time.Codes[1].Title = "2021 1e kwartaal*" },
	} {
		table := tiny()
		table.Time.Codes[1].Key = "2021KW01"
		change(table)
		def := tinyDefinition()
		def.Indicators[0].Breaks, def.Indicators[1].Breaks = []int{2021, 2030}, []int{2020}
		def.Indicators = append(def.Indicators, model.IndicatorSpec{Key: "samen", Theme: "arbeid", MeanOf: []model.Weighted{{Key: "bijstand", Weight: 1}}, Title: "Samen"})
		for _, dir := range []string{write(t, table), writeLong(t, table)} {
			m := load(t, def, dir)
			if len(m.Periods) != 2 || m.Periods[1] != (model.Period{Code: "2021KW01", Label: "2021 1e kwartaal"}) {
				t.Errorf("%s: periods %+v", name, m.Periods)
			}
			for _, i := range slices.Concat(m.Indicators, m.Inputs) {
				if i.Key != "low:samen" && i.Key != "high:samen" && !slices.Equal(i.Provisional, []int{1}) {
					t.Errorf("%s: %s is provisional in %v", name, i.Key, i.Provisional)
				}
			}
			if i := m.Find("bijstand"); !slices.Equal(m.Indicators[i].Breaks, []int{1}) {
				t.Errorf("breaks %v", m.Indicators[i].Breaks)
			}
			if i := m.Find("inwoners"); len(m.Indicators[i].Breaks) > 0 {
				t.Errorf("a break before the first period: %v", m.Indicators[i].Breaks)
			}
		}
	}
}
