package cbs_test

import (
	"context"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"wijkmonitor/generator/cbs"
	"wijkmonitor/generator/cbs/cbsserver"
	"wijkmonitor/generator/definition"
	"wijkmonitor/generator/extract"
	"wijkmonitor/generator/model"
)

const (
	demoDataset = "../../datasets/demo"
	realExtract = "../../../shared/data/cbs-parquet/84799NED"
	realDataset = "../../datasets/kwb-2020"
)

// A rig is a server, an empty dataset and what the fetch said and waited for.
type rig struct {
	server  *cbsserver.Server
	options cbs.Options
	mu      sync.Mutex
	lines   []string
	waits   []time.Duration
}

func newRig(t *testing.T, o cbsserver.Options) *rig {
	t.Helper()
	s, err := cbsserver.New(o)
	if err != nil {
		t.Fatal(err)
	}
	h := httptest.NewServer(s)
	t.Cleanup(h.Close)
	r := &rig{server: s}
	r.options = cbs.Options{Dir: t.TempDir(), BaseURL: h.URL,
		Report: cbs.Report{Line: func(s string) { r.lines = append(r.lines, s) }},
		Now:    func() time.Time { return time.Date(2026, 11, 20, 23, 30, 0, 0, time.UTC) },
		Wait: func(ctx context.Context, d time.Duration) error {
			r.mu.Lock()
			defer r.mu.Unlock()
			r.waits = append(r.waits, d)
			return ctx.Err()
		}}
	return r
}

func read(t *testing.T, dataset string) *model.Definition {
	t.Helper()
	def, err := definition.Read(filepath.Join(dataset, "monitor.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	return def
}

func load(t *testing.T, def *model.Definition, dir string) *model.Monitor {
	t.Helper()
	m, err := extract.Load(def, dir)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// equal holds every figure of two monitors against each other.
func equal(t *testing.T, want, got *model.Monitor) {
	t.Helper()
	if len(want.Regions) != len(got.Regions) || len(want.Indicators) != len(got.Indicators) || len(want.Groups) != len(got.Groups) || len(want.Periods) != len(got.Periods) {
		t.Fatalf("%d regions, %d indicators, %d groups, %d periods; %d, %d, %d, %d would be right", len(got.Regions), len(got.Indicators), len(got.Groups), len(got.Periods),
			len(want.Regions), len(want.Indicators), len(want.Groups), len(want.Periods))
	}
	cells, numbers := 0, 0
	for r := range want.Regions {
		if want.Regions[r].Code != got.Regions[r].Code || want.Regions[r].Name != got.Regions[r].Name {
			t.Fatalf("region %d is %s %q; %s %q would be right", r, got.Regions[r].Code, got.Regions[r].Name, want.Regions[r].Code, want.Regions[r].Name)
		}
		for g := range want.Groups {
			for i := range want.Indicators {
				for p := range want.Periods {
					a, b := want.Cube.At(r, g, i, p), got.Cube.At(r, g, i, p)
					if a != b {
						t.Fatalf("%s, %s, %s: %+v; %+v would be right", want.Regions[r].Code, want.Groups[g].Key, want.Indicators[i].Key, b, a)
					}
					cells++
					if a.Known() {
						numbers++
					}
				}
			}
		}
	}
	if numbers == 0 {
		t.Error("no cell has a number")
	}
	t.Logf("%d cells equal, %d of them numbers", cells, numbers)
}

// measured makes a definition for v3 one for v4: topics become measures.
func measured(def *model.Definition, s *cbsserver.Server) *model.Definition {
	of := func(topic string) string {
		for _, id := range s.Tables() {
			if m, ok := s.Measures(id)[topic]; ok {
				return m
			}
		}
		return topic
	}
	for i := range def.Indicators {
		d := &def.Indicators[i]
		for _, topic := range []*string{&d.Topic, &d.Low, &d.High} {
			*topic = of(*topic)
		}
		for _, list := range [][]string{d.Numerator, d.Denominator} {
			for n := range list {
				list[n] = of(list[n])
			}
		}
		for id := range d.Moved {
			d.Moved[id] = of(d.Moved[id])
		}
	}
	for c := range def.Classifications {
		for g := range def.Classifications[c].Groups {
			topics := def.Classifications[c].Groups[g].Topics
			for key := range topics {
				topics[key] = of(topics[key])
			}
		}
	}
	return def
}

func TestFetch_SameFigures(t *testing.T) {
	for _, c := range []struct {
		name, protocol    string
		narrow            bool
		extracts, dataset string
	}{
		{"demo v3", "v3", false, demoDataset, demoDataset},
		{"demo v4", "v4", false, demoDataset, demoDataset},
		{"demo v3 narrow", "v3", true, demoDataset, demoDataset},
		{"demo v4 narrow", "v4", true, demoDataset, demoDataset},
		{"KWB 2020 v3", "v3", false, realExtract, realDataset},
		{"KWB 2020 v4", "v4", false, realExtract, realDataset},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, err := os.Stat(c.extracts); err != nil {
				t.Skip("the real extract of 84799NED is not here")
			}
			r := newRig(t, cbsserver.Options{Extracts: c.extracts})
			def := read(t, c.dataset)
			if c.protocol == "v4" {
				def = measured(def, r.server)
			}
			r.options.Protocol, r.options.Narrow = c.protocol, c.narrow
			if err := cbs.Fetch(t.Context(), def, r.options); err != nil {
				t.Fatal(err)
			}
			got := load(t, def, r.options.Dir)
			equal(t, load(t, read(t, c.dataset), c.extracts), got)
			if got.Tables[0].Retrieved != "2026-11-20" && def.Tables[0].Retrieved == "" {
				t.Errorf("retrieved on %q", got.Tables[0].Retrieved)
			}
			left, err := filepath.Glob(filepath.Join(r.options.Dir, ".*-*"))
			if err != nil || len(left) > 0 {
				t.Errorf("left on disk: %s", strings.Join(left, " "))
			}
		})
	}
}
