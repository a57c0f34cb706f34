package readback

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// A figure is an integer times 10^−decimals, or the sign of why there is none.
type figure struct {
	known bool
	n     int64
	sign  string
}

// anyGap is a figure that no shard has: there is no number, and none withheld.
var anyGap = figure{sign: "any"}

// A series is what a shard says of one indicator of one group in one region.
type series struct {
	values []figure // by period
	margin []*int64 // of the shown period, with a decimal more; empty for none
	class  int      // of the shown period; 9 = not compared
}

// notCompared is the class of a figure that is not compared.
const notCompared = 9

// An indicator is what the heads of the shards say of it.
type indicator struct {
	key, theme, title, unit string
	decimals                int
	country                 []figure
	provisional             []int
	polarity                int // as its page says it: 1 higher is favourable, −1 lower, 0 no judgement
}

// region is group → indicator → series.
type region map[string]map[string]*series

// A site is what all pages refer to: the shards of the country, and the figures
// of every municipality.
type site struct {
	dir        string
	periods    []string // 2025
	groups     []string // keys; the first is the whole population
	labels     map[string]string
	indicators map[string]*indicator
	order      []string
	shown      map[string]map[string]int // group → indicator → period; −1 = none
	national   region
	towns      map[string]region // by code
}

// signs are what stands for a reason, as the page about the data tells.
var signs = map[string]string{"onbekend": ".", "onmogelijk": "×", "te weinig inwoners": "∘", "nog niet bekend": "…", "niet gemeten": "–", "bestond niet": "∅", "ander gebied": "≠", "bekend": "?"}

// gapWords are the words that pages have for a sign.
var gapWords = map[string]string{".": "onbekend", "×": "kan niet voorkomen", "∘": "te weinig inwoners", "…": "nog niet bekend", "–": "niet gemeten", "∅": "bestond niet", "≠": "ander gebied"}

type shardFile struct {
	Theme      string   `json:"thema"`
	Periods    []string `json:"perioden"`
	Groups     []string `json:"groepen"`
	Reasons    []string `json:"redenen"`
	Shown      [][]int  `json:"getoond"`
	Indicators []struct {
		Key         string `json:"sleutel"`
		Title       string `json:"titel"`
		Unit        string `json:"eenheid"`
		Decimals    int    `json:"decimalen"`
		Country     []any  `json:"land"`
		Provisional []int  `json:"voorlopig"`
	} `json:"indicatoren"`
	Regions []struct {
		Code   string `json:"code"`
		Groups []struct {
			Group   int        `json:"groep"`
			Values  [][]any    `json:"waarden"`
			Margins [][]*int64 `json:"marges"`
			Classes []int      `json:"klassen"`
		} `json:"groepen"`
	} `json:"gebieden"`
}

func (f *shardFile) decode(v any) (figure, int) {
	if n, ok := v.(float64); ok {
		return figure{known: true, n: int64(n)}, 1
	}
	word := v.(string)
	run := 1
	if len(word) > 1 {
		run, _ = strconv.Atoi(word[1:])
	}
	return figure{sign: signs[f.Reasons[word[0]-'a']]}, run
}

// readShards reads all shards of a folder: regions by code.
func readShards(t *testing.T, dir string) (map[string]region, []shardFile) {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "data", "*.json"))
	if err != nil || len(names) == 0 {
		t.Fatalf("%s: %d shards, %v", dir, len(names), err)
	}
	regions := map[string]region{}
	var files []shardFile
	for _, name := range names {
		var f shardFile
		if err := json.Unmarshal([]byte(read(t, name)), &f); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		files = append(files, f)
		for _, r := range f.Regions {
			if regions[r.Code] == nil {
				regions[r.Code] = region{}
			}
			for _, g := range r.Groups {
				key := f.Groups[g.Group]
				if regions[r.Code][key] == nil {
					regions[r.Code][key] = map[string]*series{}
				}
				for i := range f.Indicators {
					s := &series{margin: g.Margins[i], class: g.Classes[i]}
					for _, v := range g.Values[i] {
						one, run := f.decode(v)
						s.values = append(s.values, slices.Repeat([]figure{one}, run)...)
					}
					regions[r.Code][key][f.Indicators[i].Key] = s
				}
			}
		}
	}
	return regions, files
}

// open reads what all pages refer to.
func open(t *testing.T, dir string) *site {
	t.Helper()
	s := &site{dir: dir, indicators: map[string]*indicator{}, shown: map[string]map[string]int{}, towns: map[string]region{}, labels: map[string]string{}}
	regions, files := readShards(t, filepath.Join(dir, "nederland"))
	s.national = regions["NL00"]
	for _, f := range files {
		s.groups, s.periods = f.Groups, nil
		for _, p := range f.Periods {
			s.periods = append(s.periods, p[:4])
		}
		for i, in := range f.Indicators {
			ind := &indicator{key: in.Key, theme: f.Theme, title: in.Title, unit: in.Unit, decimals: in.Decimals, provisional: in.Provisional}
			for _, v := range in.Country {
				one, _ := f.decode(v)
				ind.country = append(ind.country, one)
			}
			s.indicators[in.Key] = ind
			for g, key := range f.Groups {
				if s.shown[key] == nil {
					s.shown[key] = map[string]int{}
				}
				s.shown[key][in.Key] = f.Shown[g][i]
			}
		}
	}
	for _, line := range strings.Split(read(t, filepath.Join(dir, "data", "onderwerpen.csv")), "\r\n")[1:] {
		if key, _, ok := strings.Cut(line, ";"); ok {
			s.order = append(s.order, key)
		}
	}
	if len(s.order) != len(s.indicators) {
		t.Errorf("%d indicators in onderwerpen.csv; %d, as in the shards, would be right", len(s.order), len(s.indicators))
	}
	s.readWords(t)
	return s
}

// readWords reads from the pages that explain what judgement an indicator has,
// and how groups are called.
func (s *site) readWords(t *testing.T) {
	for key, ind := range s.indicators {
		text := read(t, filepath.Join(s.dir, "indicatoren", key, "index.html"))
		switch {
		case strings.Contains(text, "<dd>Hoger is gunstiger.</dd>"):
			ind.polarity = 1
		case strings.Contains(text, "<dd>Lager is gunstiger.</dd>"):
			ind.polarity = -1
		}
	}
	class := ""
	walk(page(t, filepath.Join(s.dir, "groepen", "index.html")), func(n *html.Node) {
		switch n.Data {
		case "h2":
			class = text(n)
		case "a":
			if key := strings.TrimSuffix(attr(n, "href"), "/"); slices.Contains(s.groups, key) {
				s.labels[class+"|"+text(n)] = key
			}
		}
	})
}

// at returns a figure of a region.
func (r region) at(group, indicator string, period int) figure {
	s := r[group][indicator]
	if s == nil || period < 0 {
		return anyGap
	}
	return s.values[period]
}

func read(t *testing.T, name string) string {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
