package bench

import (
	"fmt"
	"io"
	"text/tabwriter"
)

// WriteText writes a result as tables.
func (r *Result) WriteText(w io.Writer) error {
	t := tabwriter.NewWriter(w, 0, 8, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "stage\tseconds\tCPU\tallocated MB\tobjects\t")
	total, writing := Stage{Name: "all"}, 0.0
	for _, s := range r.Stages {
		stageLine(t, &s)
		total.Seconds += s.Seconds
		total.CPU += s.CPU
		total.Allocated += s.Allocated
		total.Objects += s.Objects
		if s.Name == "write" {
			writing = s.Seconds
		}
	}
	stageLine(t, &total)
	if err := t.Flush(); err != nil {
		return err
	}
	t = tabwriter.NewWriter(w, 0, 8, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "\nkind\tfiles\tMB\tgzip MB\tbrotli MB\tgzip median\tp99\tlargest\t")
	regions, files, bytes, gzipped, brotlied := 0, 0, int64(0), int64(0), int64(0)
	for i := range r.Sizes {
		s := &r.Sizes[i]
		fmt.Fprintf(t, "%s\t%d\t%.1f\t%.1f\t%.1f\t%d\t%d\t%d\t\n", s.Kind, s.Files, float64(s.Bytes)/1e6, float64(s.Gzip)/1e6, float64(s.Brotli)/1e6, s.Median, s.P99, s.Largest)
		files += s.Files
		bytes += s.Bytes
		gzipped += s.Gzip
		brotlied += s.Brotli
		if s.region() {
			regions += s.Files
		}
	}
	fmt.Fprintf(t, "all\t%d\t%.1f\t%.1f\t%.1f\t\t\t\t\n", files, float64(bytes)/1e6, float64(gzipped)/1e6, float64(brotlied)/1e6)
	if err := t.Flush(); err != nil {
		return err
	}
	_, err := fmt.Fprintf(w, "\npeak memory %.0f MB; while writing %.0f pages/s (%.0f of regions), %.0f files/s, %.0f MB/s\nfloor: %.2f s to write the same files; writing takes %.2f × the floor, the whole build %.2f ×\n",
		float64(r.Peak)/1e6, float64(r.Summary.Pages)/writing, float64(regions)/writing, float64(files)/writing, float64(bytes)/1e6/writing,
		r.Floor, writing/r.Floor, total.Seconds/r.Floor)
	if err != nil {
		return err
	}
	a := &r.Alone
	_, err = fmt.Fprintf(w, "alone: %.1f million observations read, %.1f million/s (%.1f million known figures, %.1f million/s); %d pages of regions (%.0f MB) made and written, %.0f pages/s\n",
		float64(a.Observations)/1e6, float64(a.Observations)/1e6/a.Reading, float64(a.Figures)/1e6, float64(a.Figures)/1e6/a.Reading, a.Pages, float64(a.Bytes)/1e6, float64(a.Pages)/a.Writing)
	return err
}

func stageLine(w io.Writer, s *Stage) {
	fmt.Fprintf(w, "%s\t%.2f\t%.2f\t%.0f\t%d\t\n", s.Name, s.Seconds, s.CPU, float64(s.Allocated)/1e6, s.Objects)
}
