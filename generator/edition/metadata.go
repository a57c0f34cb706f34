package edition

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
)

// bagInfo is bag-info.txt. It has no date of bagging: the same edition gives
// the same bag on any day.
func bagInfo(d *Document, publisher string, size int64, count int) []byte {
	return fmt.Appendf(nil, "Source-Organization: %s\nExternal-Description: %s\nExternal-Identifier: %s\nBag-Software-Agent: Wijkmonitor %s\nPayload-Oxum: %d.%d\n",
		oneLine(publisher), oneLine(d.name()), d.identifier(), d.Generator, size, count)
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func (d *Document) name() string { return fmt.Sprintf("%s, editie %d", d.Title, d.Edition) }

// identifier names the edition by its content: the hash of its manifest.
func (d *Document) identifier() string { return "sha256:" + d.Files.SHA256 }

func (d *Document) description() string {
	text := "Statische website met cijfers per gemeente, wijk en buurt, met de brongegevens, de definitie en de teksten waaruit zij is gemaakt."
	if d.Fictional {
		text += " De cijfers zijn verzonnen."
	}
	return text
}

// Retrieved is the newest day on which a table was taken or changed; "" when
// no table tells.
func (d *Document) Retrieved() string {
	newest := ""
	for _, t := range d.Tables {
		newest = max(newest, t.Modified, t.Retrieved)
	}
	return newest
}

// years returns the first and last year of the figures; "" when there is none.
func (d *Document) years() (first, last string) {
	for _, p := range d.Periods {
		if len(p) < 4 {
			continue
		}
		if first == "" || p[:4] < first {
			first = p[:4]
		}
		last = max(last, p[:4])
	}
	return first, last
}

// A tree writes indented XML, an element at a time.
type tree struct {
	bytes.Buffer
	depth int
}

func (t *tree) leaf(name, text string) {
	fmt.Fprintf(t, "%s<%s>", strings.Repeat("  ", t.depth), name)
	xml.EscapeText(t, []byte(text)) //nolint:errcheck // a buffer takes everything
	fmt.Fprintf(t, "</%s>\n", name)
}

func (t *tree) branch(name string, inside func()) {
	fmt.Fprintf(t, "%s<%s>\n", strings.Repeat("  ", t.depth), name)
	t.depth++
	inside()
	t.depth--
	name, _, _ = strings.Cut(name, " ")
	fmt.Fprintf(t, "%s</%s>\n", strings.Repeat("  ", t.depth), name)
}

// dublinCore describes the edition in the fifteen elements of Dublin Core
// (ISO 15836-1).
func dublinCore(d *Document, publisher string) []byte {
	var t tree
	t.WriteString(xml.Header)
	t.branch(`metadata xmlns:dc="http://purl.org/dc/elements/1.1/"`, func() {
		t.leaf("dc:title", d.name())
		t.leaf("dc:creator", publisher)
		t.leaf("dc:publisher", publisher)
		t.leaf("dc:description", d.description())
		if day := d.Retrieved(); day != "" {
			t.leaf("dc:date", day)
		}
		t.leaf("dc:type", "Dataset")
		t.leaf("dc:format", "text/html")
		t.leaf("dc:identifier", d.identifier())
		for _, table := range d.Tables {
			t.leaf("dc:source", table.Source+", tabel "+table.ID+": "+table.Title)
		}
		t.leaf("dc:language", "nl")
		if first, last := d.years(); first != "" {
			t.leaf("dc:coverage", first+"/"+last)
		}
		if !d.Fictional {
			t.leaf("dc:coverage", "Nederland")
			t.leaf("dc:rights", "Cijfers van het CBS: CC BY 4.0")
		}
	})
	return t.Bytes()
}

// mdto describes the edition as an information object in MDTO, the Dutch
// standard for metadata of lasting government information: MDTO-XML 1.0.1,
// in the order of its schema.
func mdto(d *Document, name, publisher string) []byte {
	var t tree
	t.WriteString(xml.Header)
	term := func(element, label, code, list string) {
		t.branch(element, func() {
			t.leaf("begripLabel", label)
			if code != "" {
				t.leaf("begripCode", code)
			}
			t.branch("begripBegrippenlijst", func() { t.leaf("verwijzingNaam", list) })
		})
	}
	t.branch(`MDTO xmlns="https://www.nationaalarchief.nl/mdto" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="https://www.nationaalarchief.nl/mdto https://www.nationaalarchief.nl/mdto/MDTO-XML1.0.1.xsd"`, func() {
		t.branch("informatieobject", func() {
			t.branch("identificatie", func() {
				t.leaf("identificatieKenmerk", d.identifier())
				t.leaf("identificatieBron", "Wijkmonitor")
			})
			t.leaf("naam", d.name())
			term("aggregatieniveau", "Archiefstuk", "", "Begrippenlijst Aggregatieniveaus MDTO")
			t.leaf("omschrijving", d.description())
			if d.Address != "" {
				t.branch("raadpleeglocatie", func() { t.leaf("raadpleeglocatieOnline", d.Address) })
			}
			if first, last := d.years(); first != "" {
				t.branch("dekkingInTijd", func() {
					term("dekkingInTijdType", "Waarneming", "", "Begrippenlijst DekkingInTijdTypen Wijkmonitor")
					t.leaf("dekkingInTijdBegindatum", first)
					t.leaf("dekkingInTijdEinddatum", last)
				})
			}
			if !d.Fictional {
				t.branch("dekkingInRuimte", func() { t.leaf("verwijzingNaam", "Nederland") })
			}
			t.leaf("taal", "nl")
			term("waardering", "Blijvend te bewaren", "B", "Begrippenlijst Waarderingen MDTO")
			t.branch("heeftRepresentatie", func() { t.leaf("verwijzingNaam", name+".zip") })
			t.branch("aanvullendeMetagegevens", func() { t.leaf("verwijzingNaam", "dublincore.xml") })
			t.branch("archiefvormer", func() { t.leaf("verwijzingNaam", publisher) })
			t.branch("beperkingGebruik", func() {
				term("beperkingGebruikType", "openbaar (Archiefwet 1995)", "Openbaarheid/AW1995/Openbaar/1.0", "Begrippenlijst Openbaarheid")
			})
		})
	})
	return t.Bytes()
}
