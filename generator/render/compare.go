package render

import (
	"fmt"
	"strings"

	"wijkmonitor/generator/model"
	"wijkmonitor/templates/compare"
	"wijkmonitor/templates/layout"
)

// CompareFolder is where the page that compares stands, below the root.
const CompareFolder = "vergelijk/"

// Compare appends the page on which regions, groups, indicators and years are
// set side by side. Its script finds in the page what can be chosen.
func (r *Renderer) Compare(b []byte) []byte {
	page := r.comparing(rootOf(CompareFolder))
	page.Frame = r.frame(CompareFolder, r.Say("Vergelijken"), r.Say("Zet gemeenten, wijken, buurten, groepen en jaren naast elkaar."), r.crumbs(CompareFolder, layout.Link{Text: r.Say("Vergelijken")}))
	page.Frame.CSS, page.Frame.JS = r.assets.CompareCSS, r.assets.CompareJS
	page.Ready = r.boards()
	if r.HasCompareFrame() {
		page.Embed, page.Resize, page.Embedding = EmbedFolder, "../"+r.assets.Resize, "../"+EmbedFolder
	}
	return r.appendPage(b, compare.View(&page))
}

// HasCompareFrame tells whether others can show a comparison within their own
// pages: where they can show any region.
func (r *Renderer) HasCompareFrame() bool { return len(r.m.Embeds) > 0 && !r.m.Compact }

// CompareFrame appends the page that shows a comparison within another site.
func (r *Renderer) CompareFrame(b []byte) []byte {
	root := rootOf(CompareFolder + EmbedFolder)
	return r.appendPage(b, compare.Within(&compare.Frame{
		Page: r.comparing(root), Title: r.Say("Vergelijking van gebieden"), Site: r.m.Title, Root: root, Fictional: r.m.Fictional,
		CSS: r.assets.CompareCSS, JS: r.assets.CompareJS, Height: r.assets.Height, Edition: r.editionLine(),
	}))
}

// comparing is what can be compared, for a page that is root deep.
func (r *Renderer) comparing(root string) compare.Page {
	method := root + "methode/"
	page := compare.Page{
		Caution: r.caution, Country: r.country, Parts: r.manyParts(),
		Margin: method + r.Say("#geen-kleur-door-toeval-of-afronding"), Careful: method + r.Say("#voorzichtig-lezen"), Alike: method + r.Say("#welke-gebieden-lijken-op-elkaar"),
		Themes: r.choiceThemes(), Sets: r.choiceGroups(),
	}
	for p := len(r.m.Periods) - 1; p >= 0; p-- {
		page.Years = append(page.Years, compare.Year{Key: PeriodKey(r.m.Periods[p].Code), Label: r.m.Periods[p].Label})
	}
	var areas []string
	for _, a := range r.areas {
		areas = append(areas, r.m.Regions[a].Code)
	}
	page.Areas = strings.Join(areas, " ")
	for s := range r.gaps {
		if r.gaps[s].sign != "" {
			page.Gaps = append(page.Gaps, compare.Gap{Letter: string(rune('a' + s)), Sign: r.gaps[s].sign, Word: r.gaps[s].word, Text: r.gaps[s].explanation})
		}
	}
	page.Gaps = append(page.Gaps, compare.Gap{Sign: "–", Word: r.Say("geen cijfers"), Text: r.Say("Van deze groep zijn er in dit gebied of dit jaar geen cijfers.")})
	return page
}

// PeriodKey is a period in an address: 2025, 2024kw01.
func PeriodKey(code string) string {
	return strings.ToLower(strings.TrimSuffix(code, "JJ00"))
}

// manyParts names the municipalities whose figures are in several files.
func (r *Renderer) manyParts() string {
	var parts []string
	for i := range r.m.Regions {
		if r.m.Regions[i].Level != model.Municipality {
			continue
		}
		if n := len(r.m.Parts(i)); n > 1 {
			parts = append(parts, fmt.Sprintf("%s %d", strings.ToLower(r.m.Regions[i].Code), n))
		}
	}
	return strings.Join(parts, " ")
}

// mostStart is how many indicators are compared when none is chosen.
const mostStart = 4

// choiceThemes lists what can be compared. The first indicator of each theme
// that is compared with the country is chosen until the reader chooses.
func (r *Renderer) choiceThemes() (themes []compare.Theme) {
	started := 0
	for t := range r.m.Themes {
		if len(r.themes[t]) == 0 {
			continue
		}
		theme := compare.Theme{Key: r.m.Themes[t].Key, Label: r.m.Themes[t].Label, Source: r.source[t]}
		first := true
		for _, i := range r.themes[t] {
			ind := &r.m.Indicators[i]
			topic := compare.Topic{Key: ind.Key, Title: ind.Title, Unit: r.unitOf(ind), Count: !ind.Compared()}
			if first && ind.Compared() && r.base.Period(0, i) >= 0 && started < mostStart {
				topic.Start, first = true, false
				started++
			}
			theme.Topics = append(theme.Topics, topic)
		}
		themes = append(themes, theme)
	}
	return themes
}

// choiceGroups lists the groups by classification, everybody first.
func (r *Renderer) choiceGroups() []compare.Set {
	all := &r.m.Groups[0]
	sets := []compare.Set{{Label: r.Say("Iedereen"), Groups: []compare.Group{{Key: all.Key, Label: all.Label, Name: all.Label}}}}
	for c := range r.m.Classifications {
		set := compare.Set{Label: r.m.Classifications[c].Label, Note: r.m.Classifications[c].Note}
		for g := 1; g < len(r.m.Groups); g++ {
			if group := &r.m.Groups[g]; group.Classification == c && !group.Hidden {
				set.Groups = append(set.Groups, compare.Group{Key: group.Key, Label: group.Label, Name: r.who[g]})
			}
		}
		sets = append(sets, set)
	}
	return sets
}

// boards lists what municipalities have ready made: their pages per theme, and
// all their figures as a file.
func (r *Renderer) boards() (boards []compare.Board) {
	var place *Place
	for _, i := range r.order {
		place = r.Place(i, place)
		board := compare.Board{Name: r.m.Regions[i].Name, CSV: "../" + r.site + place.path + "cijfers.csv"}
		for _, t := range place.Themes() {
			board.Themes = append(board.Themes, layout.Link{Href: "../" + place.path + r.m.Themes[t].Key + "/", Text: r.m.Themes[t].Label})
		}
		boards = append(boards, board)
	}
	return boards
}

// chosen is the first indicators of a theme that are compared, in an address.
func (r *Renderer) chosen(theme int) string {
	var keys []string
	for _, i := range r.themes[theme] {
		if r.m.Indicators[i].Compared() && len(keys) < mostStart {
			keys = append(keys, r.m.Indicators[i].Key)
		}
	}
	if len(keys) == 0 {
		return ""
	}
	return "&i=" + strings.Join(keys, ",")
}
