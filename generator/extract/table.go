package extract

// A Table is one CBS table held column by column, as WriteTable lays it out on disk.
//
// Row i is about Regions[RegionIdx[i]] and, when the table has those
// dimensions, Dimension.Codes[DimIdx[i]] and Time.Codes[TimeIdx[i]].
// Values[t][i] is its figure for Topics[t]; NaN stands for null.
type Table struct {
	ID           string // 84799NED
	Title        string
	Modified     string // 2021-03-26; "" leaves it out
	GeoDimension string // key of the region dimension: WijkenEnBuurten
	Regions      []Code
	Dimension    *Dim // of the groups; nil when the table has none
	Time         *Dim // of the periods; nil when the table has none
	Topics       []Topic

	RegionIdx []int32
	DimIdx    []int32 // unused when Dimension is nil
	TimeIdx   []int32 // unused when Time is nil
	Values    [][]float64
	Strings   [][]string // by topic, for topics with Datatype "String"; nil elsewhere, "" = null
}

// A Code is one entry of a dimension.
type Code struct {
	Key         string // not padded: GM0363, 2020JJ00
	Title       string
	Description string
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
