package cbs_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode"

	"wijkmonitor/generator/cbs"
	"wijkmonitor/generator/cbs/cbsserver"
	"wijkmonitor/generator/extract"
)

// left lists what is on disk but for the lock, with a work folder as "work".
func left(t *testing.T, dir string) (list []string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		switch {
		case e.Name() == ".fetch.lock":
		case strings.HasPrefix(e.Name(), ".fetch-"):
			list = append(list, "work")
		default:
			list = append(list, e.Name())
		}
	}
	return list
}

// A fault, what the fetch says of it ("" = it recovers), and what is left.
var faultTable = []struct {
	fault cbsserver.Fault
	says  string
	keeps bool // the work folder, to go on from
}{
	{"", "", false},
	{cbsserver.Reset, "", false},
	{cbsserver.Truncated, "", false},
	{cbsserver.HTML, "", false},
	{cbsserver.Busy, "", false},
	{cbsserver.Slow, "", false},
	{cbsserver.NotAcceptable, "", false},
	{cbsserver.Changed, "", false},
	{cbsserver.ResetAlways, "page 2: the connection broke in the middle of the answer", true},
	{cbsserver.TruncatedEver, "page 2: the answer is cut off: the JSON ends too early (3 attempts); try again later", true},
	{cbsserver.BusyLong, "the server said 429 Too Many Requests (\"Too many requests\"); the server asks to come back in 24h0m0s", true},
	{cbsserver.Down, "the server said 503 Service Unavailable (\"Service Unavailable\") (3 attempts)", false},
	{cbsserver.NeverJSON, "406 Not Acceptable", false},
	{cbsserver.Changing, "it changed 3 times while it was fetched", false},
	{cbsserver.Loop, "leads back to a page that was read already", false},
	{cbsserver.Foreign, "the link to the next page leads to http://example.org; only http://127.0.0.1", false},
	{cbsserver.Redirect, "redirects to http://example.org; only http://127.0.0.1", false},
	{cbsserver.TooFew, "and says that the table has", false},
	{cbsserver.TooMany, "and says that the table has", false},
	{cbsserver.Endless, "the answer is larger than 8388608 bytes", false},
	{cbsserver.EndlessRow, "a row is larger than 1048576 bytes", false},
	{cbsserver.APILimit, "more than 10000 records", true},
	{cbsserver.BadNumber, "is \"twaalf\"; a number would be right", false},
	{cbsserver.OtherTable, "the answer is about table \"00000XXX\"", false},
	{cbsserver.ControlWords, `400 Bad Request ("bad [31m request line two`, false},
}

func TestFetch_Faults(t *testing.T) {
	for _, protocol := range []string{"v3", "v4"} {
		for _, c := range faultTable {
			if c.fault == cbsserver.APILimit && protocol == "v4" {
				continue // v4 has no such limit
			}
			t.Run(protocol+" "+string(c.fault), func(t *testing.T) {
				r := newRig(t, tiny(t, c.fault))
				def := tinyDefinition()
				r.options.Protocol, r.options.Attempts = protocol, 3
				r.options.Limits = cbs.Limits{Page: 8 << 20, Row: 1 << 20}
				if c.fault == cbsserver.Slow {
					r.options.Limits.Request = 2 * time.Second
				}
				err := cbs.Fetch(t.Context(), def, r.options)
				files := left(t, r.options.Dir)
				if c.says == "" {
					checkWhole(t, err, r.options.Dir, protocol, files)
					return
				}
				if err == nil || !strings.Contains(err.Error(), c.says) {
					t.Fatalf("says %v; %q would be right", err, c.says)
				}
				checkWords(t, err, def.Tables[0].ID)
				want := ""
				if c.keeps {
					want = "work"
				}
				if got := strings.Join(files, " "); got != want {
					t.Errorf("left on disk: %q; %q would be right", got, want)
				}
			})
		}
	}
}

// checkWhole demands a whole extract and nothing else.
func checkWhole(t *testing.T, err error, dir, protocol string, files []string) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	m, err := extract.ReadManifest(dir, protocol, "90001DEM")
	if err != nil || m == nil {
		t.Fatalf("manifest %v, %v", m, err)
	}
	if err := m.Verify(dir); err != nil {
		t.Error(err)
	}
	if len(files) != len(m.Files)+1 {
		t.Errorf("%d files; the %d of the manifest and itself would be right: %s", len(files), len(m.Files), files)
	}
	p, err := extract.OpenPart(filepath.Join(dir, m.Files[len(m.Files)-1].Name))
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	if p.Rows != m.Rows || m.Rows == 0 {
		t.Errorf("%d rows; %d would be right", p.Rows, m.Rows)
	}
}

// checkWords demands a message for people: about the table, short, in one piece.
func checkWords(t *testing.T, err error, table string) {
	t.Helper()
	s := err.Error()
	if !strings.HasPrefix(s, "fetch: table "+table) || len(s) > 700 {
		t.Errorf("message of %d bytes: %s", len(s), s)
	}
	if strings.ContainsFunc(strings.ReplaceAll(s, "\n", ""), func(r rune) bool { return unicode.IsControl(r) || !unicode.IsPrint(r) }) {
		t.Errorf("control characters in %q", s)
	}
}

func TestFetch_WaitsAsAsked(t *testing.T) {
	r := newRig(t, tiny(t, cbsserver.Busy))
	if err := cbs.Fetch(t.Context(), tinyDefinition(), r.options); err != nil {
		t.Fatal(err)
	}
	if len(r.waits) != 1 || r.waits[0] < 7*time.Second {
		t.Errorf("waited %v; once, 7 s or more, would be right", r.waits)
	}
}

func TestFetch_GoesOnAfterInterruption(t *testing.T) {
	for _, protocol := range []string{"v3", "v4"} {
		t.Run(protocol, func(t *testing.T) {
			r := newRig(t, tiny(t, cbsserver.ResetAlways))
			r.options.Protocol, r.options.Attempts = protocol, 1
			def := tinyDefinition()
			if err := cbs.Fetch(t.Context(), def, r.options); err == nil {
				t.Fatal("no error of a broken connection")
			}
			if _, err := extract.Load(def, r.options.Dir); err == nil {
				t.Error("half a table was taken for whole")
			}
			r.server.SetFault("")
			if err := cbs.Fetch(t.Context(), def, r.options); err != nil {
				t.Fatal(err)
			}
			again, second := 0, 0
			for address, n := range r.server.Asked() {
				part := address[strings.LastIndexByte(address, '/')+1:]
				switch {
				case strings.HasPrefix(part, "Properties"), strings.HasPrefix(part, "TableInfos"), strings.HasPrefix(part, "Tables"), strings.HasPrefix(part, "CategoryGroups"):
				case strings.Contains(address, "skip="):
					second = max(second, n)
				case n > 1:
					again++
					t.Errorf("%s was asked for %d times", address, n)
				}
			}
			if second != 2 {
				t.Errorf("the page that broke was asked for %d times; 2 would be right", second)
			}
			checkWhole(t, nil, r.options.Dir, protocol, left(t, r.options.Dir))
		})
	}
}

func TestFetch_SpoiledPageIsAskedAgain(t *testing.T) {
	r := newRig(t, tiny(t, cbsserver.ResetAlways))
	r.options.Protocol, r.options.Attempts = "v3", 1
	def := tinyDefinition()
	if err := cbs.Fetch(t.Context(), def, r.options); err == nil {
		t.Fatal("no error of a broken connection")
	}
	pages, err := filepath.Glob(filepath.Join(r.options.Dir, ".fetch-*", "*.json.gz"))
	if err != nil || len(pages) == 0 {
		t.Fatalf("no pages were kept: %v", err)
	}
	if err := os.WriteFile(pages[len(pages)-1], []byte("spoiled"), 0o600); err != nil {
		t.Fatal(err)
	}
	r.server.SetFault("")
	if err := cbs.Fetch(t.Context(), def, r.options); err != nil {
		t.Fatal(err)
	}
	checkWhole(t, nil, r.options.Dir, "v3", left(t, r.options.Dir))
}
