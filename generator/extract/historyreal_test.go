package extract

import (
	"compress/gzip"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"wijkmonitor/generator/model"
)

const realData = "../../../shared/data"

// successors2019 are municipalities that went on in another on 1 January 2019.
// CBS's list of codes has no successors; these are facts of public record.
var successors2019 = map[string]string{"GM0005": "GM1966", "GM0053": "GM1966", "GM1651": "GM1966", "GM1663": "GM1966",
	"GM0015": "GM1969", "GM0022": "GM1969", "GM0025": "GM1969", "GM0056": "GM1969", "GM0009": "GM0014", "GM0017": "GM0014"}

// readReal reads a zipped CSV file of CBS: the named columns of each row.
func readReal(t *testing.T, pattern string, columns ...string) [][]string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(realData, pattern))
	if err != nil || len(names) != 1 {
		t.Skipf("%s is not here", pattern)
	}
	f, err := os.Open(names[0])
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	r := csv.NewReader(z)
	r.Comma, r.LazyQuotes = ';', true
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var out [][]string
	for _, row := range rows[1:] {
		picked := make([]string, len(columns))
		for i, c := range columns {
			at := slices.IndexFunc(rows[0], func(name string) bool { return name == c || strings.TrimRightFunc(name, unicode.IsDigit) == c })
			if at < 0 {
				t.Fatalf("%s has no column %s", names[0], c)
			}
			picked[i] = strings.TrimSpace(row[at])
		}
		out = append(out, picked)
	}
	return out
}

// A code is what CBS's list says of the code of a municipality.
type realCode struct{ name, begin, end string }

func realCodes(t *testing.T) map[string]realCode {
	codes := map[string]realCode{}
	for _, row := range readReal(t, "regions/70739ned.csv.gz", "RegioS", "GebiedsOfGemeentecode_3", "BegindatumSorteerveld_6", "EinddatumSorteerveld_7") {
		if strings.HasPrefix(row[1], "GM") {
			codes[row[1]] = realCode{strings.TrimSuffix(row[0], " (gemeente)"), row[2], row[3]}
		}
	}
	return codes
}

// municipalities is the table of municipalities of a year, with its inhabitants.
func municipalities(t *testing.T, year int) *Table {
	rows := each("NL00", year, year, 17000000, nil)
	names := map[string]string{"NL00": "Nederland"}
	for _, row := range readReal(t, fmt.Sprintf("regions/gebieden_%d_*.csv.gz", year), "Code_1", "Naam_2", "Inwonertal_") {
		n, err := strconv.ParseFloat(row[2], 64)
		if err != nil {
			t.Fatalf("%s: %v", row[0], err)
		}
		names[row[0]] = row[1]
		rows = append(rows, areaRow{row[0], year, "", n})
	}
	return withoutMarks(areas(fmt.Sprintf("%dDEM", year), names, rows))
}

func TestHistory_RealMunicipalities(t *testing.T) {
	codes := realCodes(t)
	if len(codes) < 1000 {
		t.Fatalf("%d codes", len(codes))
	}
	var changes strings.Builder
	for from, to := range successors2019 {
		if a, b := codes[from], codes[to]; a.end != "20190101" || b.end != "" {
			t.Errorf("%s ends at %q and %s at %q", from, a.end, to, b.end)
		}
		fmt.Fprintf(&changes, "2019;merge;%s;%s;%s;%s\n", from, codes[from].name, to, codes[to].name)
	}
	m := loadHistory(t, changes.String(), municipalities(t, 2018), municipalities(t, 2019))
	ended, begun := 0, 0
	for r, region := range m.Regions[1:] {
		code := codes[region.Code]
		if begins := code.begin == "20190101"; begins != (region.First == 1) {
			t.Errorf("%s begins at %s and is there from period %d", region.Code, code.begin, region.First)
		} else if begins {
			begun++
		}
		if ends := code.end == "20190101"; ends != (region.Last == 0) {
			t.Errorf("%s ends at %s and is there until period %d", region.Code, code.end, region.Last)
		} else if ends {
			ended++
			if f := m.Cube.At(r+1, 0, 0, 1); f != model.Gap(model.NoRegion) {
				t.Errorf("%s has %v in 2019", region.Code, f)
			}
		}
	}
	if ended != 34 || begun != 9 || len(m.Regions) != 1+380+9 {
		t.Errorf("%d ended, %d begun, %d regions; 380 municipalities, less 34, and 9 would be right", ended, begun, len(m.Regions))
	}
	if got := life(m, "GM1966"); got != "1-1 2019@1 merge<*GM0005(Bedum) 2019@1 merge<*GM0053(Winsum) 2019@1 merge<*GM1651(Eemsmond) 2019@1 merge<*GM1663(De Marne)" {
		t.Errorf("Het Hogeland: %s", got)
	}
	if got := life(m, "GM0005"); got != "0-0 2019@1 merge>*GM1966(Het Hogeland)" {
		t.Errorf("Bedum: %s", got)
	}
	if got := line(t, m, "GM0014"); got != "/ 231299" {
		t.Errorf("Groningen, with Haren and Ten Boer since 2019: %s", got)
	}
	if got := line(t, m, "GM0363"); strings.Contains(got, "/") {
		t.Errorf("Amsterdam, as it was: %s", got)
	}
}

// Tables by municipality go on with empty rows of codes that are gone, and
// begin with empty rows of those that are to come.
func TestHistory_RealEmptyRows(t *testing.T) {
	codes := map[string]string{"Nederland": "NL00", "Bedum": "GM0005", "Winsum": "GM0053", "Het Hogeland": "GM1966", "Rozendaal": "GM0277"}
	var rows []areaRow
	for _, row := range readReal(t, "cbs-csv/81064ned.csv.gz", "RegioS", "Perioden", "PersonenMetEenBetalingsachterstand_1") {
		year, err := strconv.Atoi(row[1])
		if codes[row[0]] == "" || err != nil {
			continue
		}
		n, err := strconv.ParseFloat(row[2], 64)
		if err != nil {
			n = -1
		}
		rows = append(rows, areaRow{codes[row[0]], year, "", n})
	}
	m := loadHistory(t, "", withoutMarks(areas("81064ned", nil, rows)))
	for code, want := range map[string]string{"GM0005": "0-8", "GM0053": "0-8", "GM1966": "9-13", "GM0277": "0-13", "NL00": "0-13"} {
		if got := life(m, code); got != want {
			t.Errorf("%s: %s; %s would be right", code, got, want)
		}
	}
	if got := line(t, m, "GM0005"); got != "90 80 70 60 70 80 80 70 60 - - - - -" {
		t.Errorf("Bedum: %s", got)
	}
}

// Names alone must not break the line of a real municipality.
func TestHistory_RealNames(t *testing.T) {
	names := map[string]string{}
	compared := 0
	for year := 2013; year <= 2025; year++ {
		for _, row := range readReal(t, fmt.Sprintf("regions/gebieden_%d_*.csv.gz", year), "Code_1", "Naam_2") {
			if old := names[row[0]]; old != "" {
				compared++
				if unlike(old, row[1]) {
					t.Errorf("%s is called %q in %d and was %q", row[0], row[1], year, old)
				}
			}
			names[row[0]] = row[1]
		}
	}
	if compared < 4000 {
		t.Errorf("%d names compared", compared)
	}
}

// Tables by wijk and buurt have Indelingswijziging; one year has no line to break.
func TestHistory_RealMarks(t *testing.T) {
	if _, err := os.Stat(realExtract); err != nil {
		t.Skip("the real extract of 84799NED is not here")
	}
	m, err := Load(realDefinition(), realExtract)
	if err != nil {
		t.Fatal(err)
	}
	marks, events := map[byte]int{}, 0
	for r := range m.Regions {
		marks[m.Regions[r].Change]++
		events += len(m.Regions[r].Events)
		for i := range m.Indicators {
			if s := m.Cube.At(r, 0, i, 0).State(); s == model.Broken || s == model.NoRegion {
				t.Fatalf("%s is %v", m.Regions[r].Code, s)
			}
		}
	}
	if marks['1'] == 0 || marks['2'] == 0 || marks['3'] == 0 || events != marks['2'] {
		t.Errorf("Indelingswijziging %v, %d events; one for each 2 would be right", marks, events)
	}
}
