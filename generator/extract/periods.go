package extract

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"wijkmonitor/generator/formula"
	"wijkmonitor/generator/model"
)

var months = [...]string{"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"}

// A stretch is the stretch of time of a period: months from the start of a year.
// A school year runs from August.
type stretch struct {
	year        int
	sort        string // JJ, HJ, KW, MM or SJ; "" for a code of another form
	number      int    // of the half year, quarter or month
	end, length int    // in months; end counts from the start of the year
}

// stretchOf reads a code of CBS: 2020JJ00, 2015HJ01, 2024KW03, 2014MM12, 2019SJ00.
// A code of another form is taken for the year that it begins with.
func stretchOf(code string) stretch {
	s := stretch{year: yearOf(code), end: 12, length: 12}
	if len(code) != 8 {
		return s
	}
	n, err := strconv.Atoi(code[6:])
	if err != nil || n < 0 {
		return s
	}
	length, last := 0, 0
	switch code[4:6] {
	case "JJ":
		length = 12
	case "SJ":
		length = 12
		s.end = 19
	case "HJ":
		length, last = 6, 2
	case "KW":
		length, last = 3, 4
	case "MM":
		length, last = 1, 12
	}
	if length == 0 || n > last || n == 0 && last > 0 {
		return stretch{year: s.year, end: 12, length: 12}
	}
	s.sort, s.number, s.length = code[4:6], n, length
	if last > 0 {
		s.end = n * length
	}
	return s
}

// comparePeriods orders codes in time: by year, then by end; of two that end
// together the longer comes last.
func comparePeriods(a, b string) int {
	x, y := stretchOf(a), stretchOf(b)
	return cmp.Or(cmp.Compare(x.year, y.year), cmp.Compare(x.end, y.end), cmp.Compare(x.length, y.length), cmp.Compare(a, b))
}

// periodLabel names a period in Dutch; one whose code has another form keeps
// its title, without the star of provisional figures.
func periodLabel(code, title string) string {
	s := stretchOf(code)
	switch s.sort {
	case "JJ":
		return code[:4]
	case "SJ":
		return fmt.Sprintf("schooljaar %s/'%02d", code[:4], (s.year+1)%100)
	case "HJ":
		return fmt.Sprintf("%de halfjaar %s", s.number, code[:4])
	case "KW":
		return fmt.Sprintf("%s %de kwartaal", code[:4], s.number)
	case "MM":
		return months[s.number-1] + " " + code[:4]
	}
	return orElse(strings.TrimSpace(strings.TrimRight(title, "* ")), code)
}

// provisional tells whether the figures of a period are not definite yet: CBS
// says so in the status of the period, or by a star behind its title.
func (l *codeList) provisional(code string) bool {
	status := strings.TrimSpace(l.status[code])
	return status != "" && !strings.EqualFold(status, "Definitief") || strings.HasSuffix(l.titles[code], "*")
}

func sortPeriods(labels map[string]string) []model.Period {
	list := make([]model.Period, 0, len(labels))
	for code, label := range labels {
		list = append(list, model.Period{Code: code, Label: label})
	}
	slices.SortFunc(list, func(a, b model.Period) int { return comparePeriods(a.Code, b.Code) })
	return list
}

// markPeriods notes of each indicator in which periods its figures are
// provisional, and from which on another source or definition holds.
func markPeriods(m *model.Monitor, sources []*source, jobs []job) {
	for i := range jobs {
		j := &jobs[i]
		for p, period := range m.Periods {
			if slices.ContainsFunc(j.reads, func(r reading) bool {
				s := sources[r.table]
				return slices.Contains(m.Tables[r.table].Periods, p) && s.time != "" && s.times.provisional(period.Code)
			}) {
				j.indicator.Provisional = append(j.indicator.Provisional, p)
			}
		}
		j.indicator.Breaks = breaks(j.spec.Breaks, m.Periods)
	}
	for i := range jobs {
		for _, key := range jobs[i].parts() {
			if at := m.Find(key); at >= 0 && at < len(m.Indicators) {
				jobs[i].indicator.Provisional = append(jobs[i].indicator.Provisional, m.Indicators[at].Provisional...)
			}
		}
		slices.Sort(jobs[i].indicator.Provisional)
		jobs[i].indicator.Provisional = slices.Compact(jobs[i].indicator.Provisional)
	}
}

// breaks gives the first period of each year in which a series breaks, or the
// first one after it; none where nothing comes before or after.
func breaks(years []int, periods []model.Period) []int {
	var list []int
	for _, year := range years {
		at := slices.IndexFunc(periods, func(p model.Period) bool { return yearOf(p.Code) >= year })
		if at > 0 {
			list = append(list, at)
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// parts lists the indicators that an indicator is made from.
func (j *job) parts() []string {
	var keys []string
	for _, w := range j.spec.MeanOf {
		keys = append(keys, w.Key)
	}
	if e, err := formula.Parse(j.spec.Expression); j.spec.Expression != "" && err == nil {
		keys = append(keys, e.Keys()...)
	}
	return keys
}
