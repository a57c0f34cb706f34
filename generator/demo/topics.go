package demo

import "wijkmonitor/generator/model"

// A base says whom a figure is about: what its denominator counts.
type base uint8

const (
	people base = iota
	households
	homes
	working  // 15 to 65
	learning // 15 to 75
	adults
	minors
	toddlers // who are offered early-childhood education
	pupils
	seniorPupils // in the third year
	employed
	baseCount
)

// A form says how a figure follows from its logit.
type form uint8

const (
	count form = iota // whole numbers; see cell
	share             // per of the base, between 0 and all
	mean              // per times e to the power of the effects
	score             // level plus the effects; around 0
	lower             // the topic behind it less what chance allows
	upper             // the topic before it plus what chance allows
)

// A score is the mean of households that differ by about this much.
const scoreDeviation = .2

// A topic is one column of the tables. Effects are logits (for means: logarithms)
// per standard deviation of the place's factor.
type topic struct {
	key, title, unit, path string
	form                   form
	base                   base
	per                    float64 // 100 or 1,000; for a mean what it is around 2020
	level                  float64 // share: the share around 2020, in per; score: what it is then
	pros, urb, old         float64 // effect of prosperity, urbanity, older population
	hardship               float64 // effect of an origin's hardship
	trend                  float64 // a year
	fine, coarse           int     // decimals for country and municipality; for district and neighbourhood
	deepest                model.Level
	groups                 model.Level // deepest level with figures of groups; 0 = country only, areaOnly = none
	years                  span
}

// areaOnly marks a topic about the area, which has no figures of groups.
const areaOnly = model.LevelCount

// A span says which years have figures: first … last, each step-th.
type span struct{ first, last, step int }

func (s span) has(year int) bool {
	return (s.first == 0 || year >= s.first) && (s.last == 0 || year <= s.last) && (s.step == 0 || (year-max(s.first, 2000))%s.step == 0)
}

const (
	wijk  = model.District
	buurt = model.Neighbourhood
	gm    = model.Municipality
)

// topics are the columns in the order of the tables. The first ten are counts,
// in the order of the fields of cell.
var topics = [...]topic{
	{key: "AantalInwoners_5", title: "Aantal inwoners", unit: "aantal", path: "Bevolking", deepest: buurt, groups: wijk},
	{key: "k_0Tot15Jaar_8", title: "0 tot 15 jaar", unit: "aantal", path: "Bevolking|Leeftijd", deepest: buurt, groups: wijk},
	{key: "k_15Tot25Jaar_9", title: "15 tot 25 jaar", unit: "aantal", path: "Bevolking|Leeftijd", deepest: buurt, groups: wijk},
	{key: "k_25Tot65Jaar_10", title: "25 tot 65 jaar", unit: "aantal", path: "Bevolking|Leeftijd", deepest: buurt, groups: wijk},
	{key: "k_65JaarOfOuder_11", title: "65 jaar of ouder", unit: "aantal", path: "Bevolking|Leeftijd", deepest: buurt, groups: wijk},
	{key: "HerkomstBuitenland_12", title: "Herkomst buiten Merenland", unit: "aantal", path: "Bevolking|Herkomst", deepest: buurt, groups: wijk},
	{key: "HuishoudensTotaal_14", title: "Huishoudens totaal", unit: "aantal", path: "Bevolking|Huishoudens", deepest: buurt, groups: wijk},
	{key: "Eenpersoonshuishoudens_15", title: "Eenpersoonshuishoudens", unit: "aantal", path: "Bevolking|Huishoudens", deepest: buurt, groups: wijk},
	{key: "HuishoudensMetKinderen_16", title: "Huishoudens met kinderen", unit: "aantal", path: "Bevolking|Huishoudens", deepest: buurt, groups: wijk},
	{key: "PersonenMetBijstand_42", title: "Personen met bijstand", unit: "aantal", path: "Arbeid en inkomen|Uitkeringen", deepest: buurt, groups: wijk, base: working, per: 100, level: 4.6, pros: -.50, urb: .20, hardship: 1.3, trend: .004},
	{key: "KorterDan5JaarInMerenland_13", title: "Korter dan 5 jaar in Merenland", unit: "%", path: "Bevolking|Herkomst", form: share, per: 100, level: 22, urb: .15, pros: .05, fine: 1, coarse: 0, deepest: buurt, groups: wijk},

	{key: "Koopwoningen_20", title: "Koopwoningen", unit: "%", path: "Wonen", form: share, base: households, per: 100, level: 60, pros: .62, urb: -.35, hardship: -1.0, fine: 1, coarse: 0, deepest: buurt, groups: wijk},
	{key: "Corporatiewoningen_21", title: "In bezit van een woningcorporatie", unit: "%", path: "Wonen", form: share, base: households, per: 100, level: 68, pros: -.25, urb: .05, hardship: .5, fine: 1, coarse: 0, deepest: buurt, groups: wijk},
	{key: "GemiddeldeWOZWaarde_22", title: "Gemiddelde WOZ-waarde van woningen", unit: "x 1 000 euro", path: "Wonen", form: mean, base: homes, per: 298, pros: .24, urb: .08, trend: .052, fine: 0, coarse: 0, deepest: buurt, groups: areaOnly},
	{key: "LeegstaandeWoningen_23", title: "Leegstaande woningen", unit: "%", path: "Wonen", form: share, base: homes, per: 100, level: 3.4, pros: -.2, urb: .22, trend: -.02, fine: 1, coarse: 1, deepest: buurt, groups: areaOnly},
	{key: "Verhuizingen_24", title: "Verhuisde personen", unit: "per 1 000 inwoners", path: "Wonen", form: share, per: 1000, level: 104, pros: -.08, urb: .26, old: -.2, hardship: .4, trend: -.01, fine: 1, coarse: 0, deepest: buurt, groups: wijk, years: span{last: 2024}},
	{key: "PersonenautosPerHuishouden_25", title: "Personenauto's per huishouden", unit: "per huishouden", path: "Wonen|Omgeving", form: mean, base: households, per: 1.08, pros: .12, urb: -.22, old: -.03, hardship: -.35, fine: 2, coarse: 1, deepest: buurt, groups: wijk},
	{key: "AfstandTotHuisarts_26", title: "Afstand tot huisarts", unit: "km", path: "Wonen|Omgeving", form: mean, per: 1.15, urb: -.36, pros: .03, fine: 1, coarse: 1, deepest: buurt, groups: areaOnly},
	{key: "MeldingenOverlast_27", title: "Meldingen van overlast", unit: "per 1 000 inwoners", path: "Wonen|Omgeving", form: share, per: 1000, level: 31, pros: -.24, urb: .32, trend: .03, fine: 1, coarse: 0, deepest: buurt, groups: areaOnly, years: span{first: 2018}},

	{key: "DeelnameVVE_30", title: "Deelname aan vve", unit: "%", path: "Onderwijs", form: share, base: toddlers, per: 100, level: 74, pros: .06, urb: .12, trend: .015, fine: 1, coarse: 0, deepest: wijk, groups: wijk},
	{key: "HboOfWo_31", title: "Hbo of wo", unit: "%", path: "Onderwijs", form: share, base: learning, per: 100, level: 31, pros: .48, urb: .26, old: -.05, hardship: -.75, trend: .022, fine: 1, coarse: 0, deepest: buurt, groups: wijk, years: span{last: 2024}},
	{key: "TenHoogsteVmboOfMbo1_32", title: "Ten hoogste vmbo of mbo 1", unit: "%", path: "Onderwijs", form: share, base: learning, per: 100, level: 27, pros: -.38, urb: -.1, old: .1, hardship: .8, trend: -.015, fine: 1, coarse: 0, deepest: buurt, groups: wijk, years: span{last: 2024}},
	{key: "VroegtijdigSchoolverlaters_33", title: "Vroegtijdig schoolverlaters", unit: "%", path: "Onderwijs", form: share, base: pupils, per: 100, level: 2.1, pros: -.28, urb: .18, hardship: .5, trend: .01, fine: 1, coarse: 1, deepest: wijk, groups: wijk, years: span{last: 2024}},
	{key: "LeerlingenHavoVwo_34", title: "Leerlingen havo of vwo", unit: "%", path: "Onderwijs", form: share, base: seniorPupils, per: 100, level: 46, pros: .36, urb: .08, hardship: -.55, trend: .005, fine: 1, coarse: 0, deepest: wijk, groups: wijk},

	{key: "Arbeidsparticipatie_40", title: "Netto arbeidsparticipatie", unit: "%", path: "Arbeid en inkomen|Arbeid", form: share, base: working, per: 100, level: 70, pros: .22, urb: .02, old: -.12, hardship: -.9, trend: .018, fine: 1, coarse: 0, deepest: buurt, groups: wijk, years: span{last: 2024}},
	{key: "Werkzoekenden_41", title: "Geregistreerde werkzoekenden", unit: "%", path: "Arbeid en inkomen|Arbeid", form: share, base: working, per: 100, level: 6.2, pros: -.34, urb: .12, hardship: .9, trend: -.025, fine: 1, coarse: 1, deepest: buurt, groups: wijk},
	{key: "PersonenMetWW_43", title: "Personen met een WW-uitkering", unit: "%", path: "Arbeid en inkomen|Uitkeringen", form: share, base: working, per: 100, level: 2.7, pros: -.14, urb: .05, old: .05, hardship: .3, trend: -.035, fine: 1, coarse: 1, deepest: buurt, groups: wijk},
	{key: "LaagInkomen_44", title: "Huishoudens met een laag inkomen", unit: "%", path: "Arbeid en inkomen|Inkomen", form: share, base: households, per: 100, level: 7.4, pros: -.55, urb: .16, hardship: 1.1, trend: -.012, fine: 1, coarse: 0, deepest: buurt, groups: wijk, years: span{last: 2024}},
	{key: "GestandaardiseerdInkomen_45", title: "Gemiddeld gestandaardiseerd inkomen", unit: "x 1 000 euro", path: "Arbeid en inkomen|Inkomen", form: mean, base: households, per: 30.5, pros: .13, urb: .01, hardship: -.22, trend: .03, fine: 1, coarse: 1, deepest: buurt, groups: wijk, years: span{last: 2024}},
	{key: "Zelfstandigen_46", title: "Zelfstandigen", unit: "%", path: "Arbeid en inkomen|Arbeid", form: share, base: employed, per: 100, level: 15, pros: .18, urb: .05, old: .08, hardship: -.2, trend: .02, fine: 1, coarse: 0, deepest: buurt, groups: wijk, years: span{last: 2024}},
	{key: "Schuldsanering_47", title: "Huishoudens in schuldsanering", unit: "per 1 000 huishoudens", path: "Arbeid en inkomen|Inkomen", form: share, base: households, per: 1000, level: 7.5, pros: -.42, urb: .1, hardship: .6, trend: -.01, fine: 1, coarse: 1, deepest: wijk, groups: wijk},

	{key: "Verdachten_50", title: "Verdachten van misdrijven", unit: "per 1 000 inwoners", path: "Veiligheid", form: share, per: 1000, level: 8.5, pros: -.30, urb: .22, old: -.15, hardship: .15, trend: -.02, fine: 1, coarse: 1, deepest: wijk, groups: wijk, years: span{last: 2024}},
	{key: "Slachtoffers_51", title: "Slachtoffers van misdrijven", unit: "per 1 000 inwoners", path: "Veiligheid", form: share, per: 1000, level: 29, pros: -.10, urb: .28, old: -.1, hardship: .1, trend: -.025, fine: 1, coarse: 0, deepest: wijk, groups: wijk, years: span{last: 2024}},
	{key: "Woninginbraken_52", title: "Inbraken in woningen", unit: "per 1 000 woningen", path: "Veiligheid|Misdrijven", form: share, base: homes, per: 1000, level: 3.6, pros: .04, urb: .28, trend: -.07, fine: 1, coarse: 1, deepest: buurt, groups: areaOnly},
	{key: "Geweldsmisdrijven_53", title: "Geweldsmisdrijven", unit: "per 1 000 inwoners", path: "Veiligheid|Misdrijven", form: share, per: 1000, level: 4.8, pros: -.30, urb: .34, trend: -.01, fine: 1, coarse: 1, deepest: buurt, groups: areaOnly},
	{key: "Vernielingen_54", title: "Vernielingen", unit: "per 1 000 inwoners", path: "Veiligheid|Misdrijven", form: share, per: 1000, level: 6.3, pros: -.18, urb: .25, old: -.06, trend: -.02, fine: 1, coarse: 1, deepest: buurt, groups: areaOnly},
	{key: "VoeltZichOnveilig_55", title: "Voelt zich weleens onveilig", unit: "%", path: "Veiligheid", form: share, base: adults, per: 100, level: 16, pros: -.26, urb: .3, hardship: .2, fine: 1, coarse: 0, deepest: wijk, groups: gm, years: span{first: 2015, step: 2}},

	{key: "WanbetalersZorgpremie_60", title: "Wanbetalers zorgpremie", unit: "%", path: "Zorg en welzijn", form: share, base: adults, per: 100, level: 1.6, pros: -.38, urb: .12, old: -.15, hardship: .9, trend: -.015, fine: 1, coarse: 1, deepest: buurt, groups: wijk},
	{key: "JongerenMetJeugdzorg_61", title: "Jongeren met jeugdzorg", unit: "%", path: "Zorg en welzijn", form: share, base: minors, per: 100, level: 10.5, pros: -.22, urb: -.03, hardship: .05, trend: .018, fine: 1, coarse: 0, deepest: buurt, groups: wijk, years: span{last: 2024}},
	{key: "WmoClienten_62", title: "Wmo-cliënten", unit: "per 1 000 inwoners", path: "Zorg en welzijn", form: share, per: 1000, level: 66, pros: -.26, old: .42, hardship: .15, trend: .02, fine: 1, coarse: 0, deepest: buurt, groups: wijk, years: span{last: 2024}},
	{key: "GoedErvarenGezondheid_63", title: "Goed ervaren gezondheid", unit: "%", path: "Zorg en welzijn|Gezondheid", form: share, base: adults, per: 100, level: 76, pros: .28, old: -.26, hardship: -.4, trend: -.012, fine: 1, coarse: 0, deepest: buurt, groups: gm, years: span{first: 2016, step: 2}},
	{key: "Overgewicht_64", title: "Overgewicht", unit: "%", path: "Zorg en welzijn|Gezondheid", form: share, base: adults, per: 100, level: 49, pros: -.18, urb: -.12, old: .12, hardship: .15, trend: .008, fine: 1, coarse: 0, deepest: buurt, groups: gm, years: span{first: 2016, step: 2}},
	{key: "Eenzaamheid_65", title: "Eenzaamheid", unit: "%", path: "Zorg en welzijn|Gezondheid", form: share, base: adults, per: 100, level: 44, pros: -.18, urb: .14, old: .05, hardship: .3, trend: .015, fine: 1, coarse: 0, deepest: buurt, groups: gm, years: span{first: 2016, step: 2}},
	{key: "Mantelzorgers_66", title: "Mantelzorgers", unit: "%", path: "Zorg en welzijn|Gezondheid", form: share, base: adults, per: 100, level: 14.5, pros: .02, urb: -.08, old: .1, hardship: .05, fine: 1, coarse: 0, deepest: buurt, groups: gm, years: span{first: 2016, step: 2}},

	{key: "Ondergrens95Interval_70", title: "Ondergrens 95%-interval", path: scorePath, form: lower, fine: 3, deepest: buurt, groups: areaOnly, years: span{last: 2024}},
	{key: "GemiddeldeScore_71", title: "Gemiddelde score", path: scorePath, form: score, base: households, level: .03, pros: .13, urb: -.05, trend: .003, fine: 3, coarse: 3, deepest: buurt, groups: areaOnly, years: span{last: 2024}},
	{key: "Bovengrens95Interval_72", title: "Bovengrens 95%-interval", path: scorePath, form: upper, fine: 3, deepest: buurt, groups: areaOnly, years: span{last: 2024}},
}

const scorePath = "Arbeid en inkomen|Sociaal-economische score"

const counts = 10 // how many topics are counts

// special are effects of an origin on one topic, beside its hardship.
var special = map[string]map[string]float64{
	"DeelnameVVE_30":           {"marokko": .75, "turkije": -.85, "suriname": .1, "syrie": .2, "polen": -.3},
	"Zelfstandigen_46":         {"turkije": .25, "polen": .3, "bulgarije": .4},
	"LeerlingenHavoVwo_34":     {"marokko": .1, "afghanistan": .25, "suriname": .1},
	"WanbetalersZorgpremie_60": {"turkije": -.15, "antillen": .25, "syrie": -.35},
	"JongerenMetJeugdzorg_61":  {"polen": -.3, "turkije": -.2, "marokko": -.2, "suriname": .1},
}

// arrearsKey and quayDistrict make the first showcase finding: in a district
// with many low incomes the arrears differ strongly between origins.
const (
	arrearsKey   = "WanbetalersZorgpremie_60"
	quayDistrict = "WK900101"
)

var quayArrears = map[string]float64{"geen": -.2, "polen": -.5, "bulgarije": .4, "europa-overig": -.1, "marokko": -.1, "turkije": -.75, "suriname": .45,
	"antillen": .75, "syrie": -.6, "irak": .2, "afghanistan": -.3, "somalie": .6, "eritrea": -.2}
