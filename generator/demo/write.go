package demo

import (
	"fmt"
	"os"
	"path/filepath"

	"wijkmonitor/generator/extract"
)

// Options say how large the country is.
type Options struct {
	Municipalities int // 10 for the committed one, National for one like the Netherlands, at most largest; 0 = 10
}

// National is how many municipalities the Netherlands has, with about 3,400
// wijken and 14,600 buurten.
const National = 342

// Write writes the tables, the postcodes, the provinces and the shapes of the fictional country into dir, which it makes.
// The same options give the same bytes.
func Write(dir string, o Options) error {
	nl, err := o.country()
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("demo: %w", err)
	}
	for _, p := range plans {
		if err := extract.WriteTable(dir, build(p, nl)); err != nil {
			return fmt.Errorf("demo: table %s: %w", p.id, err)
		}
	}
	if err := writePostcodes(dir, nl); err != nil {
		return err
	}
	if err := writeProvinces(dir, nl); err != nil {
		return err
	}
	return writeShapes(filepath.Join(dir, "geo"), nl)
}

// Tables returns the tables of the fictional country.
func Tables(o Options) ([]*extract.Table, error) {
	nl, err := o.country()
	if err != nil {
		return nil, err
	}
	var tables []*extract.Table
	for _, p := range plans {
		tables = append(tables, build(p, nl))
	}
	return tables, nil
}

func (o Options) country() (*place, error) {
	n := o.Municipalities
	switch {
	case n == 0:
		n = 10
	case n < 1 || n > largest:
		return nil, fmt.Errorf("demo: %d municipalities; 1 to %d would be right", n, largest)
	}
	return country(n)
}
