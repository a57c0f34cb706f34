package extract

import "wijkmonitor/generator/model"

// readMarks notes Indelingswijziging of each region and period. Of two tables
// that differ the greater change counts.
func (h *history) readMarks(s *source) error {
	if s.change == "" {
		return nil
	}
	t, err := s.set.texts(s.change)
	if err != nil || t == nil {
		return err
	}
	for i, r := range s.region {
		if v := t.at(i); r >= 0 && len(v) == 1 && v[0] >= '1' && v[0] <= '3' {
			cell := int(r)*len(h.years) + int(s.period[i])
			h.marks[cell] = max(h.marks[cell], v[0])
		}
	}
	return nil
}

// setChanges gives each region the Indelingswijziging of the latest period
// that has one.
func (h *history) setChanges(regions []model.Region) {
	for r := range regions {
		for p := range h.years {
			if mark := h.marks[r*len(h.years)+p]; mark != 0 {
				regions[r].Change = mark
			}
		}
	}
}

// readRegions notes what the rows of all tables say of the regions themselves.
func (h *history) readRegions(sources []*source, regions []model.Region, bad *faults) {
	h.marks = make([]byte, len(regions)*len(h.years))
	h.names = make([]string, len(regions)*len(h.years))
	for _, s := range sources {
		bad.add(h.readMarks(s))
		h.readNames(s, regions)
	}
	h.setChanges(regions)
}
