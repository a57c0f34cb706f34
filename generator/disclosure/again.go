package disclosure

import (
	"fmt"

	"wijkmonitor/generator/model"
)

// Withhold does again what Protect did to the same monitor elsewhere: it
// withholds the figures that the report names, which must all be there.
func Withhold(m *model.Monitor, figures []int) error {
	for _, at := range figures {
		region, group, indicator, period := place(m, at)
		if at < 0 || region >= len(m.Regions) || group > 0 && !m.Cube.HasGroups(region) || !m.Cube.At(region, group, indicator, period).Known() {
			return fmt.Errorf("disclosure: figure %d is to be withheld and is not there: what was withheld from these same extracts would be right", at)
		}
		m.Cube.Set(region, group, indicator, period, model.Gap(model.Withheld))
	}
	return nil
}

// index numbers the figures of a monitor, inputs included.
func index(m *model.Monitor, region, group, indicator, period int) int {
	return ((region*len(m.Groups)+group)*(len(m.Indicators)+len(m.Inputs))+indicator)*len(m.Periods) + period
}

// place is the inverse of index.
func place(m *model.Monitor, at int) (region, group, indicator, period int) {
	indicators := len(m.Indicators) + len(m.Inputs)
	at, period = at/len(m.Periods), at%len(m.Periods)
	at, indicator = at/indicators, at%indicators
	return at / len(m.Groups), at % len(m.Groups), indicator, period
}
