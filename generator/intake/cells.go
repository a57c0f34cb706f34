package intake

import (
	"slices"
	"strings"
)

// region gives the code of the region of a row. there is false when it is
// found by a name that its year does not have. ok is false for a row that is
// left out.
func (c *converter) region(row int) (code string, there, ok bool) {
	m := c.m.Region
	if m.Column == "" {
		return m.Fixed, true, true
	}
	text := c.s.cell(row, c.at[m.Column])
	if m.By == "name" {
		if otherKind.MatchString(text) {
			c.report.OtherKinds++
			return "", false, false
		}
		code, there, err := c.areas.find(text, c.year(row))
		if err != nil {
			c.bad.addf("%s, %s: %w", c.s.at(row), m.Column, err)
		}
		return code, there, err == nil
	}
	code = strings.ToUpper(text)
	switch {
	case slices.Contains(m.LeaveOut, code) && code != "":
		c.report.LeftOut++
	case code == "" && c.blank(row): // CBS lists areas that nobody lives in without a code
		c.report.NotThere++
	case isShown(code):
		return code, true, true
	case regionCode.MatchString(code) && !strings.Contains(" NL GM WK BU ", " "+code[:2]+" "):
		c.report.OtherKinds++
	default:
		c.bad.addf("%s, %s: %q is not a region code; GM0363, WK036302 or BU03630201 would be right", c.s.at(row), m.Column, text)
	}
	return "", false, false
}

// name is the name of a region as the file gives it.
func (c *converter) name(row int, code string) string {
	column := c.m.Region.Names
	if c.m.Region.By == "name" {
		column = c.m.Region.Column
	}
	text := ""
	if column != "" {
		text = strings.TrimSuffix(c.s.cell(row, c.at[column]), " (gemeente)")
	}
	switch {
	case strings.HasPrefix(code, "NL"):
		return "Nederland"
	case text == "":
		return code
	}
	return text
}

// year is the year of a row; 0 when it cannot be read.
func (c *converter) year(row int) int {
	text := c.m.Period.Fixed
	if c.m.Period.Column != "" {
		text = c.s.cell(row, c.at[c.m.Period.Column])
	}
	code, _, err := parsePeriod(text)
	if err != nil {
		return 0
	}
	return yearOfCode(code)
}

func (c *converter) period(row int) (int32, bool) {
	text := c.m.Period.Fixed
	if c.m.Period.Column != "" {
		text = c.s.cell(row, c.at[c.m.Period.Column])
	}
	code, provisional, err := parsePeriod(text)
	if err != nil {
		c.bad.addf("%s, %s: %w", c.s.at(row), c.m.Period.Column, err)
		return 0, false
	}
	i := c.times.code(code, text)
	if provisional {
		c.times.codes[i].Status = "Voorlopig"
	}
	return i, true
}

// dimension gives the code of a row in dimension d.
func (c *converter) dimension(row, d int) (int32, bool) {
	m := &c.m.Dimensions[d]
	text := c.s.cell(row, c.at[m.Column])
	code := text
	if len(m.Codes) > 0 {
		code = m.Codes[text]
	}
	if code == "" {
		c.bad.addf("%s, %s: %q has no code; one under codes of this dimension in the mapping would be right", c.s.at(row), m.Column, text)
		return 0, false
	}
	return c.others[d].code(code, text), true
}

// blank tells whether a row has no figure at all.
func (c *converter) blank(row int) bool {
	if c.m.Measures != nil {
		_, gap := c.m.Gaps[c.s.cell(row, c.at[c.m.Measures.Value])]
		return gap
	}
	for i := range c.m.Topics {
		if _, gap := c.m.Gaps[c.s.cell(row, c.at[c.m.Topics[i].Column])]; !gap {
			return false
		}
	}
	return true
}

// value reads one cell into topic t of row at.
func (c *converter) value(row, column, t int, at int32, code string) {
	text := c.s.cell(row, column)
	if c.m.Topics[t].Text {
		if word := c.m.Gaps[text]; word == "" {
			c.table.Strings[t][at] = strings.TrimSuffix(text, ".0") // pandas writes 1.0 where others of the column are missing
		}
		return
	}
	if word, gap := c.m.Gaps[text]; gap {
		if word == "zero" {
			c.table.Values[t][at] = 0
			c.report.Cells++
			return
		}
		c.report.Gaps[word]++
		c.table.Attributes[t][at] = gapWords[word]
		c.why = c.why || gapWords[word] != ""
		return
	}
	v, err := c.marks.parse(text)
	if err != nil {
		c.bad.addf("%s (%s), %s: %w", c.s.at(row), code, c.m.Topics[t].Column, err)
		return
	}
	c.table.Values[t][at] = v
	c.report.Cells++
}
