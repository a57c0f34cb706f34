package render

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"wijkmonitor/generator/model"
	"wijkmonitor/generator/profile"
	_ "wijkmonitor/generator/steady"
)

func itemOf(v, low, high float64) profile.Item {
	return profile.Item{Figure: model.Number(v), Interval: profile.Interval{Low: low, High: high}}
}

// Figures that are printed alike share a place; the next one keeps the place
// that it has by counting. One is surely higher only if the margins are apart.
func TestRanks(t *testing.T) {
	got := ranks([]profile.Item{
		itemOf(10.04, 9.9, 10.2), // printed 10,0
		itemOf(20, 19, 21),
		itemOf(9.96, 9.5, 10.5), // printed 10,0
		itemOf(9.8, 9.7, 9.95),
		itemOf(3, 2, 4),
	}, 1)
	want := []span{{2, 2, 4}, {1, 1, 1}, {2, 2, 4}, {4, 2, 4}, {5, 5, 5}}
	if !slices.Equal(got, want) {
		t.Errorf("%v; %v would be right", got, want)
	}
}

// The quick count is the plain one: who is surely above and surely below.
func TestRanks_AsCountedOneByOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		items := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) profile.Item {
			v := float64(rapid.IntRange(0, 30).Draw(t, "figure")) / 4
			return itemOf(v, v-rapid.Float64Range(0, 2).Draw(t, "down"), v+rapid.Float64Range(0, 2).Draw(t, "up"))
		}), 1, 40).Draw(t, "items")
		for i, s := range ranks(items, 2) {
			above, surelyAbove, surelyBelow := 0, 0, 0
			a, _ := items[i].Figure.Value()
			for j := range items {
				b, _ := items[j].Figure.Value()
				if b > a {
					above++
				}
				if items[j].Interval.Low > items[i].Interval.High {
					surelyAbove++
				}
				if items[j].Interval.High < items[i].Interval.Low {
					surelyBelow++
				}
			}
			if want := (span{above + 1, surelyAbove + 1, len(items) - surelyBelow}); s != want {
				t.Fatalf("item %d of %v: %v; %v would be right", i, items, s, want)
			}
		}
	})
}
