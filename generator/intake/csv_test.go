package intake

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"wijkmonitor/generator/extract"
)

// statline is how a download of StatLine looks: title, names, notes below.
const statline = "\ufeff\"Uitkeringen; wijken\"\r\n\"Regio's\";\"Regiocode\";\"Perioden\";\"Herkomst\";\"Bijstand (aantal)\";\"Bijstand (%)\"\r\n" +
	"\"Nederland\";\"NL00\";\"2023*\";\"Totaal\";\"403.830\";\"2,5\"\r\n\"Súdwest\";\"GM1900\";\"2023*\";\"Totaal\";\".\";\"x\"\r\n" +
	"\"Súdwest\";\"GM1900\";\"2023*\";\"Marokko\";\"\";\"1,5\"\r\n\"Bron: CBS\"\r\n\"© CBS\"\r\n"

// read imports a text with the mapping that is proposed, changed by answer.
func read(t *testing.T, text string, answer func(*Mapping)) (*extract.Table, Report, error) {
	t.Helper()
	s, err := Open("bestand.csv", []byte(text), Hints{})
	if err != nil {
		return nil, Report{}, err
	}
	d, err := Propose(s, "")
	if err != nil {
		return nil, Report{}, err
	}
	if answer != nil {
		answer(&d.Mapping)
	}
	b, err := d.YAML()
	if err != nil {
		t.Fatal(err)
	}
	m, err := ParseMapping("mapping.yaml", b)
	if err != nil {
		return nil, Report{}, err
	}
	return Convert(s, m)
}

func wantError(t *testing.T, err error, parts ...string) {
	t.Helper()
	for _, p := range parts {
		if err == nil || !strings.Contains(err.Error(), p) {
			t.Errorf("the error is %v; it must say %q", err, p)
		}
	}
}

func TestConvert_StatLine(t *testing.T) {
	table, r, err := read(t, statline, nil)
	if err != nil {
		t.Fatal(err)
	}
	if r.Rows != 3 || r.Notes != 2 || r.Cells != 3 || r.Gaps["unknown"] != 1 || r.Gaps["secret"] != 1 || r.Gaps["empty"] != 1 {
		t.Errorf("%+v", r)
	}
	if table.Title != "Uitkeringen; wijken" || table.Values[0][0] != 403830 || table.Values[1][2] != 1.5 {
		t.Errorf("%+v", table)
	}
	if table.Attributes[0][1] != "Unknown" || table.Attributes[1][1] != "Confidential" {
		t.Errorf("the reasons of gaps are %v", table.Attributes)
	}
	if table.Regions[1] != (extract.Code{Key: "GM1900", Title: "Súdwest"}) || table.Time.Codes[0].Status != "Voorlopig" || len(table.Others[0].Codes) != 2 {
		t.Errorf("%+v %+v %+v", table.Regions, table.Time, table.Others)
	}
}

func TestConvert_OtherForms(t *testing.T) {
	latin, err := charmap.Windows1252.NewEncoder().String(strings.TrimPrefix(statline, "\ufeff"))
	if err != nil {
		t.Fatal(err)
	}
	long := "Regiocode\tPerioden\tOnderwerp\tWaarde\nNL00\t2023\tBijstand\t5,5\nNL00\t2023\tWW\t3,25\n"
	for name, text := range map[string]string{
		"windows-1252": latin,
		"pandas":       ",code,jaar,bijstand aantal\n0,NL00,2023,5.0\n1,GM0001,2023,\n",
		"R":            "\"\",\"code\",\"jaar\",\"bijstand aantal\"\n\"1\",\"NL00\",2023,5\n\"2\",\"GM0001\",2023,NA\n",
		"write.table":  "\"code\",\"jaar\",\"bijstand aantal\"\n\"1\",\"NL00\",2023,5\n\"2\",\"GM0001\",2023,NA\n",
		"long":         long,
	} {
		t.Run(name, func(t *testing.T) {
			table, _, err := read(t, text, func(m *Mapping) {
				for i := range m.Topics {
					m.Topics[i].Unit = "aantal"
				}
			})
			if err != nil {
				t.Fatal(err)
			}
			if name == "windows-1252" && table.Regions[1].Title != "Súdwest" {
				t.Errorf("%+v", table.Regions)
			}
			if name == "long" && (len(table.Values) != 2 || table.Values[0][0] != 5.5 || table.Values[1][0] != 3.25) {
				t.Errorf("%+v", table.Values)
			}
			if name != "long" && name != "windows-1252" && (len(table.RegionIdx) != 2 || table.Values[0][0] != 5) {
				t.Errorf("%+v", table.Values)
			}
		})
	}
}

func TestConvert_Refuses(t *testing.T) {
	head := "code;jaar;bijstand aantal\n"
	tests := []struct {
		name, text string
		answer     func(*Mapping)
		want       []string
	}{
		{"an ambiguous mark", head + "NL00;2023;1.234\n", nil, []string{"decimal", `"," or "."`}},
		{"a dash", head + "NL00;2023;-\nGM0001;2023;5\n", nil, []string{`"-" is "?"`, "zero"}},
		{"no region", "jaar;bijstand aantal\n2023;12\n", nil, []string{"region: fixed", "NL01"}},
		{"two region columns", "van;naar;jaar;aantal\nGM0001;GM0002;2023;5\n", nil, []string{"region: column"}},
		{"names without areas", "Gemeente;jaar;aantal\nUrk;2023;5\n", nil, []string{"region: areas"}},
		{"a unit", "code;jaar;bijstand\nNL00;2023;5\n", nil, []string{"unit of topic bijstand"}},
		{"a second row", head + "NL00;2023;5\nNL00;2023;6\n", nil, []string{"bestand.csv, row 3 (NL00)", "row 2"}},
		{"two countries", head + "NL00;2023;5\nNL01;2023;6\n", func(m *Mapping) { m.Region.LeaveOut = nil }, []string{"leave_out"}},
		{"a column without part", head + "NL00;2023;5\n", func(m *Mapping) { m.Topics[0].Column = "bijstant aantal" }, []string{`has no column "bijstant aantal"`, `"bijstand aantal" would be right`, "has no part"}},
		{"a region code", head + "NL00;2023;5\n", func(m *Mapping) { m.Region.Column, m.Ignore = "jaar", []string{"code"} }, []string{"row 2, jaar", "is not a region code"}},
		{"text among figures", head + "NL00;2023;5\nGM0001;2023;veel\n", func(m *Mapping) {
			m.Topics, m.Ignore = []TopicMapping{{Column: "bijstand aantal", Key: "B", Unit: "aantal"}}, nil
			m.Dimensions = nil
		}, []string{"row 3 (GM0001), bijstand aantal", `"veel" is not a number`}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, _, err := read(t, tt.text, tt.answer)
			wantError(t, err, tt.want...)
		})
	}
}

func TestConvert_TellsTwentyFaults(t *testing.T) {
	_, _, err := read(t, "code;jaar;bijstand aantal\nNL00;2023;5\n"+strings.Repeat("GM1;2023;5\n", 30), func(m *Mapping) {
		m.Region.Column, m.Region.By, m.Region.Fixed, m.Dimensions = "code", "code", "", nil
	})
	wantError(t, err, "row 3, code", "and 10 more")
}

func FuzzOpen(f *testing.F) {
	f.Add([]byte(statline), "")
	f.Add([]byte("a,b\n1,2\n"), ",")
	f.Add([]byte("PK\x03\x04"), "")
	f.Add([]byte{0x1f, 0x8b, 8}, "")
	f.Fuzz(func(t *testing.T, b []byte, separator string) {
		s, err := Open("x.csv", b, Hints{Separator: separator})
		if err != nil {
			return
		}
		d, err := Propose(s, "")
		if err != nil {
			return
		}
		d.Region, d.Period = RegionMapping{Fixed: "NL01"}, PeriodMapping{Fixed: "2023"}
		if len(d.Header) > 0 {
			_, _, _ = Convert(s, &d.Mapping)
		}
	})
}
