package render

import (
	"fmt"

	"wijkmonitor/generator/model"
	"wijkmonitor/templates/layout"
	"wijkmonitor/templates/region"
)

// notice says what a reader must know of a region first: that it is no more,
// or who counts it together.
func (r *Renderer) notice(g *model.Region) string {
	switch {
	case g.Level == model.OwnArea:
		return r.Sayf("Dit is een eigen gebied van %s. %s Aantallen zijn de som van de delen. Percentages zijn daaruit berekend. Gemiddelden kunnen niet worden opgeteld en ontbreken daarom.",
			r.plural(len(g.Parts), "gebied", "gebieden"), g.Note)
	case r.retired(g):
		return r.Sayf("Deze %s bestaat niet meer. De laatste cijfers zijn van %s. U vindt ze bij alle jaren, en in de bestanden onderaan deze pagina.", r.level(g.Level), r.m.Periods[g.Last].Label)
	}
	return ""
}

// life tells what happened to a region, in its own words per event.
func (r *Renderer) life(g *model.Region, path string) []region.Event {
	var events []region.Event
	for i := range g.Events {
		e := &g.Events[i]
		out := region.Event{Year: fmt.Sprint(e.Year)}
		out.Before, out.After = r.eventWords(e, g.Level)
		if e.Other != "" {
			out.Other = layout.Link{Text: orCode(e.Name, e.Other)}
			if e.Region >= 0 {
				out.Other.Href = rootOf(path) + r.path(e.Region)
			}
			out.Code = e.Other
		}
		events = append(events, out)
	}
	return events
}

// successors lists what came after a region that is no more.
func (r *Renderer) successors(g *model.Region, path string) (links []layout.Link) {
	if !r.retired(g) {
		return nil
	}
	seen := map[int]bool{}
	for i := range g.Events {
		if e := &g.Events[i]; !e.Before && e.Region >= 0 && !seen[e.Region] {
			seen[e.Region] = true
			links = append(links, layout.Link{Href: rootOf(path) + r.path(e.Region), Text: r.m.Regions[e.Region].Name})
		}
	}
	return links
}

func orCode(name, code string) string {
	if name == "" {
		return code
	}
	return name
}

// eventWords is the sentence around the name of the other region.
func (s *speech) eventWords(e *model.Event, level model.Level) (before, after string) {
	line := s.Say(" Cijfers van daarvoor gaan over een ander gebied en staan er daarom niet.")
	switch {
	case e.Kind == model.Recoded && e.Before:
		return s.Say("Kreeg een nieuwe code. Daarvoor:"), s.Say(". Het gebied is hetzelfde gebleven: de cijfers lopen door.")
	case e.Kind == model.Recoded:
		return s.Say("Kreeg een nieuwe code:"), "."
	case e.Kind == model.Merged && e.Before:
		return s.Say("Ontstaan door samenvoeging, onder meer van"), "." + line
	case e.Kind == model.Merged:
		return s.Say("Samengevoegd. Opgegaan in"), "."
	case e.Kind == model.Split && e.Before:
		return s.Say("Ontstaan door splitsing van"), "." + line
	case e.Kind == model.Split:
		return s.Say("Gesplitst. Een deel ging naar"), "."
	case e.Kind == model.Reused:
		return s.Say("De code was eerder van een ander gebied:"), "." + line
	case e.Other != "" && e.Before:
		return s.Say("De grenzen veranderden. Er kwam een deel bij van"), "." + line
	case e.Other != "":
		return s.Say("De grenzen veranderden. Een deel ging naar"), "." + line
	}
	return s.Say("De grenzen veranderden."), line[1:]
}
