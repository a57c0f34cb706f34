package extract

// A Table is one CBS table held column by column, as WriteTable (v3) and
// WriteTableV4 lay it out on disk.
//
// Row i is about Regions[RegionIdx[i]] and, when the table has those
// dimensions, Dimension.Codes[DimIdx[i]], Time.Codes[TimeIdx[i]] and
// Others[d].Codes[OtherIdx[d][i]].
// Values[t][i] is its figure for Topics[t]; NaN stands for null.
type Table struct {
	ID           string // 84799NED
	Title        string
	Modified     string // 2021-03-26; "" leaves it out
	GeoDimension string // key of the region dimension: WijkenEnBuurten
	Regions      []Code
	Dimension    *Dim  // of the groups; nil when the table has none
	Time         *Dim  // of the periods; nil when the table has none
	Others       []Dim // further dimensions
	Topics       []Topic

	RegionIdx []int32
	DimIdx    []int32     // unused when Dimension is nil
	TimeIdx   []int32     // unused when Time is nil
	OtherIdx  [][]int32   // by further dimension
	Values    [][]float64 // by topic
	Strings   [][]string  // by topic, for topics with Datatype "String"; nil elsewhere, "" = null

	Attributes [][]string // by topic, nil where there are none: what v4 writes as ValueAttribute; "" = None
}

// A Code is one entry of a dimension.
type Code struct {
	Key         string // not padded: GM0363, 2020JJ00
	Title       string
	Description string
	Status      string // of a period: Definitief, Voorlopig; "" when not given
}

// A Dim is a dimension other than the region: Key names its column.
type Dim struct {
	Key   string
	Title string
	Codes []Code
}

// A Topic is one measured column.
type Topic struct {
	Key         string // AantalInwoners_5
	Title       string
	Description string
	Unit        string // as CBS writes it: aantal, %, x 1 000 euro, per 1 000 inwoners
	Decimals    int
	Datatype    string   // "Long", "Double" or "String"
	Group       []string // titles of the topic groups it lies in, outermost first
}
