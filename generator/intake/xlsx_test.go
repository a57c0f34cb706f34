package intake

import (
	"bytes"
	"testing"

	"github.com/xuri/excelize/v2"
)

// workbook is an invented workbook as CBS makes them: a title, two rows of
// names of which one is merged, notes below, a sheet with an explanation.
func workbook(t testing.TB) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	must := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	must(f.SetSheetName("Sheet1", "Tabel 1"))
	_, err := f.NewSheet("Toelichting")
	must(err)
	rows := [][]any{{"Bijstand naar wijk, 2023"}, {}, {"Regiocode", "Naam", "Bijstand", ""}, {"", "", "aantal", "% van inwoners"},
		{"NL00", "Nederland", 403830, 2.5}, {"GM0363", "Amsterdam", 37000, 4.1}, {"WK036300", "Centrum", ".", "x"}, {}, {"Bron: CBS. Cijfers zijn afgerond."}}
	for i, row := range rows {
		cell, err := excelize.CoordinatesToCellName(1, i+1)
		must(err)
		must(f.SetSheetRow("Tabel 1", cell, &row))
	}
	must(f.MergeCell("Tabel 1", "A1", "D1"))
	must(f.MergeCell("Tabel 1", "C3", "D3"))
	must(f.MergeCell("Tabel 1", "A3", "A4"))
	var b bytes.Buffer
	must(f.Write(&b))
	return b.Bytes()
}

func TestOpen_Workbook(t *testing.T) {
	content := workbook(t)
	_, err := Open("maatwerk.xlsx", content, Hints{})
	wantError(t, err, "several sheets", "Tabel 1, Toelichting")
	_, err = Open("maatwerk.xlsx", content, Hints{Sheet: "Tabel 2"})
	wantError(t, err, `no sheet "Tabel 2"`)

	s, err := Open("maatwerk.xlsx", content, Hints{Sheet: "Tabel 1"})
	if err != nil {
		t.Fatal(err)
	}
	d, err := Propose(s, "")
	if err != nil {
		t.Fatal(err)
	}
	if len(d.Header) != 2 || d.Sheet != "Tabel 1" || d.Title != "Bijstand naar wijk, 2023" || d.Region.Column != "Regiocode" || len(d.Topics) != 2 {
		t.Fatalf("%+v", d.Mapping)
	}
	if d.Topics[0].Column != "Bijstand / aantal" || d.Topics[1].Column != "Bijstand / % van inwoners" {
		t.Errorf("%+v", d.Topics)
	}
	d.Period.Fixed = "2023"
	for i := range d.Topics {
		d.Topics[i].Unit = "aantal"
	}
	d.Dimensions, d.Ignore = nil, nil
	d.Region.Names = "Naam"
	table, r, err := Convert(s, &d.Mapping)
	if err != nil {
		t.Fatal(err)
	}
	if r.Kept != 3 || r.Notes != 1 || r.Cells != 4 || table.Values[0][1] != 37000 || table.Values[1][0] != 2.5 || table.Attributes[1][2] != "Confidential" {
		t.Errorf("%+v %+v", r, table)
	}
}

func TestOpen_DamagedWorkbook(t *testing.T) {
	content := workbook(t)
	for _, n := range []int{4, 100, len(content) / 2, len(content) - 1} {
		if _, err := Open("x.xlsx", content[:n], Hints{Sheet: "Tabel 1"}); err == nil {
			t.Errorf("a workbook of %d of %d bytes was read", n, len(content))
		}
	}
}

func FuzzWorkbook(f *testing.F) {
	f.Add(workbook(f))
	f.Fuzz(func(t *testing.T, b []byte) {
		s, err := Open("x.xlsx", b, Hints{})
		if err == nil {
			_, _ = Propose(s, "")
		}
	})
}
