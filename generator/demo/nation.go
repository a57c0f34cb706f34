package demo

import (
	"fmt"
	"math"

	"wijkmonitor/generator/model"
)

// Names are put together from these; no pair is a place that exists.
var (
	nameHeads = []string{"Adel", "Bever", "Brander", "Duister", "Eem", "Fenne", "Galge", "Hazel", "IJzer", "Juffer", "Kaper", "Linder", "Mispel", "Nachte", "Otter", "Pauwe", "Raven", "Schemer", "Tinne", "Vosse"}
	nameTails = []string{"breker", "dolmen", "gaarde", "graft", "hemrik", "kreek", "lommer", "made", "plaat", "reek", "schans", "slenk", "sprong", "stelle", "swoude", "terp", "veste", "zwin", "wending"}
	partHeads = []string{"Anker", "Berken", "Cipres", "Dotter", "Ever", "Fazanten", "Goud", "Hop", "Iris", "Jager", "Kruis", "Leeuwerik", "Mier", "Notelaar", "Oranje", "Pimpel", "Roos", "Schelp", "Toren", "Uilen", "Vlas", "Wilgen", "Zwaluw"}
	partTails = []string{"buurt", "hof", "kwartier", "veld", "akker", "oever", "park", "dreef", "hoek", "plein", "wijk", "zoom"}
)

// largest is how many municipalities have a code that no real one has or had:
// 9000 to 9799, then 2000 and on.
const largest = 7000

const districtsPerPlace = 7.65 // times a lognormal factor with mean 1.28

// generate returns municipality i, with a name, districts and
// neighbourhoods of its own.
func generate(i int) *place {
	code := fmt.Sprintf("GM%04d", 9000+i)
	if i >= 800 { // those of the past have codes from 9800 on
		code = fmt.Sprintf("GM%04d", 2000+i-800)
	}
	k := (i * 7) % (len(nameHeads) * len(nameTails))
	m := newPlace(code, nameHeads[k%len(nameHeads)]+nameTails[k/len(nameHeads)], model.Municipality)
	if again := i / (len(nameHeads) * len(nameTails)); again > 0 {
		m.name = fmt.Sprintf("%s %d", m.name, again+1)
	}
	m.urb = .8*m.seed.of(2).normal() - .3
	m.pros = .5 * m.seed.of(3).normal()
	districts := max(1, int(districtsPerPlace*math.Exp(.7*m.seed.of(4).normal())))
	for d := range min(districts, 90) {
		m.parts = append(m.parts, generateDistrict(m, d))
	}
	return m
}

func generateDistrict(m *place, i int) *place {
	d := newPlace(fmt.Sprintf("WK%s%02d", m.code[2:], i), "", model.District)
	d.name = partName(d.seed)
	if i == 0 {
		d.name = "Centrum"
	}
	d.inherit(m, .6*d.seed.of(5).normal(), .35*d.seed.of(6).normal())
	for b := range 2 + int(d.seed.of(7).uniform()*5.6) {
		p := newPlace(fmt.Sprintf("BU%s%02d", d.code[2:], b), "", model.Neighbourhood)
		p.name = partName(p.seed)
		p.settle(d, 1150*math.Exp(.3*p.seed.of(8).normal()))
		d.parts = append(d.parts, p)
	}
	return d
}

func partName(s seed) string {
	head := partHeads[s.of(20).bits()%uint64(len(partHeads))]
	return head + partTails[s.of(21).bits()%uint64(len(partTails))]
}
