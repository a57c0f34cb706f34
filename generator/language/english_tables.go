package language

var englishTables = map[string]string{}
