package extract

import (
	"fmt"
	"os"
	"path/filepath"
)

// A layout is one of the two ways in which a table lies on disk.
type layout string

const (
	v3 layout = "v3" // wide: one column per topic
	v4 layout = "v4" // long: one row per observation
)

// file names one Parquet file of a table.
func (l layout) file(dir, id, part string) string {
	return filepath.Join(dir, "cbs."+string(l)+"."+id+"_"+part+".parquet")
}

func (l layout) metadata(dir, id string) string {
	return filepath.Join(dir, "cbs."+string(l)+"."+id+"_Metadata.json")
}

// figures is the part that holds the figures.
func (l layout) figures() string {
	if l == v4 {
		return "Observations"
	}
	return "TypedDataSet"
}

// codes is the part that holds the codes of a dimension.
func (l layout) codes(dimension string) string {
	if l == v4 {
		return dimension + "Codes"
	}
	return dimension
}

// findLayout tells in which layout a table lies in dir: that of its figures,
// else that of its topics.
func findLayout(dir, id string) (layout, error) {
	there := func(l layout, part string) bool {
		_, err := os.Stat(l.file(dir, id, part))
		return err == nil
	}
	wide, long := there(v3, v3.figures()), there(v4, v4.figures())
	switch {
	case wide && long:
		return "", fmt.Errorf("extract: %s: table %s lies there both as %s (v3) and as %s (v4); one of them would be right", dir, id, v3.figures(), v4.figures())
	case long || !wide && there(v4, "MeasureCodes"):
		return v4, nil
	case wide || there(v3, "DataProperties"):
		return v3, nil
	}
	return "", fmt.Errorf("extract: %s: the files of table %s are missing; %s (v3) or %s (v4) would be right", dir, id,
		filepath.Base(v3.file(dir, id, v3.figures())), filepath.Base(v4.file(dir, id, v4.figures())))
}
