package edition

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// origins tells which table a figure is from: see data/bronnen.json.
type origins struct {
	Tables []struct {
		ID             string `json:"id"`
		Groups         string `json:"groepen"`
		Classification int    `json:"indeling"`
		Periods        []int  `json:"perioden"`
	} `json:"tabellen"`
	Groups []struct {
		Classification int `json:"indeling"`
	} `json:"groepen"`
	Indicators []struct {
		Key   string `json:"sleutel"`
		Cells []struct {
			Table int `json:"tabel"`
			Group int `json:"groep"`
		} `json:"cellen"`
	} `json:"indicatoren"`
}

func (p *Published) origins() (*origins, error) {
	o := new(origins)
	b, err := p.Read("data/bronnen.json")
	if err == nil {
		err = json.Unmarshal(b, o)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: data/bronnen.json: %w", p.Name, err)
	}
	return o, nil
}

// tables names the tables that a figure can be from: "90001DEM". An indicator
// that is made from others has none.
func (o *origins) tables(indicator string, group, period int) string {
	var ids []string
	for _, i := range o.Indicators {
		if i.Key != indicator {
			continue
		}
		for _, c := range i.Cells {
			if c.Table < 0 || c.Table >= len(o.Tables) || !o.holds(c.Table, c.Group, group) {
				continue
			}
			if t := &o.Tables[c.Table]; slices.Contains(t.Periods, period) && !slices.Contains(ids, t.ID) {
				ids = append(ids, t.ID)
			}
		}
	}
	return strings.Join(ids, " ")
}

// holds tells whether a table's topics are about a group: named for it, or
// found in a row of its classification.
func (o *origins) holds(table, named, group int) bool {
	if named >= 0 || group == 0 {
		return named < 0 || named == group
	}
	if group >= len(o.Groups) {
		return false
	}
	t := &o.Tables[table]
	return t.Groups != "" && (t.Classification < 0 || t.Classification == o.Groups[group].Classification)
}
