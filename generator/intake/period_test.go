package intake

import "testing"

func TestParsePeriod(t *testing.T) {
	good := map[string]string{"2023": "2023JJ00", "2024 maart": "2024MM03", "1e halfjaar 2024": "2024HJ01", "2024 3e kwartaal": "2024KW03",
		"2019/'20": "2019SJ00", "2020JJ00": "2020JJ00", " 2021.0 ": "2021JJ00", "2022*": "2022JJ00"}
	for text, want := range good {
		code, star, err := parsePeriod(text)
		if err != nil || code != want || star != (text == "2022*") {
			t.Errorf("%q: %q %v %v", text, code, star, err)
		}
	}
	for _, text := range []string{"", "202", "3023", "2024 mart", "5e kwartaal", "2020MM13"} {
		if code, _, err := parsePeriod(text); err == nil {
			t.Errorf("%q became %s", text, code)
		}
	}
}
