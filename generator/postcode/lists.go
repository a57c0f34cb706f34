package postcode

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"

	"wijkmonitor/generator/model"
)

// Folder is where the search box finds postcodes, below zoek/. No list of names
// can have this name, since those have letters and digits only.
const Folder = "p/"

// prefixLength is how many digits of a postcode name a list.
const prefixLength = 3

// A list is the postcodes that begin with the same three digits.
type list struct {
	Regions   [][]any          `json:"gebieden"`  // code, name, level and municipality, as in the lists of names
	Postcodes map[string][]any `json:"postcodes"` // by four digits: see digits
}

// Lists returns the lists by path, and lijst.json with the digits of them all.
// keep tells of which regions; in a postcode of several regions the others go
// without saying.
func (t *Table) Lists(m *model.Monitor, keep func(region int) bool) map[string][]byte {
	files := map[string][]byte{}
	if t == nil {
		return files
	}
	var rows []row
	for _, r := range t.rows {
		if keep(int(r.region)) {
			rows = append(rows, r)
		}
	}
	var names strings.Builder
	for part := range chunks(rows, func(c Code) string { return c.digits()[:prefixLength] }) {
		name := part[0].code.digits()[:prefixLength]
		names.WriteString(name)
		files["zoek/"+Folder+name+".json"] = encode(newList(m, part))
	}
	files["zoek/"+Folder+"lijst.json"] = encode(names.String())
	return files
}

// chunks cuts rows where the name of their postcodes changes.
func chunks(rows []row, name func(Code) string) func(yield func([]row) bool) {
	return func(yield func([]row) bool) {
		for len(rows) > 0 {
			first, n := name(rows[0].code), 1
			for n < len(rows) && name(rows[n].code) == first {
				n++
			}
			if !yield(rows[:n]) {
				return
			}
			rows = rows[n:]
		}
	}
}

func newList(m *model.Monitor, rows []row) list {
	l := list{Postcodes: map[string][]any{}}
	var regions []int32
	for _, r := range rows {
		regions = append(regions, r.region)
		if d := district(m, r.region); d >= 0 {
			regions = append(regions, d)
		}
	}
	slices.Sort(regions)
	regions = slices.Compact(regions)
	place := map[int32]int{}
	for i, region := range regions {
		place[region] = i
		l.Regions = append(l.Regions, entry(m, int(region)))
	}
	for part := range chunks(rows, Code.digits) {
		l.Postcodes[part[0].code.digits()] = digits(m, part, place)
	}
	return l
}

// digits returns what a list has under four digits: first the places, in
// gebieden, of all districts and then all neighbourhoods there; then for every
// set of neighbourhoods the pairs of letters, written together, and its places.
// Each begins with the one that has most addresses.
func digits(m *model.Monitor, rows []row, place map[int32]int) []any {
	all := []any{around(m, rows, place)}
	sets := map[string]int{}
	for part := range chunks(rows, Code.letters) {
		var places []any
		for _, r := range part {
			places = append(places, place[r.region])
		}
		key := string(encode(places))
		at, ok := sets[key]
		if !ok {
			at = len(all)
			sets[key] = at
			all = append(all, append([]any{""}, places...))
		}
		set := all[at].([]any)
		set[0] = set[0].(string) + part[0].code.letters()
	}
	return all
}

// around lists the districts and the neighbourhoods of four digits.
func around(m *model.Monitor, rows []row, place map[int32]int) []int {
	addresses := map[int32]int32{}
	for _, r := range rows {
		addresses[r.region] += r.addresses
		if d := district(m, r.region); d >= 0 {
			addresses[d] += r.addresses
		}
	}
	var regions []int32
	for r := range addresses {
		regions = append(regions, r)
	}
	slices.SortFunc(regions, func(a, b int32) int {
		return cmp.Or(cmp.Compare(m.Regions[a].Level, m.Regions[b].Level), cmp.Compare(addresses[b], addresses[a]), cmp.Compare(a, b))
	})
	var places []int
	for _, r := range regions {
		places = append(places, place[r])
	}
	return places
}

// district returns the district of a neighbourhood; −1 for other regions.
func district(m *model.Monitor, region int32) int32 {
	if g := &m.Regions[region]; g.Level == model.Neighbourhood && g.Parent >= 0 && m.Regions[g.Parent].Level == model.District {
		return int32(g.Parent)
	}
	return -1
}

func entry(m *model.Monitor, region int) []any {
	g := &m.Regions[region]
	e := []any{g.Code, g.Name, int(g.Level)}
	if g.Level > model.Municipality && g.Municipality >= 0 {
		e = append(e, m.Regions[g.Municipality].Name)
	}
	return e
}

func encode(v any) []byte {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err) // strings and numbers only: cannot fail
	}
	return append(b, '\n')
}
