package demo

import "math"

// A cell is what is known of the inhabitants of one neighbourhood with one
// origin in one year: for each topic a part and the whole that it is a part of.
// A count has no whole.
type cell struct {
	part, whole [topicCount]float64
}

const topicCount = len(topics)

// Topics that others are made from.
const (
	tPeople = iota
	tChildren
	tYoung
	tMiddle
	tOld
	tForeign
	tHouseholds
	tSingle
	tFamilies
	tWelfare
)

func (c *cell) add(d *cell) {
	for t := range c.part {
		c.part[t] += d.part[t]
		c.whole[t] += d.whole[t]
	}
}

// A resident is an origin in a neighbourhood: what does not change over the
// years is worked out once.
type resident struct {
	place  *place
	origin int
	seed   seed
	weight float64             // of the origin in the neighbourhood around 2020
	base   [topicCount]float64 // the logit of each share, the logarithm of each mean
	drift  [topicCount]float64 // how far chance keeps each figure from its share, in standard errors
}

// residents returns every origin in a neighbourhood of a district.
func residents(d, b *place) []resident {
	out := make([]resident, len(origins))
	for o := range origins {
		g := &origins[o]
		r := resident{place: b, origin: o, seed: b.seed.of(named(g.key))}
		near := .28*d.seed.of(named(g.key)).of(1).normal() + .18*r.seed.of(1).normal()
		r.weight = g.share * math.Exp(g.urban*b.urb-g.modest*b.pros+near)
		if o == 0 {
			r.weight = g.share
		}
		for t := range topics {
			r.base[t] = r.logit(d, &topics[t], seed(t))
			r.drift[t] = r.seed.of(seed(100 + t)).normal()
		}
		out[o] = r
	}
	return out
}

// logit adds up what makes a topic's figure high or low here.
func (r *resident) logit(d *place, t *topic, n seed) float64 {
	b, g := r.place, &origins[r.origin]
	area := .9*d.seed.of(200+n).normal() + .8*b.seed.of(200+n).normal()
	x := t.pros*b.pros + t.urb*b.urb + t.old*b.old
	switch t.form {
	case mean:
		return x + t.hardship*g.hardship + .05*area
	case score:
		return t.level + x - .3*g.hardship + .04*area
	case lower, upper:
		return 0
	}
	x += math.Log(t.level/(t.per-t.level)) + .10*area
	if t.groups == areaOnly {
		return x
	}
	x += t.hardship*g.hardship + special[t.key][g.key]
	if r.origin > 0 {
		here := named(g.key)
		x += .10*here.of(300+n).normal() + .14*d.seed.of(here).of(300+n).normal()
	}
	switch {
	case t.key == "KorterDan5JaarInMerenland_13":
		x += g.recent
	case t.key == arrearsKey && d.code == quayDistrict:
		x += quayArrears[g.key]
	}
	return x
}

// inhabitants returns how many of each origin live in the neighbourhood in a year.
func inhabitants(list []resident, year int) []float64 {
	b := list[0].place
	n := make([]float64, len(list))
	if !b.there(year) {
		return n
	}
	total, since := 0.0, float64(year-2020)
	for o := range list {
		n[o] = list[o].weight * math.Exp(origins[o].growth*since)
		total += n[o]
	}
	grown := b.size * (1 + (.006+.004*b.seed.of(9).normal())*since)
	if b.fresh { // it fills up
		grown *= min(1, .35+.2*float64(year-b.since))
	}
	for o := range list {
		n[o] = list[o].seed.of(2).whole(grown * n[o] / total)
	}
	return n
}

// cell works out the figures of n people in a year.
func (r *resident) cell(n float64, year int, c *cell) {
	*c = cell{}
	if n == 0 {
		return
	}
	r.count(n, c)
	since := float64(year - 2020)
	previous := 0.0
	for t := counts - 1; t < topicCount; t++ {
		topic := &topics[t]
		whole := c.of(topic.base)
		x := r.base[t] + topic.trend*since
		noise := .8*r.drift[t] + .6*r.seed.of(seed(1000+year)).of(seed(t)).normal()
		switch topic.form {
		case mean:
			c.whole[t] = whole
			c.part[t] = whole * topic.per * math.Exp(x+.04*noise/math.Sqrt(1+whole/50))
			continue
		case score:
			c.whole[t] = whole
			c.part[t] = whole*x + .5*noise*scoreDeviation*math.Sqrt(whole)
			continue
		case lower, upper:
			continue
		}
		if t == tWelfare {
			x += r.welfare(since)
		} else {
			x += .025 * named(topic.key).of(seed(year)).normal() // good and bad years, everywhere alike
		}
		p := 1 / (1 + math.Exp(-x))
		if topic.key == "Corporatiewoningen_21" { // of those who do not own
			p *= 1 - previous
		}
		if t == tWelfare {
			c.part[t] = min(r.seed.of(3).whole(whole*p), whole)
			continue
		}
		previous = p
		part := whole*p + .7*noise*math.Sqrt(whole*p*(1-p))
		c.whole[t], c.part[t] = whole, topic.per*min(max(part, 0), whole)
	}
}

// welfare is the second showcase finding: people from refugee countries are on
// welfare less and less, while for others it stays or rises slightly.
func (r *resident) welfare(since float64) float64 {
	if origins[r.origin].refugee {
		return .25 - .115*(since+2)
	}
	return .012 * since
}

// count fills in the whole numbers of people and households.
func (r *resident) count(n float64, c *cell) {
	g, b := &origins[r.origin], r.place
	w := [4]float64{.155 * math.Exp(.45*g.young-.12*b.old), .125 * math.Exp(.35*g.young+.1*b.urb-.1*b.old), .53, .19 * math.Exp(-2.2*g.young+.3*b.old)}
	sum := w[0] + w[1] + w[2] + w[3]
	c.part[tPeople] = n
	c.part[tChildren] = min(r.seed.of(10).whole(n*w[0]/sum), n)
	c.part[tYoung] = min(r.seed.of(11).whole(n*w[1]/sum), n-c.part[tChildren])
	c.part[tOld] = min(r.seed.of(12).whole(n*w[3]/sum), n-c.part[tChildren]-c.part[tYoung])
	c.part[tMiddle] = n - c.part[tChildren] - c.part[tYoung] - c.part[tOld]
	if r.origin > 0 {
		c.part[tForeign] = n
	}
	homes := min(max(1, r.seed.of(13).whole(n/max(1.3, 2.15-.2*b.urb+.08*b.pros+.3*g.young))), n)
	c.part[tHouseholds] = homes
	alone := 1 / (1 + math.Exp(.5-.32*b.urb+.15*b.pros-.12*b.old))
	c.part[tSingle] = min(r.seed.of(14).whole(homes*alone), homes)
	families := 1 / (1 + math.Exp(.45+.15*b.urb+.3*b.old-.5*g.young))
	c.part[tFamilies] = min(r.seed.of(15).whole(homes*families), homes-c.part[tSingle])
}

// of returns how many there are of a base.
func (c *cell) of(b base) float64 {
	grown := c.part[tYoung] + c.part[tMiddle]
	switch b {
	case households:
		return c.part[tHouseholds]
	case homes:
		return 1.03 * c.part[tHouseholds]
	case working:
		return grown
	case learning:
		return grown + .55*c.part[tOld]
	case adults:
		return .7*c.part[tYoung] + c.part[tMiddle] + c.part[tOld]
	case minors:
		return c.part[tChildren] + .3*c.part[tYoung]
	case toddlers:
		return .11 * c.part[tChildren]
	case pupils:
		return .4*c.part[tYoung] + .2*c.part[tChildren]
	case seniorPupils:
		return .09 * (c.part[tYoung] + c.part[tChildren])
	case employed:
		return .7 * grown
	}
	return c.part[tPeople]
}
