package postcode

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"wijkmonitor/generator/model"
)

// small is a country with two municipalities, two districts in the first, and
// a neighbourhood that is gone.
func small() *model.Monitor {
	m := &model.Monitor{Levels: []model.Level{model.Country, model.Municipality, model.District, model.Neighbourhood}}
	add := func(code, name string, level model.Level, municipality, parent, last int) {
		m.Regions = append(m.Regions, model.Region{Code: code, Name: name, Level: level, Municipality: municipality, Parent: parent, Last: last})
	}
	add("NL00", "Nederland", model.Country, -1, -1, 1)
	add("GM0363", "Hier", model.Municipality, 1, 0, 1)
	add("WK036300", "Wijk 0", model.District, 1, 1, 1)
	add("BU03630001", "Eerste", model.Neighbourhood, 1, 2, 1)
	add("BU03630002", "Tweede & co", model.Neighbourhood, 1, 2, 1)
	add("WK0363AH", "Wijk AH", model.District, 1, 1, 1)
	add("BU0363AH07", "Letters", model.Neighbourhood, 1, 5, 1)
	add("BU0363AH08", "Vroeger", model.Neighbourhood, 1, 5, 0)
	add("GM1680", "Daar", model.Municipality, 8, 0, 1)
	add("WK168000", "Wijk daar", model.District, 8, 8, 1)
	add("BU16800000", "Verder", model.Neighbourhood, 8, 9, 1)
	return m
}

// found lists the table as "1234AB:BU03630001,…".
func found(t *Table, m *model.Monitor) string {
	var b strings.Builder
	for i, r := range t.rows {
		switch {
		case i > 0 && t.rows[i-1].code == r.code:
			b.WriteByte(',')
		default:
			fmt.Fprintf(&b, " %s:", r.code)
		}
		b.WriteString(m.Regions[r.region].Code)
	}
	return strings.TrimSpace(b.String())
}

func TestParse(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"as CBS publishes it", "PC6;Huisnummer;Buurt2025;Wijk2025;Gemeente2025\n1011AB;1;BU03630001;WK036300;GM0363\n", "1011AB:BU03630001"},
		{"numbers, commas and quotes", "\"PC6\",\"Huisnummer\",\"Buurt2021\",\"Wijk2021\",\"Gemeente2021\"\n\"1011AB\",1,3630001,36300,363\n1011ZZ,1,16800000,168000,1680\n", "1011AB:BU03630001 1011ZZ:BU16800000"},
		{"letters in a code", "PC6;buurt\n1011AB;BU0363AH07\n1011AC;363AH07\n", "1011AB:BU0363AH07 1011AC:BU0363AH07"},
		{"two columns without names", "1011 ab;BU03630001\r\n1011AC;BU03630002", "1011AB:BU03630001 1011AC:BU03630002"},
		{"byte order mark and empty lines", "\ufeffPC6,Buurtcode\n\n1011AB,BU03630001\n\n", "1011AB:BU03630001"},
		{"most addresses first", "PC6;Huisnummer;Buurt2025\n1011AB;1;BU03630001\n1011AB;2;BU03630002\n1011AB;3;BU03630002\n", "1011AB:BU03630002,BU03630001"},
		{"as many addresses: by code", "PC6;buurt\n1011AB;BU03630002\n1011AB;BU03630001\n", "1011AB:BU03630001,BU03630002"},
		{"an address twice", "PC6;Huisnummer;buurt\n1011AB;1;BU03630001\n1011AB;1;BU03630001\n1011AB;2;BU03630002\n1011AB;3;BU03630002\n1011AB;1;BU03630001\n", "1011AB:BU03630001,BU03630002"},
		{"invented postcodes", "PC6;buurt\n0101AA;BU03630001\n", "0101AA:BU03630001"},
	}
	for _, tt := range tests {
		m := small()
		table, err := Parse("p.csv", strings.NewReader(tt.text), m)
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		if got := found(table, m); got != tt.want || table.Warning() != "" {
			t.Errorf("%s: %s %s; %s would be right", tt.name, got, table.Warning(), tt.want)
		}
	}
}

// A monitor that goes no deeper than districts or municipalities leads there.
func TestParse_Shallow(t *testing.T) {
	for level, want := range map[model.Level]string{model.District: "1011AB:WK036300", model.Municipality: "1011AB:GM0363"} {
		m := small()
		var regions []model.Region
		for _, r := range m.Regions {
			if r.Level <= level {
				regions = append(regions, r)
			}
		}
		m.Regions = regions
		table, err := Parse("p.csv", strings.NewReader("PC6;buurt\n1011AB;BU03630001\n1011AB;BU03630002\n"), m)
		if err != nil {
			t.Fatal(err)
		}
		if got := found(table, m); got != want {
			t.Errorf("%s: %s; %s would be right", level, got, want)
		}
	}
}

func TestParse_Errors(t *testing.T) {
	long := "PC6;buurt\n1011AB;" + strings.Repeat("0", longestLine) + "\n"
	tests := []struct{ name, text, want string }{
		{"empty", "", "p.csv: the file is empty"},
		{"names alone", "PC6;buurt\n", "p.csv: has no postcodes"},
		{"no postcode column", "Postcod;Buurt2025\n1;2\n", `p.csv:1: the first line has no column PC6`},
		{"no neighbourhood column", "PC6;Buurd2025\n1;2\n", `p.csv:1: the first line has no column Buurt2025, in the place of "buurd2025"; PC6 and Buurt2025`},
		{"two of them", "PC6;Buurt2024;Buurt2025\n", `p.csv:1: has the columns "Buurt2024" and "Buurt2025"; one of them would be right`},
		{"no postcode", "PC6;buurt\n1011A;BU03630001\n", `p.csv:2: postcode "1011A"; four digits and two letters, such as 1234AB, would be right`},
		{"no code", "PC6;buurt\n1011AB;WK036300\n", `p.csv:2: neighbourhood "WK036300" of 1011AB; a code such as BU03630001`},
		{"fields", "PC6;Huisnummer;buurt\n1011AB;1\n", "p.csv:2: has 2 fields; 3, as the first line, would be right"},
		{"a long line", long, "p.csv:2: the line is longer than 1024 bytes"},
		{"another year", "PC6;Buurt2003\n1011AB;BU99990001\n1011AC;BU99990002\n", "2 of 2 lines name a neighbourhood that the tables do not have, such as BU99990001: the year is probably wrong (its column is Buurt2003)"},
		{"gone", "PC6;buurt\n1011AB;BU0363AH08\n", "the year is probably wrong"},
	}
	for _, tt := range tests {
		_, err := Parse("p.csv", strings.NewReader(tt.text), small())
		if err == nil || !strings.HasPrefix(err.Error(), "postcode: p.csv:") || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v; %q would be right", tt.name, err, tt.want)
		}
	}
	_, err := Parse("p.csv", strings.NewReader("PC6;buurt\n"+strings.Repeat("fout;fout\n", 50)), small())
	if n := strings.Count(err.Error(), "\n") + 1; n != most {
		t.Errorf("%d problems are reported; %d would be right", n, most)
	}
}

// Some neighbourhoods that are not there are told, not refused.
func TestParse_Unknown(t *testing.T) {
	m := small()
	table, err := Parse("p.csv", strings.NewReader("PC6;buurt\n1011AB;BU03630001\n1011AC;BU03639999\n1011AD;BU03639999\n"), m)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := table.Warning(), "2 lines of the postcodes name one of 1 neighbourhoods that are not in the tables, such as BU03639999"; got != want || table.Count() != 1 {
		t.Errorf("%q, %d postcodes; %q and 1 would be right", got, table.Count(), want)
	}
}

func TestRead(t *testing.T) {
	dir := t.TempDir()
	m := small()
	if table, err := Read(dir, m); table != nil || err != nil {
		t.Errorf("without a table: %v, %v", table, err)
	}
	text := []byte("PC6;buurt\n1011AB;BU03630001\n")
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	_, _ = w.Write(text)
	_ = w.Close()
	for name, content := range map[string][]byte{"p.csv": text, "p.csv.gz": packed.Bytes(), "half.csv.gz": packed.Bytes()[:packed.Len()-6], "not.csv.gz": text} {
		if err := os.WriteFile(filepath.Join(dir, name), content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for name, want := range map[string]string{"p.csv": "", "p.csv.gz": "", "half.csv.gz": "unexpected EOF", "not.csv.gz": "a file that gzip made", "none.csv": "the file is missing"} {
		m.Postcodes = name
		table, err := Read(dir, m)
		switch {
		case want == "" && (err != nil || table.Count() != 1):
			t.Errorf("%s: %v, %v", name, table, err)
		case want != "" && (err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), name)):
			t.Errorf("%s: %v; %s would be right", name, err, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{"PC6;buurt\n1011AB;BU03630001\n", "1011ab,3630001", "\"PC6\",x,\"Buurt2025\"\n\"1011 AB\",,363AH07\n", "PC6;;\n"} {
		f.Add([]byte(seed))
	}
	m := small()
	f.Fuzz(func(t *testing.T, text []byte) {
		table, err := Parse("p.csv", bytes.NewReader(text), m)
		if (table == nil) == (err == nil) {
			t.Fatalf("table %v, error %v", table, err)
		}
		if err == nil && len(table.Lists(m, func(int) bool { return true })) < 2 {
			t.Fatal("a table without lists")
		}
	})
}
