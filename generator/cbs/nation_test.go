package cbs_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"wijkmonitor/generator/cbs"
	"wijkmonitor/generator/cbs/cbsserver"
	"wijkmonitor/generator/extract"
	"wijkmonitor/generator/model"
)

// A drawer makes a table of the nation: its keys and dimensions are those of
// CBS, its figures are invented. Codes is what each further dimension has; the
// first of them is the one that counts.
type drawer struct {
	title, geo string
	regions    []string
	periods    []string
	group      []extract.Code // of Herkomstland; nil for none
	others     []extract.Dim
	topics     []string
}

var origins = []extract.Code{{Key: "T001040", Title: "Totaal"}, {Key: "1012600", Title: "Nederland"}, {Key: "H007933", Title: "Europa (exclusief Nederland)"},
	{Key: "H008859", Title: "Buiten Europa"}, {Key: "H008632", Title: "Indonesië"}, {Key: "H008673", Title: "Marokko"}, {Key: "H007119", Title: "Nederlandse Cariben"},
	{Key: "H008751", Title: "Suriname"}, {Key: "H008766", Title: "Turkije"}}

var (
	small = []string{"NL00", "GM0014", "WK001400", "BU00140000", "BU00140001", "GM1680", "WK168000", "BU16800000"}
	towns = []string{"NL01", "PV20", "GM0014", "GM1680"}
)

func dim(key string, codes ...extract.Code) extract.Dim {
	return extract.Dim{Key: key, Title: key, Codes: codes}
}

// nation lists the tables of datasets/nederland but for those of Kerncijfers.
func nation() map[string]drawer {
	both, rest := extract.Code{Key: "T001038", Title: "Totaal mannen en vrouwen"}, extract.Code{Key: "3000", Title: "Mannen"}
	return map[string]drawer{
		"85458NED": {"Bevolking; herkomstland, geboorteland, leeftijd, regio, 1 januari", "RegioS", towns, []string{"2023JJ00", "2024JJ00"}, origins,
			[]extract.Dim{dim("Geslacht", both, rest), dim("Leeftijd", extract.Code{Key: "10000", Title: "Totaal"}, extract.Code{Key: "70100", Title: "0 jaar"}),
				dim("Geboorteland", extract.Code{Key: "T001638", Title: "Totaal"}, extract.Code{Key: "A051735", Title: "Geboren in Nederland"})}, []string{"Bevolking_1"}},
		"85512NED": {"Arbeidsdeelname; herkomst", "RegioS", towns, []string{"2022JJ00", "2023JJ00"}, append(slices.Clone(origins), extract.Code{Key: "X", Title: "Buiten Europa (excl. 5 grote herkomst..."}),
			[]extract.Dim{dim("Geslacht", both, rest), dim("Persoonskenmerken", extract.Code{Key: "T009002", Title: "Totaal personen"}),
				dim("GeboortelandOuders", extract.Code{Key: "T001638", Title: "Totaal"})},
			[]string{"NettoArbeidsparticipatie_3", "WerknemerMetVasteArbeidsrelatie_5", "WerknemerMetFlexibeleArbeidsrelatie_6", "Zelfstandige_7"}},
		"86003NED": {"Personen met een uitkering; wijken en buurten", "WijkenEnBuurten", small, []string{"2024KW01", "2024KW02"}, nil, nil,
			[]string{"Werkloosheidsuitkering_9", "Bijstandsuitkering_10", "Arbeidsongeschiktheidsuitkering_11"}},
		"86092NED": {"Sociaal-economische status; wijken en buurten", "WijkenEnBuurten", small, []string{"2022JJ00"}, nil, nil,
			[]string{"Ondergrens95Interval_28", "GemiddeldeScore_29", "Bovengrens95Interval_30"}},
		"81064ned": {"Wanbetalers zorgverzekeringswet; regio", "RegioS", towns, []string{"2022JJ00", "2023JJ00"}, nil, nil, []string{"PersMetBetalingsachterstandRelatief_2"}},
		"85990NED": {"Jongeren met jeugdzorg in natura; wijken", "Wijken", small[:3], []string{"2024HJ01"}, nil,
			[]extract.Dim{dim("Vormen", extract.Code{Key: "T001233", Title: "Totaal alle jeugdzorg in natura"}, extract.Code{Key: "A028857", Title: "Jeugdhulp"})}, []string{"TotaalJongerenMetJeugdzorgInNatura_1"}},
		"83648NED": {"Geregistreerde criminaliteit; soort misdrijf, regio", "RegioS", towns, []string{"2023JJ00", "2024JJ00"}, nil,
			[]extract.Dim{dim("SoortMisdrijf", extract.Code{Key: "T001161", Title: "Misdrijven, totaal"}, extract.Code{Key: "CRI1000", Title: "Vermogensmisdrijven"})},
			[]string{"TotaalGeregistreerdeMisdrijven_1", "GeregistreerdeMisdrijvenRelatief_2", "GeregistreerdeMisdrijvenPer1000Inw_3"}},
	}
}

// table writes every combination of codes. The figure of a row follows from
// its place, so that a row of the wrong code is noticed.
func (d drawer) table(id string) *extract.Table {
	t := &extract.Table{ID: id, Title: d.title, Modified: "2026-01-05T02:00:00", GeoDimension: d.geo, Others: d.others}
	for _, r := range d.regions {
		t.Regions = append(t.Regions, extract.Code{Key: r, Title: "Gebied " + r})
	}
	groups, others := max(1, len(d.group)), 1
	if d.group != nil {
		t.Dimension = &extract.Dim{Key: "Herkomstland", Title: "Herkomstland", Codes: d.group}
	}
	if d.periods != nil {
		t.Time = &extract.Dim{Key: "Perioden", Title: "Perioden"}
		for _, p := range d.periods {
			t.Time.Codes = append(t.Time.Codes, extract.Code{Key: p, Title: p[:4], Status: "Definitief"})
		}
	}
	for _, o := range d.others {
		others *= len(o.Codes)
	}
	t.OtherIdx = make([][]int32, len(d.others))
	for _, topic := range d.topics {
		t.Topics = append(t.Topics, extract.Topic{Key: topic, Title: topic, Unit: "aantal", Datatype: "Double", Decimals: 1})
	}
	t.Values = make([][]float64, len(d.topics))
	for r := range d.regions {
		for g := range groups {
			for p := range max(1, len(d.periods)) {
				for o := range others {
					t.RegionIdx, t.DimIdx, t.TimeIdx = append(t.RegionIdx, int32(r)), append(t.DimIdx, int32(g)), append(t.TimeIdx, int32(p))
					left := o
					for k := range d.others {
						t.OtherIdx[k] = append(t.OtherIdx[k], int32(left%len(d.others[k].Codes)))
						left /= len(d.others[k].Codes)
					}
					for topic := range d.topics {
						t.Values[topic] = append(t.Values[topic], figureOf(r, g, p, o, topic))
					}
				}
			}
		}
	}
	return t
}

func figureOf(region, group, period, other, topic int) float64 {
	return float64(10*len(small)-10*region) + float64(group)/2 + float64(period) + float64(topic)/10 + 1000*float64(other)
}

// kerncijfers is the table of a year of neighbourhoods: every measure that the
// definition reads from those tables.
func kerncijfers(def *model.Definition, spec *model.TableSpec) drawer {
	d := drawer{title: "Kerncijfers wijken en buurten " + spec.Period[:4], geo: "WijkenEnBuurten", regions: small}
	add := func(topics ...string) {
		for _, topic := range topics {
			if topic != "" && topic == strings.ToUpper(topic) && !slices.Contains(d.topics, topic) {
				d.topics = append(d.topics, topic)
			}
		}
	}
	for i := range def.Indicators {
		if s := &def.Indicators[i]; len(s.Tables) == 0 {
			add(slices.Concat([]string{s.Topic}, s.Numerator, s.Denominator)...)
		}
	}
	for _, c := range def.Classifications {
		old := c.Key == "migratieachtergrond"
		for i := range c.Groups {
			if old == (spec.Period < "2023") {
				add(c.Groups[i].Topics["inwoners"])
			}
		}
	}
	return d
}

// All tables of datasets/nederland are got from a server with CBS's keys, in
// the version of the protocol that has them, and hold the figures that the
// definition means: of the right codes, years and groups.
func TestDatasetNederland_FetchesWhole(t *testing.T) {
	def := read(t, "../../datasets/nederland")
	dir := t.TempDir()
	others := nation()
	for i := range def.Tables {
		spec := &def.Tables[i]
		d, other := others[spec.ID]
		if !other {
			d = kerncijfers(def, spec)
		}
		if err := extract.WriteTable(dir, d.table(spec.ID)); err != nil {
			t.Fatalf("%s: %v", spec.ID, err)
		}
	}
	r := newRig(t, cbsserver.Options{Extracts: dir})
	if err := cbs.Fetch(t.Context(), def, r.options); err != nil {
		t.Fatal(err)
	}
	for i := range def.Tables {
		version := "v4"
		if _, other := others[def.Tables[i].ID]; other {
			version = "v3"
		}
		if found, _ := filepath.Glob(filepath.Join(r.options.Dir, fmt.Sprintf("cbs.%s.%s_*", version, def.Tables[i].ID))); len(found) == 0 {
			t.Errorf("%s was not got in %s", def.Tables[i].ID, version)
		}
	}
	m := load(t, def, r.options.Dir)
	yielded := slices.Index(kerncijfers(def, &def.Tables[11]).topics, "H007933_1")
	find := func(n int, is func(int) bool) int {
		for k := range n {
			if is(k) {
				return k
			}
		}
		t.Fatal("not there")
		return -1
	}
	for _, test := range []struct {
		region, group, indicator, period string
		want                             float64
	}{
		{"GM0014", "totaal", "inwoners", "2025JJ00", figureOf(1, 0, 0, 0, 0)},
		{"BU00140001", "totaal", "inwoners", "2013JJ00", figureOf(4, 0, 0, 0, 0)},
		{"GM0014", "h-marokko", "inwoners", "2024JJ00", figureOf(2, 5, 1, 0, 0)},
		{"GM0014", "h-europa", "inwoners", "2024JJ00", figureOf(1, 0, 0, 0, yielded)}, // 85458NED has it too, and yields
		{"GM1680", "h-turkije", "arbeidsdeelname", "2023JJ00", figureOf(3, 8, 1, 0, 0)},
		{"GM1680", "totaal", "arbeidsdeelname", "2022JJ00", figureOf(3, 0, 0, 0, 0)},
		{"BU00140000", "totaal", "bijstand-15-plus", "2024KW02", figureOf(3, 0, 1, 0, 1)},
		{"GM0014", "totaal", "ses-score", "2022JJ00", figureOf(1, 0, 0, 0, 1)},
		{"GM0014", "totaal", "wanbetalers", "2023JJ00", figureOf(2, 0, 1, 0, 0)},
		{"WK001400", "totaal", "jeugdzorg", "2024HJ01", figureOf(2, 0, 0, 0, 0)},
		{"GM1680", "totaal", "misdrijven", "2024JJ00", figureOf(3, 0, 1, 0, 2)},
	} {
		at := m.Cube.At(
			find(len(m.Regions), func(k int) bool { return m.Regions[k].Code == test.region }),
			find(len(m.Groups), func(k int) bool { return m.Groups[k].Key == test.group }),
			find(len(m.Indicators), func(k int) bool { return m.Indicators[k].Key == test.indicator }),
			find(len(m.Periods), func(k int) bool { return m.Periods[k].Code == test.period }))
		if v, known := at.Value(); !known || v != test.want {
			t.Errorf("%s, %s, %s, %s: %v %v; %v would be right", test.region, test.group, test.indicator, test.period, at.State(), v, test.want)
		}
	}
}
