package main

import (
	"fmt"
	"os"
	"strings"

	"wijkmonitor/generator/model"
	"wijkmonitor/generator/nearest"
	"wijkmonitor/generator/profile"
	"wijkmonitor/generator/proof"
	"wijkmonitor/generator/site"
)

type explainCmd struct {
	Region    string `arg:"" help:"Code of the region: GM0363."`
	Indicator string `arg:"" help:"Key of the indicator, as in monitor.yaml."`
	Group     string `help:"Key of the group; the whole population when not given."`
	Period    string `help:"Period: 2020 or 2020JJ00; the one that pages show when not given."`
	Dataset   string `help:"Folder with monitor.yaml." default:"datasets/demo" type:"path"`
	Extracts  string `help:"Folder with the Parquet files, if not the dataset's own." type:"path"`
}

// Run writes where one figure comes from and what was made of it.
func (c *explainCmd) Run() error {
	m, err := site.Read(site.Options{Dataset: c.Dataset, Extracts: c.Extracts})
	if err != nil {
		return err
	}
	region, err := pick("region", c.Region, names(len(m.Regions), func(i int) string { return m.Regions[i].Code }))
	if err != nil {
		return err
	}
	indicator, err := pick("indicator", c.Indicator, names(len(m.Indicators), func(i int) string { return m.Indicators[i].Key }))
	if err != nil {
		return err
	}
	group, period := 0, -1
	if c.Group != "" {
		if group, err = pick("group", c.Group, names(len(m.Groups), func(i int) string { return m.Groups[i].Key })); err != nil {
			return err
		}
		if m.Groups[group].Hidden {
			return fmt.Errorf("explain: group %q is hidden", c.Group)
		}
	}
	if c.Period != "" {
		if period, err = pickPeriod(m, c.Period); err != nil {
			return err
		}
	}
	p := proof.New(m, profile.NewBaseline(m), region, group, indicator, period)
	return p.WriteText(os.Stdout)
}

func names(n int, name func(int) string) []string {
	all := make([]string, n)
	for i := range all {
		all[i] = name(i)
	}
	return all
}

// pick finds a name, whatever its capitals.
func pick(what, name string, known []string) (int, error) {
	for i, k := range known {
		if strings.EqualFold(k, name) {
			return i, nil
		}
	}
	if near := nearest.Nearest(name, known); near != "" {
		return 0, fmt.Errorf("explain: there is no %s %q; did you mean %q?", what, name, near)
	}
	return 0, fmt.Errorf("explain: there is no %s %q", what, name)
}

func pickPeriod(m *model.Monitor, name string) (int, error) {
	for i, p := range m.Periods {
		if p.Label == name || p.Code == strings.ToUpper(name) {
			return i, nil
		}
	}
	return pick("period", name, names(len(m.Periods), func(i int) string { return m.Periods[i].Code }))
}
