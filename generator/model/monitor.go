package model

// A Monitor is one dataset read whole: what there is to show and its figures.
type Monitor struct {
	Title           string
	Edition         int    // the year on the cover
	Description     string // one plain Dutch sentence
	Fictional       bool   // invented figures: said on every page
	Tables          []Table
	Levels          []Level  // that have pages, from large to small
	SpreadLevel     Level    // the regions that the spread is taken over
	Regions         []Region // 0 is the country; then each municipality, followed by its districts, each followed by its neighbourhoods; by code
	Themes          []Theme
	Indicators      []Indicator // in the order of their themes
	Groups          []Group     // 0 is the whole population
	Classifications []Classification
	Periods         []Period // ascending
	Cube            *Cube
}

// A Table is one CBS table as it was read.
type Table struct {
	ID       string // 84799NED
	Title    string
	Source   string // who publishes it: CBS
	Modified string // date of the last change as the table's metadata gives it: 2021-03-26
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
}

// Compared tells whether the indicator has a deviation and a slice.
func (i *Indicator) Compared() bool { return i.Kind != Count }

// A Group is a part of the population.
type Group struct {
	Key            string
	Label          string // Marokko
	Phrase         string // "met migratieachtergrond Marokko": reads behind "inwoners"
	Classification int    // index; −1 for the whole population
	Parent         int    // index of the group it is a part of; 0 for the classification's first level; −1 for the whole population
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
