package chart

import "wijkmonitor/generator/model"

// A Palette is the colours of one appearance. The style sheet has the same
// values as custom properties; a test compares them.
type Palette struct {
	Paper, Ink, Soft, Line string
	Fill                   map[string]string // by class name
}

// Light is the palette of pages in daylight and of every file.
var Light = Palette{
	Paper: "#fbfaf7", Ink: "#1d1d1b", Soft: "#5d5a52", Line: "#8a867b",
	Fill: map[string]string{
		"f2": "#0b7a75", "f1": "#6fbfb5", "z": "#d9d5ca", "u1": "#f0a878", "u2": "#c14a1d",
		"nl2": "#b9d3ee", "nl1": "#9dbfe6", "nh1": "#5f94cf", "nh2": "#2f66a8", "nt": "#cfdbe9",
	},
}

// Dark is the palette of pages in the dark.
var Dark = Palette{
	Paper: "#191a1c", Ink: "#f2efe8", Soft: "#b5b1a6", Line: "#8f8b80",
	Fill: map[string]string{
		"f2": "#35c2b6", "f1": "#1d7d76", "z": "#5a5850", "u1": "#a85a2e", "u2": "#ff8a52",
		"nl2": "#2c4766", "nl1": "#3a6190", "nh1": "#5f94cf", "nh2": "#9cc8f7", "nt": "#39434f",
	},
}

// ClassName returns the name by which a class is coloured: f2 and f1 are much
// and somewhat favourable, u1 and u2 unfavourable, z about average; nl2, nl1,
// nh1 and nh2 are lower and higher without judgement.
func ClassName(c model.Class, p model.Polarity) string {
	if c == model.Average || c == model.NotCompared {
		return "z"
	}
	if p == model.NoJudgement {
		return [...]string{"nl2", "nl1", "z", "nh1", "nh2"}[c.Step()+2]
	}
	return [...]string{"u2", "u1", "z", "f1", "f2"}[c.Oriented(p).Step()+2]
}
