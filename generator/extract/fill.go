package extract

import (
	"strings"

	"golang.org/x/sync/errgroup"

	"wijkmonitor/generator/model"
)

// workers decode columns side by side; more gain nothing, since filling fresh
// memory does not scale.
const workers = 2

// together is how many indicators a worker reads at once, and block how many
// rows of each before it turns to the next: their columns and cells stay near.
const (
	together = 6
	block    = 1024
)

// A filler writes the figures of all indicators into the cube. Each indicator
// has cells of its own, so that workers never write the same cell.
type filler struct {
	monitor *model.Monitor
	sources []*source
	classes [][]int32 // by table
	count   int       // of classes
	columns map[columnKey]*sharedColumn
	levels  []model.Level // by region, near each other
}

// fillCube decodes every column that a job needs and fills m.Cube. The result
// and the order of the errors do not depend on which worker was first. It
// returns how many observations those columns have.
func fillCube(m *model.Monitor, sources []*source, jobs []job, groups *groupPlan) (observations int, err error) {
	f := &filler{monitor: m, sources: sources, columns: map[columnKey]*sharedColumn{}}
	for i := range m.Regions {
		f.levels = append(f.levels, m.Regions[i].Level)
	}
	for _, s := range sources {
		classes, count := s.rowClasses(f.levels, groups.count(), len(m.Periods))
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
		return 0, err
	}
	found := make([]faults, len(jobs))
	var group errgroup.Group
	group.SetLimit(workers)
	for first := 0; first < len(jobs); first += together {
		turns := make([]turn, 0, together)
		for i := first; i < min(first+together, len(jobs)); i++ {
			turns = append(turns, turn{indicator: i, job: &jobs[i], reads: f.inTurn(jobs[i].reads), bad: &found[i]})
		}
		group.Go(func() error {
			f.run(turns)
			return nil
		})
	}
	_ = group.Wait() // the workers report through found
	var bad faults
	for i := range found {
		bad.join(&found[i])
	}
	return f.observations(), bad.err()
}

// observations counts what the tables hold of the topics that are read.
func (f *filler) observations() (n int) {
	topics := make([]int, len(f.sources))
	for k := range f.columns {
		topics[k.table]++
	}
	for t, s := range f.sources {
		n += s.set.observations(topics[t])
	}
	return n
}

func (r *reading) all() []string {
	return append(append([]string(nil), r.numerator...), r.denominator...)
}

// A turn is an indicator on its way through its tables.
type turn struct {
	indicator int
	job       *job
	reads     []*reading // the first is next
	columns   []*topicColumn
	before    []string // tables that were read
	bad       *faults
	failed    bool
}

// run reads some indicators from all their tables.
func (f *filler) run(turns []turn) {
	for more := true; more; {
		more = false
		for table := range f.sources {
			var now []*turn
			for i := range turns {
				if t := &turns[i]; !t.failed && len(t.reads) > 0 && t.reads[0].table == table {
					now = append(now, t)
				}
			}
			if len(now) > 0 {
				f.read(table, now)
				more = true
			}
		}
	}
	for i := range turns {
		if t := &turns[i]; !t.failed {
			t.job.indicator.Rounding = t.job.rounding(f.sources, f.seen)
		}
	}
}

// read takes the next reading of each turn, all of one table. It goes by rows,
// and in each block of rows by indicators: the figures of a region and group lie
// together in the cube, those of an indicator do not.
func (f *filler) read(table int, turns []*turn) {
	for _, t := range turns {
		t.safely(func() { t.failed = !f.takeAll(t) })
	}
	rows := len(f.classes[table])
	for from := 0; from < rows; from += block {
		for _, t := range turns {
			t.safely(func() { f.fill(t, from, min(from+block, rows)) })
		}
	}
	for _, t := range turns {
		t.safely(func() { f.fillMerged(t) })
		for _, topic := range t.reads[0].all() {
			f.drop(table, topic)
		}
		t.before = append(t.before, f.sources[table].spec.ID)
		t.reads = t.reads[1:]
	}
}

// safely does a part of a turn, unless one before it failed. Of damage that a
// library did not expect it makes an error.
func (t *turn) safely(do func()) {
	if t.failed {
		return
	}
	defer func() {
		if p := recover(); p != nil {
			t.bad.addf("extract: indicator %q: the data is damaged (%v); fetch the tables again", t.job.spec.Key, p)
			t.failed = true
		}
	}()
	do()
}

// takeAll takes the columns of the next reading; it tells whether all are there.
func (f *filler) takeAll(t *turn) bool {
	t.columns = t.columns[:0]
	for _, topic := range t.reads[0].all() {
		c, err := f.take(t.reads[0].table, topic)
		if err != nil {
			t.bad.add(err)
			return false
		}
		t.columns = append(t.columns, c)
	}
	return true
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

// fill writes the figures of some rows.
func (f *filler) fill(t *turn, from, to int) {
	j, r := t.job, t.reads[0]
	s, classes, cube := f.sources[r.table], f.classes[r.table], f.monitor.Cube
	countsOnly, first := r.countsOnly(j), len(t.before) == 0
	cell := cell{indicator: t.indicator}
	for row := from; row < to; row++ {
		class := classes[row]
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
			f.checkCounts(s, r, t.columns, row, t.bad)
		}
		if cell.group >= len(f.monitor.Groups) {
			continue // a part of a merged group
		}
		now := t.columns[0].figure(row, class)
		if len(t.columns) > 1 {
			now = r.figure(t.columns, row, class)
		}
		if !first {
			f.put(t, cell, row, now)
		} else if now.State() != model.NotMeasured {
			cube.Set(cell.region, cell.group, cell.indicator, cell.period, now)
		}
	}
}

// fillMerged writes the figures of merged groups.
func (f *filler) fillMerged(t *turn) {
	j, r := t.job, t.reads[0]
	if !r.countsOnly(j) || r.topicGroup >= 0 || j.spec.WholeOnly {
		return // a sum of shares or means means nothing
	}
	s, cube := f.sources[r.table], f.monitor.Cube
	cell := cell{indicator: t.indicator}
	for i := range s.merged {
		m := &s.merged[i]
		if cell.region, cell.group, cell.period = int(m.region), int(m.group), int(m.period); cube.HasGroups(cell.region) {
			f.put(t, cell, m.row(), r.mergedFigure(t.columns, m, f.classes[r.table]))
		}
	}
}

// countsOnly tells whether the reading's topics are counts, of which none is
// negative and of which sums mean something.
func (r *reading) countsOnly(j *job) bool {
	return j.indicator.Kind == model.Count || len(r.denominator) > 0
}

// A cell is a place in the cube.
type cell struct{ region, group, indicator, period int }

// put writes a figure, unless another table knows more. Two tables that know
// different numbers are an error, but for one that yields.
func (f *filler) put(t *turn, c cell, row int, now model.Figure) {
	cube := f.monitor.Cube
	if len(t.before) == 0 { // a table has one row for a cell: nothing was there
		if now.State() != model.NotMeasured {
			cube.Set(c.region, c.group, c.indicator, c.period, now)
		}
		return
	}
	s := f.sources[t.reads[0].table]
	old := cube.At(c.region, c.group, c.indicator, c.period)
	if old.Known() && s.spec.Yields {
		return
	}
	if old.Known() && now.Known() && differ(old, now) {
		was, _ := old.Value()
		is, _ := now.Value()
		t.bad.addf("extract: %s, %s, indicator %q: table %s gives %v for group %q in %s and table %s gives %v; one of them would be right",
			s.data.name, s.row(row), t.job.spec.Key, s.spec.ID, is, f.monitor.Groups[c.group].Key, f.monitor.Periods[c.period].Code, strings.Join(t.before, " or "), was)
		return
	}
	if rank(now.State()) > rank(old.State()) {
		cube.Set(c.region, c.group, c.indicator, c.period, now)
	}
}
