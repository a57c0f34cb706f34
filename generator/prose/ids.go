package prose

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	"golang.org/x/text/unicode/norm"
)

// ids gives headings an id that keeps the letters under accents: goldmark's
// own drops them (Súdwest → sdwest).
type ids struct{ seen map[string]int }

// taken are the ids that every page has already.
func taken(id string) bool { return id == "inhoud" || id == "zoek" || id == "zoek-lijst" }

// Generate returns the folded text; a number follows from the second on.
func (s *ids) Generate(value []byte, _ ast.NodeKind) []byte {
	base := fold(string(value))
	if taken(base) && s.seen[base] == 0 {
		s.seen[base] = 1
	}
	id := base
	for s.seen[id] > 0 {
		s.seen[base]++
		id = base + "-" + strconv.Itoa(s.seen[base])
	}
	s.seen[id]++
	return []byte(id)
}

// Put takes an id that the text gives itself.
func (s *ids) Put(value []byte) { s.seen[string(value)]++ }

// fold returns letters and digits in lower case without accents, with a
// hyphen for all between them.
func fold(text string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFKD.String(strings.ToLower(text)) {
		switch {
		case unicode.Is(unicode.Mn, r), r == '\'', r == '’':
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(r)
		default:
			gap = true
		}
	}
	if b.Len() == 0 {
		return "kop"
	}
	return b.String()
}
