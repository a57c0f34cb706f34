package intake

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// An areas knows the codes of municipalities by name and year, from the files
// of "Gebieden in Nederland".
type areas struct {
	byYear map[int]map[string][]string // year → name → codes
	all    map[string][]string         // name → codes of all years
}

var (
	areaFile  = regexp.MustCompile(`((?:19|20)\d\d).*\.csv(\.gz)?$`)
	areaYear  = regexp.MustCompile(`_((?:19|20)\d\d)_`)
	otherKind = regexp.MustCompile(` \((LD|PV|CR|CP|SG|GA|AM|AR|GG|RP|JZ|VR|WG|KK|LB|NT|RE|ZK|TR|RB|ES|PO)\)$`)
)

// readAreas reads all files in a folder whose name holds a year: gebieden_2023_85385NED.csv.gz.
func readAreas(dir string) (*areas, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, fmt.Errorf("import: areas: %w", err)
	}
	a := &areas{byYear: map[int]map[string][]string{}, all: map[string][]string{}}
	for _, e := range entries {
		m := areaYear.FindStringSubmatch(e.Name())
		if m == nil || !areaFile.MatchString(e.Name()) {
			continue
		}
		content, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			return nil, fmt.Errorf("import: areas: %w", err)
		}
		s, err := Open(e.Name(), content, Hints{})
		if err != nil {
			return nil, err
		}
		year, _ := strconv.Atoi(m[1])
		if err := a.read(s, year); err != nil {
			return nil, err
		}
	}
	if len(a.byYear) == 0 {
		return nil, fmt.Errorf("import: areas: %s has no file such as gebieden_2023_85385NED.csv", dir)
	}
	return a, nil
}

// read takes the names and codes of one year. Codes before 2013 are bare numbers.
func (a *areas) read(s *Sheet, year int) error {
	head := s.Rows[0]
	code := slices.Index(head, "Code_1")
	if code < 1 {
		return fmt.Errorf("import: %s: has no column Code_1 behind the names", s.File)
	}
	names := []int{code - 1, slices.Index(head, "Naam_2")}
	if a.byYear[year] == nil {
		a.byYear[year] = map[string][]string{}
	}
	for row := 1; row < len(s.Rows); row++ {
		c := s.cell(row, code)
		if digits(c) && len(c) <= 4 {
			c = "GM" + strings.Repeat("0", 4-len(c)) + c
		}
		if !regionCode.MatchString(c) {
			return fmt.Errorf("import: %s%s: %q is not the code of a municipality", s.File, s.at(row), c)
		}
		for _, n := range names {
			if name := s.cell(row, n); name != "" {
				add(a.byYear[year], name, c)
				add(a.all, name, c)
			}
		}
	}
	return nil
}

func add(m map[string][]string, name, code string) {
	if !slices.Contains(m[name], code) {
		m[name] = append(m[name], code)
	}
}

// find gives the code of a name in a year, else the only code that the name
// had in any year. there tells whether the year itself has it.
func (a *areas) find(name string, year int) (code string, there bool, err error) {
	if name == "Nederland" {
		return "NL01", true, nil
	}
	codes := a.byYear[year][name]
	there = len(codes) > 0
	if !there {
		codes = a.all[name]
	}
	switch len(codes) {
	case 1:
		return codes[0], there, nil
	case 0:
		return "", false, fmt.Errorf("the region %q matched nothing; a name as in \"Gebieden in Nederland\" of that year would be right", name)
	}
	return "", there, fmt.Errorf("the region %q matched %s; a column with codes would be right", name, strings.Join(codes, " and "))
}
