package site

import (
	"bytes"
	"crypto/sha256"
	"encoding/xml"
	"fmt"
	"strings"

	"wijkmonitor/generator/model"
)

type atomFeed struct {
	XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang    string      `xml:"xml:lang,attr"`
	ID      string      `xml:"id"`
	Title   string      `xml:"title"`
	Updated string      `xml:"updated"`
	Author  string      `xml:"author>name"`
	Links   []atomLink  `xml:"link"`
	Entries []atomEntry `xml:"entry"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr,omitempty"`
	Href string `xml:"href,attr"`
}

type atomEntry struct {
	ID      string   `xml:"id"`
	Title   string   `xml:"title"`
	Updated string   `xml:"updated"`
	Link    atomLink `xml:"link"`
	Summary string   `xml:"summary"`
}

// feed returns feed.xml, an Atom feed (RFC 4287) of this edition. Its date is
// that of the newest table: who follows it hears of new figures, and of
// nothing when a build changed only its style.
func feed(m *model.Monitor, url string) []byte {
	root, updated := "", updatedOf(m)
	if url != "" {
		root = strings.TrimSuffix(url, "/") + "/"
	}
	name := fmt.Sprintf("%s, editie %d", m.Title, m.Edition)
	var tables []string
	for i := range m.Tables {
		t := &m.Tables[i]
		tables = append(tables, t.Source+", tabel "+t.ID+" ("+t.Title+")")
	}
	f := atomFeed{Lang: "nl", ID: uuid(m.Title), Title: m.Title, Updated: updated, Author: m.Title,
		Links: []atomLink{{Href: root + "index.html"}},
		Entries: []atomEntry{{ID: uuid(name, updated), Title: name, Updated: updated, Link: atomLink{Href: root + "index.html"},
			Summary: "Nieuwe cijfers. Bron: " + strings.Join(tables, "; ") + "."}}}
	if root != "" {
		f.Links = append(f.Links, atomLink{"self", root + "feed.xml"})
	}
	var b bytes.Buffer
	b.WriteString(xml.Header)
	e := xml.NewEncoder(&b)
	e.Indent("", " ")
	if err := e.Encode(f); err != nil {
		panic(err) // only strings: cannot fail
	}
	return append(b.Bytes(), '\n')
}

// updatedOf returns when the figures last changed: the newest day that a table
// was taken or changed, else the start of the edition's year.
func updatedOf(m *model.Monitor) string {
	day := ""
	for i := range m.Tables {
		for _, d := range []string{m.Tables[i].Modified, m.Tables[i].Retrieved} {
			if len(d) >= len("2025-10-02") {
				day = max(day, d[:len("2025-10-02")])
			}
		}
	}
	if day == "" {
		day = fmt.Sprintf("%04d-01-01", m.Edition)
	}
	return day + "T00:00:00Z"
}

// uuid names something by its words, the same at every build (RFC 9562,
// version 8: made in our own way).
func uuid(words ...string) string {
	sum := sha256.Sum256([]byte("wijkmonitor\x00" + strings.Join(words, "\x00")))
	sum[6], sum[8] = sum[6]&0x0f|0x80, sum[8]&0x3f|0x80
	return fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", sum[:4], sum[4:6], sum[6:8], sum[8:10], sum[10:16])
}
