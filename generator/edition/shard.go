package edition

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"
)

// Limits on a shard from outside, well above what a build makes: a few bytes
// can stand for many cells.
const (
	largestShard   = 64 << 20
	mostPeriods    = 500
	mostShardCells = 20_000_000
)

// A shard is what a comparison reads of a shard: see shard.schema.json.
type shard struct {
	Periods    []string         `json:"perioden"`
	Groups     []string         `json:"groepen"`
	Reasons    []string         `json:"redenen"`
	Indicators []shardIndicator `json:"indicatoren"`
	Regions    []shardRegion    `json:"gebieden"`
}

type shardIndicator struct {
	Key      string `json:"sleutel"`
	Title    string `json:"titel"`
	Decimals int    `json:"decimalen"`
}

type shardRegion struct {
	Code   string       `json:"code"`
	Name   string       `json:"naam"`
	Groups []shardGroup `json:"groepen"`
}

type shardGroup struct {
	Group  int               `json:"groep"`
	Values []json.RawMessage `json:"waarden"` // a row per indicator: numbers, or reasons as letters; "a3" for three in a row
	cells  [][]cell          // indicator × period
}

func (p *Published) shard(name string) (*shard, error) {
	b, err := p.Read(name)
	if err != nil {
		return nil, err
	}
	s, err := parseShard(b)
	if err != nil {
		return nil, fmt.Errorf("diff: %s: %s: %w", p.Name, name, err)
	}
	return s, nil
}

func parseShard(b []byte) (*shard, error) {
	if len(b) > largestShard {
		return nil, fmt.Errorf("%d bytes are too many", len(b))
	}
	s := new(shard)
	if err := json.Unmarshal(b, s); err != nil {
		return nil, err
	}
	if len(s.Periods) > mostPeriods {
		return nil, fmt.Errorf("%d periods are too many", len(s.Periods))
	}
	cells := 0
	for r := range s.Regions {
		for g := range s.Regions[r].Groups {
			group := &s.Regions[r].Groups[g]
			if cells += len(group.Values) * len(s.Periods); cells > mostShardCells || len(group.Values) > len(s.Indicators) {
				return nil, fmt.Errorf("%s has more figures than there are indicators and periods", s.Regions[r].Code)
			}
			for i, row := range group.Values {
				cells, err := s.row(row, s.Indicators[i].Decimals)
				if err != nil {
					return nil, fmt.Errorf("%s, %s: %w", s.Regions[r].Code, s.Indicators[i].Key, err)
				}
				group.cells = append(group.cells, cells)
			}
			group.Values = nil
		}
	}
	return s, nil
}

// row reads the figures of all periods; runs of one reason are written out.
func (s *shard) row(raw []byte, decimals int) ([]cell, error) {
	cells := make([]cell, 0, len(s.Periods))
	list, ok := bytes.CutPrefix(bytes.TrimSpace(raw), []byte("["))
	list, end := bytes.CutSuffix(list, []byte("]"))
	if !ok || !end {
		return nil, fmt.Errorf("%.40s is no row of figures", raw)
	}
	for v := range bytes.SplitSeq(list, []byte(",")) {
		c, run, ok := s.figure(string(bytes.TrimSpace(v)))
		if !ok || run > len(s.Periods)-len(cells) {
			return nil, fmt.Errorf("%.40s is no figure; a number, or a letter with how often it holds, would be right", v)
		}
		c.decimals = decimals
		for range run {
			cells = append(cells, c)
		}
	}
	if len(cells) != len(s.Periods) {
		return nil, fmt.Errorf("a row has %d figures; one for each of %d periods would be right", len(cells), len(s.Periods))
	}
	return cells, nil
}

// figure reads one value, and for how many periods it holds.
func (s *shard) figure(v string) (c cell, run int, ok bool) {
	if len(v) < len(`"a"`) || v[0] != '"' {
		n, err := strconv.ParseInt(v, 10, 64)
		return cell{known: true, number: n}, 1, err == nil
	}
	run = 1
	if len(v) > len(`"a"`) {
		n, err := strconv.Atoi(v[2 : len(v)-1])
		if err != nil || n < 1 {
			return c, 0, false
		}
		run = n
	}
	i := int(v[1]) - 'a'
	if i < 0 || i >= len(s.Reasons) {
		return c, 0, false
	}
	return cell{reason: s.Reasons[i]}, run, true
}

// cell returns a figure of a group; the zero cell where the shard has none.
func (g *shardGroup) cell(indicator, period int) cell {
	if g == nil || indicator >= len(g.cells) || period >= len(g.cells[indicator]) {
		return cell{}
	}
	return g.cells[indicator][period]
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
