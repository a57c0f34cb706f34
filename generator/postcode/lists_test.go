package postcode

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"wijkmonitor/generator/model"
)

func TestLists(t *testing.T) {
	m := small()
	text := "PC6;Huisnummer;buurt\n1011AB;1;BU03630001\n1011AC;1;BU03630001\n1011AC;2;BU03630002\n1011AC;4;BU03630002\n1011AE;1;BU03630001\n1019AA;1;16800000\n1020AA;1;BU16800000\n"
	table, err := Parse("p.csv", strings.NewReader(text), m)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{
		"zoek/p/lijst.json": `"101102"`,
		"zoek/p/101.json": `{"gebieden":[["WK036300","Wijk 0",2,"Hier"],["BU03630001","Eerste",3,"Hier"],["BU03630002","Tweede \u0026 co",3,"Hier"],["WK168000","Wijk daar",2,"Daar"],["BU16800000","Verder",3,"Daar"]],` +
			`"postcodes":{"1011":[[0,1,2],["ABAE",1],["AC",2,1]],"1019":[[3,4],["AA",4]]}}`,
		"zoek/p/102.json": `{"gebieden":[["WK168000","Wijk daar",2,"Daar"],["BU16800000","Verder",3,"Daar"]],"postcodes":{"1020":[[0,1],["AA",1]]}}`,
	}
	same := func(got map[string][]byte, want map[string]string) {
		t.Helper()
		if !slices.Equal(slices.Sorted(maps.Keys(got)), slices.Sorted(maps.Keys(want))) {
			t.Errorf("files: %v", slices.Sorted(maps.Keys(got)))
		}
		for name, text := range want {
			if string(got[name]) != text+"\n" {
				t.Errorf("%s: %s; %s would be right", name, got[name], text)
			}
		}
	}
	same(table.Lists(m, func(int) bool { return true }), want)
	same(table.Lists(m, func(r int) bool { return r < 8 }), map[string]string{
		"zoek/p/lijst.json": `"101"`,
		"zoek/p/101.json":   `{"gebieden":[["WK036300","Wijk 0",2,"Hier"],["BU03630001","Eerste",3,"Hier"],["BU03630002","Tweede \u0026 co",3,"Hier"]],"postcodes":{"1011":[[0,1,2],["ABAE",1],["AC",2,1]]}}`,
	})
	if none := (*Table)(nil).Lists(m, nil); len(none) != 0 {
		t.Errorf("without a table: %v", none)
	}
}

const (
	national     = 460_000 // postcodes of the Netherlands
	mostOnWire   = 12_000  // bytes of a list
	crowdedLists = 20      // that have every postcode there can be
)

// crowded is a country with as many postcodes as the Netherlands, that in some
// lists have every letter, and lie among neighbourhoods with long names.
func crowded() (*model.Monitor, *bytes.Buffer) {
	rnd := rand.New(rand.NewPCG(3, 9))
	m := small()
	m.Regions = m.Regions[:1]
	text := bytes.NewBufferString("PC6;Huisnummer;Buurt2025;Wijk2025;Gemeente2025\n")
	town, district, n := 0, 0, 0
	for digits := 1000; digits < 10_000; digits++ {
		full := digits%100 < 10 && digits/100 < 10+crowdedLists
		if !full && (digits%10 > 4 || n >= national) {
			continue
		}
		if digits%25 == 0 || town == 0 {
			town = len(m.Regions)
			m.Regions = append(m.Regions, model.Region{Code: fmt.Sprintf("GM%04d", digits%10000), Name: fmt.Sprintf("Gemeente aan de %d", digits), Level: model.Municipality, Municipality: town})
		}
		district = len(m.Regions)
		wijk := fmt.Sprintf("%s%02d", m.Regions[town].Code[2:], (digits*7)%100)
		m.Regions = append(m.Regions, model.Region{Code: "WK" + wijk, Name: fmt.Sprintf("Wijk %02d Noorderkwartier %d", digits%100, rnd.IntN(1e6)), Level: model.District, Municipality: town, Parent: town})
		own := 2 + rnd.IntN(4)
		for i := range own {
			m.Regions = append(m.Regions, model.Region{Code: fmt.Sprintf("BU%s%02d", wijk, i), Name: fmt.Sprintf("Buurt %d %x-%x", i, rnd.IntN(1e9), rnd.IntN(1e9)), Level: model.Neighbourhood, Municipality: town, Parent: district})
		}
		n += writeCrowd(text, rnd, m, district, own, digits, full)
	}
	return m, text
}

// writeCrowd writes the postcodes of four digits: in a row a few that lie in
// the same neighbourhood, and one in twenty in two. It returns how many.
func writeCrowd(text *bytes.Buffer, rnd *rand.Rand, m *model.Monitor, district, own, digits int, full bool) (n int) {
	at := district + 1
	for letters := range Code(pairs) {
		if !full && letters > 140+Code(digits%40) || !full && rnd.IntN(6) == 0 {
			continue
		}
		if rnd.IntN(8) == 0 {
			at = district + 1 + rnd.IntN(own)
		}
		c := Code(digits)*pairs + letters
		fmt.Fprintf(text, "%s;1;%s;;\n", c, m.Regions[at].Code)
		n++
		if rnd.IntN(20) == 0 {
			fmt.Fprintf(text, "%s;3;%s;;\n", c, m.Regions[district+1+rnd.IntN(own)].Code)
		}
	}
	return n
}

func packed(b []byte) int {
	var out bytes.Buffer
	w, _ := gzip.NewWriterLevel(&out, 6)
	_, _ = w.Write(b)
	_ = w.Close()
	return out.Len()
}

// TestLists_National measures every list of a country like the Netherlands on
// the wire, and finds every postcode back in it.
func TestLists_National(t *testing.T) {
	m, text := crowded()
	table, err := Parse("p.csv", text, m)
	if err != nil {
		t.Fatal(err)
	}
	if n := table.Count(); n < national {
		t.Fatalf("%d postcodes; %d would be right", n, national)
	}
	lists := table.Lists(m, func(int) bool { return true })
	var sizes []int
	total := 0
	for name, b := range lists {
		n := packed(b)
		sizes = append(sizes, n)
		total += n
		if n > mostOnWire {
			t.Errorf("%s: %d bytes on the wire; %d would be right", name, n, mostOnWire)
		}
	}
	slices.Sort(sizes)
	t.Logf("%d postcodes in %d lists: %d bytes on the wire at the median, %d at most, lijst.json %d, %d in all",
		table.Count(), len(lists), sizes[len(sizes)/2], sizes[len(sizes)-1], packed(lists["zoek/p/lijst.json"]), total)
	checkBack(t, table, m, lists)
}

// checkBack looks every postcode up as the search box does.
func checkBack(t *testing.T, table *Table, m *model.Monitor, lists map[string][]byte) {
	type read struct {
		Regions   [][]any                      `json:"gebieden"`
		Postcodes map[string][]json.RawMessage `json:"postcodes"`
	}
	back := map[string][]string{}
	for name, b := range lists {
		if strings.HasSuffix(name, "lijst.json") {
			continue
		}
		var l read
		if err := json.Unmarshal(b, &l); err != nil {
			t.Fatal(err)
		}
		for digits, sets := range l.Postcodes {
			for _, raw := range sets[1:] {
				var set []any
				if err := json.Unmarshal(raw, &set); err != nil {
					t.Fatal(err)
				}
				var codes []string
				for _, at := range set[1:] {
					codes = append(codes, l.Regions[int(at.(float64))][0].(string))
				}
				for letters := set[0].(string); letters != ""; letters = letters[2:] {
					back[digits+letters[:2]] = codes
				}
			}
		}
	}
	if len(back) != table.Count() {
		t.Errorf("%d postcodes in the lists; %d would be right", len(back), table.Count())
	}
	for part := range chunks(table.rows, Code.String) {
		var want []string
		for _, r := range part {
			want = append(want, m.Regions[r.region].Code)
		}
		if got := back[part[0].code.String()]; !slices.Equal(got, want) {
			t.Fatalf("%s: %v; %v would be right", part[0].code, got, want)
		}
	}
}
