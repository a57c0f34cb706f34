package render

import (
	"wijkmonitor/templates/home"
	"wijkmonitor/templates/layout"
)

// Home appends the front page.
func (r *Renderer) Home(b []byte) []byte {
	text := r.texts["home"]
	page := home.Page{
		Frame:   r.frame("", r.Sayf("Alle gemeenten, wijken en buurten van %s", r.country), r.m.Description, nil),
		Lead:    r.m.Description,
		Body:    text.HTML(""),
		Country: layout.Link{Href: "nederland/", Text: r.Sayf("Bekijk alle cijfers van %s", r.country)},
		Switch:  r.Place(0, nil).groupSwitch("nederland/"),
	}
	if r.HasProvinces() {
		page.Provinces = layout.Link{Href: ProvincesFolder, Text: r.Say("De gemeenten per provincie")}
	}
	for _, t := range r.m.Themes {
		page.Themes = append(page.Themes, layout.Link{Href: "themas/" + t.Key + "/", Text: t.Label})
	}
	for _, i := range r.order {
		letter := firstLetter(r.m.Regions[i].Name)
		if n := len(page.Letters); n == 0 || page.Letters[n-1].Letter != letter {
			page.Letters = append(page.Letters, home.Letter{Letter: letter})
		}
		l := &page.Letters[len(page.Letters)-1]
		l.Links = append(l.Links, layout.Link{Href: r.path(i), Text: r.m.Regions[i].Name})
	}
	return r.appendPage(b, home.View(&page))
}
