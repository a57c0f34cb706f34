package demo

import (
	"fmt"
	"os"

	"wijkmonitor/generator/extract"
)

// Options say how large the country is.
type Options struct {
	Municipalities int  // 10 for the committed one; 0 = 10
	National       bool // 342 municipalities, about 3,400 wijken and 14,600 buurten
}

// Write writes the tables of the fictional country into dir, which it makes.
// The same options give the same bytes.
func Write(dir string, o Options) error {
	tables, err := Tables(o)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("demo: %w", err)
	}
	for _, t := range tables {
		if err := extract.WriteTable(dir, t); err != nil {
			return fmt.Errorf("demo: table %s: %w", t.ID, err)
		}
	}
	return nil
}

// Tables returns the tables of the fictional country.
func Tables(o Options) ([]*extract.Table, error) {
	n := o.Municipalities
	switch {
	case o.National:
		n = nationalMunicipalities
	case n == 0:
		n = 10
	case n < 1 || n > nationalMunicipalities:
		return nil, fmt.Errorf("demo: %d municipalities; 1 to %d would be right", n, nationalMunicipalities)
	}
	nl, err := country(n)
	if err != nil {
		return nil, err
	}
	var tables []*extract.Table
	for _, p := range plans {
		tables = append(tables, build(p, nl))
	}
	return tables, nil
}
