package extract

import "math"

// A Part is one Parquet file of a table, opened to be read column by column.
type Part struct {
	file *file
	Rows int
}

// A PartColumn is one column of a Part: of texts, or of numbers where NaN
// stands for null. One without any value has neither.
type PartColumn struct {
	Name    string
	Numbers []float64
	texts   *textColumn
}

// OpenPart opens a Parquet file of a table.
func OpenPart(name string) (*Part, error) {
	f, err := openFile(name, "it was asked for")
	if err != nil {
		return nil, err
	}
	return &Part{file: f, Rows: f.rows}, nil
}

// Close closes the file.
func (p *Part) Close() error { return p.file.close() }

// Columns names the columns, in the file's order.
func (p *Part) Columns() []string { return p.file.names }

// Read decodes a column. Texts are without CBS's padding.
func (p *Part) Read(name string) (*PartColumn, error) {
	c := &PartColumn{Name: name}
	at, there := p.file.columns[name]
	if there && p.file.types[at] == allNull {
		return c, nil
	}
	if there && p.file.types[at] == number {
		c.Numbers = make([]float64, p.Rows)
		return c, p.file.numbers(name, c.Numbers)
	}
	var err error
	c.texts, err = p.file.text(name)
	return c, err
}

// Text returns the text of a row, and whether there is one.
func (c *PartColumn) Text(row int) (string, bool) {
	if c.texts == nil || c.texts.index[row] < 0 {
		return "", false
	}
	return c.texts.at(row), true
}

// Number returns the number of a row, and whether there is one.
func (c *PartColumn) Number(row int) (float64, bool) {
	if c.Numbers == nil || math.IsNaN(c.Numbers[row]) {
		return 0, false
	}
	return c.Numbers[row], true
}
