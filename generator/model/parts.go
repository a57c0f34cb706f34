package model

// mostRows is how many rows, one per region and group, go into one file of
// figures: about 100 kB when it is sent.
const mostRows = 700

// Parts divides the regions whose figures stand in one set of files: a
// municipality with everything inside it, or a country or own area alone. The
// largest municipalities have more figures than one file should hold; the
// first part begins with the municipality itself.
func (m *Monitor) Parts(root int) [][]int {
	if m.Regions[root].Level != Municipality {
		return [][]int{{root}}
	}
	var parts [][]int
	rows := mostRows
	for r := root; r < len(m.Regions) && m.Regions[r].Municipality == root; r++ {
		n := 1
		if m.Cube.HasGroups(r) {
			n = len(m.Groups)
		}
		if rows+n > mostRows {
			parts, rows = append(parts, nil), 0
		}
		parts[len(parts)-1] = append(parts[len(parts)-1], r)
		rows += n
	}
	return parts
}
