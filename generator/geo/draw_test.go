package geo

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"testing"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"

	_ "wijkmonitor/generator/steady"
)

// Neighbours keep one border: in a land that is cut up like a jigsaw, every
// line of a drawn region is also its neighbour's, the other way, unless it lies
// on the edge of the land.
func TestDraw_NeighboursShareTheirBorder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, codes := jigsaw(t)
		d := a.Draw(codes, Box{rapid.IntRange(40, 700).Draw(t, "wide"), 700})
		count := map[[2]point]int{}
		for _, s := range d.Shapes {
			for _, ring := range ringsOf(t, s.Path) {
				for i := range ring {
					count[[2]point{ring[i], ring[(i+1)%len(ring)]}]++
				}
			}
		}
		for line, n := range count {
			if count[[2]point{line[1], line[0]}] == n {
				continue
			}
			p, q := line[0], line[1]
			right, foot := int32(d.Wide-1), int32(d.Tall-1)
			edge := p.x == q.x && (p.x <= 1 || p.x >= right-1) || p.y == q.y && (p.y <= 1 || p.y >= foot-1)
			if !edge {
				t.Fatalf("the line %v of a border is not its neighbour's too; the land is %d × %d", line, d.Wide, d.Tall)
			}
		}
	})
}

// jigsaw cuts a land of 100 by 100 km into rows and columns with wild borders.
func jigsaw(t *rapid.T) (*Atlas, []string) {
	const side = 100_000.0
	n := rapid.IntRange(1, 4).Draw(t, "rows and columns")
	wild := rapid.Float64Range(0, .3).Draw(t, "wildness") * side / float64(n)
	drawn := rapid.SliceOfN(rapid.Float64Range(-1, 1), 400, 400).Draw(t, "turns")
	turn := func(k int) float64 { return drawn[(k%len(drawn)+len(drawn))%len(drawn)] }
	border := func(from, to orb.Point, number int, edge bool) []orb.Point {
		line := []orb.Point{from}
		for k := 1; k < 9; k++ {
			part := float64(k) / 9
			p := orb.Point{from[0] + part*(to[0]-from[0]), from[1] + part*(to[1]-from[1])}
			if !edge {
				p[0] += wild / 3 * turn(number*31+k)
				p[1] += wild / 3 * turn(number*17+k*7)
				p[0] = min(max(p[0], side/50), side-side/50) // within the land: its edge is straight
				p[1] = min(max(p[1], 300_000+side/50), 300_000+side-side/50)
			}
			line = append(line, p)
		}
		return line
	}
	corner := func(i, j int) orb.Point {
		p := orb.Point{side * float64(i) / float64(n), 300_000 + side*float64(j)/float64(n)}
		if i > 0 && i < n && j > 0 && j < n {
			p[0] += wild * turn(i*13+j)
			p[1] += wild * turn(i+j*29)
		}
		return p
	}
	across := func(i, j int) []orb.Point { return border(corner(i, j), corner(i+1, j), 1+2*(i*9+j), j == 0 || j == n) }
	up := func(i, j int) []orb.Point { return border(corner(i, j), corner(i, j+1), 2+2*(i*9+j), i == 0 || i == n) }
	a := &Atlas{shapes: map[string]orb.MultiPolygon{}}
	var codes []string
	for i := range n {
		for j := range n {
			var ring orb.Ring
			ring = append(append(ring, across(i, j)...), up(i+1, j)...)
			ring = append(append(ring, reversed(across(i, j+1), corner(i+1, j+1))...), reversed(up(i, j), corner(i, j+1))...)
			code := fmt.Sprintf("GM%02d%02d", i, j)
			a.shapes[code] = orb.MultiPolygon{{append(ring, ring[0])}}
			codes = append(codes, code)
		}
	}
	return a, codes
}

// reversed walks a border back from its end, which the line itself lacks.
func reversed(line []orb.Point, end orb.Point) []orb.Point {
	out := []orb.Point{end}
	for i := len(line) - 1; i > 0; i-- {
		out = append(out, line[i])
	}
	return out
}

var number = regexp.MustCompile(`[Mlz]|-?\d+`)

type failer interface{ Fatalf(string, ...any) }

// ringsOf reads path data back.
func ringsOf(t failer, path string) (rings [][]point) {
	var numbers []int32
	at := point{}
	add := func() {
		for len(numbers) >= 2 {
			at = point{at.x + numbers[0], at.y + numbers[1]}
			rings[len(rings)-1] = append(rings[len(rings)-1], at)
			numbers = numbers[2:]
		}
	}
	for _, word := range number.FindAllString(path, -1) {
		switch word {
		case "M":
			rings, at = append(rings, nil), point{}
		case "l", "z":
			add()
		default:
			v, err := strconv.Atoi(word)
			if err != nil {
				t.Fatalf("%q in %s", word, path)
			}
			numbers = append(numbers, int32(v))
		}
	}
	return rings
}

// An enclave and the hole around it are simplified alike.
func TestDraw_EnclaveFillsItsHole(t *testing.T) {
	round := func(radius float64, n int) orb.Ring {
		var r orb.Ring
		for k := range n {
			sin, cos := math.Sincos(2 * math.Pi * float64(k) / float64(n))
			r = append(r, orb.Point{150_000 + radius*cos, 450_000 + radius*sin})
		}
		return append(r, r[0])
	}
	hole, inner := round(20_000, 180), round(20_000, 180)
	hole.Reverse()
	inner = append(append(orb.Ring{}, inner[70:]...), inner[1:71]...) // starts elsewhere
	a := &Atlas{shapes: map[string]orb.MultiPolygon{"GM0001": {{round(50_000, 90), hole}}, "GM0002": {{inner}}}}
	d := a.Draw([]string{"GM0001", "GM0002", "GM0003"}, Box{300, 300})
	outer, enclave := ringsOf(t, d.Shapes[0].Path), ringsOf(t, d.Shapes[1].Path)
	if len(outer) != 2 || len(enclave) != 1 {
		t.Fatalf("%d rings around, %d within", len(outer), len(enclave))
	}
	if len(enclave[0]) > 120 || len(enclave[0]) < 12 {
		t.Errorf("a circle of 180 points is drawn with %d", len(enclave[0]))
	}
	there := map[point]bool{}
	for _, p := range outer[1] {
		there[p] = true
	}
	for _, p := range enclave[0] {
		if !there[p] {
			t.Errorf("%v of the enclave is no point of the hole", p)
		}
	}
	if len(d.Missing) != 1 || d.Missing[0] != "GM0003" {
		t.Errorf("missing: %v", d.Missing)
	}
}
