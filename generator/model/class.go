package model

// A Class places a deviation from the reference on five steps.
// The zero Class is NotCompared: no colour is ever the default.
type Class uint8

const (
	NotCompared Class = iota
	MuchLower
	Lower
	Average
	Higher
	MuchHigher
	ClassCount
)

// Classify places a deviation z, in spreads.
func Classify(z float64) Class {
	switch {
	case z != z:
		return NotCompared
	case z <= -1.5:
		return MuchLower
	case z <= -0.5:
		return Lower
	case z < 0.5:
		return Average
	case z < 1.5:
		return Higher
	}
	return MuchHigher
}

// Step returns −2 … 2, and 0 for NotCompared.
func (c Class) Step() int {
	if c == NotCompared || c >= ClassCount {
		return 0
	}
	return int(c) - int(Average)
}

// Oriented turns the class so that higher is favourable. A class of an
// indicator without judgement stays NotCompared.
func (c Class) Oriented(p Polarity) Class {
	if c == NotCompared || p == NoJudgement {
		return NotCompared
	}
	return Class(int(Average) + c.Step()*int(p))
}
