package edition

import "strconv"

// A cell is a published figure: a number of 10^−decimals, or a reason why
// there is none. The zero cell is a figure that the edition does not have.
type cell struct {
	known    bool
	number   int64
	decimals int
	reason   string
}

func (c cell) same(d cell) bool {
	if !c.known || !d.known {
		return c.known == d.known && c.reason == d.reason
	}
	return scale(c.number, d.decimals) == scale(d.number, c.decimals)
}

func scale(n int64, decimals int) int64 {
	for range min(decimals, 6) {
		n *= 10
	}
	return n
}

// String prints the figure as pages do: with a decimal comma.
func (c cell) String() string {
	if !c.known {
		if c.reason == "" {
			return "geen cijfer"
		}
		return c.reason
	}
	sign, digits := "", strconv.FormatInt(c.number, 10)
	if c.number < 0 {
		sign, digits = "-", digits[1:]
	}
	if d := min(max(c.decimals, 0), 6); d > 0 {
		for len(digits) <= d {
			digits = "0" + digits
		}
		digits = digits[:len(digits)-d] + "," + digits[len(digits)-d:]
	}
	return sign + digits
}

// cell returns a figure of a group; the zero cell where the shard has none.
func (s *shard) cell(g *shardGroup, indicator, period int) cell {
	if g == nil || indicator >= len(g.Values) || period >= len(g.Values[indicator]) {
		return cell{}
	}
	raw := g.Values[indicator][period]
	if len(raw) == len(`"a"`) && raw[0] == '"' {
		if i := int(raw[1]) - 'a'; i >= 0 && i < len(s.Reasons) {
			return cell{reason: s.Reasons[i]}
		}
		return cell{}
	}
	n, err := strconv.ParseInt(string(raw), 10, 64)
	if err != nil {
		return cell{}
	}
	return cell{known: true, number: n, decimals: s.Indicators[indicator].Decimals}
}

func (r *shardRegion) group(index int) *shardGroup {
	if r == nil {
		return nil
	}
	for i := range r.Groups {
		if r.Groups[i].Group == index {
			return &r.Groups[i]
		}
	}
	return nil
}
