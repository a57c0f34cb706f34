package attack

import (
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"wijkmonitor/generator/model"
)

// An entry is a figure as it was published: a number, or the word for why
// there is none.
type entry struct {
	value float64
	known bool
	word  string
}

// A place is a figure: code of the region, key of the group, key of the
// indicator, index of the period.
type place struct {
	region, group, indicator string
	period                   int
}

// A published site is what its files tell.
type publishedSite struct {
	cells    map[place]entry
	decimals map[string]int // by indicator
	periods  []string       // codes
}

const tooFew = "te weinig inwoners"

// readSite reads all shards and CSV files of a site. The names of groups come
// from the definition, which the site's pages tell as well.
func readSite(t *testing.T, dir string, m *model.Monitor) *publishedSite {
	t.Helper()
	s := &publishedSite{cells: map[place]entry{}, decimals: map[string]int{}}
	for _, name := range published(t, dir, filepath.Join("data", "*.json")) {
		s.readShard(t, name)
	}
	groups := map[[2]string]string{}
	for g, group := range m.Groups {
		class := ""
		if g > 0 {
			class = m.Classifications[group.Classification].Label
		}
		groups[[2]string{class, group.Label}] = group.Key
	}
	for _, name := range published(t, dir, "cijfers.csv") {
		s.readCSV(t, name, groups)
	}
	return s
}

// published lists the files of municipalities, the country and own areas.
func published(t *testing.T, dir, pattern string) []string {
	names := append(glob(t, filepath.Join(dir, "gm*", pattern)), glob(t, filepath.Join(dir, "nederland", pattern))...)
	areas, err := filepath.Glob(filepath.Join(dir, "gebieden", "*", pattern))
	if err != nil {
		t.Fatal(err)
	}
	return append(names, areas...)
}

func glob(t *testing.T, pattern string) []string {
	t.Helper()
	names, err := filepath.Glob(pattern)
	if err != nil || len(names) == 0 {
		t.Fatalf("%s: %d files, %v", pattern, len(names), err)
	}
	return names
}

// shardFile is the part of data/shard.schema.json that figures are in.
type shardFile struct {
	Periods    []string `json:"perioden"`
	Groups     []string `json:"groepen"`
	States     []string `json:"redenen"`
	Indicators []struct {
		Key      string `json:"sleutel"`
		Decimals int    `json:"decimalen"`
		Country  []any  `json:"land"`
	} `json:"indicatoren"`
	Regions []struct {
		Code   string `json:"code"`
		Groups []struct {
			Group  int     `json:"groep"`
			Values [][]any `json:"waarden"`
		} `json:"groepen"`
	} `json:"gebieden"`
}

func (s *publishedSite) readShard(t *testing.T, name string) {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var doc shardFile
	if err := json.Unmarshal(b, &doc); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	decode := func(v any, decimals int) entry {
		if n, ok := v.(float64); ok {
			return entry{value: n / math.Pow10(decimals), known: true}
		}
		return entry{word: doc.States[v.(string)[0]-'a']}
	}
	s.periods = doc.Periods
	for i, indicator := range doc.Indicators {
		s.decimals[indicator.Key] = indicator.Decimals
		for p, v := range indicator.Country {
			s.learn(t, place{"NL00", doc.Groups[0], indicator.Key, p}, decode(v, indicator.Decimals))
		}
		for _, region := range doc.Regions {
			for _, group := range region.Groups {
				p := 0
				for _, v := range group.Values[i] {
					run := 1
					if word, is := v.(string); is && len(word) > 1 {
						run, _ = strconv.Atoi(word[1:])
					}
					for range run {
						s.learn(t, place{region.Code, doc.Groups[group.Group], indicator.Key, p}, decode(v, indicator.Decimals))
						p++
					}
				}
			}
		}
	}
}

// learn keeps what a file tells; a number in one file where another has none
// is a leak of itself. The last decimal may differ by one: halves are rounded
// by two rules.
func (s *publishedSite) learn(t *testing.T, at place, e entry) {
	old, seen := s.cells[at]
	if seen && (old.known != e.known || old.word != e.word || math.Abs(old.value-e.value) > 1.001*math.Pow10(-s.decimals[at.indicator])) {
		t.Errorf("%v is %+v in one file and %+v in another", at, old, e)
	}
	s.cells[at] = e
}
