package demo

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"

	"wijkmonitor/generator/model"
)

// A place is a region with the hidden factors that its figures follow from.
type place struct {
	code, name string
	level      model.Level
	parts      []*place // one level down, by code
	seed       seed

	size   float64 // inhabitants around 2020; of a neighbourhood
	pros   float64 // prosperity, in standard deviations
	urb    float64 // urbanity
	old    float64 // how much older the inhabitants are
	since  int     // first year; 0 = always
	change string  // Indelingswijziging in the last year
	exact  bool    // a neighbourhood whose size is given, not drawn
}

//go:embed layout.txt
var layoutText string

// country returns the country with n municipalities: those of the layout, and
// beyond these generated ones.
func country(n int) (*place, error) {
	nl := newPlace("NL00", "Merenland", model.Country)
	if err := readLayout(nl, layoutText, n); err != nil {
		return nil, err
	}
	for i := len(nl.parts) + 1; i <= n; i++ {
		nl.parts = append(nl.parts, generate(i))
	}
	return nl, nil
}

func newPlace(code, name string, level model.Level) *place {
	return &place{code: code, name: name, level: level, seed: named(code), change: "1"}
}

// readLayout reads the first n municipalities of layout.txt.
func readLayout(nl *place, text string, n int) error {
	var municipality *place
	for i, line := range strings.Split(text, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		if strings.HasPrefix(line, "GM") {
			if len(nl.parts) == n {
				return nil
			}
			f := strings.Split(line, "|")
			v, err := numbers(f[2:])
			if err != nil {
				return fmt.Errorf("demo: layout.txt:%d: %w", i+1, err)
			}
			municipality = newPlace(f[0], f[1], model.Municipality)
			municipality.urb, municipality.pros = v[1], v[2]
			nl.parts = append(nl.parts, municipality)
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
	m.parts = append(m.parts, d)
	names := strings.Split(rest, "; ")
	d.inherit(m, v[2], v[1])
	for i, name := range names {
		b := newPlace("", name, model.Neighbourhood)
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

// flags takes the flags off the end of a neighbourhood's name.
func (p *place) flags() {
	at := strings.LastIndexByte(p.name, ' ')
	if at < 0 {
		return
	}
	switch flag := p.name[at+1:]; {
	case flag == "=0":
		p.exact = true
	case flag == "=tiny":
		p.exact, p.size = true, 34
	case flag[0] == '~':
		p.change = flag[1:]
	case flag[0] == '@':
		p.since, _ = strconv.Atoi(flag[1:])
	default:
		return
	}
	p.name = p.name[:at]
}

// inherit gives a district its factors from those of its municipality.
func (p *place) inherit(m *place, prosperity, urbanity float64) {
	p.pros = m.pros + prosperity
	p.urb = m.urb + urbanity
	p.old = .25*m.seed.of(1).normal() + .45*p.seed.of(1).normal() - .3*p.urb
}

// settle gives a neighbourhood its factors and its size from its district.
func (p *place) settle(d *place, size float64) {
	p.pros = d.pros + .35*p.seed.of(2).normal()
	p.urb = d.urb + .2*p.seed.of(3).normal()
	p.old = d.old + .45*p.seed.of(4).normal()
	if !p.exact {
		p.size = size * (1 + .18*p.seed.of(5).normal())
	}
}

// there tells whether the place existed in a year.
func (p *place) there(year int) bool { return year >= p.since }

// changed returns Indelingswijziging for a year.
func (p *place) changed(year, last int) string {
	switch {
	case p.level == model.Country:
		return "."
	case year == last:
		return p.change
	case year == p.since:
		return "3"
	}
	return "1"
}
