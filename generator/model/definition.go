package model

// A Definition is what a publisher writes in monitor.yaml, decoded and checked
// for everything that can be checked without the tables. Every part knows the
// line it stands on, for errors that are found later.
type Definition struct {
	File            string
	Title           string
	Edition         int
	Description     string
	Fictional       bool
	Levels          []Level
	GroupLevels     []Level // levels that have figures of groups
	SpreadLevel     Level
	Tables          []TableSpec
	Themes          []ThemeSpec
	Total           GroupSpec // the whole population
	Classifications []ClassificationSpec
	Indicators      []IndicatorSpec
}

// A TableSpec names one CBS table.
type TableSpec struct {
	Line           int
	ID             string
	Source         string // CBS when not given
	Period         string // for a table without a time dimension: 2020JJ00
	Dimension      string // the dimension that holds the groups; "" when there is none
	Classification string // key of the classification whose groups the dimension holds
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
type GroupSpec struct {
	Line   int
	Key    string
	Label  string
	Phrase string
	Parent string
	Codes  []string
	Topics map[string]string
}

// An IndicatorSpec says where an indicator's figures are found: one topic, or
// the sum of Numerator topics over the sum of Denominator topics times Per.
type IndicatorSpec struct {
	Line        int
	Key         string
	Theme       string
	Topic       string
	Numerator   []string
	Denominator []string
	Per         float64 // 100 when not given
	Kind        string  // count, share, rate, mean; "" = from the unit
	Polarity    Polarity
	Universe    string
	Title       string // "" = from the table
	Short       string
	Unit        string // "" = from the table
	Decimals    int    // −1 = from the table
	KeyFigure   bool
	Tables      []string // table ids; empty = every table that has the topic
}
