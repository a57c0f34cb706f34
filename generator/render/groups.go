package render

import (
	"wijkmonitor/generator/profile"
	"wijkmonitor/templates/groups"
	"wijkmonitor/templates/layout"
	"wijkmonitor/templates/region"
)

// Groups appends the page that sets all groups of a region side by side.
func (r *Renderer) Groups(b []byte, index int) []byte {
	g := &r.m.Regions[index]
	path := Path(r.m, index) + "groepen/"
	crumbs := append(r.regionCrumbs(path, index), layout.Link{Text: "Alle groepen", Current: true})
	crumbs[len(crumbs)-2].Current = false
	page := groups.Page{
		Frame: r.frame(path, r.regionTitle("Alle groepen in ", g), "Alle groepen inwoners van "+g.Name+" naast elkaar, per onderwerp.", crumbs),
		Name:  g.Name, Back: "../", Caution: caution, Why: rootOf(path) + "methode/#te-weinig-inwoners",
	}
	for c := range r.m.Classifications {
		if set := r.groupSet(index, c); len(set.Columns) > 1 || len(set.Columns) == 1 && set.Columns[0].Key != "totaal" {
			page.Sets = append(page.Sets, set)
		}
	}
	return appendPage(b, groups.View(&page))
}

// groupSet is one classification: the whole population and every group with a
// figure.
func (r *Renderer) groupSet(index, classification int) groups.Set {
	c := &r.m.Classifications[classification]
	set := groups.Set{Key: c.Key, Label: c.Label, Note: c.Note}
	var profiles []profile.Profile
	var withheld []string
	for g := range r.m.Groups {
		group := &r.m.Groups[g]
		if g > 0 && group.Classification != classification || group.Hidden {
			continue
		}
		p := r.base.Profile(index, g)
		if !p.Any() && !p.Withheld() {
			continue
		}
		profiles = append(profiles, p)
		key := group.Key
		if g == 0 {
			key = "totaal"
		}
		set.Columns = append(set.Columns, groups.Column{Key: key, Label: group.Label})
		if !p.Any() {
			withheld = append(withheld, group.Label)
			continue
		}
		set.Wheels = append(set.Wheels, groups.Wheel{Label: group.Label, Image: "../taart/" + key + "-klein.svg", Alt: groupName(group) + ". " + r.describe(&p)})
	}
	if len(withheld) > 0 {
		set.Withheld = "Te weinig inwoners om cijfers te tonen, of het cijfer zou een te kleine groep verraden: " + join(withheld) + "."
	}
	for t := range r.m.Themes {
		if len(r.themes[t]) > 0 {
			set.Themes = append(set.Themes, r.groupTable(t, profiles))
		}
	}
	return set
}

func (r *Renderer) groupTable(theme int, profiles []profile.Profile) groups.Theme {
	t := groups.Theme{Key: r.m.Themes[theme].Key, Label: r.m.Themes[theme].Label}
	for _, i := range r.themes[theme] {
		ind := &r.m.Indicators[i]
		row := groups.Row{Key: ind.Key, Title: ind.Title, Unit: unitOf(ind), Cells: make([]region.Cell, 0, len(profiles))}
		for p := range profiles {
			row.Cells = append(row.Cells, r.cell(&profiles[p], i))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}
