package language

var englishFiles = map[string]string{}
