// Package model holds the words of the monitor: regions, groups, indicators,
// periods, figures and the cube that holds them. It imports no sibling; every
// other package speaks in its types.
//
// Code speaks English with the field's standard terms; pages and URLs speak
// Dutch. This table maps the two:
//
//	Region          gebied              a country, municipality, district or neighbourhood
//	Country         land                NL00, NL01
//	Municipality    gemeente            GM + 4
//	District        wijk                WK + 4 + 2 (the last two may be letters)
//	Neighbourhood   buurt               BU + 4 + 2 + 2 (the last four may be letters)
//	Group           groep               a part of the population by origin; group 0 is everybody
//	Classification  indeling            a set of groups: migratieachtergrond, herkomst
//	Theme           thema
//	Indicator       indicator
//	Universe        over wie het gaat   the population that an indicator is about
//	Polarity        oordeel             higher is favourable, lower is favourable, no judgement
//	Period          periode
//	Figure          cijfer              a number, or the reason there is none
//	Reference       vergelijkingswaarde
//	Spread          spreiding
//	Deviation       afwijking
//	Class           klasse
//	Profile wheel   profieltaart
//	Edition         editie
package model
