package extract

import (
	"strings"

	"golang.org/x/sync/errgroup"

	"wijkmonitor/generator/model"
)

// workers decode columns side by side; more gain nothing, since filling fresh
// memory does not scale.
const workers = 2

// A filler writes the figures of all indicators into the cube. Each indicator
// has cells of its own, so that workers never write the same cell.
type filler struct {
	monitor *model.Monitor
	sources []*source
	classes [][]int32 // by table
	count   int       // of classes
	columns map[columnKey]*sharedColumn
}

// fillCube decodes every column that a job needs and fills m.Cube. The result
// and the order of the errors do not depend on which worker was first.
func fillCube(m *model.Monitor, sources []*source, jobs []job, groups *groupPlan) error {
	f := &filler{monitor: m, sources: sources, columns: map[columnKey]*sharedColumn{}}
	for _, s := range sources {
		classes, count := s.rowClasses(m.Regions, groups.count(), len(m.Periods))
		s.merged = groups.mergeRows(s, len(m.Regions), len(m.Periods))
		f.classes, f.count = append(f.classes, classes), count
	}
	for _, j := range jobs {
		for _, r := range j.reads {
			for _, topic := range r.all() {
				k := columnKey{r.table, topic}
				if f.columns[k] == nil {
					f.columns[k] = &sharedColumn{}
				}
				f.columns[k].uses++
			}
		}
	}
	if err := f.prepare(); err != nil {
		return err
	}
	found := make([]faults, len(jobs))
	var group errgroup.Group
	group.SetLimit(workers)
	for i := range jobs {
		group.Go(func() error {
			f.run(i, &jobs[i], &found[i])
			return nil
		})
	}
	_ = group.Wait() // the workers report through found
	var bad faults
	for i := range found {
		bad.join(&found[i])
	}
	return bad.err()
}

func (r *reading) all() []string {
	return append(append([]string(nil), r.numerator...), r.denominator...)
}

// run reads one indicator from all its tables.
func (f *filler) run(indicator int, j *job, bad *faults) {
	defer func() {
		if p := recover(); p != nil {
			bad.addf("extract: indicator %q: the data is damaged (%v); fetch the tables again", j.spec.Key, p)
		}
	}()
	var before []string
	for _, r := range f.inTurn(j.reads) {
		columns := make([]*topicColumn, 0, 4)
		for _, topic := range r.all() {
			c, err := f.take(r.table, topic)
			if err != nil {
				bad.add(err)
				return
			}
			columns = append(columns, c)
		}
		f.fill(indicator, j, r, columns, before, bad)
		for _, topic := range r.all() {
			f.drop(r.table, topic)
		}
		before = append(before, f.sources[r.table].spec.ID)
	}
	j.indicator.Rounding = j.rounding(f.sources, f.seen)
}

// inTurn puts the readings of tables that yield to others behind those.
func (f *filler) inTurn(reads []reading) (order []*reading) {
	for _, yields := range [...]bool{false, true} {
		for i := range reads {
			if f.sources[reads[i].table].spec.Yields == yields {
				order = append(order, &reads[i])
			}
		}
	}
	return order
}

// fill writes the figures of one reading.
func (f *filler) fill(indicator int, j *job, r *reading, columns []*topicColumn, before []string, bad *faults) {
	s, classes, cube := f.sources[r.table], f.classes[r.table], f.monitor.Cube
	countsOnly := j.indicator.Kind == model.Count || len(r.denominator) > 0
	cell := cell{indicator: indicator}
	for row, class := range classes {
		if class < 0 {
			continue
		}
		cell.region, cell.group, cell.period = int(s.region[row]), int(s.group[row]), int(s.period[row])
		if r.topicGroup >= 0 {
			if cell.group != 0 {
				continue
			}
			cell.group = r.topicGroup
		}
		if cell.group > 0 && (j.spec.WholeOnly || !cube.HasGroups(cell.region)) {
			continue
		}
		if countsOnly {
			f.checkCounts(s, r, columns, row, bad)
		}
		if cell.group < len(f.monitor.Groups) {
			f.put(j, r, cell, row, r.figure(columns, row, class), before, bad)
		}
	}
	if !countsOnly || r.topicGroup >= 0 || j.spec.WholeOnly {
		return // a sum of shares or means means nothing
	}
	for i := range s.merged {
		m := &s.merged[i]
		if cell.region, cell.group, cell.period = int(m.region), int(m.group), int(m.period); cube.HasGroups(cell.region) {
			f.put(j, r, cell, m.row(), r.mergedFigure(columns, m, classes), before, bad)
		}
	}
}

// A cell is a place in the cube.
type cell struct{ region, group, indicator, period int }

// put writes a figure, unless another table knows more. Two tables that know
// different numbers are an error, but for one that yields.
func (f *filler) put(j *job, r *reading, c cell, row int, now model.Figure, before []string, bad *faults) {
	s, cube := f.sources[r.table], f.monitor.Cube
	old := cube.At(c.region, c.group, c.indicator, c.period)
	if old.Known() && s.spec.Yields {
		return
	}
	if old.Known() && now.Known() && differ(old, now) {
		was, _ := old.Value()
		is, _ := now.Value()
		bad.addf("extract: %s, %s, indicator %q: table %s gives %v for group %q in %s and table %s gives %v; one of them would be right",
			s.data.name, s.row(row), j.spec.Key, s.spec.ID, is, f.monitor.Groups[c.group].Key, f.monitor.Periods[c.period].Code, strings.Join(before, " or "), was)
		return
	}
	if rank(now.State()) > rank(old.State()) {
		cube.Set(c.region, c.group, c.indicator, c.period, now)
	}
}
