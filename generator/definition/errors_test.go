package definition

import (
	"slices"
	"strings"
	"testing"
)

// Each row changes one place of the small definition and gives exactly the problems named.
func TestParse_Problems(t *testing.T) {
	tests := []struct {
		about, old, new string
		want            string // without "monitor: m.yaml:"; several separated by line breaks
	}{
		{"unknown key", "edition: 2025", "edition: 2025\nspread_levl: wijk", `3: the definition has unknown key "spread_levl"; did you mean "spread_level"?`},
		{"unknown key of an indicator", "    per: 1000", "    per: 1000\n    polariteit: geen", `30: indicator "bijstand" has unknown key "polariteit"; did you mean "polarity"?`},
		{"unknown key far from all", "fictional: true", "fictional: true\nxyzzyxyzzy: 1", `7: the definition has unknown key "xyzzyxyzzy"`},
		{"duplicate key", "edition: 2025", "edition: 2025\nedition: 2026", `3: the definition has key "edition" twice; it is also on line 2`},
		{"duplicate indicator", "key: inwoners\n", "key: inwoners\n    theme: demografie\n    topic: A_1\n  - key: inwoners\n", `41: indicator "inwoners" is there twice; it is also on line 38`},
		{"duplicate theme", "key: arbeid,", "key: demografie,", "15: theme \"demografie\" is there twice; it is also on line 14\n26: indicator \"bijstand\" has unknown theme \"arbeid\"; demografie or demografie would be right"},
		{"duplicate group", "key: marokko,", "key: buiten-europa,", `23: group "buiten-europa" is there twice; it is also on line 22`},
		{"duplicate table", "id: 90002DEMO", "id: 90001DEMO", "12: table \"90001DEMO\" is there twice; it is also on line 11\n42: indicator \"inkomen\" has moved to a topic of unknown table \"90002DEMO\"; did you mean \"90001DEMO\"?"},
		{"duplicate classification", "indicators:", "  - {key: herkomst, label: X, groups: [{key: x, label: X, code: 9}]}\nindicators:", `24: classification "herkomst" is there twice; it is also on line 18`},
		{"duplicate code", "code: H008", `code: "02"`, `23: group "marokko" has code "02", which group "buiten-europa" has too`},
		{"duplicate in a list", `[1, "02"]`, `[1, "1"]`, "22: group \"buiten-europa\" has merge, but fewer than two codes to sum\n22: group \"buiten-europa\": \"codes\" has \"1\" twice"},
		{"duplicate topic", "{inwoners: Marokko_19}", "{inwoners: Marokko_19, inwoners: M_20}", `23: group "marokko": "topics" has indicator "inwoners" twice`},
		{"text instead of a number", "edition: 2025", "edition: later", `2: the definition: "edition" is "later"; a whole number from 1900 to 2200 would be right`},
		{"edition out of range", "edition: 2025", "edition: 25", `2: the definition: "edition" is 25; a whole number from 1900 to 2200 would be right`},
		{"number instead of a text", "title: Voorbeeld", "title: 2025", `1: the definition: "title" is a number; a text (in quotes if need be) would be right`},
		{"empty value", "title: Voorbeeld", "title:", `1: the definition: "title" is empty; a text (in quotes if need be) would be right`},
		{"empty text", "title: Voorbeeld", `title: ""`, `1: the definition: "title" is an empty text`},
		{"line break in a title", "title: Voorbeeld", `title: "a\nb"`, `1: the definition: "title" holds a line break or control character; one line of text would be right`},
		{"list instead of a text", "description: >\n  Cijfers over\n  alle gebieden.", "description: [a]", `3: the definition: "description" is a list; a text would be right`},
		{"text instead of true", "fictional: true", "fictional: ja", `6: the definition: "fictional" is a text; true or false would be right`},
		{"mapping instead of a list", "tables: [90001DEMO]", "tables: {a: b}", `37: indicator "bijstand": "tables" is a mapping; a text or a list of texts would be right`},
		{"text instead of a mapping", "  - {key: arbeid, label: Arbeid en inkomen}", "  - arbeid", "15: theme is a text; a mapping with key or label would be right\n26: indicator \"bijstand\" has unknown theme \"arbeid\"; demografie would be right"},
		{"empty list", "numerator: [Bijstand_83]", "numerator: []", `27: indicator "bijstand": "numerator" is an empty list`},
		{"missing title", "title: Voorbeeld\n", "", `1: the definition lacks "title"`},
		{"missing key of a theme", "{key: arbeid, label: Arbeid en inkomen}", "{key: arbeid}", `15: theme "arbeid" lacks "label"`},
		{"unknown theme", "theme: demografie", "theme: demografei", `39: indicator "inwoners" has unknown theme "demografei"; did you mean "demografie"?`},
		{"unknown parent", "parent: buiten-europa", "parent: buiten-eurpa", `23: group "marokko" has unknown parent "buiten-eurpa"; did you mean "buiten-europa"?`},
		{"parent below", "codes: [1, \"02\"]", "codes: [1], parent: marokko", "22: group \"buiten-europa\" has merge, but fewer than two codes to sum\n22: group \"buiten-europa\" stands above its parent \"marokko\"; below it would be right"},
		{"unknown table", "tables: [90001DEMO]", "tables: 90001DEM", `37: indicator "bijstand" has unknown table "90001DEM"; did you mean "90001DEMO"?`},
		{"unknown level", "spread_level: wijk", "spread_level: wijken", `9: the definition: "spread_level" has unknown level "wijken"; did you mean "wijk"?`},
		{"a hole in the levels", "levels: [land, gemeente, wijk]\ng", "levels: [land, wijk]\ng", "7: levels has wijk without the level above it, gemeente\n8: group_levels has gemeente, which levels has not"},
		{"the country only", "levels: [land, gemeente, wijk]\ngroup_levels: [gemeente, land]", "levels: land\ngroup_levels: land", "7: levels has land only; at least land and gemeente would be right\n9: spread_level is wijk; one of levels below land would be right"},
		{"spread over the country", "spread_level: wijk", "spread_level: land", `9: spread_level is land; one of levels below land would be right`},
		{"an unknown level to embed", "embeds: [wijk, land]", "embeds: [wijken]", `50: the definition: "embeds" has unknown level "wijken"; did you mean "wijk"?`},
		{"no level to embed", "embeds: [wijk, land]", "embeds: []", `50: the definition: "embeds" is an empty list`},
		{"details of a level without embeds", "embed_details: [wijk]", "embed_details: [gemeente, wijk]", `55: embed_details has gemeente, which embeds has not`},
		{"an indicator to embed that is not there", "embed_indicators: [bijstand,", "embed_indicators: [bijsta,", `56: embed_indicators has unknown indicator "bijsta"; did you mean "bijstand"?`},
		{"a framer without https", "https://intranet.example.nl", "http://intranet.example.nl", `51: frame_ancestors has "http://intranet.example.nl"; an address without a path such as https://intranet.example.nl would be right, or * for anybody`},
		{"a framer with a path", "https://intranet.example.nl", "https://intranet.example.nl/", `51: frame_ancestors has "https://intranet.example.nl/"; an address without a path such as https://intranet.example.nl would be right, or * for anybody`},
		{"a framer that ends the policy", "https://intranet.example.nl", "https://a.nl; script-src *", `51: frame_ancestors has "https://a.nl; script-src *"; an address without a path such as https://intranet.example.nl would be right, or * for anybody`},
		{"anybody and others", "https://intranet.example.nl", "*", `51: frame_ancestors has * beside others; * alone would be right, or the others alone`},
		{"a retired thing that is no name", "retired: [GM0999, leegstand]", "retired: [GM0999, Leeg stand]", `53: retired has "Leeg stand"; the code of a region such as GM0363, or the key of an indicator or area would be right`},
		{"a retired indicator that is there", "retired: [GM0999, leegstand]", "retired: [inwoners, noord]", "53: retired has \"inwoners\", which is an indicator of this definition\n53: retired has \"noord\", which is an area of this definition"},
		{"an unknown level to report", "reports: [wijk]", "reports: [wijken]", `54: the definition: "reports" has unknown level "wijken"; did you mean "wijk"?`},
		{"two groups called the same", "{key: marokko, label", "{key: marokko, phrase: met herkomst buiten Europa, label", `23: group "marokko" has phrase "met herkomst buiten Europa", as group "buiten-europa" on line 22: readers could not tell them apart`},
		{"maps of groups of a wijk", "group_maps: [land]", "group_maps: [land, wijk]", `57: group_maps has wijk, of which there are no maps; land, gemeente or both would be right`},
		{"a dashboard of a buurt", "dashboards: [gemeente]", "dashboards: [gemeente, buurt]", `49: dashboards has buurt, of which there is nothing to set side by side; land, gemeente and wijk would be right`},
		{"groups without the country", "[gemeente, land]", "[gemeente]", `8: group_levels lacks land: the figures of the country say which period is shown`},
		{"unknown polarity", "polarity: lager-is-gunstig", "polarity: lager-is-gunsig", `30: indicator "bijstand" has unknown polarity "lager-is-gunsig"; did you mean "lager-is-gunstig"?`},
		{"unknown kind", "kind: rate", "kind: ratio", `31: indicator "bijstand" has unknown kind "ratio"; count, share, rate or mean would be right`},
		{"unknown classification", "classification: herkomst", "classification: herkomt", "11: table \"90001DEMO\" has unknown classification \"herkomt\"; did you mean \"herkomst\"?\n22: group \"buiten-europa\" has a code, but no table has classification \"herkomst\"\n23: group \"marokko\" has a code, but no table has classification \"herkomst\""},
		{"dimension without classification", "period: 2020JJ00", "dimension: Herkomst", `12: table "90002DEMO" has one of dimension and classification; both or neither would be right`},
		{"no code for everybody", "total: {label: Iedereen, code: 1012600}", "total: {label: Iedereen}", `11: table "90001DEMO" has dimension "Herkomst", but total has no code for the whole population in it`},
		{"topic and numerator", "numerator: [Bijstand_83]", "numerator: [Bijstand_83]\n    topic: Bijstand_83", `27: indicator "bijstand" has both topic and numerator; one of them would be right`},
		{"numerator without denominator", "    denominator: Inwoners15Tot65_9\n    per: 1000\n", "", `27: indicator "bijstand" has a numerator without a denominator`},
		{"denominator without numerator", "    numerator: [Bijstand_83]\n", "", `27: indicator "bijstand" has a denominator without a numerator`},
		{"no formula", "    topic: AantalInwoners_5\n", "", `38: indicator "inwoners" has neither topic nor numerator and denominator, nor mean_of or expression`},
		{"per with a topic", "topic: AantalInwoners_5", "topic: AantalInwoners_5\n    per: 10", `41: indicator "inwoners" has per, which goes with a numerator and denominator only`},
		{"postcodes elsewhere", "postcodes: postcodes.csv.gz", "postcodes: ../x.csv.gz", `52: postcodes is "../x.csv.gz"; the name of a file beside the definition, such as postcodes.csv or postcodes.csv.gz, would be right`},
		{"history elsewhere", "history: wijzigingen.csv", "history: ../x.csv", `46: history is "../x.csv"; the name of a CSV file beside the definition would be right`},
		{"min_base negative", "min_base: 30", "min_base: -1", `45: the definition: "min_base" is -1; a whole number from 0 to 100000 would be right`},
		{"rounding of nothing", "{gemeente: 10}", "{provincie: 10}", `12: table "90002DEMO": "rounding" has unknown key "provincie"; land, gemeente, wijk or buurt would be right`},
		{"more than the whole base", "base_part: 0.5", "base_part: 2", `42: indicator "inkomen": "base_part" is 2; a part of the base, above 0 and at most 1, would be right`},
		{"retrieved on no day", `retrieved: "2025-10-02"`, "retrieved: gisteren", `12: table "90002DEMO" was retrieved on "gisteren"; a day like 2026-11-20 would be right`},
		{"one bound", ", high: Hoog_1", "", `42: indicator "inkomen" has one of low and high; both or neither would be right`},
		{"moved to no table", "90002DEMO: M00012", "90003DEMO: M00012", `42: indicator "inkomen" has moved to a topic of unknown table "90003DEMO"; did you mean "90001DEMO"?`},
		{"break in no year", "[2021, 2023]", "[later]", `42: indicator "inkomen": "breaks" has "later"; a year would be right`},
		{"mean of nothing", "{bijstand: 1, inkomen: -0.5}", "{bijstant: 1}", `43: indicator "samen" is made from unknown indicator "bijstant"; did you mean "bijstand"?`},
		{"no weight", "inkomen: -0.5", "inkomen: 0", `43: indicator "samen": the weight of "inkomen" is 0; a number that is not 0 would be right`},
		{"mean with a unit", "title: Samen,", "title: Samen, unit: punten,", `43: indicator "samen" has a unit; a mean of deviations has none`},
		{"formula of numbers", "bijstand / (100 - bijstand) * 100", `"100"`, `44: indicator "druk" has an expression that names no indicator`},
		{"unknown base", "base: inwoners", "base: inwoner", `42: indicator "inkomen" has unknown base "inwoner"; did you mean "inwoners"?`},
		{"base that is no count", "base: inwoners", "base: bijstand", `42: indicator "inkomen" has base "bijstand", which is no count that a table gives`},
		{"base of a derived indicator", "    per: 1000", "    per: 1000\n    base: inwoners", `30: indicator "bijstand" has base, which goes with a topic only`},
		{"moved in a table that is not read", "same: true", "tables: 90001DEMO", `42: indicator "inkomen" has moved to a topic of table "90002DEMO", which is not among its tables`},
		{"break twice", "[2021, 2023]", "[2021, 2021]", `42: indicator "inkomen": "breaks" has 2021 twice`},
		{"selection of the regions", "{Geslacht: T001038}", "{Wijken: T001038}", `12: table "90002DEMO" selects from "Wijken", which holds its regions; another dimension would be right`},
		{"topics of a combined indicator", "{inwoners: Marokko_19}", "{samen: Marokko_19}", `23: group "marokko" has a topic for indicator "samen", which is derived; one that is read from a topic would be right`},
		{"formula of itself", "bijstand / (100 - bijstand) * 100", "samen + 1", `44: indicator "druk" is made from "samen", which is made from others itself; indicators that a table gives would be right`},
		{"broken formula", "(100 - bijstand) * 100", "(100 - bijstand", `44: indicator "druk": the formula "bijstand / (100 - bijstand" ends where a closing parenthesis would be right`},
		{"formula and topic", "title: Druk,", "title: Druk, topic: A_1,", `44: indicator "druk" is made from other indicators, so it has no topic`},
		{"formula without unit", `unit: "%", `, "", `44: indicator "druk" lacks "unit"`},
		{"merge of one", `codes: [1, "02"], merge`, "codes: [1], merge", `22: group "buiten-europa" has merge, but fewer than two codes to sum`},
		{"area of nothing", "WK000101, ", "PV20, ", `48: area "noord" has "PV20"; codes such as WK036302 or BU03630201 would be right`},
		{"per zero", "per: 1000", "per: 0", `29: indicator "bijstand": "per" is 0; a number above 0 would be right`},
		{"per negative", "per: 1000", "per: -1", `29: indicator "bijstand": "per" is -1; a number above 0 would be right`},
		{"derived without a title", "    title: Bijstand\n", "", `25: indicator "bijstand" is derived, so no table gives its title; a title would be right`},
		{"derived without a unit", "    unit: per 1.000\n", "", `25: indicator "bijstand" is derived per 1000, so no table gives its unit; a unit would be right`},
		{"derived count", "kind: rate", "kind: count", `31: indicator "bijstand" is derived, so it is no count; share, rate or mean would be right`},
		{"too many decimals", "decimals: 1", "decimals: 12", `36: indicator "bijstand": "decimals" is 12; a whole number from 0 to 6 would be right`},
		{"key with a space", "key: inwoners\n", "key: in woners\n  - key: inwoners\n    theme: demografie\n    topic: A_1\n  - key: x\n", `38: indicator key "in woners" is not fit for a URL; lower-case letters, digits and single hyphens would be right` + "\n" + `38: indicator "in woners" lacks "theme"` + "\n" + `38: indicator "in woners" has neither topic nor numerator and denominator, nor mean_of or expression`},
		{"key with capitals", "{key: arbeid,", "{key: Arbeid,", "15: theme key \"Arbeid\" is not fit for a URL; lower-case letters, digits and single hyphens would be right\n26: indicator \"bijstand\" has unknown theme \"arbeid\"; did you mean \"Arbeid\"?"},
		{"reserved key of a group", "key: marokko,", "key: totaal,", `23: group key "totaal" is reserved for another page or file`},
		{"reserved key of a theme", "  - {key: arbeid, label: Arbeid en inkomen}", "  - {key: arbeid, label: Arbeid en inkomen}\n  - {key: taart, label: Taart}", `16: theme key "taart" is reserved for another page or file`},
		{"long key", "  - {key: arbeid, label: Arbeid en inkomen}", "  - {key: arbeid, label: Arbeid en inkomen}\n  - {key: " + strings.Repeat("a", 61) + ", label: A}", `16: theme key "` + strings.Repeat("a", 61) + `" is longer than 60 characters`},
		{"topics of an unknown indicator", "{inwoners: Marokko_19}", "{inwoner: Marokko_19}", `23: group "marokko" has a topic for unknown indicator "inwoner"; did you mean "inwoners"?`},
		{"topics of a derived indicator", "{inwoners: Marokko_19}", "{bijstand: Marokko_19}", `23: group "marokko" has a topic for indicator "bijstand", which is derived; one that is read from a topic would be right`},
		{"topics that are a list", "{inwoners: Marokko_19}", "[Marokko_19]", `23: group "marokko": "topics" is a list; a mapping from indicator to topic would be right`},
		{"group that is nowhere", ", codes: [1, \"02\"]", "", "22: group \"buiten-europa\" has merge, but fewer than two codes to sum\n22: group \"buiten-europa\" has neither code, codes nor topics: its figures are nowhere"},
		{"code and codes", "code: H008", "code: H008, codes: [H009]", `23: group "marokko" has both code and codes; one of them would be right`},
		{"period", "2020JJ00", `"2020"`, `12: table "90002DEMO" has period "2020"; one like 2020JJ00 would be right`},
		{"table id", "id: 90002DEMO", "id: ../x", "12: table id \"../x\" is not fit for a file name; one like 84799NED would be right\n42: indicator \"inkomen\" has moved to a topic of unknown table \"90002DEMO\"; did you mean \"90001DEMO\"?"},
		{"no inhabitants", "key: inwoners\n", "key: bewoners\n", "23: group \"marokko\" has a topic for unknown indicator \"inwoners\"; did you mean \"bewoners\"?\n24: there is no indicator \"inwoners\", by which regions are weighed in the spread\n42: indicator \"inkomen\" has unknown base \"inwoners\"; did you mean \"bewoners\"?"},
		{"alias", "label: Demografie", "label: &d Demografie", `14: anchors, aliases and merges (&, *, <<) are not allowed; write the value out, or quote the text`},
		{"tag", "title: Voorbeeld", "title: !!str Voorbeeld", `1: tags and directives (!, %) are not allowed; quote the text if it is one`},
		{"second document", "edition: 2025", "edition: 2025\n---\ntitle: x", `4: a second document starts; one document would be right`},
	}
	for _, test := range tests {
		t.Run(test.about, func(t *testing.T) {
			source := strings.Replace(small, test.old, test.new, 1)
			if source == small {
				t.Fatalf("%q is not in the small definition", test.old)
			}
			checkProblems(t, source, test.want)
		})
	}
	counted := strings.NewReplacer("{bijstand: 1, ", "{inwoners: 1, ", "topic: AantalInwoners_5", "topic: AantalInwoners_5\n    kind: count").Replace(small)
	checkProblems(t, counted, `44: indicator "samen" has a mean of "inwoners", which is a count and has no deviation; a share, rate or mean would be right`)
}

// checkProblems compares the message of a definition's problems.
func checkProblems(t *testing.T, source, want string) {
	t.Helper()
	d, err := Parse("m.yaml", []byte(source))
	if err == nil {
		t.Fatalf("no problem found, want %s", want)
	}
	if d != nil {
		t.Error("a definition with problems was returned")
	}
	got := strings.ReplaceAll(err.Error(), "monitor: m.yaml:", "")
	if sorted(got) != sorted(want) {
		t.Errorf("problems\n%s\nwant\n%s", got, want)
	}
}

func TestParse_NotADefinition(t *testing.T) {
	tests := []struct{ about, source, want string }{
		{"nothing", "", "1: the file is empty; a mapping with title, edition, tables, themes and indicators would be right"},
		{"only remarks", "# hello\n", "1: the file is empty; a mapping with title, edition, tables, themes and indicators would be right"},
		{"a text", "hello", "1: the definition is a text; a mapping with title, edition, description, languages, fictional, levels, group_levels, spread_level, min_base, history, provinces, postcodes, tables, themes, total, classifications, indicators, areas, dashboards, group_maps, embeds, embed_details, embed_indicators, reports, frame_ancestors or retired would be right"},
		{"not UTF-8", "title: \xff", "1: the file is not UTF-8 text"},
		{"deep brackets", strings.Repeat("[", 5_000), "1: lists and mappings are nested deeper than 16"},
		{"deep dashes", strings.Repeat("- ", 5_000), "1: lists and mappings are nested deeper than 16"},
		{"deep question marks", strings.Repeat("? ", 5_000), "1: lists and mappings are nested deeper than 16"},
		{"many keys", strings.Repeat("a: b\n", 10_001), "10001: the file has more than 30000 words and marks"},
		{"aliases that multiply", "a: &a [x, x]\nb: &b [*a, *a]\n", "1: anchors, aliases and merges (&, *, <<) are not allowed; write the value out, or quote the text"},
	}
	for _, test := range tests {
		t.Run(test.about, func(t *testing.T) { checkProblems(t, test.source, test.want) })
	}
}

func TestParse_NotYAML(t *testing.T) {
	_, err := Parse("m.yaml", []byte("title: a\n  edition: [1\n"))
	if err == nil || !strings.HasPrefix(err.Error(), "monitor: m.yaml:") || !strings.Contains(err.Error(), "not YAML") {
		t.Errorf("error %v", err)
	}
}

// sorted puts lines in order: problems of one line have an order of their own.
func sorted(s string) string {
	lines := strings.Split(s, "\n")
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}
