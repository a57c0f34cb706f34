package intake

import (
	"os"
	"path/filepath"
	"testing"

	"wijkmonitor/generator/extract"
	"wijkmonitor/generator/model"
)

const (
	realTables = "../../../shared/data/cbs-csv"
	realAreas  = "../../../shared/data/regions"
)

// A realCase is one real table: what its publisher would answer to the
// questions of the proposal, and what must come out of it.
type realCase struct {
	file       string
	answer     func(m *Mapping)
	rows, kept int
	cells      int
	topic      string // a topic of which one figure is known
	selections []model.Selection
	region     string
	period     string
	want       float64
}

var totals = []model.Selection{{Dimension: "Geslacht", Code: "Totaal mannen en vrouwen"}, {Dimension: "Persoonskenmerken", Code: "Totaal personen"},
	{Dimension: "GeboortelandOuders", Code: "Totaal"}, {Dimension: "Herkomstland", Code: "Totaal"}}

func realCases() []realCase {
	return []realCase{
		{file: "80860ned", rows: 5038, kept: 4862, cells: 115347, topic: "TotaleBevolking_2", region: "NL01", period: "1999JJ00", want: 15764760},
		{file: "81063ned", rows: 585, kept: 585, cells: 1170, topic: "WanbetalersZorgverzekering_1", region: "NL01", period: "2010JJ00", want: 244210,
			answer:     func(m *Mapping) { m.Region.Fixed = "NL01" },
			selections: []model.Selection{{Dimension: "Leeftijden", Code: "20300"}, {Dimension: "Migratieachtergrond", Code: "Totaal"}}},
		{file: "81064ned", rows: 7280, kept: 5389, cells: 10748, topic: "PersonenMetEenBetalingsachterstand_1", region: "GM0363", period: "2023JJ00", want: 13480},
		{file: "85512NED", rows: 10000, kept: 7939, cells: 41272, topic: "NettoArbeidsparticipatie_3", region: "GM0358", period: "2021JJ00", want: 76, selections: totals},
		{file: "85990NED", rows: 10000, kept: 9979, cells: 84034, topic: "TotaalJongerenMetJeugdzorgInNatura_1", region: "GM1680", period: "2024HJ01", want: 505,
			selections: []model.Selection{{Dimension: "Vormen", Code: "Totaal alle jeugdzorg in natura"}}},
		{file: "86003NED", rows: 10000, kept: 9994, cells: 102214, topic: "Bijstandsuitkering_6", region: "NL01", period: "2024MM03", want: 403660,
			answer: func(m *Mapping) { m.Region.LeaveOut = []string{"NL00", "NL98", "NL99"} }},
		{file: "86092NED", rows: 10000, kept: 10000, cells: 302986, topic: "ParticuliereHuishoudens_2", region: "GM1680", period: "2014JJ00", want: 10900},
	}
}

func TestConvert_RealTables(t *testing.T) {
	if _, err := os.Stat(realTables); err != nil {
		t.Skip("the real tables of ../shared/data are not here")
	}
	for _, c := range realCases() {
		t.Run(c.file, func(t *testing.T) {
			dir := t.TempDir()
			c.importTo(t, dir)
			country(t, dir)
			m, err := extract.Load(c.definition(), dir)
			if err != nil {
				t.Fatal(err)
			}
			if got := figure(m, c.region, c.period); got != model.Number(c.want) {
				t.Errorf("%s of %s in %s is %+v; %v would be right", c.topic, c.region, c.period, got, c.want)
			}
		})
	}
}

// importTo imports a table with the mapping that is proposed for it.
func (c *realCase) importTo(t *testing.T, dir string) {
	t.Helper()
	file := filepath.Join(realTables, c.file+".csv.gz")
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	s, err := Open(file, content, Hints{})
	if err != nil {
		t.Fatal(err)
	}
	d, err := Propose(s, realAreas)
	if err != nil {
		t.Fatal(err)
	}
	for i := range d.Topics {
		if d.Topics[i].Unit == open {
			d.Topics[i].Unit = "punten"
		}
	}
	if c.answer != nil {
		c.answer(&d.Mapping)
	}
	b, err := d.YAML()
	if err != nil {
		t.Fatal(err)
	}
	m, err := ParseMapping("mapping.yaml", b)
	if err != nil {
		t.Fatal(err)
	}
	table, r, err := Convert(s, m)
	if err != nil {
		t.Fatal(err)
	}
	if r.Rows != c.rows || r.Kept != c.kept || r.Cells != c.cells {
		t.Errorf("%d rows, %d kept, %d figures; %d, %d and %d would be right", r.Rows, r.Kept, r.Cells, c.rows, c.kept, c.cells)
	}
	if _, err := Write(dir, table, file, content, r); err != nil {
		t.Fatal(err)
	}
}

// country writes a table of the Netherlands alone: the first 10,000 rows of
// some tables have none, and a monitor needs one.
func country(t *testing.T, dir string) {
	t.Helper()
	err := extract.WriteTable(dir, &extract.Table{ID: "90000LND", GeoDimension: geoKey, Regions: []extract.Code{{Key: "NL01", Title: "Nederland"}},
		Topics: []extract.Topic{{Key: "Inwoners", Title: "Inwoners", Unit: "aantal", Datatype: "Long"}}, RegionIdx: []int32{0}, Values: [][]float64{{17e6}}})
	if err != nil {
		t.Fatal(err)
	}
}

func (c *realCase) definition() *model.Definition {
	return &model.Definition{File: "monitor.yaml", Title: c.file, Edition: 2024, SpreadLevel: model.Municipality,
		Levels: []model.Level{model.Country, model.Municipality, model.District, model.Neighbourhood},
		Tables: []model.TableSpec{{Line: 1, ID: c.file, Select: c.selections}, {Line: 2, ID: "90000LND", Period: c.period}},
		Themes: []model.ThemeSpec{{Key: "alles", Label: "Alles"}}, Total: model.GroupSpec{Key: "totaal", Label: "Totaal"},
		Indicators: []model.IndicatorSpec{{Line: 3, Key: "cijfer", Theme: "alles", Topic: c.topic, Decimals: -1},
			{Line: 4, Key: "inwoners", Theme: "alles", Topic: "Inwoners", Decimals: -1}}}
}

// figure is the first indicator of a region in a period.
func figure(m *model.Monitor, region, period string) model.Figure {
	for r := range m.Regions {
		for p := range m.Periods {
			if m.Regions[r].Code == region && m.Periods[p].Code == period {
				return m.Cube.At(r, 0, 0, p)
			}
		}
	}
	return model.Gap(model.NoRegion)
}
