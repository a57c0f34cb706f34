package browser

import (
	"compress/gzip"
	"slices"
	"strings"
	"testing"
)

const kB = 1000

// TestBudgets holds the sizes that a visitor waits for, as a server sends
// them (gzip at its usual level).
func TestBudgets(t *testing.T) {
	t.Parallel()
	var regions []int
	embeds := 0
	for _, f := range files(t, "") {
		size := 0
		switch {
		case regionPage.MatchString(f):
			regions = append(regions, gzipped(t, f))
		case strings.Contains(f, "/insluiten/") && strings.HasSuffix(f, ".html"):
			embeds = max(embeds, within(t, f, 14*kB))
		case strings.HasSuffix(f, ".css"):
			size = within(t, f, 10*kB)
		case strings.HasSuffix(f, ".js"):
			size = within(t, f, 12*kB)
		case strings.HasSuffix(f, ".json"):
			within(t, f, 100*kB)
		}
		if size > 0 {
			t.Logf("%s: %d bytes", f, size)
		}
	}
	t.Logf("the largest page to embed is %d bytes gzipped", embeds)
	if embeds == 0 {
		t.Error("the demo has no pages to embed")
	}
	if len(regions) == 0 {
		t.Fatal("the demo has no region pages")
	}
	slices.Sort(regions)
	median, p99 := regions[len(regions)/2], regions[len(regions)*99/100]
	t.Logf("%d region pages: median %d, 99th percentile %d bytes gzipped", len(regions), median, p99)
	if median > 14*kB {
		t.Errorf("the median region page is %d bytes gzipped; at most 14 kB would be right", median)
	}
	if p99 > 30*kB {
		t.Errorf("the 99th percentile of the region pages is %d bytes gzipped; at most 30 kB would be right", p99)
	}
}

func within(t *testing.T, name string, limit int) int {
	t.Helper()
	n := gzipped(t, name)
	if n > limit {
		t.Errorf("%s is %d bytes gzipped; at most %d would be right", name, n, limit)
	}
	return n
}

type counter int

func (c *counter) Write(b []byte) (int, error) { *c += counter(len(b)); return len(b), nil }

func gzipped(t testing.TB, name string) int {
	t.Helper()
	var n counter
	w := gzip.NewWriter(&n)
	if _, err := w.Write(read(t, name)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return int(n)
}
