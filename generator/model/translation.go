package model

import "wijkmonitor/generator/language"

// A Translation is the texts of a definition in a further language, which a
// publisher writes in a file beside it: monitor.en.yaml.
type Translation struct {
	Language        *language.Language
	File            string
	Title           string
	Description     string
	Country         string // "" = as the tables call it
	Total           string // the whole population
	Sources         map[string]string
	Themes          map[string]string
	Classifications map[string]NamedText
	Groups          map[string]NamedText // the note is the phrase: with origin Morocco
	Indicators      map[string]IndicatorText
	Areas           map[string]NamedText
}

// A NamedText is a name with what is said of it.
type NamedText struct{ Label, Note string }

// An IndicatorText is what pages call an indicator. Where the table gives its
// unit, Unit may be empty: common units are in the language itself.
type IndicatorText struct {
	Line                         int
	Title, Short, Unit, Universe string
}
