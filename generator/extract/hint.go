package extract

import (
	"fmt"

	"wijkmonitor/generator/nearest"
)

// didYouMean ends a message with the nearest existing name, if one is near.
func didYouMean(name string, known []string) string {
	if n := nearest.Nearest(name, known); n != "" {
		return fmt.Sprintf("; did you mean %q?", n)
	}
	return ""
}
