package oracle

import (
	"fmt"
	"math"
	"math/rand/v2"

	"wijkmonitor/generator/extract"
	"wijkmonitor/generator/model"
)

// awkwardTopics are the columns of the awkward country. draw gives a figure
// for a level; a third of the cells is then made null, zero or extreme.
var awkwardTopics = []struct {
	topic   extract.Topic
	extreme float64
	draw    func(r *rand.Rand, l model.Level) float64
}{
	{extract.Topic{Key: "Inwoners_1", Unit: "aantal", Datatype: "Long"}, 1, people},
	{extract.Topic{Key: "Jong_2", Unit: "aantal", Datatype: "Long"}, 5, people},
	{extract.Topic{Key: "Oud_3", Unit: "aantal", Datatype: "Long"}, 5, people},
	{extract.Topic{Key: "Huizen_4", Unit: "aantal", Datatype: "Double", Decimals: 1}, 0.5, func(r *rand.Rand, l model.Level) float64 { return people(r, l) + tenths(r, 0, 1) }},
	{extract.Topic{Key: "Koop_5", Unit: "%", Datatype: "Double", Decimals: 1}, 100, func(r *rand.Rand, l model.Level) float64 {
		if l >= model.District { // published whole
			return float64(r.IntN(101))
		}
		return tenths(r, 0, 100)
	}},
	{extract.Topic{Key: "Saldo_6", Unit: "x 1 000 euro", Datatype: "Double", Decimals: 1}, -900, func(r *rand.Rand, _ model.Level) float64 { return tenths(r, -20, 40) }},
	{extract.Topic{Key: "Gelijk_7", Unit: "%", Datatype: "Double", Decimals: 1}, 12.3, func(*rand.Rand, model.Level) float64 { return 12.3 }},
	{extract.Topic{Key: "Schaars_8", Unit: "%", Datatype: "Double", Decimals: 1}, 0, func(r *rand.Rand, _ model.Level) float64 {
		if r.IntN(2) == 0 {
			return math.NaN()
		}
		return tenths(r, 0, 9)
	}},
	{extract.Topic{Key: "Misdrijven_9", Unit: "per 1 000 inwoners", Datatype: "Double", Decimals: 1}, 1500, func(r *rand.Rand, _ model.Level) float64 { return tenths(r, 0, 60) }},
	{extract.Topic{Key: "Vertrek_10", Unit: "per 1 000 inwoners", Datatype: "Long"}, -80, func(r *rand.Rand, _ model.Level) float64 { return float64(r.IntN(60) - 30) }},
	{extract.Topic{Key: "Groei_11", Unit: "%", Datatype: "Double", Decimals: 2}, 250, func(r *rand.Rand, _ model.Level) float64 { return tenths(r, -90, 150) }},
	{extract.Topic{Key: "Leeg_12", Unit: "%", Datatype: "Double"}, math.NaN(), func(*rand.Rand, model.Level) float64 { return math.NaN() }},
	{extract.Topic{Key: "Zoek_13", Unit: "per 100 huizen", Datatype: "Double", Decimals: 1}, 0, func(r *rand.Rand, _ model.Level) float64 { return tenths(r, 0, 300) }},
	{extract.Topic{Key: "Zelden_14", Unit: "per 10 000 inwoners", Datatype: "Double", Decimals: 1}, 0, func(r *rand.Rand, _ model.Level) float64 { return tenths(r, 0, 300) }},
	{extract.Topic{Key: "Zeldzaam_15", Unit: "per 100 000 inwoners", Datatype: "Double", Decimals: 1}, 0, func(r *rand.Rand, _ model.Level) float64 { return tenths(r, 0, 300) }},
	{extract.Topic{Key: "Score_16", Unit: "score", Datatype: "Double", Decimals: 1}, 9, func(r *rand.Rand, _ model.Level) float64 { return tenths(r, -1, 1) }},
	{extract.Topic{Key: "Onder_17", Unit: "score", Datatype: "Double", Decimals: 1}, -10, func(r *rand.Rand, _ model.Level) float64 { return tenths(r, -9, -1) }},
	{extract.Topic{Key: "Boven_18", Unit: "score", Datatype: "Double", Decimals: 1}, 10, func(r *rand.Rand, _ model.Level) float64 { return tenths(r, 1, 9) }},
}

// people draws a count; of districts and neighbourhoods a multiple of 5.
func people(r *rand.Rand, l model.Level) float64 {
	if l >= model.District {
		return float64(5 * r.IntN(40))
	}
	return float64(r.IntN(9000))
}

func tenths(r *rand.Rand, from, to int) float64 {
	return float64(10*from+r.IntN(10*(to-from))) / 10
}

// awkwardTable has 60 municipalities of two districts of two neighbourhoods,
// four groups and three years; a tenth of the rows lacks.
func awkwardTable(seed uint64) *extract.Table {
	r := rand.New(rand.NewPCG(seed, 0))
	t := &extract.Table{ID: "90003NED", GeoDimension: "Regio", Values: make([][]float64, len(awkwardTopics)+1), Strings: make([][]string, len(awkwardTopics)+1),
		Topics:    []extract.Topic{{Key: "Indelingswijziging_0", Title: "Indelingswijziging", Datatype: "String"}},
		Dimension: &extract.Dim{Key: "Afkomst", Codes: []extract.Code{{Key: "T", Title: "Totaal"}, {Key: "A", Title: "A"}, {Key: "B", Title: "B"}, {Key: "X", Title: "Niet gebruikt"}}},
		Time:      &extract.Dim{Key: "Perioden", Codes: []extract.Code{{Key: "2021JJ00", Title: "2021"}, {Key: "2022JJ00", Title: "2022"}, {Key: "2023JJ00", Title: "2023"}}}}
	for _, topic := range awkwardTopics {
		topic.topic.Title = topic.topic.Key
		t.Topics = append(t.Topics, topic.topic)
	}
	t.Regions = append(t.Regions, extract.Code{Key: "NL01"}, extract.Code{Key: "GM0998"})
	for g := range 60 {
		t.Regions = append(t.Regions, extract.Code{Key: fmt.Sprintf("GM%04d", g)})
		for w := range 2 {
			t.Regions = append(t.Regions, extract.Code{Key: fmt.Sprintf("WK%04dA%d", g, w)})
			for b := range 2 {
				t.Regions = append(t.Regions, extract.Code{Key: fmt.Sprintf("BU%04dA%dX%d", g, w, b)})
			}
		}
	}
	for i := range t.Regions {
		t.Regions[i].Title = t.Regions[i].Key
		level, _ := model.ParseCode(t.Regions[i].Key)
		marks := [3]string{mark(r), mark(r), mark(r)}
		for cell := range len(t.Dimension.Codes) * len(t.Time.Codes) {
			if level != model.Country && r.IntN(10) == 0 {
				continue
			}
			t.RegionIdx = append(t.RegionIdx, int32(i))
			t.DimIdx = append(t.DimIdx, int32(cell%len(t.Dimension.Codes)))
			t.TimeIdx = append(t.TimeIdx, int32(cell/len(t.Dimension.Codes)))
			t.Strings[0] = append(t.Strings[0], marks[cell/len(t.Dimension.Codes)])
			for k, topic := range awkwardTopics {
				t.Values[k+1] = append(t.Values[k+1], awkward(r, topic.extreme, topic.draw(r, level)))
			}
		}
	}
	return t
}

// mark draws how an area changed since the year before.
func mark(r *rand.Rand) string {
	switch r.IntN(30) {
	case 0:
		return "3"
	case 1:
		return "2"
	case 2:
		return "."
	}
	return "1"
}

// awkward makes one of three figures null, zero or extreme.
func awkward(r *rand.Rand, extreme, figure float64) float64 {
	switch r.IntN(9) {
	case 0:
		return math.NaN()
	case 1:
		return 0
	case 2:
		return extreme
	}
	return figure
}
