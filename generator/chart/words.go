package chart

import "strings"

const fonts = `system-ui,sans-serif`

// width estimates how wide a bold text is, in font sizes. It errs to the wide
// side: the font of the reader is not known.
func width(text string) (w float64) {
	for _, c := range text {
		switch c {
		case ' ', '.', ',', ':', ';', '\'', '’', '|', '!', 'i', 'j', 'l', 'I', '(', ')':
			w += 0.36
		case 'f', 'r', 't', '-', '/', '"':
			w += 0.44
		case 'm', 'w', 'M', 'W', '@', '%':
			w += 0.98
		default:
			if c >= 'A' && c <= 'Z' || c > 0x24f {
				w += 0.75
			} else {
				w += 0.64
			}
		}
	}
	return w
}

// Lines are the parts of a wrapped text.
type lines struct {
	text [3]string
	n    int
}

// widest returns the width of the longest line, in font sizes.
func (l *lines) widest() (w float64) {
	for _, text := range l.text[:l.n] {
		w = max(w, width(text))
	}
	return w
}

// wrap breaks a text at spaces and after hyphens into at most most lines, as
// even as they can be.
func wrap(text string, most int) lines {
	for limit := width(text) / float64(most); ; limit *= 1.05 {
		if l, ok := fill(text, limit+0.01, most); ok {
			return l
		}
	}
}

// fill breaks a text into lines of at most limit font sizes; false if they are
// wider, or more than most.
func fill(text string, limit float64, most int) (l lines, ok bool) {
	for text = strings.TrimSpace(text); text != ""; {
		if l.n == most {
			return l, false
		}
		n := cut(text, limit)
		l.text[l.n] = strings.TrimSpace(text[:n])
		l.n++
		text = strings.TrimSpace(text[n:])
	}
	return l, l.widest() <= limit
}

// cut returns where to break: at the last place that keeps the line within
// limit, else at the first.
func cut(text string, limit float64) int {
	if width(text) <= limit {
		return len(text)
	}
	best := 0
	for i, c := range text {
		stop := i
		switch {
		case c == '-' || c == '/':
			stop = i + 1
		case c != ' ':
			continue
		}
		if best > 0 && width(text[:stop]) > limit {
			break
		}
		best = stop
	}
	if best == 0 {
		return len(text)
	}
	return best
}
