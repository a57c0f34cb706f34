package profile

import "wijkmonitor/generator/model"

// A Baseline holds what every region and group is compared with: per indicator and period the
// reference and the spread, and per group and indicator the period that is shown.
// It is computed once, never changes, and is safe for concurrent use.
type Baseline struct {
	m          *model.Monitor
	periods    int
	latest     []int          // group × indicator → period, −1 for none
	references []model.Figure // indicator × period
	margins    []Interval     // of the references, by rounding: indicator × period
	spreads    []float64      // indicator × period; 0 for no spread
	judged     []int          // theme → number of judged, compared indicators
}

// NewBaseline computes the references and spreads of every indicator and period of m.
// m must not change afterwards.
func NewBaseline(m *model.Monitor) *Baseline {
	b := newBaseline(m)
	b.references = findReferences(m)
	b.margins = b.findMargins()
	b.latest = findLatest(m)
	b.spreads = findSpreads(m)
	return b
}

// newBaseline holds what follows from the definition alone.
func newBaseline(m *model.Monitor) *Baseline {
	b := &Baseline{m: m, periods: len(m.Periods), judged: make([]int, len(m.Themes))}
	for i := range m.Indicators {
		if isJudged(&m.Indicators[i]) {
			b.judged[m.Indicators[i].Theme]++
		}
	}
	return b
}

// isJudged reports whether the indicator counts in the score of its theme. One that is made from others does not:
// those count already.
func isJudged(i *model.Indicator) bool {
	return i.Compared() && !i.Combined && i.Polarity != model.NoJudgement
}
