package formula

import "strings"

// Text writes the expression for a reader: title gives the words for a key,
// numbers have a decimal comma, and the signs are those of print.
func (e *Expr) Text(title func(key string) string) string {
	var b strings.Builder
	open := true // no space behind an opening parenthesis
	for _, t := range e.tokens {
		if !open && t.text != ")" {
			b.WriteByte(' ')
		}
		open = t.text == "("
		switch {
		case t.kind == key:
			b.WriteString(title(t.text))
		case t.kind == number:
			b.WriteString(Dutch(t.text))
		case t.text == "*":
			b.WriteString("×")
		case t.text == "-":
			b.WriteString("−")
		default:
			b.WriteString(t.text)
		}
	}
	return b.String()
}

// Dutch writes a plain decimal number as Dutch does: 1000.5 becomes 1.000,5.
func Dutch(number string) string {
	whole, part, _ := strings.Cut(number, ".")
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "−", whole[1:]
	}
	for at := len(whole) - 3; at > 0; at -= 3 {
		whole = whole[:at] + "." + whole[at:]
	}
	if part != "" {
		whole += "," + part
	}
	return sign + whole
}
