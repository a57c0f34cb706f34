package language

// english are the English texts, a table for each part of the program.
var english = []map[string]string{englishTemplates, englishPages, englishTables, englishFiles}
