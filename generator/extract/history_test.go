package extract

import (
	"slices"
	"testing"
)

var nation = each("NL00", 2018, 2021, 10000, nil)

func TestHistory(t *testing.T) {
	gm := slices.Concat(each("GM0001", 2018, 2021, 5000, nil), each("WK000199", 2018, 2021, 500, nil), each("BU00019901", 2018, 2021, 500, nil))
	wk := each("WK000101", 2018, 2021, 100, nil)
	tests := []struct {
		about, changes string
		rows           []areaRow
		names          map[string]string
		lines, lives   map[string]string
	}{
		{about: "the same code and area", rows: wk,
			lines: map[string]string{"WK000101": "118 119 120 121"}, lives: map[string]string{"WK000101": "0-3"}},
		{about: "area changed by Indelingswijziging", rows: each("WK000101", 2018, 2021, 100, map[int]string{2020: "3"}),
			lines: map[string]string{"WK000101": "/ / 120 121"}, lives: map[string]string{"WK000101": "0-3 2020@2 border<"}},
		{about: "gaps stay as they are", rows: append(each("WK000101", 2019, 2021, 100, map[int]string{2021: "3"}), areaRow{"WK000101", 2018, "1", -1}),
			lines: map[string]string{"WK000101": "? / / 121"}},
		{about: "a new region is not broken", rows: each("WK000109", 2019, 2021, 100, map[int]string{2019: "3"}),
			lines: map[string]string{"WK000109": "- 119 120 121"}, lives: map[string]string{"WK000109": "1-3"}},
		{about: "recoded", changes: "2020;recode;WK000101;Dorp;WK000107;Dorp\n",
			rows:  append(each("WK000101", 2018, 2019, 100, nil), each("WK000107", 2020, 2021, 100, map[int]string{2020: "2"})...),
			lines: map[string]string{"WK000107": "118 119 120 121"}, lives: map[string]string{"WK000101": "none", "WK000107": "0-3 2020@2 recode<WK000101(Dorp)"}},
		{about: "recoded twice, with a change of area between", changes: "2019;recode;WK000101;A;WK000102;B\n2021;recode;WK000102;B;WK000103;C\n",
			rows:  slices.Concat(each("WK000101", 2018, 2018, 100, nil), each("WK000102", 2019, 2020, 100, map[int]string{2020: "3"}), each("WK000103", 2021, 2021, 100, nil)),
			lines: map[string]string{"WK000103": "/ / 120 121"}, lives: map[string]string{"WK000102": "none",
				"WK000103": "0-3 2019@1 recode<WK000101(A) 2020@2 border< 2021@3 recode<WK000102(B)"}},
		{about: "renumbered: each code moves up one", changes: "2020;recode;WK000101;A;WK000102;A\n2020;recode;WK000102;B;WK000103;B\n",
			rows:  slices.Concat(each("WK000101", 2018, 2019, 100, nil), each("WK000102", 2018, 2019, 200, nil), each("WK000102", 2020, 2021, 100, nil), each("WK000103", 2020, 2021, 200, nil)),
			lines: map[string]string{"WK000102": "118 119 120 121", "WK000103": "218 219 220 221"}},
		{about: "two codes change places", changes: "2020;recode;WK000101;A;WK000102;A\n2020;recode;WK000102;B;WK000101;B\n",
			rows:  slices.Concat(each("WK000101", 2018, 2019, 100, nil), each("WK000102", 2018, 2019, 200, nil), each("WK000101", 2020, 2021, 200, nil), each("WK000102", 2020, 2021, 100, nil)),
			lines: map[string]string{"WK000101": "218 219 220 221", "WK000102": "118 119 120 121"}},
		{about: "the new code was of another area", changes: "2020;recode;WK000101;A;WK000102;A\n",
			rows:  slices.Concat(each("WK000101", 2018, 2019, 100, nil), each("WK000102", 2018, 2019, 900, nil), each("WK000102", 2020, 2021, 100, nil)),
			lines: map[string]string{"WK000102": "118 119 120 121"}},
		{about: "the old code is given to another area", changes: "2020;recode;WK000101;A;WK000102;A\n",
			rows:  slices.Concat(each("WK000101", 2018, 2019, 100, nil), each("WK000101", 2020, 2021, 900, nil), each("WK000102", 2020, 2021, 100, nil)),
			lines: map[string]string{"WK000101": "- - 920 921", "WK000102": "118 119 120 121"},
			lives: map[string]string{"WK000101": "2-3 2020@2 reuse<*WK000102(A)"}},
		{about: "a table that gives old figures under the new code", changes: "2020;recode;WK000101;A;WK000102;A\n", rows: each("WK000102", 2018, 2021, 100, nil),
			lines: map[string]string{"WK000102": "118 119 120 121"}},
		{about: "recoded by Indelingswijziging, from an unknown code", rows: each("WK000102", 2020, 2021, 100, map[int]string{2020: "2"}),
			lines: map[string]string{"WK000102": "- - 120 121"}, lives: map[string]string{"WK000102": "2-3 2020@2 recode<"}},
		{about: "recoded by Indelingswijziging to a code in use", rows: each("WK000102", 2018, 2021, 100, map[int]string{2020: "2"}), names: map[string]string{"WK000102": "Dorp"},
			lines: map[string]string{"WK000102": "/ / 120 121"}, lives: map[string]string{"WK000102": "0-3 2020@2 reuse<(Dorp)"}},
		{about: "merged", changes: "2020;merge;GM0002;Oud;GM0004;Nieuw\n2020;merge;GM0003;Ouder;GM0004;Nieuw\n",
			rows:  slices.Concat(each("GM0002", 2018, 2019, 100, nil), each("WK000201", 2018, 2019, 100, nil), each("BU00020100", 2018, 2019, 100, nil), each("GM0004", 2020, 2021, 200, nil)),
			lines: map[string]string{"GM0002": "118 119 - -", "BU00020100": "118 119 - -", "GM0004": "- - 220 221"},
			lives: map[string]string{"GM0002": "0-1 2020@2 merge>*GM0004(Nieuw)", "GM0004": "2-3 2020@2 merge<*GM0002(Oud) 2020@2 merge<GM0003(Ouder)", "WK000201": "0-1"}},
		{about: "merged into a municipality that keeps its code", changes: "2020;merge;GM0002;Oud;GM0001;Blijvend\n", rows: each("GM0002", 2018, 2019, 100, nil),
			lines: map[string]string{"GM0002": "118 119 - -", "GM0001": "/ / 5020 5021"}, lives: map[string]string{"GM0001": "0-3 2020@2 merge<*GM0002(Oud)"}},
		{about: "split; a part keeps the code", changes: "2019;split;WK000101;A;WK000102;B\n", rows: append(each("WK000102", 2019, 2021, 100, nil), wk...),
			lines: map[string]string{"WK000101": "/ 119 120 121", "WK000102": "- 119 120 121"},
			lives: map[string]string{"WK000101": "0-3 2019@1 split>*WK000102(B)", "WK000102": "1-3 2019@1 split<*WK000101(A)"}},
		{about: "a border that moved", changes: "2021;border;WK000101;A;WK000102;B\n2019;border;WK000102;B;WK000102;B\n", rows: append(each("WK000102", 2018, 2021, 100, nil), wk...),
			lines: map[string]string{"WK000101": "/ / / 121", "WK000102": "/ / / 121"},
			lives: map[string]string{"WK000101": "0-3 2021@3 border>*WK000102(B)", "WK000102": "0-3 2019@1 border< 2021@3 border<*WK000101(A)"}},
		{about: "before and after the periods", changes: "2010;merge;WK000109;Weg;WK000101;A\n2031;border;WK000101;A;WK000101;A\n2032;recode;WK000101;A;WK000107;A\n", rows: wk,
			lines: map[string]string{"WK000101": "118 119 120 121"}, lives: map[string]string{"WK000101": "0-3 2010@-1 merge<WK000109(Weg)"}},
	}
	for _, tt := range tests {
		t.Run(tt.about, func(t *testing.T) {
			m := loadHistory(t, tt.changes, areas("90001NED", tt.names, slices.Concat(nation, gm, tt.rows)))
			for code, want := range tt.lines {
				if got := line(t, m, code); got != want {
					t.Errorf("%s: %s; %s would be right", code, got, want)
				}
			}
			for code, want := range tt.lives {
				if got := life(m, code); got != want {
					t.Errorf("%s: %s; %s would be right", code, got, want)
				}
			}
		})
	}
}

func TestHistory_EmptyRowsOfCodesThatWere(t *testing.T) {
	rows := slices.Concat(nation, each("GM0002", 2018, 2019, 100, nil), []areaRow{{"GM0002", 2020, "", -1}, {"GM0002", 2021, "", -1}, {"GM0004", 2018, "", -1}, {"GM0004", 2019, "", -1}},
		each("GM0004", 2020, 2021, 100, nil), each("GM0005", 2018, 2019, 50, nil), []areaRow{{"GM0005", 2020, "", -1}, {"GM0006", 2019, "", -1}}, each("GM0006", 2020, 2021, 50, nil))
	m := loadHistory(t, "2020;recode;GM0005;Klein;GM0006;Klein\n", withoutMarks(areas("90001NED", nil, rows)))
	for code, want := range map[string]string{"GM0002": "118 119 - -", "GM0004": "- - 120 121", "GM0006": "68 69 70 71"} {
		if got := line(t, m, code); got != want {
			t.Errorf("%s: %s; %s would be right", code, got, want)
		}
	}
	if got := life(m, "GM0005"); got != "none" {
		t.Errorf("the old code has a region: %s", got)
	}
	if got := life(m, "GM0002"); got != "0-1" {
		t.Errorf("GM0002: %s", got)
	}
}

// An empty row is not the end of a region: a small one may have no number.
func TestHistory_EmptyRowsOfWhatIsThere(t *testing.T) {
	tests := []struct {
		about, changes string
		rows           []areaRow
		line, life     string
	}{
		{"one at the end", "", append(each("GM0002", 2018, 2020, 100, nil), areaRow{"GM0002", 2021, "", -1}), "118 119 120 ?", "0-3"},
		{"some in between", "", append(each("GM0002", 2018, 2018, 100, nil), areaRow{"GM0002", 2019, "", -1}, areaRow{"GM0002", 2020, "", -1}, areaRow{"GM0002", 2021, "", 7}), "118 ? ? 7", "0-3"},
		{"nothing but empty rows", "", []areaRow{{"GM0002", 2018, "", -1}, {"GM0002", 2019, "", -1}, {"GM0002", 2020, "", -1}, {"GM0002", 2021, "", -1}}, "? ? ? ?", "0-3"},
		{"one at the end, and it was merged then", "2021;merge;GM0002;A;GM0001;B\n", append(each("GM0002", 2018, 2020, 100, nil), areaRow{"GM0002", 2021, "", -1}), "118 119 120 -", "0-2 2021@3 merge>*GM0001(B)"},
		{"one at the end, and it was merged before", "2020;merge;GM0002;A;GM0001;B\n", append(each("GM0002", 2018, 2019, 100, nil), areaRow{"GM0002", 2020, "", -1}), "118 119 - -", "0-1 2020@2 merge>*GM0001(B)"},
		{"one at the beginning, and it was formed later", "2019;merge;GM0001;B;GM0002;A\n", append(each("GM0002", 2019, 2021, 100, nil), areaRow{"GM0002", 2018, "", -1}), "- 119 120 121", "1-3 2019@1 merge<*GM0001(B)"},
		{"no number in its first year", "2019;merge;GM0001;B;GM0002;A\n", append(each("GM0002", 2020, 2021, 100, nil), areaRow{"GM0002", 2018, "", -1}, areaRow{"GM0002", 2019, "", -1}), "- ? 120 121", "1-3 2019@1 merge<*GM0001(B)"},
	}
	for _, tt := range tests {
		m := loadHistory(t, tt.changes, withoutMarks(areas("90001NED", nil, slices.Concat(nation, each("GM0001", 2018, 2021, 500, nil), tt.rows))))
		if got := line(t, m, "GM0002"); got != tt.line {
			t.Errorf("%s: %s; %s would be right", tt.about, got, tt.line)
		}
		if got := life(m, "GM0002"); got != tt.life {
			t.Errorf("%s: %s; %s would be right", tt.about, got, tt.life)
		}
	}
}

func TestHistory_ReusedCode(t *testing.T) {
	older := func(name string) *Table {
		return areas("90001NED", map[string]string{"WK000101": name}, slices.Concat(each("NL00", 2018, 2020, 10000, nil), each("GM0001", 2018, 2020, 5000, nil), each("WK000101", 2018, 2019, 100, nil)))
	}
	newer := func(name, mark string) *Table {
		return areas("90002NED", map[string]string{"WK000101": name}, slices.Concat(each("NL00", 2020, 2021, 10000, nil), each("GM0001", 2020, 2021, 5000, nil), each("WK000101", 2020, 2021, 100, map[int]string{2020: mark})))
	}
	tests := []struct{ about, old, new, mark, line, life string }{
		{"another name", "Wijk 01 Vissershaven", "Bloemenbuurt", ".", "/ / 120 121", "0-3 2020@2 reuse<(Wijk 01 Vissershaven)"},
		{"another name, and another area", "Wijk 01 Vissershaven", "Bloemenbuurt", "3", "/ / 120 121", "0-3 2020@2 reuse<(Wijk 01 Vissershaven)"},
		{"another name for the same area", "Vissershaven", "Bloemenbuurt", "1", "118 119 120 121", "0-3"},
		{"the name written in another way", "Wijk 01 Súdhôf-Oost", "Sudhof e.o.", ".", "118 119 120 121", "0-3"},
		{"a part of the name", "Bloemenwijk", "Bloemen", ".", "118 119 120 121", "0-3"},
		{"a name without words", "Wijk 01", "Bloemenbuurt", ".", "118 119 120 121", "0-3"},
	}
	for _, tt := range tests {
		for _, order := range [][]*Table{{older(tt.old), newer(tt.new, tt.mark)}, {newer(tt.new, tt.mark), older(tt.old)}} {
			m := loadHistory(t, "", order...)
			if got := line(t, m, "WK000101"); got != tt.line {
				t.Errorf("%s: %s; %s would be right", tt.about, got, tt.line)
			}
			if got := life(m, "WK000101"); got != tt.life {
				t.Errorf("%s: %s; %s would be right", tt.about, got, tt.life)
			}
		}
	}
}

func TestHistory_MunicipalityNamesOfRows(t *testing.T) {
	table := withoutMarks(areas("90001NED", nil, append(each("GM0001", 2018, 2021, 100, nil), nation...)))
	table.Topics = append(table.Topics, Topic{Key: "Gemeentenaam_1", Title: "Gemeentenaam", Datatype: "String"})
	table.Values, table.Strings = append(table.Values, nil), append(table.Strings, []string{"Vissershaven", "Vissershaven", "Bloemendam", "Bloemendam", "", "", "", ""})
	m := loadHistory(t, "", table)
	if got := line(t, m, "GM0001"); got != "/ / 120 121" {
		t.Errorf("GM0001: %s", got)
	}
}

func TestHistory_WijkOfRecodedMunicipality(t *testing.T) {
	rows := slices.Concat(nation, each("GM0002", 2018, 2019, 100, nil), each("WK000201", 2018, 2019, 100, nil), each("GM0003", 2020, 2021, 100, nil))
	table := areas("90001NED", nil, rows)
	_, err := Load(historyDefinition(t, "2020;recode;GM0002;A;GM0003;A\n", table), write(t, table))
	wantError(t, err, "WK000201", "GM0002", "GM0003", "recode")
}
