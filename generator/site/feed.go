package site

import (
	"bytes"
	"crypto/sha256"
	"encoding/xml"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"wijkmonitor/generator/model"
	"wijkmonitor/generator/render"
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

// feed returns feed.xml, an Atom feed (RFC 4287) of this edition and those
// before. Its date is that of the newest table: who follows it hears of new
// figures, and of nothing when a build changed only its style. news says what
// changed since the edition before; "" without one.
func feed(m *model.Monitor, url string, past []atomEntry, news string) []byte {
	doc := document(m, Options{})
	root, updated := "", doc.Day()+"T00:00:00Z"
	if url != "" {
		root = strings.TrimSuffix(url, "/") + "/"
	}
	name := fmt.Sprintf("%s, editie %d", m.Title, m.Edition)
	var tables []string
	for i := range m.Tables {
		t := &m.Tables[i]
		tables = append(tables, t.Source+", tabel "+t.ID+" ("+t.Title+")")
	}
	own := atomEntry{ID: uuid(name, updated), Title: name, Updated: updated, Link: atomLink{Href: root + "index.html"},
		Summary: "Nieuwe cijfers. " + news + "Bron: " + strings.Join(tables, "; ") + "."}
	if news != "" {
		own.Link.Href = root + render.ChangesFolder
	}
	f := atomFeed{Lang: "nl", ID: uuid(m.Title), Title: m.Title, Author: m.Title, Links: []atomLink{{Href: root + "index.html"}}, Entries: entries(own, past, root)}
	f.Updated = f.Entries[0].Updated
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

// mostEntries is how many entries a feed has at most.
const mostEntries = 50

// entries puts an entry before those of earlier editions, the newest first. What
// earlier ones led to is not there any more: they lead to the site.
func entries(own atomEntry, past []atomEntry, root string) []atomEntry {
	all := []atomEntry{own}
	for _, e := range past {
		if e.ID != own.ID {
			e.Link = atomLink{Href: root + "index.html"}
			all = append(all, e)
		}
	}
	slices.SortStableFunc(all, func(a, b atomEntry) int { return strings.Compare(b.Updated, a.Updated) })
	return all[:min(len(all), mostEntries)]
}

const (
	largestFeed    = 1 << 20
	longestSummary = 5000
)

var (
	entryID   = regexp.MustCompile(`^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$`)
	entryDate = regexp.MustCompile(`^\d{4}-[01]\d-[0-3]\dT00:00:00Z$`)
)

// parseFeed returns the entries of a feed that an earlier build wrote, and
// demands that it looks like one.
func parseFeed(b []byte) ([]atomEntry, error) {
	if len(b) > largestFeed {
		return nil, fmt.Errorf("feed.xml has %d bytes: too many", len(b))
	}
	var f struct {
		XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
		Entries []atomEntry `xml:"entry"`
	}
	if err := xml.Unmarshal(b, &f); err != nil {
		return nil, fmt.Errorf("feed.xml: %w", err)
	}
	if len(f.Entries) > mostEntries {
		return nil, fmt.Errorf("feed.xml has %d entries; %d at most would be right", len(f.Entries), mostEntries)
	}
	seen := map[string]bool{}
	for _, e := range f.Entries {
		if !entryID.MatchString(e.ID) || !entryDate.MatchString(e.Updated) || seen[e.ID] || len(e.Title)+len(e.Summary) > longestSummary {
			return nil, fmt.Errorf("feed.xml: %.80q of %.40q is no entry that a build wrote, or stands there twice", e.ID, e.Updated)
		}
		seen[e.ID] = true
	}
	return f.Entries, nil
}

// uuid names something by its words, the same at every build (RFC 9562,
// version 8: made in our own way).
func uuid(words ...string) string {
	sum := sha256.Sum256([]byte("wijkmonitor\x00" + strings.Join(words, "\x00")))
	sum[6], sum[8] = sum[6]&0x0f|0x80, sum[8]&0x3f|0x80
	return fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", sum[:4], sum[4:6], sum[6:8], sum[8:10], sum[10:16])
}
