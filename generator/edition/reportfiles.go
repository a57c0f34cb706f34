package edition

import (
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"strings"

	"wijkmonitor/templates/changes"
)

// WriteCSV writes every changed figure for a spreadsheet.
func (d *Difference) WriteCSV(w io.Writer) error { return WriteCSV(w, d.Changes) }

// WriteCSV writes changes for a spreadsheet, in the form of cijfers.csv: UTF-8
// with a byte order mark, semicolons, decimal commas.
func WriteCSV(w io.Writer, all []Change) error {
	if _, err := io.WriteString(w, "\uFEFF"); err != nil {
		return err
	}
	c := csv.NewWriter(w)
	c.Comma, c.UseCRLF = ';', true
	c.Write([]string{"tabel", "regio_code", "regio_naam", "indicator", "groep", "periode", "wat", "was", "is"}) //nolint:errcheck // Error tells
	for i := range all {
		x := &all[i]
		c.Write([]string{plain(x.Table), plain(x.Region), plain(x.Name), plain(x.Indicator), plain(x.Group), plain(x.Period), x.Kind.Dutch(), x.Old, x.New}) //nolint:errcheck // as above
	}
	c.Flush()
	return c.Error()
}

// plain keeps a spreadsheet from taking a name for a formula.
func plain(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}

// WritePage writes the difference as a page by itself, in Dutch.
func (d *Difference) WritePage(w io.Writer) error {
	n := d.Counts
	p := changes.Page{
		Title: "Wat is er veranderd in " + d.New.Document.Title + "?",
		Lead:  fmt.Sprintf("Deze lijst vergelijkt editie %d met editie %d. Een cijfer kan veranderen omdat de bron het heeft herzien.", d.Old.Document.Edition, d.New.Document.Edition),
		Counts: []changes.Count{{Label: "Herziene cijfers", Value: fmt.Sprint(n[Revised])}, {Label: "Nieuwe cijfers", Value: fmt.Sprint(n[Appeared])},
			{Label: "Vervallen cijfers", Value: fmt.Sprint(n[Vanished])}, {Label: "Andere reden waarom er geen cijfer is", Value: fmt.Sprint(n[Status])}},
		Lost: dutchThings(d.Lost), Got: dutchThings(d.Got),
	}
	for i := range d.Changes {
		c := &d.Changes[i]
		heading := "Tabel " + c.Table
		if c.Table == "" {
			heading = "Berekend uit andere cijfers"
		}
		if k := len(p.Tables); k == 0 || p.Tables[k-1].Heading != heading {
			p.Tables = append(p.Tables, changes.Table{Heading: heading})
		}
		t := &p.Tables[len(p.Tables)-1]
		t.Rows = append(t.Rows, changes.Row{Region: c.Name + " (" + c.Region + ")", Indicator: c.Indicator, Group: c.Group, Period: c.Period, Kind: c.Kind.Dutch(), Old: c.Old, New: c.New})
	}
	return changes.View(&p).Render(context.Background(), w)
}

func dutchThings(things []Thing) (list []string) {
	words := map[string]string{"region": "Gebied", "indicator": "Onderwerp", "group": "Groep", "period": "Periode"}
	for _, t := range things {
		list = append(list, words[t.Kind]+" "+t.Key+": "+t.Name)
	}
	return list
}
