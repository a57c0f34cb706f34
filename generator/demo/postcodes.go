package demo

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"wijkmonitor/generator/model"
)

// No Dutch postcode begins with a 0: that makes these unmistakably invented.
const (
	firstDigits = 100
	mostDigits  = 900 // from 0100 to 0999
	letterPairs = 26 * 26
	perPostcode = 500 // inhabitants; real ones have about 40, which would make the file large
)

// writePostcodes writes which postcode lies in which neighbourhood at the end,
// one line for some addresses of each, in the columns of CBS's table.
func writePostcodes(dir string, nl *place) error {
	year := plans[len(plans)-1].last
	var b strings.Builder
	fmt.Fprintf(&b, "PC6;Huisnummer;Buurt%d;Wijk%d;Gemeente%d\n", year, year, year)
	parts, _ := regionsOf(nl, leaves(nl), model.District)
	used := map[int]int{} // postcodes by their digits
	for i, d := range parts {
		digits := firstDigits + i
		if len(parts) > mostDigits {
			digits = firstDigits + i*mostDigits/len(parts)
		}
		writeDistrict(&b, d, digits, used)
	}
	if err := os.WriteFile(filepath.Join(dir, "postcodes.csv"), []byte(b.String()), 0o644); err != nil {
		return fmt.Errorf("demo: %w", err)
	}
	return nil
}

// writeDistrict writes the postcodes of a district. The first postcode of a
// neighbourhood crosses the border with the one before, where fewer of its
// addresses are.
func writeDistrict(b *strings.Builder, d *place, digits int, used map[int]int) {
	own := leaves(d)
	for i, p := range own {
		for n := range max(1, int(p.size/perPostcode)) {
			// Where letters run out, places share a postcode by house numbers.
			street, letters := used[digits]/letterPairs*10, used[digits]%letterPairs
			code := fmt.Sprintf("%04d%c%c", digits, 'A'+letters/26, 'A'+letters%26)
			used[digits]++
			writeAddress(b, code, street+1, p)
			if n == 0 && i > 0 {
				writeAddress(b, code, street+3, p)
				writeAddress(b, code, street+4, own[i-1])
			}
		}
	}
}

func writeAddress(b *strings.Builder, code string, number int, p *place) {
	digits := p.code[2:]
	fmt.Fprintf(b, "%s;%d;%s;WK%s;GM%s\n", code, number, p.code, digits[:6], digits[:4])
}
