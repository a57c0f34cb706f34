package profile

import "wijkmonitor/generator/model"

// A Score sums up the judged indicators of a theme.
type Score struct {
	Class  model.Class // of those that Reach allows the nearest to average; MuchHigher is the most favourable; NotCompared when the score is not known
	Value  float64     // mean of z, turned so that higher is favourable; 0 when not known
	Reach  Interval    // mean of the bounds of z, turned likewise; zero when not known
	Known  bool        // at least half of the judged indicators have a deviation
	Judged bool        // the theme has judged indicators
	Of     int         // how many judged indicators the theme has
	Have   int         // how many of them have a deviation
}

// score fills the scores, one per theme, from the items, one per indicator.
func (b *Baseline) score(items []Item, scores []Score) {
	for t := range scores {
		scores[t].Of = b.judged[t]
		scores[t].Judged = b.judged[t] > 0
	}
	for i := range items {
		indicator := &b.m.Indicators[i]
		if items[i].Class != model.NotCompared && isJudged(indicator) {
			s := &scores[indicator.Theme]
			s.Have++
			s.add(&items[i], indicator.Polarity)
		}
	}
	for t := range scores {
		s := &scores[t]
		if s.Have == 0 || 2*s.Have < s.Of {
			s.Value, s.Reach = 0, Interval{}
			continue
		}
		n := float64(s.Have)
		s.Known = true
		s.Value /= n
		s.Reach.Low /= n
		s.Reach.High /= n
		s.Class = reachable(s.Reach.Low, s.Reach.High)
	}
}

// add adds the deviation of an item and its bounds, turned so that higher is
// favourable.
func (s *Score) add(item *Item, p model.Polarity) {
	turn := float64(p)
	low, high := turn*item.Reach.Low, turn*item.Reach.High
	if turn < 0 {
		low, high = high, low
	}
	s.Value += turn * item.Deviation
	s.Reach.Low += low
	s.Reach.High += high
}
