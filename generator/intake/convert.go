package intake

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"wijkmonitor/generator/extract"
	"wijkmonitor/generator/model"
	"wijkmonitor/generator/nearest"
)

// A Report counts what became of the rows of a file.
type Report struct {
	Rows       int            `json:"rows"`       // with figures, in the file
	Kept       int            `json:"kept"`       // in the extract
	OtherKinds int            `json:"otherKinds"` // left out: provinces and other regions that a monitor does not show
	NotThere   int            `json:"notThere"`   // left out: rows without figures that have no region code, or whose region did not exist in that year
	LeftOut    int            `json:"leftOut"`    // left out because the mapping says so
	Notes      int            `json:"notes"`      // left out: lines of text below the figures
	Cells      int            `json:"cells"`      // figures that are numbers
	Gaps       map[string]int `json:"gaps"`       // figures without a number, by the word of the mapping
}

// A converter turns the rows of one sheet into a table.
type converter struct {
	s       *Sheet
	m       *Mapping
	marks   Marks
	at      map[string]int // column by name
	areas   *areas         // nil when regions are given by code
	bad     faults
	table   *extract.Table
	report  Report
	regions coder
	times   coder
	others  []coder
	rows    map[string]int32 // row of the table by its keys
	first   map[string]int   // row of the sheet that gave it
	topics  map[string]int   // of a long table, by text
	seen    map[[2]int32]bool
	why     bool // a reason of a gap is kept
}

// Convert reads a sheet as the mapping says.
func Convert(s *Sheet, m *Mapping) (*extract.Table, Report, error) {
	c := &converter{s: s, m: m, marks: Marks{m.Decimal, m.Thousands}, bad: faults{file: s.File},
		rows: map[string]int32{}, first: map[string]int{}, topics: map[string]int{}, seen: map[[2]int32]bool{}}
	c.report.Gaps = map[string]int{}
	names, first, err := s.head(m.Header)
	if err != nil {
		return nil, c.report, err
	}
	if c.columns(names); c.bad.err() != nil {
		return nil, c.report, c.bad.err()
	}
	if m.Region.By == "name" {
		if c.areas, err = readAreas(m.Region.Areas); err != nil {
			return nil, c.report, err
		}
	}
	c.start()
	rows, notes := s.body(first)
	c.report.Rows, c.report.Notes = len(rows), notes
	for _, row := range rows {
		c.row(row)
	}
	c.finish()
	return c.table, c.report, c.bad.err()
}

// columns demands that every column has a part in the mapping, and that every
// name in the mapping is a column.
func (c *converter) columns(names []string) {
	c.at = map[string]int{}
	for i, n := range names {
		c.at[n] = i
	}
	used := map[string]bool{}
	need := func(name string) {
		if _, ok := c.at[name]; name != "" && !ok {
			right := "one of " + strings.Join(names[:min(len(names), 12)], ", ")
			if near := nearest.Nearest(name, names); near != "" {
				right = fmt.Sprintf("%q", near)
			}
			c.bad.addf(": has no column %q; %s would be right", name, right)
		}
		used[name] = true
	}
	m := c.m
	for _, name := range []string{m.Region.Column, m.Region.Names, m.Period.Column} {
		need(name)
	}
	for _, d := range m.Dimensions {
		need(d.Column)
	}
	if m.Measures != nil {
		need(m.Measures.Column)
		need(m.Measures.Value)
	} else {
		for _, t := range m.Topics {
			need(t.Column)
		}
	}
	for _, name := range m.Ignore {
		need(name)
	}
	for _, n := range names {
		if !used[n] {
			c.bad.addf(": column %q has no part in the mapping; a topic, a dimension or a place under ignore would be right", n)
		}
	}
}

// start makes the table without rows.
func (c *converter) start() {
	m := c.m
	c.table = &extract.Table{ID: m.Table, Title: m.Title, GeoDimension: geoKey, Time: &extract.Dim{Key: timeKey, Title: timeKey}}
	c.others = make([]coder, len(m.Dimensions))
	for _, d := range m.Dimensions {
		c.table.Others = append(c.table.Others, extract.Dim{Key: d.Key, Title: d.Column})
		c.table.OtherIdx = append(c.table.OtherIdx, nil)
	}
	for i, t := range m.Topics {
		topic := extract.Topic{Key: t.Key, Title: t.Title, Unit: t.Unit, Decimals: t.Decimals, Datatype: "Double"}
		if t.Text {
			topic.Datatype = "String"
		}
		c.table.Topics = append(c.table.Topics, topic)
		c.topics[t.Column] = i
	}
	n := len(m.Topics)
	c.table.Values, c.table.Strings, c.table.Attributes = make([][]float64, n), make([][]string, n), make([][]string, n)
}

// row reads one row of the sheet into the table.
func (c *converter) row(row int) {
	code, there, ok := c.region(row)
	if !ok {
		return
	}
	if !there && c.blank(row) {
		c.report.NotThere++
		return
	}
	time, ok := c.period(row)
	if !ok {
		return
	}
	key := []int32{c.regions.code(code, c.name(row, code)), time}
	for d := range c.m.Dimensions {
		v, ok := c.dimension(row, d)
		if !ok {
			return
		}
		key = append(key, v)
	}
	at, fresh := c.place(row, key)
	if c.m.Measures == nil {
		if !fresh {
			c.bad.addf("%s (%s): has the same region, period and dimensions as row %d; one row would be right", c.s.at(row), code, c.s.Lines[c.first[fmt.Sprint(key)]])
			return
		}
		for t := range c.m.Topics {
			c.value(row, c.at[c.m.Topics[t].Column], t, at, code)
		}
		return
	}
	name := c.s.cell(row, c.at[c.m.Measures.Column])
	t, ok := c.topics[name]
	if !ok {
		c.bad.addf("%s, %s: %q is not under topics of the mapping", c.s.at(row), c.m.Measures.Column, name)
		return
	}
	if c.seen[[2]int32{at, int32(t)}] {
		c.bad.addf("%s (%s): is a second figure of %q for this region, period and dimensions; one would be right", c.s.at(row), code, name)
		return
	}
	c.seen[[2]int32{at, int32(t)}] = true
	c.value(row, c.at[c.m.Measures.Value], t, at, code)
}

// place gives the row of the table with these keys, a new one when there is none.
func (c *converter) place(row int, key []int32) (at int32, fresh bool) {
	name := fmt.Sprint(key)
	if at, ok := c.rows[name]; ok {
		return at, false
	}
	t := c.table
	at = int32(len(t.RegionIdx))
	c.rows[name], c.first[name] = at, row
	t.RegionIdx, t.TimeIdx = append(t.RegionIdx, key[0]), append(t.TimeIdx, key[1])
	for d := range t.Others {
		t.OtherIdx[d] = append(t.OtherIdx[d], key[2+d])
	}
	for i := range t.Topics {
		if t.Topics[i].Datatype == "String" {
			t.Strings[i] = append(t.Strings[i], "")
		} else {
			t.Values[i] = append(t.Values[i], math.NaN())
		}
		t.Attributes[i] = append(t.Attributes[i], "")
	}
	return at, true
}

// finish gives the table its codes, and whole numbers their type.
func (c *converter) finish() {
	t := c.table
	t.Regions, t.Time.Codes = c.regions.codes, c.times.codes
	for d := range t.Others {
		t.Others[d].Codes = c.others[d].codes
	}
	for i := range t.Topics {
		whole := t.Topics[i].Decimals == 0 && t.Topics[i].Datatype == "Double"
		if whole && !slices.ContainsFunc(t.Values[i], func(v float64) bool { return v == v && v != math.Trunc(v) }) {
			t.Topics[i].Datatype = "Long"
		}
	}
	c.report.Kept = len(t.RegionIdx)
	if countries := c.countries(); len(countries) > 1 {
		c.bad.addf(": has rows of %s; a monitor has one country: the others under region: leave_out in the mapping would be right", strings.Join(countries, ", "))
	}
	if c.report.Kept == 0 {
		c.bad.addf(": has no row that a monitor can show")
	}
	if !c.why {
		t.Attributes = nil
	}
}

// countries lists the codes of the whole country: NL00 and NL01, and in some
// tables NL98 and NL99 for people abroad or of whom the place is not known.
func (c *converter) countries() (codes []string) {
	for _, code := range c.regions.codes {
		if strings.HasPrefix(code.Key, "NL") {
			codes = append(codes, code.Key)
		}
	}
	return codes
}

// A coder numbers the codes of a dimension in the order of finding.
type coder struct {
	codes []extract.Code
	index map[string]int32
}

func (c *coder) code(key, title string) int32 {
	if i, ok := c.index[key]; ok {
		return i
	}
	if c.index == nil {
		c.index = map[string]int32{}
	}
	i := int32(len(c.codes))
	c.index[key] = i
	c.codes = append(c.codes, extract.Code{Key: key, Title: title})
	return i
}

// isShown tells whether a region code is of a kind that a monitor shows.
func isShown(code string) bool {
	_, err := model.ParseCode(code)
	return err == nil
}
