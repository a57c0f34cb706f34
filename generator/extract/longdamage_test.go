package extract

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestLoad_LongBadRows(t *testing.T) {
	tests := []struct {
		name   string
		change func(*Table)
		want   []string
	}{
		{"duplicate observation", func(t *Table) { t.RegionIdx[3] = 1 }, []string{"Observations", "row 17 (GM0002)", "second observation", "Inwoners_1"}},
		{"orphan buurt", func(t *Table) { t.Regions[3].Key = "BU0002AB01" }, []string{"row 16 (BU0002AB01)", "WK0002AB"}},
		{"negative count", func(t *Table) { t.Values[2][1] = -12 }, []string{"Observations", "row 8 (GM0002), Bijstand_2: -12 is not a count"}},
		{"topic of text", func(t *Table) { t.Topics[1].Datatype = "String"; t.Strings[1] = make([]string, len(t.RegionIdx)) }, []string{"Inwoners_1", "holds text; numbers would be right"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			table := tiny()
			tt.change(table)
			_, err := Load(tinyDefinition(), writeLong(t, table))
			wantError(t, err, tt.want...)
		})
	}
}

func TestLoad_LongDamagedFiles(t *testing.T) {
	for _, part := range []string{"Observations", "MeasureCodes", "MeasureGroups", "Dimensions", "WijkenEnBuurtenCodes", "HerkomstCodes", "PeriodenCodes"} {
		t.Run(part, func(t *testing.T) {
			dir := writeLong(t, tiny())
			name := v4.file(dir, "90001NED", part)
			rewrite(t, name, func(b []byte) []byte { return b[:len(b)/2] })
			_, err := Load(tinyDefinition(), dir)
			wantError(t, err, filepath.Base(name), "extract: ")
			rewrite(t, name, func([]byte) []byte { return []byte("<html>Not found, sorry</html>") })
			_, err = Load(tinyDefinition(), dir)
			wantError(t, err, filepath.Base(name), "not a Parquet file")
			remove(t, name)
			_, err = Load(tinyDefinition(), dir)
			if part == "MeasureGroups" {
				if err != nil {
					t.Errorf("a table without groups of measures: %v", err)
				}
				return
			}
			wantError(t, err, filepath.Base(name), "missing")
		})
	}
}

// A flipped bit anywhere in the observations is an error or another number, never the end of the program.
func TestLoad_LongFlippedBits(t *testing.T) {
	dir := writeLong(t, tiny())
	name := v4.file(dir, "90001NED", "Observations")
	whole, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	for at := 0; at < len(whole); at += 7 {
		b := append([]byte(nil), whole...)
		b[at] ^= 1 << (at % 8)
		if err := os.WriteFile(name, b, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := Load(tinyDefinition(), dir); err != nil && !strings.Contains(err.Error(), "90001NED") {
			t.Errorf("byte %d: the error names no table: %v", at, err)
		}
	}
}

// FuzzObservations demands that no bytes under Observations end the program.
func FuzzObservations(f *testing.F) {
	dir := writeLong(f, tiny())
	whole, err := os.ReadFile(v4.file(dir, "90001NED", "Observations"))
	if err != nil {
		f.Fatal(err)
	}
	props, err := readMeasures(dir, "90001NED")
	if err != nil {
		f.Fatal(err)
	}
	props.geo = props.geos[0]
	f.Add(whole)
	f.Add(whole[:len(whole)-9])
	f.Fuzz(func(t *testing.T, b []byte) {
		p, err := openParquet("fuzz.parquet", bytes.NewReader(b), int64(len(b)))
		if err != nil || p.rows > 1<<20 {
			return
		}
		l, err := openLong(p, props, []string{props.geo, "Herkomst", "Perioden"}, nil)
		if err != nil || l.prepare(props.keys) != nil {
			return
		}
		for _, topic := range props.keys {
			if c, err := l.numbers(topic); err == nil && len(c.values) != l.rows() {
				t.Fatalf("%d values for %d rows", len(c.values), l.rows())
			}
			_, _ = l.texts(topic)
		}
	})
}
