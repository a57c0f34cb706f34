package chart

import (
	"fmt"
	"strings"

	"wijkmonitor/generator/model"
)

// A profile of an invented place: per theme its name and score, then an
// indicator, its polarity and its class (or a dot for a gap) to a word.
const profile = `
Demografie|. jonger-dan-15=4 van-15-tot-25=2 ouder-dan-65=1 eenpersoonshuishoudens=5 huishoudens-met-kinderen=3 herkomst-buiten-nederland=5 korter-dan-5-jaar=4
Wonen en leefomgeving|2 koopwoningen=1 corporatiewoningen=4 woz-waarde=2 leegstand-3 verhuizingen=4 autos-per-huishouden=1 afstand-huisarts-1 overlast-5
Onderwijs|3 vve-deelname+4 hbo-wo+5 laagopgeleid-3 vroegtijdig-schoolverlaters-. havo-vwo+2
Arbeid en inkomen|2 arbeidsparticipatie+3 werkzoekenden-4 bijstand-5 ww-3 laag-inkomen-4 inkomen+2 zelfstandigen=3 schuldsanering-.
Veiligheid|1 verdachten-5 slachtoffers-4 woninginbraak-5 vernieling-3 onveilig-gevoel-4
Zorg en welzijn|4 wanbetalers-3 jeugdzorg-2 wmo-clienten=2 gezondheid+4 overgewicht-1 eenzaamheid-3 mantelzorg=.`

var words = [...]string{"geen cijfer", "veel lager", "lager", "rond gemiddeld", "hoger", "veel hoger"}

// sample is the wheel of the invented place: six themes and 40 slices.
func sample() *Wheel {
	w := &Wheel{ID: "w", Title: "Profieltaart van Zandwoude, totale bevolking",
		Desc:   "Vergeleken met Nederland: 15 onderwerpen hoger, 10 lager, 12 rond gemiddeld, 3 zonder vergelijking. Grootste verschillen: bijstand 12,4% (veel hoger).",
		Centre: []string{"Zandwoude", "Totale bevolking", "vergeleken met Nederland", "editie 2025"}}
	for line := range strings.Lines(strings.TrimSpace(profile)) {
		head, _, _ := strings.Cut(line, "|")
		fields := strings.Fields(line[len(head)+1:])
		s := Sector{Label: head, Judged: fields[0] != ".", Score: class(fields[0])}
		for _, f := range fields[1:] {
			n := len(f) - 2
			p := model.Polarity(strings.IndexByte("-=+", f[n]) - 1)
			c := class(f[n+1:])
			s.Slices = append(s.Slices, Slice{Key: f[:n], Class: c, Polarity: p, Gap: c == model.NotCompared, Title: fmt.Sprintf("%s: 12,4%%, %s", f[:n], words[c])})
		}
		w.Sectors = append(w.Sectors, s)
	}
	return w
}

func class(digit string) model.Class {
	return model.Class(max(0, strings.Index(".12345", digit)))
}
