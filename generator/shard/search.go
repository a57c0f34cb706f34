package shard

import (
	"encoding/json"
	"slices"
	"strings"

	"wijkmonitor/generator/model"
)

// common are names that people use for a municipality beside its own.
var common = map[string]string{
	"'s-gravenhage": "Den Haag", "'s-hertogenbosch": "Den Bosch", "den haag": "'s-Gravenhage", "den bosch": "'s-Hertogenbosch",
	"súdwest-fryslân": "Sneek", "fryske marren": "Friese Meren", "de fryske marren": "De Friese Meren", "noardeast-fryslân": "Noordoost-Friesland",
	"waadhoeke": "Franeker", "leeuwarden": "Ljouwert", "harlingen": "Harns", "dantumadiel": "Dantumadeel", "tytsjerksteradiel": "Tietjerksteradeel",
	"opsterland": "Opsterlân", "heerenveen": "It Hearrenfean", "smallingerland": "Drachten",
}

// CommonName returns another name by which people know a municipality; "" as
// a rule.
func CommonName(name string) string { return common[strings.ToLower(name)] }

// prefixLength is how many letters of a word name a list.
const prefixLength = 2

// An entry is a region in a search list: code, name, level (0 country …
// 3 neighbourhood, 4 own area), name of its municipality, other name.
type entry [5]any

// Search returns the lists that the search box loads, by path: all
// municipalities, and for every two first letters of a word in a name the
// regions that have such a word.
func Search(m *model.Monitor) map[string][]byte {
	return SearchIn(m, func(int) bool { return true })
}

// SearchIn is Search over some of the regions. more are the names of lists of
// another kind, for the list of lists.
func SearchIn(m *model.Monitor, keep func(region int) bool, more ...string) map[string][]byte {
	lists := map[string][]entry{"gemeenten": {}}
	for i := range m.Regions {
		if !keep(i) {
			continue
		}
		r := &m.Regions[i]
		e := newEntry(m, i)
		if r.Level <= model.Municipality {
			lists["gemeenten"] = append(lists["gemeenten"], e)
			continue
		}
		for _, p := range prefixes(r.Name) {
			lists[p] = append(lists[p], e)
		}
	}
	files := map[string][]byte{}
	for name, list := range lists {
		files["zoek/"+name+".json"] = encodeList(list)
	}
	index := append(make([]string, 0, len(lists)), more...)
	for name := range lists {
		if name != "gemeenten" {
			index = append(index, name)
		}
	}
	slices.Sort(index)
	b, err := json.Marshal(index)
	if err != nil {
		panic(err) // strings only: cannot fail
	}
	files["zoek/lijsten.json"] = append(b, '\n')
	return files
}

func newEntry(m *model.Monitor, region int) entry {
	r := &m.Regions[region]
	town := ""
	if r.Level > model.Municipality && r.Municipality >= 0 {
		town = m.Regions[r.Municipality].Name
	}
	return entry{r.Code, r.Name, int(r.Level), town, CommonName(r.Name)}
}

// prefixes returns the first two letters of each word of a name, once.
func prefixes(name string) []string {
	var all []string
	for _, word := range strings.Fields(Fold(name)) {
		p := word[:min(prefixLength, len(word))]
		if len(p) == prefixLength && !slices.Contains(all, p) {
			all = append(all, p)
		}
	}
	return all
}

func encodeList(list []entry) []byte {
	b := []byte("[")
	for i, e := range list {
		if i > 0 {
			b = append(b, ",\n"...)
		}
		n := len(e)
		for n > 3 && e[n-1] == "" {
			n--
		}
		line, err := json.Marshal(e[:n])
		if err != nil {
			panic(err) // strings and numbers only: cannot fail
		}
		b = append(b, line...)
	}
	return append(b, "]\n"...)
}
