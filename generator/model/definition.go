package model

// A Definition is what a publisher writes in monitor.yaml, decoded and checked
// for everything that can be checked without the tables. Every part knows the
// line it stands on, for errors that are found later.
type Definition struct {
	File            string
	Title           string
	Edition         int
	Languages       []string       // tags of the languages of the pages; the first is nl; nil = nl alone
	Translations    []*Translation // texts in those behind the first
	Description     string
	Fictional       bool
	Levels          []Level
	GroupLevels     []Level // levels that have figures of groups
	SpreadLevel     Level
	MinBase         int    // a group's figures are withheld where it has fewer people; 0 withholds nothing
	History         string // file beside the definition with the changes of regions; "" when there is none
	Provinces       string // file beside the definition that tells in which province each municipality lies; "" when there is none
	Postcodes       string // file beside the definition that tells in which neighbourhood each postcode lies; "" when there is none
	Tables          []TableSpec
	Themes          []ThemeSpec
	Total           GroupSpec // the whole population
	Classifications []ClassificationSpec
	Indicators      []IndicatorSpec
	Areas           []AreaSpec
	Dashboards      []Level  // levels whose regions have a page per theme
	GroupMaps       []Level  // levels that have maps of each group
	Embeds          []Level  // levels whose regions have a page to embed
	EmbedDetails    []Level  // those of them of which parts can be embedded too
	EmbedIndicators []string // keys of indicators with pages of their own among those parts; nil = as many as an edition can do with
	Retired         []string // regions and indicators that an earlier edition had and this one need not have
	Reports         []Level  // levels whose regions have a page to print
	FrameAncestors  []string // origins that may embed those pages; * for any; empty = the site itself alone
}

// A TableSpec names one CBS table.
type TableSpec struct {
	Line           int
	ID             string
	Source         string // CBS when not given
	Period         string // for a table without a time dimension: 2020JJ00
	Dimension      string // the dimension that holds the groups; "" when there is none
	Classification string // key of the classification whose groups the dimension holds
	Retrieved      string // day on which the extract was taken: 2026-11-20; "" = not told
	Yields         bool   // where another table has the same figure, that one counts
	Regions        string // the dimension that holds the regions; "" = as the metadata say
	Select         []Selection
	Rounding       [LevelCount]int // counts of a level are multiples of this, rounded at random; 0 = 5 for districts and neighbourhoods, else 1
}

// A Selection keeps the rows of a table with one code of a dimension that the
// monitor does not show: Geslacht = T001038.
type Selection struct {
	Line      int
	Dimension string
	Code      string
}

// A ThemeSpec is one theme.
type ThemeSpec struct {
	Line  int
	Key   string
	Label string
}

// A ClassificationSpec is one way to divide the population.
type ClassificationSpec struct {
	Line   int
	Key    string
	Label  string
	Note   string
	Groups []GroupSpec
}

// A GroupSpec says where the figures of a group are found: under the code of
// the table's group dimension, or in topics of their own (indicator key → topic).
// A Merged group is the sum of its codes.
type GroupSpec struct {
	Line    int
	Key     string
	Label   string
	Phrase  string
	Parent  string
	Codes   []string
	Topics  map[string]string
	Merged  bool
	Hidden  bool // read, because sums need it, but not shown
	MinBase int  // −1 = the definition's
}

// An IndicatorSpec says where an indicator's figures are found: one topic, or
// the sum of Numerator topics over the sum of Denominator topics times Per.
type IndicatorSpec struct {
	Line        int
	Key         string
	Theme       string
	Topic       string
	Moved       map[string]string // table id → topic, where it is not Topic
	Same        bool              // a title or unit that differs between its tables means the same
	WholeOnly   bool              // not of groups: a share by origin says nothing of a group of one origin
	Numerator   []string
	Denominator []string
	Per         float64 // 100 when not given
	Low, High   string  // topics with the bounds that the source itself gives
	Base        string  // key of the count that a share is a share of; "" = the count whose key is Universe
	BasePart    float64 // which part of the base the universe is, about; 0 = all of it
	Breaks      []int   // years from which another source or definition holds
	MeanOf      []Weighted
	Expression  string // arithmetic over keys of other indicators: (a - b) / c * 100
	Kind        string // count, share, rate, mean; "" = from the unit
	Polarity    Polarity
	Universe    string
	Title       string // "" = from the table
	Short       string
	Unit        string // "" = from the table
	Decimals    int    // −1 = from the table
	KeyFigure   bool
	Tables      []string // table ids; empty = every table that has the topic
}

// A Weighted is a part of a weighted mean of deviations. A negative weight
// counts the other way.
type Weighted struct {
	Line   int
	Key    string // of the indicator
	Weight float64
}

// An AreaSpec is an area of the publisher's own: regions that are counted
// together.
type AreaSpec struct {
	Line  int
	Key   string
	Label string
	Note  string
	Codes []string
}
