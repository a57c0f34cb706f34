package render

import (
	"wijkmonitor/generator/chart"
	"wijkmonitor/generator/model"
	kaart "wijkmonitor/templates/map"
)

// A seenFills is which colours and patterns the maps of a page have.
type seenFills struct {
	speech                        *speech
	judged, neutral, muted, loose bool
	states                        [model.StateCount]bool
}

func (s *speech) newSeen() *seenFills { return &seenFills{speech: s} }

func (s *seenFills) add(f *chart.Fill) {
	s.muted = s.muted || f.Muted
	switch {
	case f.State != model.Known:
		s.states[f.State] = true
	case f.Class == model.NotCompared:
		s.loose = true
	case f.Polarity == model.NoJudgement:
		s.neutral = true
	default:
		s.judged = true
	}
}

// scale is the legend of the five classes, if a map has them. Colours of
// indicators with a judgement say what is favourable, not what is higher.
func (s *seenFills) scale(p model.Polarity) []kaart.Key {
	if p == model.NoJudgement && !s.neutral || p != model.NoJudgement && !s.judged {
		return nil
	}
	var keys []kaart.Key
	for c := model.MuchLower; c <= model.MuchHigher; c++ {
		word := s.speech.classWords[c]
		if p != model.NoJudgement {
			word = s.speech.favourWords[c]
		}
		keys = append(keys, swatch(chart.Fill{State: model.Known, Class: c, Polarity: p}, word))
	}
	return keys
}

// gaps is the legend of what has no colour.
func (s *seenFills) gaps() []kaart.Key {
	var keys []kaart.Key
	for state, there := range s.states {
		if there {
			keys = append(keys, swatch(chart.Fill{State: model.State(state)}, s.speech.gaps[state].word))
		}
	}
	if s.loose {
		keys = append(keys, swatch(chart.Fill{State: model.Known}, s.speech.Say("niet vergeleken")))
	}
	if s.muted {
		keys = append(keys, swatch(mutedFill(), s.speech.mutedWord()))
	}
	return keys
}

func swatch(f chart.Fill, word string) kaart.Key {
	return kaart.Key{Swatch: string(chart.AppendSwatch(nil, f)), Word: word}
}
