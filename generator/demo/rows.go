package demo

import "slices"

// sortRows puts the rows in the order of regions, groups and periods. Rows of
// a region were added after those of its parts.
func (b *builder) sortRows() {
	t := b.table
	order := make([]int, len(t.RegionIdx))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(x, y int) int { return int(t.RegionIdx[x]) - int(t.RegionIdx[y]) })
	t.RegionIdx, t.DimIdx, t.TimeIdx = permute(t.RegionIdx, order), permute(t.DimIdx, order), permute(t.TimeIdx, order)
	for i := range t.Topics {
		t.Strings[i], t.Values[i] = permute(t.Strings[i], order), permute(t.Values[i], order)
	}
}

func permute[T any](list []T, order []int) []T {
	if list == nil {
		return nil
	}
	out := make([]T, len(order))
	for i, from := range order {
		out[i] = list[from]
	}
	return out
}
