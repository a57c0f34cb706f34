package proof_test

import (
	"strings"
	"testing"

	"wijkmonitor/generator/profile"
	"wijkmonitor/generator/proof"
	"wijkmonitor/generator/site"
)

// The proofs of three figures of the demo, as the command line prints them: a
// derived share, a group whose figures are withheld, and an own area.
func TestProof_WriteText(t *testing.T) {
	m, err := site.Read(site.Options{Dataset: "../../datasets/demo"})
	if err != nil {
		t.Fatal(err)
	}
	b := profile.NewBaseline(m)
	find := func(n int, name func(int) string, want string) int {
		for i := range n {
			if name(i) == want {
				return i
			}
		}
		t.Fatalf("the demo has no %s", want)
		return -1
	}
	for _, test := range []struct {
		region, indicator, group string
		want, not                []string
	}{
		{"GM9001", "bijstand", "totaal", []string{
			"table      90002DEM", "modified 2025-10-01, retrieved 2025-10-02", "cell       WijkenEnBuurten = GM9001, Herkomst = T01, Perioden = 2025JJ00",
			"topic      PersonenMetBijstand_42", "of         k_15Tot25Jaar_9 + k_25Tot65Jaar_10", "parts      12581 / 117377 × 100",
			"95% score interval of 117377", "class      higher: of the classes in reach the nearest to average"}, nil},
		{"WK900500", "bijstand", "roemenie", []string{"figure     none: withheld", "Migratieachtergrond = M23"}, []string{"interval", "class", "parts"}},
		{"woongoed-noord", "bijstand", "totaal", []string{"part       BU90010100", "part       BU90010900", "class      "}, []string{"cell "}},
		{"GM9001", "grijze-druk", "totaal", []string{"formula    ‘65 jaar of ouder’ / (100 −", "from those of its parts"}, []string{"cell "}},
		{"GM9001", "ses-score", "totaal", []string{"given by the source"}, nil},
	} {
		p := proof.New(m, b, find(len(m.Regions), func(i int) string { return m.Regions[i].Code }, test.region),
			find(len(m.Groups), func(i int) string { return m.Groups[i].Key }, test.group),
			find(len(m.Indicators), func(i int) string { return m.Indicators[i].Key }, test.indicator), -1)
		var text strings.Builder
		if err := p.WriteText(&text); err != nil {
			t.Fatal(err)
		}
		for _, want := range test.want {
			if !strings.Contains(text.String(), want) {
				t.Errorf("%s %s %s: %q is not in\n%s", test.region, test.indicator, test.group, want, &text)
			}
		}
		for _, not := range test.not {
			if strings.Contains(text.String(), not) {
				t.Errorf("%s %s %s: %q is in\n%s", test.region, test.indicator, test.group, not, &text)
			}
		}
	}
}
