package shard

import (
	"strings"

	"wijkmonitor/generator/model"
)

// CSV returns all figures of a region and the regions in it, as Theme, for a
// spreadsheet: UTF-8 with a byte order mark, semicolons, decimal commas, a
// column per period. A cell without a number holds the reason in words.
func CSV(m *model.Monitor, root int) ([]byte, error) {
	regions, err := within(m, root)
	if err != nil {
		return nil, err
	}
	b := []byte("\uFEFFregio_code;regio_naam;niveau;indeling;groep;indicator;eenheid;voorlopig;breuk")
	for _, p := range m.Periods {
		b = append(append(b, ';'), quote(p.Label)...)
	}
	b = append(b, "\r\n"...)
	for _, r := range regions {
		for g := range groupsOf(m, r) {
			if m.Groups[g].Hidden {
				continue
			}
			for i := range m.Indicators {
				b = appendRow(b, m, r, g, i)
			}
		}
	}
	return b, nil
}

// appendRow appends one indicator of a group in all periods. A group that was
// never measured in a region has no row: the file would be mostly those.
func appendRow(b []byte, m *model.Monitor, r, g, i int) []byte {
	measured := g == 0
	for p := range m.Periods {
		measured = measured || m.Cube.At(r, g, i, p).State() != model.NotMeasured
	}
	if !measured {
		return b
	}
	region, group, indicator := &m.Regions[r], &m.Groups[g], &m.Indicators[i]
	classification := ""
	if group.Classification >= 0 && g > 0 {
		classification = m.Classifications[group.Classification].Label
	}
	for k, text := range []string{region.Code, region.Name, region.Level.String(), classification, group.Label, indicator.Title, indicator.Unit, labels(m, indicator.Provisional), labels(m, indicator.Breaks)} {
		if k > 0 {
			b = append(b, ';')
		}
		b = append(b, quote(text)...)
	}
	for p := range m.Periods {
		b = append(b, ';')
		f := m.Cube.At(r, g, i, p)
		if v, known := f.Value(); known {
			b = append(b, strings.Replace(model.Decimal(v, indicator.Decimals), ".", ",", 1)...)
			continue
		}
		b = append(b, StateNames[f.State()]...)
	}
	return append(b, "\r\n"...)
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
