package language

import "strconv"

// english are the English texts, a table for each part of the program.
var english = []map[string]string{englishTables, englishPages}

// englishOrdinal is 1st, 2nd, 3rd, 4th, 11th, 21st.
func englishOrdinal(n int) string {
	end := "th"
	if n/10%10 != 1 {
		switch n % 10 {
		case 1:
			end = "st"
		case 2:
			end = "nd"
		case 3:
			end = "rd"
		}
	}
	return strconv.Itoa(n) + end
}
