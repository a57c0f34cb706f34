package cbs

import (
	"bytes"
	"context"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Define drafts a definition that shows every number of tables. Universe and
// polarity are left neutral: they are a matter of judgement.
func Define(ctx context.Context, ids []string, o Options) ([]byte, error) {
	d := &draft{keys: map[string]bool{"index": true}, topics: map[string]int{}}
	for _, id := range ids {
		t, err := Describe(ctx, id, o)
		if err != nil {
			return nil, err
		}
		d.tables = append(d.tables, t)
	}
	return d.write(), nil
}

// A draft is a definition that is being drafted.
type draft struct {
	tables []*Description
	keys   map[string]bool
	topics map[string]int // table + 1 of the first that has the topic
	out    bytes.Buffer
}

func (d *draft) line(format string, args ...any) { fmt.Fprintf(&d.out, format+"\n", args...) }

func (d *draft) write() []byte {
	edition := 0
	for _, t := range d.tables {
		for _, y := range yearForm.FindAllString(t.Title, -1) {
			n, _ := strconv.Atoi(y)
			edition = max(edition, n)
		}
	}
	if edition == 0 {
		edition, _ = strconv.Atoi(d.tables[0].Modified[:min(4, len(d.tables[0].Modified))])
		edition = min(max(edition, 1900), 2200)
	}
	d.line("# Draft: choose what to keep, and say of each indicator whose figures it is (universe)\n# and whether higher is favourable (polarity).")
	d.line("title: %s\nedition: %d", quoted(d.tables[0].Title), edition)
	d.line("levels: [land, gemeente, wijk, buurt]\nspread_level: gemeente\n\ntables:")
	for _, t := range d.tables {
		d.table(t)
	}
	d.line("\nthemes:\n  - {key: alles, label: Alle onderwerpen}\n\nindicators:")
	people := d.people()
	for n, t := range d.tables {
		for _, topic := range t.topics {
			d.indicator(n, topic, topic.key == people)
		}
	}
	return d.out.Bytes()
}

var yearly = regexp.MustCompile(`^(19|20)[0-9]{2}$`)

// table writes one table, with a code for each dimension that is not shown.
func (d *draft) table(t *Description) {
	d.line("  - id: %s # %s", t.ID, t.Title)
	timed, geo := false, 0
	var selections []string
	for _, dim := range t.dimensions {
		switch {
		case dim.kind == "TimeDimension":
			timed = true
		case dim.geo() && geo == 0:
			geo++
		default:
			selections = append(selections, fmt.Sprintf("%s: %s", quoted(dim.key), quoted(t.total(dim.key))))
		}
	}
	if years := yearForm.FindAllString(t.Title, -1); !timed && len(years) > 0 && yearly.MatchString(years[0]) {
		d.line("    period: %sJJ00", years[0])
	} else if !timed {
		d.line("    # it has no time dimension: give its period, such as 2020JJ00\n    # period:")
	}
	if len(selections) > 0 {
		d.line("    select: {%s}", strings.Join(selections, ", "))
	}
}

// total is the code of everything: the one whose title says so, else the first.
func (t *Description) total(dimension string) string {
	for _, c := range t.codes[dimension] {
		if strings.HasPrefix(strings.ToLower(c.title), "tota") {
			return c.key
		}
	}
	if len(t.codes[dimension]) == 0 {
		return ""
	}
	return t.codes[dimension][0].key
}

// people is the topic that counts the inhabitants, by which regions are weighed.
func (d *draft) people() string {
	best := ""
	for _, t := range d.tables {
		for _, topic := range t.topics {
			title := strings.ToLower(topic.title)
			switch {
			case topic.datatype == "String":
			case title == "aantal inwoners":
				return topic.key
			case best == "" || strings.Contains(title, "bevolking") && strings.Contains(topic.unit, "aantal"):
				best = topic.key
			}
		}
	}
	return best
}

// indicator writes one indicator; a topic of an earlier table is the same one.
func (d *draft) indicator(table int, t topic, people bool) {
	if t.datatype == "String" || d.topics[t.key] > 0 {
		return
	}
	d.topics[t.key] = table + 1
	key := "inwoners"
	if !people {
		key = d.key(t)
	}
	d.keys[key] = true
	if len(t.groups) > 0 {
		d.line("  # %s", strings.Join(t.groups, " › "))
	}
	d.line("  - {key: %s, theme: alles, topic: %s, polarity: geen, title: %s} # %s", key, quoted(t.key), quoted(t.title), orNone(t.unit))
}

func orNone(s string) string {
	if s == "" {
		return "no unit"
	}
	return s
}

const longestKey = 50

// key makes a key of a topic's title that no other indicator has.
func (d *draft) key(t topic) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFD.String(strings.ToLower(t.title)) {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(r)
		case r < 0x300 || r > 0x36f: // not an accent
			gap = true
		}
		if b.Len() >= longestKey {
			break
		}
	}
	base := strings.Trim(b.String(), "-")
	if base == "" {
		base = "onderwerp"
	}
	key := base
	for n := 2; d.keys[key] || key == "inwoners"; n++ {
		key = base + "-" + strconv.Itoa(n)
	}
	return key
}

// quoted is a text of YAML that means itself.
func quoted(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(clean(s)) + `"`
}
