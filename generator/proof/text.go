package proof

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"wijkmonitor/generator/model"
)

var classNames = [model.ClassCount]string{"not compared", "much lower", "lower", "about average", "higher", "much higher"}

var stateNames = [model.StateCount]string{
	model.Unknown: "unknown: the source gives none", model.Known: "known", model.Impossible: "cannot occur",
	model.Withheld: "withheld: too few people, or it would give away a figure about too few", model.NotYetPublished: "not yet published: the topic is empty in the whole table",
	model.NotMeasured: "not measured for this level, group or period", model.NoRegion: "the region did not exist",
	model.Broken: "of another area: the boundary has changed since",
}

// WriteText writes the proof for a terminal, a line per fact.
func (p *Proof) WriteText(w io.Writer) error {
	var b strings.Builder
	line := func(name, format string, args ...any) {
		fmt.Fprintf(&b, "%-10s %s\n", name, fmt.Sprintf(format, args...))
	}
	line("region", "%s %s (%s)", p.Region.Code, p.Region.Name, p.Region.Level)
	line("group", "%s", p.Group.Label)
	line("indicator", "%s: %s", p.Of.Key, p.Of.Title)
	if p.Period == nil {
		line("period", "none: the country has no number of this group in any")
		_, err := io.WriteString(w, b.String())
		return err
	}
	line("period", "%s", p.Period.Code)
	if v, known := p.Item.Figure.Value(); known {
		line("figure", "%s %s", number(v), p.Of.Unit)
	} else {
		line("figure", "none: %s", stateNames[p.Item.Figure.State()])
	}
	p.sources(line)
	if p.Item.Figure.Known() {
		p.comparison(line)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

type liner func(name, format string, args ...any)

func (p *Proof) sources(line liner) {
	if p.Of.Formula != "" {
		line("formula", "%s", p.Of.Formula)
	}
	for _, part := range p.Region.Parts {
		line("part", "%s %s", p.m.Regions[part].Code, p.m.Regions[part].Name)
	}
	if len(p.Region.Parts) > 0 {
		return
	}
	for _, c := range p.Cells {
		line("table", "%s %s (%s, modified %s, retrieved %s)", c.Table.ID, c.Table.Title, c.Table.Source, orElse(c.Table.Modified, "unknown"), orElse(c.Table.Retrieved, "unknown"))
		var at []string
		for _, x := range c.Coordinates {
			at = append(at, x.Dimension+" = "+x.Code)
		}
		line("cell", "%s", strings.Join(at, ", "))
		line("topic", "%s", strings.Join(c.Numerator, " + "))
		if len(c.Denominator) > 0 {
			line("of", "%s", strings.Join(c.Denominator, " + "))
		}
	}
	v, known := p.Item.Figure.Value()
	if base, ok := p.Base.Value(); ok && known && p.Of.Parts[0] > 0 {
		line("parts", "%s / %s × %s", number(v*base/p.Of.Per), number(base), number(p.Of.Per))
	}
}

func (p *Proof) comparison(line liner) {
	item := &p.Item
	line("interval", "%s to %s: %s", number(item.Interval.Low), number(item.Interval.High), p.Because())
	reference, known := item.Reference.Value()
	if !known || p.Spread == 0 || item.Class == model.NotCompared {
		line("class", "%s", classNames[item.Class])
		return
	}
	v, _ := item.Figure.Value()
	line("reference", "%s (%s)", number(reference), p.m.Regions[0].Name)
	line("spread", "%s", number(p.Spread))
	line("deviation", "(%s − %s) / %s = %s", number(v), number(reference), number(p.Spread), number(item.Deviation))
	line("reach", "%s to %s", number(item.Reach.Low), number(item.Reach.High))
	line("class", "%s: of the classes in reach the nearest to average", classNames[item.Class])
}

// Because says which rule gave the interval.
func (p *Proof) Because() string {
	_, low := p.Of.Low.Index()
	if low && p.Of.Formula != "" {
		return "from those of its parts"
	}
	if low {
		return "given by the source"
	}
	rule := "rounding"
	if p.Of.Rounding[p.Region.Level] == 0 && len(p.Region.Parts) == 0 {
		rule = "exact"
	}
	if n, ok := p.Base.Value(); ok && n > 0 && p.Of.Chance {
		return rule + ", and 95% score interval of " + number(n)
	}
	return rule
}

// number writes a number with at most six decimals.
func number(v float64) string {
	text := strconv.FormatFloat(v, 'f', 6, 64)
	return strings.TrimSuffix(strings.TrimRight(text, "0"), ".")
}

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}
