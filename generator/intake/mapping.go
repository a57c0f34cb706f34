package intake

import (
	"bytes"
	"fmt"
	"os"
	"strings"

	"github.com/goccy/go-yaml"
)

// open marks in a mapping what the file does not tell; it is never imported.
const open = "?"

// A Mapping says what the columns of a file are. A question mark is a question
// that the publisher must answer first.
type Mapping struct {
	Table      string            `yaml:"table"`               // id of the extract: 81064NED
	Title      string            `yaml:"title"`               //
	Sheet      string            `yaml:"sheet,omitempty"`     // of a workbook
	Encoding   string            `yaml:"encoding,omitempty"`  // utf-8 or windows-1252
	Separator  string            `yaml:"separator,omitempty"` // ";", "," or tab
	Header     []int             `yaml:"header,flow"`         // rows that hold the names of the columns
	Decimal    string            `yaml:"decimal"`             // mark before decimals
	Thousands  string            `yaml:"thousands"`           // mark between thousands
	Gaps       map[string]string `yaml:"gaps"`                // text → unknown, secret, impossible, empty or zero
	Region     RegionMapping     `yaml:"region"`
	Period     PeriodMapping     `yaml:"period"`
	Dimensions []DimMapping      `yaml:"dimensions,omitempty"`
	Measures   *MeasureMapping   `yaml:"measures,omitempty"` // of a long table
	Topics     []TopicMapping    `yaml:"topics"`
	Ignore     []string          `yaml:"ignore,omitempty"`
}

// A RegionMapping says where the region stands.
type RegionMapping struct {
	Column   string   `yaml:"column,omitempty"`
	Names    string   `yaml:"names,omitempty"`          // column with names, where Column has codes
	By       string   `yaml:"by,omitempty"`             // code or name
	Areas    string   `yaml:"areas,omitempty"`          // folder with files of "Gebieden in Nederland", for names
	Fixed    string   `yaml:"fixed,omitempty"`          // all rows are about this region: NL01
	LeaveOut []string `yaml:"leave_out,omitempty,flow"` // codes of regions to leave out
}

// A PeriodMapping says where the period stands.
type PeriodMapping struct {
	Column string `yaml:"column,omitempty"`
	Fixed  string `yaml:"fixed,omitempty"` // all rows are about this period: 2024
}

// A DimMapping is a further dimension, such as one of groups.
type DimMapping struct {
	Column string            `yaml:"column"`
	Key    string            `yaml:"key"`
	Codes  map[string]string `yaml:"codes,omitempty"` // text → code; without it the text is the code
}

// A MeasureMapping says where a long table names its topics and has its figures.
type MeasureMapping struct {
	Column string `yaml:"column"`
	Value  string `yaml:"value"`
}

// A TopicMapping is one topic: a column, or in a long table a text in the
// column of measures.
type TopicMapping struct {
	Column   string `yaml:"column"`
	Key      string `yaml:"key"`
	Title    string `yaml:"title"`
	Unit     string `yaml:"unit"`
	Decimals int    `yaml:"decimals"`
	Text     bool   `yaml:"text,omitempty"`
}

// maxMapping is the size of a mapping in bytes.
const maxMapping = 1 << 20

// ReadMapping reads a mapping; a key that is not known is an error.
func ReadMapping(file string) (*Mapping, error) {
	b, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("import: %w", err)
	}
	return ParseMapping(file, b)
}

// ParseMapping reads a mapping from its text.
func ParseMapping(file string, b []byte) (m *Mapping, err error) {
	// The parser is a library's; a mapping must never end the program.
	defer func() {
		if p := recover(); p != nil {
			m, err = nil, fmt.Errorf("import: %s: is not YAML: %v", file, p)
		}
	}()
	if len(b) > maxMapping {
		return nil, fmt.Errorf("import: %s: is larger than %d KiB", file, maxMapping>>10)
	}
	m = &Mapping{}
	if err := yaml.NewDecoder(bytes.NewReader(b), yaml.Strict()).Decode(m); err != nil {
		return nil, fmt.Errorf("import: %s: %w", file, err)
	}
	return m, m.check(file)
}

// check refuses what is open or does not belong together.
func (m *Mapping) check(file string) error {
	bad := faults{file: file}
	ask := func(what, value, right string) {
		if value == open || value == "" {
			bad.addf(": %s is %q; %s would be right", what, value, right)
		}
	}
	ask("table", m.Table, "an id such as 81064NED")
	if strings.Trim(m.Table, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-") != "" {
		bad.addf(": table is %q; letters and digits would be right", m.Table)
	}
	if len(m.Header) == 0 {
		bad.addf(": header is empty; the numbers of the rows with the names of the columns, such as [1], would be right")
	}
	ask("decimal", m.Decimal, `"," or "."`)
	if m.Thousands == open || m.Thousands != "" && m.Thousands == m.Decimal {
		bad.addf(`: thousands is %q; ".", ",", " " or "" and another mark than decimal would be right`, m.Thousands)
	}
	for text, word := range sorted(m.Gaps) {
		if _, ok := gapWords[word]; !ok {
			bad.addf(": gaps: %q is %q; unknown, secret, impossible, empty or zero would be right", text, word)
		}
	}
	m.checkPlaces(&bad, ask)
	keys := map[string]bool{}
	if len(m.Topics) == 0 {
		bad.addf(": topics is empty; at least one column with figures would be right")
	}
	for _, t := range m.Topics {
		ask("column of a topic", t.Column, "the name of a column")
		ask("key of topic "+t.Column, t.Key, "a name of letters and digits")
		if !t.Text {
			ask("unit of topic "+t.Column, t.Unit, "aantal, %, per 1 000 inwoners, x 1 000 euro or another unit as CBS writes it")
		}
		if keys[t.Key] || keyOf(t.Key) != t.Key {
			bad.addf(": key %q of topic %s is there twice or is no name of letters and digits", t.Key, t.Column)
		}
		keys[t.Key] = true
	}
	return bad.err()
}

func (m *Mapping) checkPlaces(bad *faults, ask func(what, value, right string)) {
	if m.Region.Column == "" {
		ask("region: fixed", m.Region.Fixed, "NL01 where all figures are about the Netherlands, or region: column,")
	} else if ask("region: column", m.Region.Column, "the name of a column"); m.Region.By != "code" && m.Region.By != "name" {
		bad.addf(": region: by is %q; code or name would be right", m.Region.By)
	}
	for _, code := range m.Region.LeaveOut {
		ask("region: leave_out", code, "the code of a region, such as NL00,")
	}
	if m.Region.By == "name" && m.Region.Areas == "" {
		bad.addf(`: region: areas is ""; the folder with the files of "Gebieden in Nederland" would be right, since regions are given by name`)
	}
	if m.Period.Column == "" {
		ask("period: fixed", m.Period.Fixed, "a year such as 2024, or period: column,")
		if _, _, err := parsePeriod(m.Period.Fixed); m.Period.Fixed != "" && m.Period.Fixed != open && err != nil {
			bad.addf(": period: fixed: %w", err)
		}
	} else {
		ask("period: column", m.Period.Column, "the name of a column")
	}
	for _, d := range m.Dimensions {
		ask("column of a dimension", d.Column, "the name of a column")
		if keyOf(d.Key) != d.Key || d.Key == "" || d.Key == geoKey || d.Key == timeKey {
			bad.addf(": key %q of dimension %s; a name of letters and digits, other than %s and %s, would be right", d.Key, d.Column, geoKey, timeKey)
		}
	}
}
