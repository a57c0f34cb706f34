package render

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"wijkmonitor/generator/chart"
	"wijkmonitor/generator/model"
	"wijkmonitor/generator/profile"
	"wijkmonitor/templates/layout"
	"wijkmonitor/templates/theme"
)

// HasTheme tells whether a theme has figures that are compared, so that there
// is something to set beside each other.
func (r *Renderer) HasTheme(t int) bool {
	return slices.ContainsFunc(r.themes[t], func(i int) bool { return r.m.Indicators[i].Compared() })
}

// ThemeOf appends the page of one theme in one region: every indicator with
// all groups.
func (r *Renderer) ThemeOf(b []byte, index, t int) []byte {
	g, path := &r.m.Regions[index], Path(r.m, index)+r.m.Themes[t].Key+"/"
	crumbs := append(r.regionCrumbs(path, index), layout.Link{Text: r.m.Themes[t].Label, Current: true})
	crumbs[len(crumbs)-2].Current = false
	page := theme.Page{
		Frame: r.frame(path, r.regionTitle(r.m.Themes[t].Label+" in ", g), r.m.Themes[t].Label+" in "+g.Name+": alle groepen naast elkaar.", crumbs),
		Name:  g.Name, Label: strings.ToLower(r.m.Themes[t].Label), Back: "../", Caution: caution, Country: r.country,
		Why: rootOf(path) + "methode/#geen-kleur-door-toeval-of-afronding", Source: r.source[t],
	}
	var shown []profile.Profile
	for group := range r.m.Groups {
		if p := r.base.Profile(index, group); !r.m.Groups[group].Hidden && (p.Any() || p.Withheld()) {
			shown = append(shown, p)
		}
	}
	for _, i := range r.themes[t] {
		if r.m.Indicators[i].Compared() {
			page.Indicators = append(page.Indicators, r.themeIndicator(shown, i, path))
		}
	}
	return appendPage(b, theme.View(&page))
}

// themeIndicator sets the groups beside each other, everybody first.
func (r *Renderer) themeIndicator(shown []profile.Profile, i int, path string) theme.Indicator {
	ind := &r.m.Indicators[i]
	out := theme.Indicator{Key: ind.Key, Href: rootOf(path) + "indicatoren/" + ind.Key + "/", Title: ind.Title, Unit: unitOf(ind), Says: r.says(shown, i)}
	dots := make([]chart.Dot, len(shown))
	var known []chart.Dot
	for k := range shown {
		item := &shown[k].Items[i]
		v, ok := item.Figure.Value()
		dots[k] = chart.Dot{Value: v, Low: item.Interval.Low, High: item.Interval.High, Reference: math.NaN()}
		if reference, is := item.Reference.Value(); is {
			dots[k].Reference = reference
		}
		if ok {
			known = append(known, dots[k])
		}
	}
	span := chart.NewSpan(known)
	last := -2
	for k := range shown {
		group := &r.m.Groups[shown[k].Group]
		if c := group.Classification; c != last {
			set := theme.Set{}
			if c >= 0 {
				set.Label = r.m.Classifications[c].Label
			}
			out.Sets, last = append(out.Sets, set), c
		}
		row := theme.Row{Label: group.Label, Cell: r.cell(&shown[k], i), Line: r.groupLine(&shown[k], i)}
		if shown[k].Items[i].Figure.Known() {
			dots[k].Class = row.Cell.Class
			row.Dot = string(chart.AppendDot(nil, &dots[k], span))
		}
		set := &out.Sets[len(out.Sets)-1]
		set.Rows = append(set.Rows, row)
	}
	return out
}

// says counts in a sentence how groups differ from the country.
func (r *Renderer) says(shown []profile.Profile, i int) string {
	higher, lower, average, none := 0, 0, 0, 0
	for k := range shown {
		switch item := &shown[k].Items[i]; {
		case shown[k].Group == 0:
		case item.Class == model.NotCompared:
			none++
		case item.Class.Step() > 0:
			higher++
		case item.Class.Step() < 0:
			lower++
		default:
			average++
		}
	}
	if higher+lower+average == 0 {
		return "Van geen enkele groep is er een cijfer om te vergelijken."
	}
	if higher+lower == 0 {
		return fmt.Sprintf("Van %s wijkt er geen duidelijk af van %s: het verschil is klein of onzeker.", plural(average, "groep", "groepen"), r.country)
	}
	text := fmt.Sprintf("Hoger dan in %s bij %s, lager bij %d. Bij %d is het verschil klein of onzeker.", r.country, plural(higher, "groep", "groepen"), lower, average)
	if none > 0 {
		text += fmt.Sprintf(" Van %d is er geen cijfer of geen vergelijking.", none)
	}
	return text
}

// groupLine draws the years of one group.
func (r *Renderer) groupLine(p *profile.Profile, indicator int) string {
	ind := &r.m.Indicators[indicator]
	if len(r.m.Periods) < 2 {
		return ""
	}
	line := chart.Line{Least: r.leastRange(p.Region, indicator)}
	first, last := "", ""
	for period := range r.m.Periods {
		f := r.m.Cube.At(p.Region, p.Group, indicator, period)
		v, known := f.Value()
		breaks := slices.Contains(ind.Breaks, period)
		line.Points = append(line.Points, chart.Point{Value: v, Known: known, Break: breaks})
		line.Reference = append(line.Reference, r.referencePoint(p.Region, indicator, period, breaks))
		if known {
			last = formatFigure(f, ind) + " in " + r.m.Periods[period].Label
			if first == "" {
				first = last
			}
		}
	}
	if first == "" {
		return ""
	}
	line.Label = lineLabel(r.m.Groups[p.Group].Label, first, last, nil)
	return string(chart.AppendLine(nil, &line))
}
