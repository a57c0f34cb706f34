package postcode

import "wijkmonitor/generator/model"

// A finder finds the region of a neighbourhood's code, as the table writes it.
type finder struct {
	regions map[string]int32 // those that are there in the last period, by code
	deepest model.Level
	seen    map[string]int32 // by what the table writes; −1 = not there
}

func newFinder(m *model.Monitor) finder {
	f := finder{regions: map[string]int32{}, seen: map[string]int32{}}
	var last [model.LevelCount]int
	for i := range m.Regions {
		g := &m.Regions[i]
		last[g.Level] = max(last[g.Level], g.Last)
	}
	for i := range m.Regions {
		if g := &m.Regions[i]; g.Level != model.OwnArea && g.Last == last[g.Level] {
			f.regions[g.Code] = int32(i)
			f.deepest = max(f.deepest, g.Level)
		}
	}
	return f
}

// region returns the neighbourhood with a code, or the district or
// municipality around it in a monitor that goes no deeper; −1 when it is not
// there, and false when the text is no code.
func (f *finder) region(text []byte) (int32, bool) {
	if i, ok := f.seen[string(text)]; ok {
		return i, true
	}
	code, ok := regionCode(text)
	if !ok {
		return 0, false
	}
	switch f.deepest {
	case model.District:
		code = "WK" + code[2:8]
	case model.Municipality:
		code = "GM" + code[2:6]
	}
	i, ok := f.regions[code]
	if !ok {
		i = -1
	}
	f.seen[string(text)] = i
	return i, true
}
