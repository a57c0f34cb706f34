package language

var englishTemplates = map[string]string{}
