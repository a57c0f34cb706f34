package edition

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"regexp"
	"strings"
	"testing"
)

// A rule is what may stand within an element of MDTO-XML 1.0.1, in order: names
// with "!" must be there once, with "+" once or more, with "?" at most once,
// with "*" any number of times. An element that is not here holds text alone.
// The facts are those of the schema that the National Archives of the
// Netherlands publish (nationaalarchief.nl/mdto).
var mdtoRules = map[string]string{
	"MDTO": "informatieobject!",
	"informatieobject": "identificatie+ naam! aggregatieniveau? classificatie* trefwoord* omschrijving* raadpleeglocatie* dekkingInTijd* dekkingInRuimte* taal* event* waardering! bewaartermijn? " +
		"informatiecategorie? isOnderdeelVan* bevatOnderdeel* heeftRepresentatie* aanvullendeMetagegevens* gerelateerdInformatieobject* archiefvormer+ betrokkene* activiteit? beperkingGebruik+",
	"identificatie":    "identificatieKenmerk! identificatieBron!",
	"dekkingInTijd":    "dekkingInTijdType! dekkingInTijdBegindatum! dekkingInTijdEinddatum?",
	"raadpleeglocatie": "raadpleeglocatieFysiek* raadpleeglocatieOnline*",
	"beperkingGebruik": "beperkingGebruikType! beperkingGebruikNadereBeschrijving? beperkingGebruikDocumentatie* beperkingGebruikTermijn?",
	"aggregatieniveau": term, "waardering": term, "dekkingInTijdType": term, "beperkingGebruikType": term,
	"begripBegrippenlijst": reference, "dekkingInRuimte": reference, "heeftRepresentatie": reference, "aanvullendeMetagegevens": reference, "archiefvormer": reference,
}

const (
	term      = "begripLabel! begripCode? begripBegrippenlijst!"
	reference = "verwijzingNaam! verwijzingIdentificatie?"
)

// mdtoTexts are the forms of texts that are no plain text.
var mdtoTexts = map[string]*regexp.Regexp{
	"dekkingInTijdBegindatum": mdtoDate, "dekkingInTijdEinddatum": mdtoDate,
	"taal":                   regexp.MustCompile(`^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$`),
	"raadpleeglocatieOnline": regexp.MustCompile(`^https?://\S+$`),
}

var mdtoDate = regexp.MustCompile(`^\d{4}(-\d\d(-\d\d)?)?$`)

const mdtoSpace = "https://www.nationaalarchief.nl/mdto"

// checkMDTO compares a document with the rules.
func checkMDTO(b []byte) error {
	d := xml.NewDecoder(bytes.NewReader(b))
	for {
		token, err := d.Token()
		if err != nil {
			return err
		}
		if start, is := token.(xml.StartElement); is {
			if start.Name.Local != "MDTO" {
				return fmt.Errorf("the document is a %s", start.Name.Local)
			}
			if err := checkElement(d, start); err != nil {
				return err
			}
			if token, err := d.Token(); err != io.EOF && (err != nil || len(bytes.TrimSpace(token.(xml.CharData))) > 0) {
				return fmt.Errorf("something stands behind it: %v %v", token, err)
			}
			return nil
		}
	}
}

// checkElement reads an element to its end.
func checkElement(d *xml.Decoder, start xml.StartElement) error {
	name := start.Name.Local
	if start.Name.Space != mdtoSpace {
		return fmt.Errorf("%s is of %q", name, start.Name.Space)
	}
	var children, text strings.Builder
	for {
		token, err := d.Token()
		if err != nil {
			return err
		}
		switch token := token.(type) {
		case xml.StartElement:
			children.WriteString(token.Name.Local + " ")
			if err := checkElement(d, token); err != nil {
				return err
			}
		case xml.CharData:
			text.Write(token)
		case xml.EndElement:
			return checkInside(name, children.String(), strings.TrimSpace(text.String()))
		}
	}
}

func checkInside(name, children, text string) error {
	rule, has := mdtoRules[name]
	form := mdtoTexts[name]
	switch {
	case !has && (children != "" || text == ""):
		return fmt.Errorf("%s holds %q and the text %q; a text alone would be right", name, children, text)
	case !has && form != nil && !form.MatchString(text):
		return fmt.Errorf("%s is %q", name, text)
	case has && text != "":
		return fmt.Errorf("%s has the text %q between its elements", name, text)
	case has && !pattern(rule).MatchString(children):
		return fmt.Errorf("%s holds %q; %q would be right", name, children, rule)
	}
	return nil
}

// pattern turns a rule into an expression over names with a space behind each.
func pattern(rule string) *regexp.Regexp {
	var b strings.Builder
	for _, part := range strings.Fields(rule) {
		name, often := part[:len(part)-1], part[len(part)-1:]
		b.WriteString("(" + name + " )" + strings.TrimSuffix(often, "!"))
	}
	return regexp.MustCompile("^" + b.String() + "$")
}

// TestMDTO holds the description of editions of every sort against the rules of
// the standard, and the rules against descriptions that break them.
func TestMDTO(t *testing.T) {
	full := Document{Title: "Klein & <fijn>", Edition: 2024, Address: "https://monitor.example.nl/", Periods: []string{"2023JJ00", "2024KW01"}, Files: Listing{SHA256: "ab"}}
	bare := Document{Title: "Klein", Edition: 2024, Fictional: true, Files: Listing{SHA256: "ab"}}
	for name, doc := range map[string]Document{"full": full, "bare": bare} {
		if err := checkMDTO(mdto(&doc, "klein-2024", "Gemeente Klein")); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	right := string(mdto(&full, "klein-2024", "Gemeente Klein"))
	for what, wrong := range map[string]string{
		"no archiefvormer":      cut(right, "<archiefvormer>", "</archiefvormer>"),
		"no waardering":         cut(right, "<waardering>", "</waardering>"),
		"no name":               cut(right, "<naam>", "</naam>"),
		"an empty name":         strings.Replace(right, "<naam>Klein &amp; &lt;fijn&gt;, editie 2024", "<naam>", 1),
		"a label without list":  cut(right, "<begripBegrippenlijst>", "</begripBegrippenlijst>"),
		"taal before coverage":  strings.Replace(cut(right, "<taal>", "</taal>"), "<dekkingInTijd>", "<taal>nl</taal><dekkingInTijd>", 1),
		"a quarter for a date":  strings.Replace(right, "Begindatum>2023", "Begindatum>2023KW01", 1),
		"an unknown element":    strings.Replace(right, "<taal>nl</taal>", "<taal>nl</taal><kleur>rood</kleur>", 1),
		"another name space":    strings.Replace(right, mdtoSpace+`"`, mdtoSpace+`2"`, 1),
		"two levels":            strings.Replace(right, "<omschrijving>", "<aggregatieniveau>x</aggregatieniveau><omschrijving>", 1),
		"an element within one": strings.Replace(right, "<taal>nl</taal>", "<taal><b>nl</b></taal>", 1),
	} {
		if wrong == right {
			t.Errorf("%s: the document has nothing to break", what)
		} else if checkMDTO([]byte(wrong)) == nil {
			t.Errorf("%s passes", what)
		}
	}
}

// cut takes out the first part from start to end.
func cut(s, start, end string) string {
	before, rest, _ := strings.Cut(s, start)
	_, after, _ := strings.Cut(rest, end)
	return before + after
}
