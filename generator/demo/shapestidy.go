package demo

// tidy gives splinters, cells that a cut left apart from the rest of their
// neighbourhood, to the neighbourhood beside them.
func (g *grid) tidy(parts int) {
	groups := g.groups()
	largest := make([]int, parts)
	for _, group := range groups {
		if p := g.part[group[0]]; len(group) > largest[p] {
			largest[p] = len(group)
		}
	}
	for _, group := range groups {
		if p := g.part[group[0]]; len(group) == largest[p] {
			largest[p]++ // of two that are equal the first stays
			continue
		}
		if to := g.beside(group); to >= 0 {
			for _, c := range group {
				g.part[c] = to
			}
		}
	}
}

// groups lists the cells of each neighbourhood that hang together.
func (g *grid) groups() (all [][]int) {
	seen := make([]bool, len(g.part))
	for start, p := range g.part {
		if p < 0 || seen[start] {
			continue
		}
		group := []int{start}
		seen[start] = true
		for i := 0; i < len(group); i++ {
			for _, next := range g.around(group[i]) {
				if next >= 0 && !seen[next] && g.part[next] == p {
					seen[next] = true
					group = append(group, next)
				}
			}
		}
		all = append(all, group)
	}
	return all
}

// around returns the four cells beside one; −1 beyond the edge.
func (g *grid) around(c int) [4]int {
	x, y, out := c%g.wide, c/g.wide, [4]int{-1, -1, -1, -1}
	for i, step := range [4][2]int{{-1, 0}, {1, 0}, {0, -1}, {0, 1}} {
		if nx, ny := x+step[0], y+step[1]; nx >= 0 && nx < g.wide && ny >= 0 && ny < g.tall {
			out[i] = ny*g.wide + nx
		}
	}
	return out
}

// beside returns the neighbourhood that the cells have the longest border with;
// −1 when there is only water.
func (g *grid) beside(cells []int) int32 {
	length := map[int32]int{}
	best := int32(-1)
	for _, c := range cells {
		for _, next := range g.around(c) {
			if next < 0 || g.part[next] < 0 || g.part[next] == g.part[c] {
				continue
			}
			p := g.part[next]
			length[p]++
			if best < 0 || length[p] > length[best] {
				best = p
			}
		}
	}
	return best
}
