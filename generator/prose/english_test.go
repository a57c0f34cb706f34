package prose

import (
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var (
	headings = regexp.MustCompile(`(?m)^#+ `)
	links    = regexp.MustCompile(`\]\(([^)\s]+)\)`)
	anchored = regexp.MustCompile(` id="([^"]+)"`)
)

// articles returns the names of the texts of a language.
func articles(t *testing.T, fsys fs.FS, skip string) (names []string) {
	t.Helper()
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() && name == skip {
			return fs.SkipDir
		}
		if err == nil && !d.IsDir() {
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

// Each Dutch text has an English one of the same build: as many headings and
// paragraphs, and links to the same pages. No English text is of a Dutch one
// that is gone.
func TestEnglish_SameBuild(t *testing.T) {
	dutch := os.DirFS("../../content")
	english, err := fs.Sub(dutch, "en")
	if err != nil {
		t.Fatal(err)
	}
	names := articles(t, dutch, "en")
	if diff := cmp.Diff(names, articles(t, english, "")); diff != "" {
		t.Fatalf("texts in Dutch and in English: %s", diff)
	}
	for _, name := range names {
		a, b := source(t, dutch, name), source(t, english, name)
		if n, m := len(headings.FindAllString(a, -1)), len(headings.FindAllString(b, -1)); n != m {
			t.Errorf("%s has %d headings in Dutch and %d in English", name, n, m)
		}
		if n, m := strings.Count(a, "\n\n"), strings.Count(b, "\n\n"); n != m {
			t.Errorf("%s has %d paragraphs in Dutch and %d in English", name, n, m)
		}
		if diff := cmp.Diff(targets(a), targets(b)); diff != "" {
			t.Errorf("%s has other links in Dutch and in English: %s", name, diff)
		}
	}
}

// A link to a place in an English text leads to one that is there: headings have
// other anchors than in Dutch.
func TestEnglish_Anchors(t *testing.T) {
	english := os.DirFS("../../content/en")
	names := articles(t, english, "")
	anchors := map[string][]string{}
	for _, name := range names {
		a, err := Read(english, name)
		if err != nil {
			t.Fatal(err)
		}
		for _, id := range anchored.FindAllStringSubmatch(a.HTML(""), -1) {
			anchors[name] = append(anchors[name], id[1])
		}
	}
	if !slices.Contains(anchors["methode.md"], "too-few-residents") {
		t.Fatalf("methode.md has anchors %q", anchors["methode.md"])
	}
	for _, name := range names {
		for _, link := range links.FindAllStringSubmatch(source(t, english, name), -1) {
			page, anchor, ok := strings.Cut(link[1], "#")
			to := strings.Trim(page, "/") + ".md"
			if page == "" {
				to = name
			}
			if slices.Contains(names, to) && ok && !slices.Contains(anchors[to], anchor) {
				t.Errorf("%s leads to %s, which is not in %s", name, link[1], to)
			}
		}
	}
}

var (
	// named are what an English text may have in Dutch: names between stars or in
	// code, and addresses.
	named = regexp.MustCompile("\\*[^*\n]+\\*|`[^`\n]+`|\\]\\([^)]*\\)")
	left  = regexp.MustCompile(`(?i)\b(het|een|van|niet|geen|zijn|wordt|worden|naar|voor|met|bij|deze|jaar|jaren|cijfers?|inwoners|gemeenten?|wijk(en)?|buurt(en)?|huishoudens|woningen|onderwerp(en)?|groep(en)?|lager|hoger|gemiddelde?|aantal)\b`)
)

// No Dutch is left behind in an English text.
func TestEnglish_NoDutch(t *testing.T) {
	english := os.DirFS("../../content/en")
	for _, name := range articles(t, english, "") {
		for i, line := range strings.Split(source(t, english, name), "\n") {
			if word := left.FindString(named.ReplaceAllString(line, "")); word != "" {
				t.Errorf("content/en/%s:%d has %q: %s", name, i+1, word, line)
			}
		}
	}
}

func source(t *testing.T, fsys fs.FS, name string) string {
	t.Helper()
	text, err := fs.ReadFile(fsys, name)
	if err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(string(text), "\r\n", "\n")
}

// targets lists the pages that a text leads to.
func targets(text string) (pages []string) {
	for _, link := range links.FindAllStringSubmatch(text, -1) {
		page, _, _ := strings.Cut(link[1], "#")
		pages = append(pages, page)
	}
	slices.Sort(pages)
	return slices.Compact(pages)
}
