package intake

import (
	"fmt"
	"io"
	"math"
	"strconv"
	"text/tabwriter"

	"wijkmonitor/generator/extract"
)

// previewTopics is how many topics a preview shows.
const previewTopics = 5

// Preview writes the first rows of a table as they were read.
func Preview(w io.Writer, t *extract.Table, rows int) error {
	out := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprint(out, "region\tname\tperiod")
	for _, d := range t.Others {
		fmt.Fprintf(out, "\t%s", d.Key)
	}
	for i := range min(len(t.Topics), previewTopics) {
		fmt.Fprintf(out, "\t%s (%s)", t.Topics[i].Key, t.Topics[i].Unit)
	}
	fmt.Fprintln(out)
	for row := range min(rows, len(t.RegionIdx)) {
		region := t.Regions[t.RegionIdx[row]]
		fmt.Fprintf(out, "%s\t%s\t%s", region.Key, region.Title, t.Time.Codes[t.TimeIdx[row]].Key)
		for d := range t.Others {
			fmt.Fprintf(out, "\t%s", t.Others[d].Codes[t.OtherIdx[d][row]].Key)
		}
		for i := range min(len(t.Topics), previewTopics) {
			fmt.Fprintf(out, "\t%s", shown(t, i, row))
		}
		fmt.Fprintln(out)
	}
	return out.Flush()
}

func shown(t *extract.Table, topic, row int) string {
	switch {
	case t.Topics[topic].Datatype == "String":
		return t.Strings[topic][row]
	case !math.IsNaN(t.Values[topic][row]):
		return strconv.FormatFloat(t.Values[topic][row], 'f', -1, 64)
	case t.Attributes != nil && t.Attributes[topic][row] != "":
		return "(" + t.Attributes[topic][row] + ")"
	}
	return "(empty)"
}
