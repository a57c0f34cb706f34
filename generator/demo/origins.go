package demo

import "slices"

// An origin is a smallest part of the population. The effects are logits, mild
// on purpose: chance between places is as large as what is between origins.
type origin struct {
	key      string
	share    float64 // of the population, in percent, around 2020
	urban    float64 // how much more it lives in cities
	modest   float64 // how much more it lives where homes are cheap
	growth   float64 // a year
	young    float64 // how much younger it is
	recent   float64 // how many came less than five years ago
	hardship float64 // how much more often money is short
	refugee  bool    // from a refugee country: on welfare less and less
}

var origins = []origin{
	{key: "geen", share: 76, recent: -4.6},
	{key: "polen", share: 1.5, urban: .10, modest: .15, growth: .04, young: .2, recent: .9, hardship: .1},
	{key: "bulgarije", share: .6, urban: .25, modest: .25, growth: .06, young: .3, recent: 1.2, hardship: .3},
	{key: "roemenie", share: .6, urban: .20, modest: .15, growth: .06, young: .3, recent: 1.2, hardship: .2},
	{key: "europa-overig", share: 5.0, urban: .25, modest: -.10, recent: -.4},
	{key: "overzee-westers", share: 3.0, urban: .15, modest: -.10, recent: -.8},
	{key: "marokko", share: 2.4, urban: .45, modest: .30, growth: .005, young: .4, recent: -2.6, hardship: .42},
	{key: "turkije", share: 2.4, urban: .40, modest: .30, growth: .005, young: .35, recent: -2.2, hardship: .42},
	{key: "suriname", share: 2.0, urban: .45, modest: .15, recent: -2.8, hardship: .25},
	{key: "antillen", share: 1.2, urban: .35, modest: .25, growth: .015, young: .25, recent: -.8, hardship: .38},
	{key: "syrie", share: .8, urban: .10, modest: .20, growth: .10, young: .6, recent: .6, hardship: .80, refugee: true},
	{key: "irak", share: .55, urban: .15, modest: .20, growth: .01, young: .3, recent: -1.2, hardship: .62, refugee: true},
	{key: "afghanistan", share: .5, urban: .10, modest: .15, growth: .02, young: .35, recent: -.9, hardship: .58, refugee: true},
	{key: "somalie", share: .45, urban: .20, modest: .25, growth: .01, young: .5, recent: -1.0, hardship: .70, refugee: true},
	{key: "eritrea", share: .4, urban: .15, modest: .20, growth: .08, young: .5, recent: .4, hardship: .74, refugee: true},
	{key: "overzee-overig", share: 2.6, urban: .35, modest: .05, growth: .03, young: .25, recent: .3, hardship: .30},
}

// A group is a part of the population that a table publishes. No parts means everybody.
type group struct {
	code, title string
	parts       []string
}

var overseas = []string{"marokko", "turkije", "suriname", "antillen", "syrie", "irak", "afghanistan", "somalie", "eritrea", "overzee-overig"}

// byBackground is the classification of the older table.
var byBackground = []group{
	{code: "T01", title: "Totaal"},
	{"M10", "Geen migratieachtergrond", []string{"geen"}},
	{"M20", "Westerse migratieachtergrond", []string{"polen", "bulgarije", "roemenie", "europa-overig", "overzee-westers"}},
	{"M21", "Polen", []string{"polen"}},
	{"M22", "Bulgarije", []string{"bulgarije"}},
	{"M23", "Roemenië", []string{"roemenie"}},
	{"M30", "Niet-westerse migratieachtergrond", overseas},
	{"M31", "Marokko", []string{"marokko"}},
	{"M32", "Turkije", []string{"turkije"}},
	{"M33", "Suriname", []string{"suriname"}},
	{"M34", "Antillen en Aruba", []string{"antillen"}},
	{"M35", "Syrië", []string{"syrie"}},
	{"M36", "Irak", []string{"irak"}},
	{"M37", "Afghanistan", []string{"afghanistan"}},
	{"M38", "Somalië", []string{"somalie"}},
	{"M39", "Eritrea", []string{"eritrea"}},
}

// byOrigin is the classification of the newer table.
var byOrigin = []group{
	{code: "T01", title: "Totaal"},
	{"H10", "Merenland", []string{"geen"}},
	{"H20", "Europa (exclusief Merenland)", []string{"polen", "bulgarije", "roemenie", "europa-overig"}},
	{"H30", "Buiten Europa", append([]string{"overzee-westers"}, overseas...)},
	{"H31", "Marokko", []string{"marokko"}},
	{"H32", "Turkije", []string{"turkije"}},
	{"H33", "Suriname", []string{"suriname"}},
	{"H34", "Caribisch gebied", []string{"antillen"}},
	{"H39", "Overig buiten Europa", []string{"overzee-westers", "syrie", "irak", "afghanistan", "somalie", "eritrea", "overzee-overig"}},
}

// membership tells of each origin which groups it is in, by index.
func membership(groups []group) [][]int {
	in := make([][]int, len(origins))
	for o := range origins {
		for g := range groups {
			if groups[g].parts == nil || slices.Contains(groups[g].parts, origins[o].key) {
				in[o] = append(in[o], g)
			}
		}
	}
	return in
}
