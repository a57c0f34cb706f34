package disclosure

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"wijkmonitor/generator/model"
	_ "wijkmonitor/generator/steady"
)

// Every withheld pair has a certificate, which is checked without the code
// that made it: in both worlds all published counts are as they were, nothing
// is below 0, all sums hold, and the pair's counts are far enough apart.
func TestProperty_EveryWithheldPairHasACertificate(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawn(t)
		m, original := p.build(), p.build() // Protect changes one of them
		report := Protect(m, Options{})
		if n := report.Total().Open; n > 0 { // of four people, say: then nothing is published of any group
			if g := shownGroup(m); g >= 0 {
				t.Fatalf("%d pairs without a certificate, while group %d is published", n, g)
			}
			return
		}
		s := newSheet(original, 0, 0)
		s.primary()
		table := newTable(s, true)
		proved := map[int]float64{}
		table.proof = func(c int, width float64) {
			checkWorld(t, table, table.up)
			checkWorld(t, table, table.down)
			if apart := table.up[c] - table.down[c]; apart < width-1e-9 {
				t.Fatalf("cell %d: %v apart; %v would be right", c, apart, width)
			}
			proved[c] = max(proved[c], width)
		}
		table.solve()
		for c, state := range table.state {
			r, n := c/len(table.columns), c%len(table.columns)
			width, ok := proved[c]
			if state == withheld && table.width(r, n) > 0 && (!ok || width < table.width(r, n)) {
				t.Fatalf("%s, node %d has a certificate of %v; %v would be right", m.Regions[r].Code, n, width, table.width(r, n))
			}
			for _, g := range table.columns[n].groups {
				if !table.columns[n].never && (state == withheld) != (m.Cube.At(r, g, 0, 0).State() == model.Withheld) {
					t.Fatalf("%s, group %d: withheld without a proof, or proved and not withheld", m.Regions[r].Code, g)
				}
			}
		}
	})
}

// shownGroup returns a group that some region publishes a figure of; −1 when
// there is none.
func shownGroup(m *model.Monitor) int {
	for r := range m.Regions {
		for g := 1; g < len(m.Groups); g++ {
			if !m.Groups[g].Hidden && m.Cube.At(r, g, 0, 0).Known() {
				return g
			}
		}
	}
	return -1
}

func checkWorld(t *rapid.T, table *table, change []float64) {
	for c, state := range table.state {
		r, n := c/len(table.columns), c%len(table.columns)
		x := table.count[c]
		switch {
		case state == published && change[c] != 0:
			t.Fatalf("the published cell %d changed by %v", c, change[c])
		case x == x && x+change[c] < 0:
			t.Fatalf("cell %d of %v changed by %v", c, x, change[c])
		}
		for _, node := range table.columns[n].nodes {
			sum := 0.0
			for _, part := range table.nodes[node].parts {
				sum += change[table.at(r, table.nodes[part].column)]
			}
			if len(table.nodes[node].parts) > 0 && math.Abs(sum-change[c]) > 1e-9 {
				t.Fatalf("cell %d changed by %v, its groups by %v", c, change[c], sum)
			}
		}
		sum := 0.0
		for _, child := range table.s.m.Regions[r].Children {
			sum += change[table.at(child, n)]
		}
		if len(table.s.m.Regions[r].Children) > 0 && math.Abs(sum-change[c]) > 1e-9 {
			t.Fatalf("cell %d changed by %v, its regions by %v", c, change[c], sum)
		}
	}
}
