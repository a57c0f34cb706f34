package model

// A Monitor is one dataset read whole: what there is to show and its figures.
type Monitor struct {
	Title           string
	Edition         int    // the year on the cover
	Description     string // one plain Dutch sentence
	Fictional       bool   // invented figures: said on every page
	Tables          []Table
	Levels          []Level        // that have pages, from large to small
	SpreadLevel     Level          // the regions that the spread is taken over
	Dashboards      []Level        // levels whose regions have a page per theme
	GroupMaps       []Level        // levels that have maps of each group
	Embeds          []Level        // levels whose regions have a page to embed
	EmbedDetails    []Level        // those of them of which parts can be embedded too: a theme, an indicator, a group, a comparison
	EmbedIndicators []int          // indicators with pages of their own among those parts, ascending
	Postcodes       string         // file beside the definition with the postcodes that the search box finds; "" when there is none
	Compact         bool           // neighbourhoods stand on the page of their district, and only the files that a site cannot do without are made
	Reports         []Level        // levels whose regions have a page to print
	Translations    []*Translation // of the further languages of its pages
	FrameAncestors  []string       // who may embed them besides the site itself: https://intranet.example.nl, or * for anybody
	Retired         []string       // regions and indicators that an earlier edition had and this one need not have
	Regions         []Region       // 0 is the country; then each municipality, followed by its districts, each followed by its neighbourhoods; by code
	Themes          []Theme
	Indicators      []Indicator // in the order of their themes
	Inputs          []Indicator // what others are computed with and the site does not show; the cube holds them behind Indicators
	Groups          []Group     // 0 is the whole population
	Classifications []Classification
	Periods         []Period // ascending
	Cube            *Cube
	Coverage        map[int][]float64 // of own areas, by region: how much of its people live where the parts have a figure, 0–1, group × indicator × period
}

// A Table is one CBS table as it was read.
type Table struct {
	ID        string // 84799NED
	Title     string
	Source    string // who publishes it: CBS
	Modified  string // date of the last change as the table's metadata gives it: 2021-03-26
	Retrieved string // day on which the extract was taken; "" when the definition does not tell
	Regions   string // its dimension of regions: WijkenEnBuurten
	Groups    string // its dimension of groups; "" when it has none
	Time      string // its dimension of periods; "" when the definition gives the period
	Period    string // the period that the definition gives

	Classification int   // index of the classification that its dimension of groups is of; −1 when it has none or several
	Periods        []int // periods that it has rows of, ascending
}

// A Theme groups indicators.
type Theme struct {
	Key   string
	Label string
}

// A Polarity says which side of the average is favourable.
type Polarity int8

const (
	LowerIsFavourable  Polarity = -1
	NoJudgement        Polarity = 0
	HigherIsFavourable Polarity = 1
)

// A Kind says what sort of number an indicator is. Counts are not compared.
type Kind uint8

const (
	Count Kind = iota
	Share      // part of a universe, in percent
	Rate       // per 1,000, per km², per household …
	Mean       // an average or median in a unit of its own
)

// An Indicator is one measured property of a region or group.
type Indicator struct {
	Key         string
	Theme       int // index in Monitor.Themes
	Title       string
	Short       string // at most about 24 characters, for the wheel and narrow tables
	Unit        string // as printed behind the number: "%", "per 1.000 inwoners", "× 1.000 euro"
	Decimals    int
	Kind        Kind
	Polarity    Polarity
	Universe    string // Dutch plural: inwoners, huishoudens
	Description string // plain text from the table's metadata
	KeyFigure   bool   // shown at the head of a region page
	Tables      []int  // indexes in Monitor.Tables, the tables it is read from
	Formula     string // Dutch; "" when the table gives the figure itself
	Combined    bool   // made from other indicators after reading
	Sources     []Source
	Per         float64             // of a derived figure or a rate: 100, 1000; 0 = not known
	Parts       [2]int              // how many counts the numerator and denominator sum; 0, 0 when the table gives the figure itself
	Base        Ref                 // the count that a share is a share of
	BasePart    float64             // which part of the base the universe is, about; 0 = all of it
	Chance      bool                // the margin takes chance into account: the base counts people, households or things
	Low, High   Ref                 // the bounds that the source itself gives
	Rounding    [LevelCount]float64 // how far from the truth a published figure can be, in its unit; of a derived figure, each of its parts
	Provisional []int               // periods whose figures are provisional
	Breaks      []int               // periods from which another source or definition holds
}

// A Ref names an indicator or input by its place in the cube. The zero Ref
// names none.
type Ref int

// RefTo names the indicator at an index in Indicators, then Inputs.
func RefTo(index int) Ref { return Ref(index + 1) }

// Index returns the place in the cube; false for none.
func (r Ref) Index() (int, bool) { return int(r) - 1, r > 0 }

// A Source says where an indicator's figures stand in one table.
type Source struct {
	Table       int      // index in Monitor.Tables
	Group       int      // the group that the topics are about; −1: the row says
	Numerator   []string // topics; of a figure that the table itself gives, just one
	Denominator []string
}

// Compared tells whether the indicator has a deviation and a slice.
func (i *Indicator) Compared() bool { return i.Kind != Count }

// A Group is a part of the population.
type Group struct {
	Key            string
	Label          string   // Marokko
	Phrase         string   // "met migratieachtergrond Marokko": reads behind "inwoners"
	Classification int      // index; −1 for the whole population
	Parent         int      // index of the group it is a part of; 0 for the classification's first level; −1 for the whole population
	Hidden         bool     // computed with, never shown
	MinBase        int      // figures are withheld where fewer people belong to it; 0 withholds nothing
	Codes          []string // of the tables' group dimensions
	Sums           int      // how many groups of a table it sums, each rounded by itself; 0 for one of the table's own
}

// A Classification is one way to divide the population. Two are never one series.
type Classification struct {
	Key   string
	Label string
	Note  string // plain Dutch: until when, by which rule
}

// A Period is a stretch of time as CBS codes it: 2020JJ00.
type Period struct {
	Code  string
	Label string // 2020
}

// GroupPlaces returns the place of each group among those that are shown; −1 for
// a hidden one, of which no file may tell that it is there.
func (m *Monitor) GroupPlaces() []int {
	places, next := make([]int, len(m.Groups)), 0
	for g := range m.Groups {
		places[g] = -1
		if !m.Groups[g].Hidden {
			places[g] = next
			next++
		}
	}
	return places
}

// Find returns the index of an indicator in Indicators, then Inputs; −1 when
// there is none.
func (m *Monitor) Find(key string) int {
	for i := range m.Indicators {
		if m.Indicators[i].Key == key {
			return i
		}
	}
	for i := range m.Inputs {
		if m.Inputs[i].Key == key {
			return len(m.Indicators) + i
		}
	}
	return -1
}
