package chart

import "wijkmonitor/generator/model"

// A Palette is the colours of one appearance. The style sheet has the same
// values as custom properties; a test compares them, and measures contrast and
// distance for every kind of colour vision.
type Palette struct {
	Paper string
	Wash  string // the track of a slice
	Ink   string
	Soft  string // lesser words
	Line  string // hatching
	Fill  [tones]string
}

// A tone is a colour with a meaning.
type tone uint8

const (
	favourable2   tone = iota // much more favourable
	favourable1               // more favourable
	average                   // about average
	unfavourable1             // less favourable
	unfavourable2             // much less favourable
	lower2                    // much lower, without judgement
	lower1
	higher1
	higher2
	notJudged // a theme without judged indicators
	tones

	hatched = tones // a gap has no colour
)

// names are the classes of the tones in pages.
var names = [tones + 1]string{"f2", "f1", "z", "u1", "u2", "nl2", "nl1", "nh1", "nh2", "nt", "gap"}

// Light is the palette of pages in daylight and of every file.
var Light = Palette{
	Paper: "#fbfaf7", Wash: "#f3f0e8", Ink: "#1d1d1b", Soft: "#5d5a52", Line: "#8a867b",
	Fill: [tones]string{"#0f766d", "#4bb3a9", "#dfdacc", "#eda56b", "#9c3d14", "#c3d3f1", "#99b1e6", "#7384c4", "#2f478d", "#d5dfec"},
}

// Dark is the palette of pages in the dark.
var Dark = Palette{
	Paper: "#191a1c", Wash: "#232428", Ink: "#f2efe8", Soft: "#b5b1a6", Line: "#8f8b80",
	Fill: [tones]string{"#5fd9c2", "#239089", "#59554b", "#a34d25", "#f08a42", "#27486f", "#50669c", "#7f90d2", "#a9c2ea", "#37475a"},
}

// pagePalette is the palette that a page has, whichever that is.
var pagePalette = func() Palette {
	p := Palette{Paper: "var(--paper)", Wash: "var(--wash)", Ink: "var(--ink)", Soft: "var(--soft)", Line: "var(--line)"}
	for t := range p.Fill {
		p.Fill[t] = "var(--" + names[t] + ")"
	}
	return p
}()

// ClassName returns the name by which a class is coloured: f2 and f1 are much
// and somewhat favourable, u1 and u2 unfavourable, z about average; nl2, nl1,
// nh1 and nh2 are lower and higher without judgement.
func ClassName(c model.Class, p model.Polarity) string { return names[toneOf(c, p)] }

func toneOf(c model.Class, p model.Polarity) tone {
	if c == model.Average || c == model.NotCompared {
		return average
	}
	if p == model.NoJudgement {
		return [...]tone{lower2, lower1, average, higher1, higher2}[c.Step()+2]
	}
	return [...]tone{unfavourable2, unfavourable1, average, favourable1, favourable2}[c.Oriented(p).Step()+2]
}

// ClassName returns the name by which the score of the theme is coloured; nt
// without judged indicators, gap without a score.
func (s *Sector) ClassName() string { return names[s.tone()] }

func (s *Slice) tone() tone {
	if s.Gap {
		return hatched
	}
	return toneOf(s.Class, s.Polarity)
}

func (s *Sector) tone() tone {
	switch {
	case !s.Judged:
		return notJudged
	case s.Score == model.NotCompared:
		return hatched
	}
	return toneOf(s.Score, model.HigherIsFavourable)
}
