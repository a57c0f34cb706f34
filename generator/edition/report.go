package edition

import (
	"bufio"
	"fmt"
	"io"

	"wijkmonitor/generator/language"
)

// mostLines is how many figures the text lists; the CSV has them all.
const mostLines = 100

// String is the word that commands use.
func (k Kind) String() string {
	return [kindCount]string{"revised", "appeared", "vanished", "other reason"}[k]
}

// Dutch is the word that pages use.
func (k Kind) Dutch() string {
	return [kindCount]string{language.Word("herzien"), language.Word("nieuw cijfer"), language.Word("vervallen"), language.Word("andere reden")}[k]
}

// WriteText writes the difference for a terminal; with files, every path.
func (d *Difference) WriteText(w io.Writer, files bool) error {
	b := bufio.NewWriter(w)
	n := d.Counts
	fmt.Fprintf(b, "%s → %s\n", d.Old.Document.name(), d.New.Document.name())
	fmt.Fprintf(b, "compared: %d figures\n", d.Compared)
	fmt.Fprintf(b, "figures: %d revised, %d appeared, %d vanished, %d without a number for another reason\n", n[Revised], n[Appeared], n[Vanished], n[Status])
	table := "–"
	for i := range d.Changes {
		c := &d.Changes[i]
		if c.Table != table {
			table = c.Table
			fmt.Fprintf(b, "table %s: %d figures\n", orNone(table), d.inTable(table))
		}
		if i < mostLines {
			fmt.Fprintf(b, "  %s %s, %s, %s, %s: %s: %s → %s\n", c.Region, c.Name, c.Indicator, c.Group, c.Period, c.Kind, c.Old, c.New)
		}
	}
	if k := len(d.Changes); k > mostLines {
		fmt.Fprintf(b, "  … and %d more: --csv lists all\n", k-mostLines)
	}
	for _, t := range d.Lost {
		fmt.Fprintf(b, "lost: %s %s (%s)\n", t.Kind, t.Key, t.Name)
	}
	for _, t := range d.Got {
		fmt.Fprintf(b, "new: %s %s (%s)\n", t.Kind, t.Key, t.Name)
	}
	fmt.Fprintf(b, "files: %d changed, %d added, %d removed\n", len(d.Files.Changed), len(d.Files.Added), len(d.Files.Removed))
	if files {
		for _, list := range []struct {
			sign  string
			paths []string
		}{{"changed", d.Files.Changed}, {"added", d.Files.Added}, {"removed", d.Files.Removed}} {
			for _, path := range list.paths {
				fmt.Fprintf(b, "  %s %s\n", list.sign, path)
			}
		}
	}
	return b.Flush()
}

func orNone(table string) string {
	if table == "" {
		return "(none: made from other figures)"
	}
	return table
}

func (d *Difference) inTable(table string) (n int) {
	for i := range d.Changes {
		if d.Changes[i].Table == table {
			n++
		}
	}
	return n
}
