package shard

import (
	"fmt"
	"strconv"
	"strings"

	"wijkmonitor/generator/model"
)

// CSV returns all figures of a municipality and the regions in it for a
// spreadsheet: UTF-8 with a byte order mark, semicolons, decimal commas. A
// figure without a number is an empty cell with its reason behind it.
func CSV(m *model.Monitor, municipality int) ([]byte, error) {
	if municipality < 0 || municipality >= len(m.Regions) || m.Regions[municipality].Level != model.Municipality {
		return nil, fmt.Errorf("shard: region %d is not a municipality", municipality)
	}
	b := []byte("\uFEFFregio_code;regio_naam;niveau;groep;indicator;periode;waarde;eenheid;status\r\n")
	for r := range m.Regions {
		if m.Regions[r].Municipality != municipality {
			continue
		}
		for g := range groupsOf(m, r) {
			for i := range m.Indicators {
				for p := range m.Periods {
					b = appendRow(b, m, r, g, i, p)
				}
			}
		}
	}
	return b, nil
}

// appendRow appends one figure. A group that was never measured in a region
// has no row: the file would be mostly those.
func appendRow(b []byte, m *model.Monitor, r, g, i, p int) []byte {
	f := m.Cube.At(r, g, i, p)
	if g > 0 && f.State() == model.NotMeasured {
		return b
	}
	region, indicator := &m.Regions[r], &m.Indicators[i]
	for _, text := range []string{region.Code, region.Name, region.Level.String(), m.Groups[g].Label, indicator.Title, m.Periods[p].Label} {
		b = append(b, quote(text)...)
		b = append(b, ';')
	}
	if v, known := f.Value(); known {
		b = append(b, strings.Replace(strconv.FormatFloat(v, 'f', indicator.Decimals, 64), ".", ",", 1)...)
	}
	b = append(b, ';')
	b = append(b, quote(indicator.Unit)...)
	b = append(b, ';')
	b = append(b, StateNames[f.State()]...)
	return append(b, "\r\n"...)
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
