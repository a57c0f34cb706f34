package render

import "wijkmonitor/generator/language"

// dutch is how pages speak as a rule.
var dutch = newSpeech(language.Dutch)
