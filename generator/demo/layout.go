package demo

import (
	_ "embed"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"wijkmonitor/generator/model"
)

//go:embed layout.txt
var layoutText string

// mergedAt is how many municipalities the country has at least when those that
// are gone were in it: their successor is the seventh.
const mergedAt = 7

// country returns the country with n municipalities: those of the layout, and
// beyond these generated ones. Municipalities that are gone come on top, with
// the one that they became a part of.
func country(n int) (*place, error) {
	nl := newPlace("NL00", "Merenland", model.Country)
	if err := readLayout(nl, layoutText, n); err != nil {
		return nil, err
	}
	for i := nl.current() + 1; i <= n; i++ {
		nl.parts = append(nl.parts, generate(i))
	}
	slices.SortFunc(nl.parts, func(a, b *place) int { return strings.Compare(a.code, b.code) })
	return nl, nil
}

// readLayout reads the first n municipalities of layout.txt.
func readLayout(nl *place, text string, n int) error {
	var municipality *place
	for i, line := range strings.Split(text, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		if strings.HasPrefix(line, "GM") {
			f := strings.Split(line, "|")
			v, err := numbers(f[2:])
			if err != nil {
				return fmt.Errorf("demo: layout.txt:%d: %w", i+1, err)
			}
			municipality = newPlace(f[0], f[1], model.Municipality)
			municipality.urb, municipality.pros = v[1], v[2]
			municipality.flags()
			room := nl.current() < n
			if municipality.until > 0 {
				room = n >= mergedAt
			}
			if room {
				nl.parts = append(nl.parts, municipality)
			}
			continue
		}
		if err := readDistrict(municipality, line); err != nil {
			return fmt.Errorf("demo: layout.txt:%d: %w", i+1, err)
		}
	}
	return nil
}

// readDistrict reads "00 Centrum|size|urban|prosperity: buurt; buurt".
func readDistrict(m *place, line string) error {
	head, rest, ok := strings.Cut(line, ": ")
	f := strings.Split(head, "|")
	if !ok || m == nil || len(f) != 4 || len(f[0]) < 4 {
		return fmt.Errorf("%q is no district; \"00 Name|size|urban|prosperity: buurten\" would be right", line)
	}
	v, err := numbers(f[1:])
	if err != nil {
		return err
	}
	d := newPlace("WK"+m.code[2:]+f[0][:2], f[0][3:], model.District)
	d.flags()
	d.since, d.until = m.since, m.until
	m.parts = append(m.parts, d)
	names := strings.Split(rest, "; ")
	d.inherit(m, v[2], v[1])
	for i, name := range names {
		b := newPlace("", name, model.Neighbourhood)
		b.since, b.until = m.since, m.until
		b.flags()
		suffix := fmt.Sprintf("%02d", i)
		if coded(name) {
			suffix, b.name = b.name[:2], b.name[3:]
		}
		b.code = "BU" + d.code[2:] + suffix
		b.seed = named(b.code)
		b.settle(d, v[0]*1000/float64(len(names)))
		d.parts = append(d.parts, b)
	}
	return nil
}

// coded tells whether a neighbourhood's name begins with the end of its code: "A1 Nijbuorren".
func coded(name string) bool {
	return len(name) > 3 && name[2] == ' ' && name[1] >= '0' && name[1] <= '9'
}

// numbers reads decimal numbers.
func numbers(fields []string) ([]float64, error) {
	out := make([]float64, len(fields))
	for i, f := range fields {
		v, err := strconv.ParseFloat(f, 64)
		if err != nil {
			return nil, fmt.Errorf("%q is not a number", f)
		}
		out[i] = v
	}
	return out, nil
}

// flags takes the flags off the end of a place's name.
func (p *place) flags() {
	for {
		at := strings.LastIndexByte(p.name, ' ')
		if at < 0 || !p.flag(p.name[at+1:]) {
			return
		}
		p.name = p.name[:at]
	}
}

// flag reads one flag; false when it is a part of the name.
func (p *place) flag(flag string) bool {
	if len(flag) < 2 {
		return false
	}
	value, at, dated := strings.Cut(flag[1:], "@")
	year, err := strconv.Atoi(at)
	if !dated {
		year = plans[len(plans)-1].last
	}
	switch {
	case flag == "=0":
		p.exact = true
	case flag == "=tiny":
		p.exact, p.size = true, 34
	case flag[0] == '~':
		p.changes[year] = value
	case flag[0] == '<' && dated && err == nil:
		p.was, p.recoded = value, year
		p.changes[year] = "2"
	case flag[0] == '@':
		p.since, _ = strconv.Atoi(value)
		p.fresh = p.level == model.Neighbourhood
	case flag[0] == '-' && len(value) == 4:
		p.until, _ = strconv.Atoi(value)
	default:
		return false
	}
	return true
}
