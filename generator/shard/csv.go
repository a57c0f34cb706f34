package shard

import (
	"strconv"
	"strings"

	"wijkmonitor/generator/model"
)

// StateSigns are the signs of figures without a number, in CSV as on pages.
var StateSigns = [model.StateCount]string{
	model.Unknown: ".", model.Impossible: "×", model.Withheld: "∘", model.NotYetPublished: "…", model.NotMeasured: "–", model.NoRegion: "∅", model.Broken: "≠",
}

// AppendCSVHead appends the first line of a file of figures for a spreadsheet, in
// the form of CBS's own tables: a row per region, group and period, a column per
// indicator under its key. UTF-8 with a byte order mark, semicolons, decimal
// commas. A cell without a number holds the sign of the reason. What was not
// measured at all has no row.
func AppendCSVHead(b []byte, m *model.Monitor) []byte {
	b = append(b, "\uFEFFregio_code;regio_naam;niveau;indeling;groep;periode"...)
	for i := range m.Indicators {
		b = append(append(b, ';'), m.Indicators[i].Key...)
	}
	return append(b, "\r\n"...)
}

// AppendCSV appends the rows of one region.
func AppendCSV(b []byte, m *model.Monitor, r int) []byte {
	for g := range groupsOf(m, r) {
		if m.Groups[g].Hidden {
			continue
		}
		head := rowHead(m, r, g)
		for p := range m.Periods {
			b = appendRow(b, m, head, r, g, p)
		}
	}
	return b
}

// rowHead is what the rows of a group begin with, in every period.
func rowHead(m *model.Monitor, r, g int) (head string) {
	region, group := &m.Regions[r], &m.Groups[g]
	classification := ""
	if group.Classification >= 0 && g > 0 {
		classification = m.Classifications[group.Classification].Label
	}
	for _, text := range [...]string{region.Code, region.Name, region.Level.String(), classification, group.Label} {
		head += quote(text) + ";"
	}
	return head
}

// appendRow appends all indicators of a group in one period.
func appendRow(b []byte, m *model.Monitor, head string, r, g, p int) []byte {
	start, measured := len(b), false
	b = append(append(b, head...), quote(m.Periods[p].Label)...)
	for i := range m.Indicators {
		b = append(b, ';')
		f := m.Cube.At(r, g, i, p)
		measured = measured || f.State() != model.NotMeasured
		if v, known := f.Value(); known {
			b = model.AppendScaled(b, model.Scaled(v, m.Indicators[i].Decimals), m.Indicators[i].Decimals, ',', 0)
			continue
		}
		b = append(b, StateSigns[f.State()]...)
	}
	if !measured {
		return b[:start]
	}
	return append(b, "\r\n"...)
}

// Indicators returns what the columns of the other CSV files mean: a row per
// indicator.
func Indicators(m *model.Monitor) []byte {
	b := []byte("\uFEFFsleutel;titel;thema;eenheid;decimalen;voorlopig;breuk;bron\r\n")
	for i := range m.Indicators {
		ind := &m.Indicators[i]
		var tables []string
		for _, t := range ind.Tables {
			tables = append(tables, m.Tables[t].Source+" "+m.Tables[t].ID)
		}
		for k, text := range [...]string{ind.Key, ind.Title, m.Themes[ind.Theme].Label, ind.Unit, strconv.Itoa(ind.Decimals),
			labels(m, ind.Provisional), labels(m, ind.Breaks), strings.Join(tables, ", ")} {
			if k > 0 {
				b = append(b, ';')
			}
			b = append(b, quote(text)...)
		}
		b = append(b, "\r\n"...)
	}
	return b
}

// labels lists periods: 2024 2025.
func labels(m *model.Monitor, periods []int) string {
	var all []string
	for _, p := range periods {
		all = append(all, m.Periods[p].Label)
	}
	return strings.Join(all, " ")
}

// quote protects a text from the separator, and a spreadsheet from a name that
// it would take for a formula.
func quote(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		s = "'" + s
	}
	if strings.ContainsAny(s, ";\"\r\n") {
		s = `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
	}
	return s
}
