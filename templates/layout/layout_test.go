package layout

import (
	"context"
	"strings"
	"testing"

	"wijkmonitor/generator/language"
)

func framed(t *testing.T, l *language.Language, p *Page) string {
	t.Helper()
	var b strings.Builder
	if err := Frame(p).Render(language.With(context.Background(), l), &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// A page names its own language, and leads to itself in the others; a site of
// one language has nothing to lead to.
func TestFrame_Languages(t *testing.T) {
	alone := framed(t, language.Dutch, &Page{})
	for _, not := range []string{"hreflang", `class="talen"`} {
		if strings.Contains(alone, not) {
			t.Errorf("a page of a site of one language has %s", not)
		}
	}
	english := framed(t, language.English, &Page{Languages: []Language{
		{Tag: "nl", Name: "Nederlands", Href: "../../gm9001/"},
		{Tag: "en", Name: "English", Href: "../../en/gm9001/", Current: true},
	}})
	for _, want := range []string{
		`<html lang="en">`,
		`<link rel="alternate" hreflang="nl" href="../../gm9001/">`,
		`<nav class="talen" aria-label="Language">`,
		`<a href="../../gm9001/" lang="nl" hreflang="nl">Nederlands</a>`,
		`<a href="../../en/gm9001/" lang="en" hreflang="en" aria-current="page">English</a>`,
	} {
		if !strings.Contains(english, want) {
			t.Errorf("no %s in %s", want, english)
		}
	}
	if strings.Contains(english, `rel="alternate" hreflang="en"`) {
		t.Error("a page names itself as another")
	}
}
