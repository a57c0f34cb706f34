// Package language holds the languages that a site can speak. The texts of
// pages stand in Dutch where they are used; another language has a text for
// each of them, found by the Dutch one. So the Dutch site looks nothing up, and
// who reads a template reads what its page says.
package language

import (
	"context"
	"fmt"
	"strconv"
	"strings"
)

// A Language says the texts and writes the numbers of one language.
type Language struct {
	Tag     string             // of BCP 47: nl
	Name    string             // in the language itself: Nederlands
	Folder  string             // of its pages below the root of the site: "" for the first, "en/"
	Decimal byte               // before the decimals of a number
	Group   byte               // between its groups of three digits
	Ordinal func(n int) string // a place in an order: 3e

	words map[string]string // by the Dutch text; nil for Dutch
}

// Dutch is the language that every site speaks.
var Dutch = &Language{Tag: "nl", Name: "Nederlands", Decimal: ',', Group: '.', Ordinal: func(n int) string { return strconv.Itoa(n) + "e" }}

// English is the language for who reads no Dutch.
var English = &Language{Tag: "en", Name: "English", Folder: "en/", Decimal: '.', Group: ',', Ordinal: englishOrdinal, words: merged(english...)}

// All are the languages that a publisher can choose from.
var All = []*Language{Dutch, English}

// ByTag returns the language with a tag; nil for one that the program does not
// speak.
func ByTag(tag string) *Language {
	for _, l := range All {
		if l.Tag == tag {
			return l
		}
	}
	return nil
}

// Split divides the path of a file into its language and its path among the
// files of that language: en/gm0363/index.html is English gm0363/index.html.
func Split(path string) (l *Language, rest string) {
	for _, l := range All {
		if rest, ok := strings.CutPrefix(path, l.Folder); ok && l.Folder != "" {
			return l, rest
		}
	}
	return Dutch, path
}

// Say returns a text, given in Dutch.
func (l *Language) Say(dutch string) string {
	if l.words == nil {
		return dutch
	}
	if text, ok := l.words[dutch]; ok {
		return text
	}
	return dutch
}

// Sayf returns a text with values in it, given in Dutch with the verbs of fmt.
// Where another language has them in another order, its text has their numbers:
// %[2]s.
func (l *Language) Sayf(dutch string, values ...any) string {
	return fmt.Sprintf(l.Say(dutch), values...)
}

// Word marks a text that stands in a table and is said later.
func Word(dutch string) string { return dutch }

type key struct{}

// With gives templates the language of their page.
func With(ctx context.Context, l *Language) context.Context { return context.WithValue(ctx, key{}, l) }

// Of returns the language of a page; Dutch where none was given.
func Of(ctx context.Context) *Language {
	if l, ok := ctx.Value(key{}).(*Language); ok {
		return l
	}
	return Dutch
}

// Say is Language.Say for templates.
func Say(ctx context.Context, dutch string) string { return Of(ctx).Say(dutch) }

// Sayf is Language.Sayf for templates.
func Sayf(ctx context.Context, dutch string, values ...any) string {
	return Of(ctx).Sayf(dutch, values...)
}

// merged joins tables; a text that two tables have must be the same in both.
func merged(tables ...map[string]string) map[string]string {
	all := map[string]string{}
	for _, table := range tables {
		for dutch, text := range table {
			if other, there := all[dutch]; there && other != text {
				panic(fmt.Sprintf("language: %q is both %q and %q", dutch, other, text))
			}
			all[dutch] = text
		}
	}
	return all
}
