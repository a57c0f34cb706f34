package geo

import (
	"cmp"
	"math"
	"slices"

	"github.com/paulmach/orb"
)

// A side is a straight part of a border, in decimetres, whichever way it runs.
type side struct{ x, y, toX, toY int32 }

// Neighbours returns of each region the places in codes of those that it shares
// a part of its border with, the longest first, then by code. A region without
// a shape, or whose shape has other points than its neighbours', has none.
func (a *Atlas) Neighbours(codes []string) [][]int {
	near := make([][]int, len(codes))
	if a == nil {
		return near
	}
	owner := make(map[side]int, a.points)
	shared := make([]map[int]float64, len(codes))
	meet := func(k, other int, length float64) {
		if shared[k] == nil {
			shared[k] = map[int]float64{}
		}
		shared[k][other] += length
	}
	for k, code := range codes {
		for _, polygon := range a.shapes[code] {
			for _, ring := range polygon {
				for i := 1; i < len(ring); i++ {
					s := sideOf(ring[i-1], ring[i])
					other, there := owner[s]
					if !there {
						owner[s] = k
					} else if other != k {
						length := math.Hypot(ring[i][0]-ring[i-1][0], ring[i][1]-ring[i-1][1])
						meet(k, other, length)
						meet(other, k, length)
					}
				}
			}
		}
	}
	for k, lengths := range shared {
		for other := range lengths {
			near[k] = append(near[k], other)
		}
		slices.SortFunc(near[k], func(a, b int) int {
			return cmp.Or(cmp.Compare(math.Round(lengths[b]), math.Round(lengths[a])), cmp.Compare(codes[a], codes[b]))
		})
	}
	return near
}

func sideOf(p, q orb.Point) side {
	from, to := [2]int32{tenth(p[0]), tenth(p[1])}, [2]int32{tenth(q[0]), tenth(q[1])}
	if from[0] > to[0] || from[0] == to[0] && from[1] > to[1] {
		from, to = to, from
	}
	return side{from[0], from[1], to[0], to[1]}
}

func tenth(metres float64) int32 { return int32(math.Round(10 * metres)) }
