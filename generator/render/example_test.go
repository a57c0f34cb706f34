package render

import (
	"fmt"
	"math"
	"os"
	"strings"
	"testing"

	"wijkmonitor/generator/definition"
	"wijkmonitor/generator/extract"
	"wijkmonitor/generator/model"
	"wijkmonitor/generator/profile"
)

// demoCountry reads the extract that the project ships.
func demoCountry(t *testing.T) *model.Monitor {
	t.Helper()
	def, err := definition.Read("../../datasets/demo/monitor.yaml")
	if err != nil {
		t.Fatal(err)
	}
	m, err := extract.Load(def, "../../datasets/demo")
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// An example recomputes what content/methode.md works out, from the counts on,
// with arithmetic of its own.
type example struct {
	m                                       *model.Monitor
	name                                    string
	part, whole, value                      float64
	low, high, reference, spread, z, zl, zh float64
	class                                   model.Class
}

func newExample(t *testing.T, m *model.Monitor, b *profile.Baseline, code string, rounding float64) example {
	t.Helper()
	r, i := -1, m.Find("bijstand")
	for k := range m.Regions {
		if m.Regions[k].Code == code {
			r = k
		}
	}
	if r < 0 || i < 0 {
		t.Fatalf("the demo has no %s or no indicator bijstand", code)
	}
	item := b.Profile(r, 0).Items[i]
	base, _ := m.Indicators[i].Base.Index()
	e := example{m: m, name: m.Regions[r].Name, class: item.Class}
	e.whole, _ = m.Cube.At(r, 0, base, item.Period).Value()
	v, _ := item.Figure.Value()
	e.part = math.Round(v * e.whole / 100)
	e.value = 100 * e.part / e.whole
	e.reference, _ = item.Reference.Value()
	e.spread, _ = b.Spread(i, item.Period)
	least, most := (e.part-rounding)/(e.whole+2*rounding), (e.part+rounding)/(e.whole-2*rounding)
	e.low, e.high = 100*score(least, e.whole-2*rounding, -1), 100*score(most, e.whole-2*rounding, 1)
	e.z, e.zl, e.zh = (e.value-e.reference)/e.spread, (e.low-e.reference)/e.spread, (e.high-e.reference)/e.spread
	return e
}

// score is a bound of Wilson's interval, solved from its definition: the p for
// which the seen share lies just 1.96 standard errors away.
func score(seen, n, side float64) float64 {
	inside, outside := seen, (1+side)/2
	for range 100 {
		p := (inside + outside) / 2
		if math.Abs(seen-p) <= 1.959963984540054*math.Sqrt(p*(1-p)/n) {
			inside = p
		} else {
			outside = p
		}
	}
	return inside
}

func (e *example) n(v float64) string { return dutch.formatNumber(v, 2) }

// TestMethod_WorkedExample compares the worked example of the method page with
// the demo extract. When it fails, the text that would be right is printed.
func TestMethod_WorkedExample(t *testing.T) {
	m := demoCountry(t)
	b := profile.NewBaseline(m)
	town, quarter := newExample(t, m, b, "GM9001", 0), newExample(t, m, b, "BU90050200", 4)
	want := strings.Join([]string{
		fmt.Sprintf("**Stap 1: het cijfer.** In %s kregen %s inwoners bijstand, van de %s inwoners van 15 tot 65 jaar. 100 × %[2]s / %[3]s = %s procent.",
			town.name, dutch.formatNumber(town.part, 0), dutch.formatNumber(town.whole, 0), town.n(town.value)),
		fmt.Sprintf("**Stap 2: het verschil.** In heel %[1]s is het %[2]s procent. Het verschil is %[3]s − %[2]s = %[4]s procentpunt.",
			m.Regions[0].Name, town.n(town.reference), town.n(town.value), town.n(town.value-town.reference)),
		fmt.Sprintf("**Stap 3: de afwijking.** De spreiding is %[1]s procentpunt. De afwijking is %[2]s / %[1]s = %[3]s.",
			town.n(town.spread), town.n(town.value-town.reference), town.n(town.z)),
		fmt.Sprintf("**Stap 4: de marge.** De aantallen van een gemeente zijn niet afgerond. Volgens het 95%%-interval kan het cijfer toch tussen %s en %s procent liggen. De afwijking ligt dan tussen %s en %s. Dat is overal ‘%s’. Dus staat er ‘%[5]s’.",
			town.n(town.low), town.n(town.high), town.n(town.zl), town.n(town.zh), classWords[town.class]),
		fmt.Sprintf("**Hetzelfde voor een kleine buurt.** In %s kregen %s van de %s inwoners bijstand: %s procent. De afwijking is (%[4]s − %s) / %s = %s. Dat zou ‘%s’ zijn. Maar de aantallen zijn afgerond: elk aantal kan 4 hoger of lager zijn. En het gaat om weinig mensen. Het echte cijfer kan daarom tussen %s en %s procent liggen, en de afwijking tussen %s en %s. ‘%s’ is dus ook mogelijk. Daarom staat er ‘%s’.",
			quarter.name, dutch.formatNumber(quarter.part, 0), dutch.formatNumber(quarter.whole, 0), quarter.n(quarter.value), quarter.n(quarter.reference), quarter.n(quarter.spread), quarter.n(quarter.z),
			classWords[model.Classify(quarter.z)], quarter.n(quarter.low), quarter.n(quarter.high), quarter.n(quarter.zl), quarter.n(quarter.zh), upperFirst(classWords[quarter.class]), classWords[quarter.class]),
	}, "\n\n")
	text, err := os.ReadFile("../../content/methode.md")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(text), want) {
		t.Errorf("content/methode.md does not have the example that the demo extract gives; this would be right:\n\n%s", want)
	}
	if town.class != model.Higher || quarter.class != model.Average || model.Classify(quarter.z) != model.Lower {
		t.Errorf("the example no longer shows what it should: %v, %v", town.class, quarter.class)
	}
}
