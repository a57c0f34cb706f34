package demo

import (
	"math"
	"math/rand/v2"
)

// A seed names something that is drawn by chance.
type seed uint64

// named returns the seed of something by its name (FNV-1a).
func named(name string) seed {
	h := uint64(14695981039346656037)
	for i := range len(name) {
		h = (h ^ uint64(name[i])) * 1099511628211
	}
	return seed(h)
}

// of returns the seed of a part or property n of s.
func (s seed) of(n seed) seed {
	x := uint64(s) ^ (uint64(n)*0x9e3779b97f4a7c15 + 0x7f4a7c15)
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return seed(x ^ x>>31)
}

// bits draws 64 random bits.
func (s seed) bits() uint64 {
	var p rand.PCG
	p.Seed(uint64(s), 0x6d65726e6c616e64)
	return p.Uint64()
}

// uniform draws a number in [0, 1).
func (s seed) uniform() float64 { return float64(s.bits()>>11) / (1 << 53) }

// normal draws a number with mean 0 and standard deviation 1, between −3.5 and
// 3.5: the sum of four uniform numbers, which is the same on every machine.
func (s seed) normal() float64 {
	b := s.bits()
	sum := b&0xffff + b>>16&0xffff + b>>32&0xffff + b>>48
	return (float64(sum)/65536 - 2) * math.Sqrt(3)
}

// whole rounds x ≥ 0 up or down by chance, so that sums keep their mean. The
// same s rounds a growing x to a never shrinking whole number.
func (s seed) whole(x float64) float64 { return math.Floor(x + s.uniform()) }
