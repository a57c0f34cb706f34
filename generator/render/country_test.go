package render_test

import (
	"fmt"
	"testing"
	"testing/fstest"

	"wijkmonitor/generator/language"
	"wijkmonitor/generator/model"
	"wijkmonitor/generator/profile"
	"wijkmonitor/generator/render"
)

// The country in memory: one awkward municipality with a district and 36
// neighbourhoods, enough for a spread, 43 indicators and 19 groups.
const (
	indicators = 43
	groups     = 20 // with the whole population
	town       = 1
	district   = 2
	firstPart  = 3 // the first neighbourhood; it is uninhabited
	parts      = 36
)

// awkward is a name that every page must escape.
const awkward = "Haven <Noord> & 's-X"

// gapsOf puts one gap of every kind in the first indicators of the district,
// and a real zero behind them.
var gapsOf = []model.State{model.Unknown, model.Impossible, model.Withheld, model.NotYetPublished, model.NotMeasured, model.NoRegion}

func country() *model.Monitor {
	m := &model.Monitor{
		Embeds: []model.Level{model.Country, model.Municipality, model.District}, EmbedDetails: []model.Level{model.Country, model.Municipality, model.District}, EmbedIndicators: []int{0, 1, 5, 42},
		Reports: []model.Level{model.Municipality, model.District, model.Neighbourhood},
		Title:   "Wijkmonitor", Edition: 2025, Description: "Cijfers over een klein land.", Fictional: true,
		Tables:      []model.Table{{ID: "99001TNY", Title: "Kerncijfers", Source: "CBS", Modified: "2025-03-01"}},
		Levels:      []model.Level{model.Country, model.Municipality, model.District, model.Neighbourhood},
		SpreadLevel: model.Neighbourhood,
		Groups:      []model.Group{{Key: "totaal", Label: "Totale bevolking", Classification: -1, Parent: -1}},
		Classifications: []model.Classification{
			{Key: "migratieachtergrond", Label: "Migratieachtergrond", Note: "Tot en met 2022."}, {Key: "herkomst", Label: "Herkomst", Note: "Sinds 2022."}},
		Periods: []model.Period{{Code: "2024JJ00", Label: "2024"}, {Code: "2025JJ00", Label: "2025"}},
	}
	addRegions(m)
	addTopics(m)
	fill(m)
	return m
}

func addRegions(m *model.Monitor) {
	m.Regions = []model.Region{
		{Code: "NL00", Name: "Kleinland", Parent: -1, Municipality: -1, Children: []int{town}},
		{Code: "GM9001", Name: "'s-Kleinzand", Level: model.Municipality, Parent: 0, Municipality: town, Children: []int{district}},
		{Code: "WK9001AA", Name: awkward, Level: model.District, Parent: town, Municipality: town},
	}
	for i := range parts {
		m.Regions[district].Children = append(m.Regions[district].Children, firstPart+i)
		m.Regions = append(m.Regions, model.Region{Code: fmt.Sprintf("BU9001AA%02d", i), Name: "Centrum",
			Level: model.Neighbourhood, Parent: district, Municipality: town})
	}
}

func addTopics(m *model.Monitor) {
	for t := range 6 {
		m.Themes = append(m.Themes, model.Theme{Key: fmt.Sprintf("thema%d", t), Label: fmt.Sprintf("Thema %d", t)})
	}
	for i := range indicators {
		ind := model.Indicator{Key: fmt.Sprintf("cijfer-%d", i), Theme: i * 6 / indicators, Title: fmt.Sprintf("Inwoners met kenmerk %d", i), Short: fmt.Sprintf("Kenmerk %d", i),
			Unit: "%", Decimals: 1, Kind: model.Share, Polarity: model.Polarity(i%3 - 1), Universe: "inwoners", Tables: []int{0}}
		m.Indicators = append(m.Indicators, ind)
	}
	first := &m.Indicators[0]
	first.Key, first.Title, first.Short, first.Unit, first.Decimals = "inwoners", "Inwoners", "Inwoners", "inwoners", 0
	first.Kind, first.Polarity, first.KeyFigure = model.Count, model.NoJudgement, true
	for g := 1; g < groups; g++ {
		m.Groups = append(m.Groups, model.Group{Key: fmt.Sprintf("groep-%d", g), Label: fmt.Sprintf("Groep %d", g), Phrase: fmt.Sprintf("met herkomst %d", g), Classification: g % 2})
	}
}

func fill(m *model.Monitor) {
	all := make([]bool, len(m.Regions))
	all[0], all[town], all[district] = true, true, true
	m.Cube = model.NewCube(all, groups, indicators, 2)
	for r := range m.Regions {
		for g := range groups {
			for i := range indicators {
				v := 10 + float64((r*7+g*11+i*5)%40)/2
				if i == 0 {
					v = float64(1000 * (r + 1))
				}
				if r == 0 && g == 0 && i > 0 {
					v = 19.5
				}
				m.Cube.Set(r, g, i, 1, model.Number(v))
			}
		}
	}
	for i, s := range gapsOf {
		m.Cube.Set(district, 0, i+1, 1, model.Gap(s))
	}
	m.Cube.Set(district, 0, len(gapsOf)+1, 1, model.Number(0))
	for i := range indicators {
		m.Cube.Set(firstPart, 0, i, 1, model.Gap(model.Impossible))
		m.Cube.Set(town, groups-1, i, 1, model.Gap(model.Withheld))
	}
	m.Cube.Set(firstPart, 0, 0, 1, model.Number(0))
}

func texts() fstest.MapFS {
	fsys := fstest.MapFS{}
	for _, name := range append([]string{"home"}, render.Articles...) {
		fsys[name+".md"] = &fstest.MapFile{Data: []byte("---\ntitle: Over " + name + "\nlead: Een zin.\n---\n## Hoe lees ik de profieltaart?\n\nZie [hier](/methode/#hoe-lees-ik-de-profieltaart).\n\n## Te weinig inwoners\n\nTekst.\n\n## Geen kleur door toeval of afronding\n\nTekst.\n\n## Voorzichtig lezen\n\nTekst.\n\n## Welke gebieden lijken op elkaar?\n\nTekst.\n\n## Inhoud\n\nTekst.\n\n## Rond gemiddeld\n\nTekst.\n\n## Marge\n\nTekst.\n\n## Standaardafwijking\n\nTekst.\n")}
	}
	return fsys
}

func newRenderer(tb testing.TB) (*model.Monitor, *render.Renderer) {
	tb.Helper()
	m := country()
	r, err := render.New(m, profile.NewBaseline(m), texts(), render.Assets{CSS: "assets/site-a.css", JS: "assets/site-b.js", Height: "assets/hoogte-c.js", Resize: "insluiten/insluiten.js", CompareCSS: "assets/vergelijk-d.css", CompareJS: "assets/vergelijk-e.js", ReportCSS: "assets/rapport-f.css"}, language.Dutch)
	if err != nil {
		tb.Fatal(err)
	}
	return m, r
}
