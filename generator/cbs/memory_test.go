package cbs_test

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"wijkmonitor/generator/cbs"
	"wijkmonitor/generator/cbs/cbsserver"
)

const synthetic = 10_000_000 // observations

// flood answers for the observations of a table that is made up as it is asked.
type flood struct {
	server *cbsserver.Server
	rows   int
}

func (f *flood) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	switch {
	case strings.HasSuffix(r.URL.Path, "/Properties"):
		fmt.Fprintf(w, `{"Identifier":%q,"Title":"Kerncijfers 2020","Modified":"2021-01-01T00:00:00","ObservationCount":%d}`, tinyID, f.rows)
	case strings.HasSuffix(r.URL.Path, "/Observations"):
		skip, _ := strconv.Atoi(r.URL.Query().Get("$skip"))
		io.WriteString(w, `{"value":[`)
		for i := skip; i < min(skip+100_000, f.rows); i++ {
			if i > skip {
				io.WriteString(w, ",")
			}
			fmt.Fprintf(w, `{"Id":%d,"Measure":"M00000%d","ValueAttribute":"None","Value":%d,"StringValue":null,"WijkenEnBuurten":"BU%08d"}`, i, 5+i%2, i%1000, i/2%14000)
		}
		io.WriteString(w, "]")
		if skip+100_000 < f.rows {
			fmt.Fprintf(w, `,"@odata.nextLink":"http://%s%s?$skip=%d"`, r.Host, r.URL.Path, skip+100_000)
		}
		io.WriteString(w, "}")
	default:
		f.server.ServeHTTP(w, r)
	}
}

// BenchmarkFetch_Memory fetches ten million observations. The heap in use is
// looked at during the work, and must not grow with the rows.
func BenchmarkFetch_Memory(b *testing.B) {
	dir := b.TempDir()
	s := tinyServer(b, dir)
	for b.Loop() {
		h := httptest.NewServer(&flood{s, synthetic})
		var peak uint64
		stop, stopped := make(chan struct{}), make(chan struct{})
		go func() {
			defer close(stopped)
			var m runtime.MemStats
			for {
				runtime.ReadMemStats(&m)
				peak = max(peak, m.HeapInuse)
				select {
				case <-stop:
					return
				case <-time.After(50 * time.Millisecond):
				}
			}
		}()
		def := measured(tinyDefinition(), s)
		if err := cbs.Fetch(b.Context(), def, cbs.Options{Dir: b.TempDir(), Protocol: "v4", BaseURL: h.URL}); err != nil {
			b.Fatal(err)
		}
		close(stop)
		<-stopped
		h.Close()
		b.ReportMetric(float64(peak)/1e6, "peak-MB")
		if peak > 256<<20 {
			b.Errorf("%d MB of heap; less than 256 would be right", peak>>20)
		}
	}
}
