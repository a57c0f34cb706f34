package language

var englishPages = map[string]string{}
