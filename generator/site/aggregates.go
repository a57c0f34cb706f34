package site

import (
	"bufio"
	"compress/gzip"
	"crypto/sha256"
	"encoding/gob"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"wijkmonitor/generator/disclosure"
	"wijkmonitor/generator/model"
	"wijkmonitor/generator/profile"
)

// Aggregates are what takes all regions to compute, computed once for the
// parts of a site: which figures are withheld, and what every region is
// compared with.
type Aggregates struct {
	Inputs   digest // of program, definition and extracts
	Withheld []int  // distances between the figures that disclosure.Protect withheld
	Baseline profile.Aggregates
}

const aggregatesHead = "wijkmonitor aggregates 1\n"

// WriteAggregates computes the aggregates of a dataset and writes them as a
// file. On an error there is no file, or the old one.
func WriteAggregates(o Options, name string) (Aggregates, error) {
	var a Aggregates
	var err error
	if a.Inputs, err = printDataset(o); err != nil {
		return a, fmt.Errorf("site: %w", err)
	}
	m, report, err := read(o, nil)
	if err != nil {
		return a, err
	}
	a.Withheld, a.Baseline = distances(report.Withheld), profile.NewBaseline(m).Aggregates()
	temp, err := os.CreateTemp(filepath.Dir(name), ".aggregates-*")
	if err != nil {
		return a, fmt.Errorf("site: %w", err)
	}
	defer os.Remove(temp.Name()) //nolint:errcheck // it is renamed when all went well
	if err := a.write(temp); err != nil {
		temp.Close() //nolint:errcheck // the first error counts
		return a, fmt.Errorf("site: %s: %w", name, err)
	}
	if err := temp.Close(); err != nil {
		return a, fmt.Errorf("site: %w", err)
	}
	if err := os.Chmod(temp.Name(), 0o644); err != nil {
		return a, fmt.Errorf("site: %w", err)
	}
	if err := os.Rename(temp.Name(), name); err != nil {
		return a, fmt.Errorf("site: %w", err)
	}
	return a, nil
}

func (a *Aggregates) write(w io.Writer) error {
	if _, err := io.WriteString(w, aggregatesHead); err != nil {
		return err
	}
	z := gzip.NewWriter(w)
	if err := gob.NewEncoder(z).Encode(a); err != nil {
		return err
	}
	return z.Close()
}

// readAggregates reads a file that WriteAggregates wrote for the same dataset.
func readAggregates(o Options) (*Aggregates, error) {
	f, err := os.Open(o.Aggregates)
	if err != nil {
		return nil, fmt.Errorf("site: %w", err)
	}
	defer f.Close()
	a, err := decodeAggregates(f)
	if err != nil {
		return nil, fmt.Errorf("site: %s: %w: a file that \"generator aggregates\" wrote would be right", o.Aggregates, err)
	}
	now, err := printDataset(o)
	if err != nil {
		return nil, fmt.Errorf("site: %w", err)
	}
	if a.Inputs != now {
		return nil, fmt.Errorf("site: %s was made from another definition or other extracts, or by another program: those of this dataset would be right", o.Aggregates)
	}
	return a, nil
}

// decodeAggregates checks form and checksum.
func decodeAggregates(r io.Reader) (*Aggregates, error) {
	in := bufio.NewReader(r)
	head := make([]byte, len(aggregatesHead))
	if _, err := io.ReadFull(in, head); err != nil || string(head) != aggregatesHead {
		return nil, fmt.Errorf("it does not begin with %q", aggregatesHead)
	}
	z, err := gzip.NewReader(in)
	if err != nil {
		return nil, err
	}
	var a Aggregates
	if err := gob.NewDecoder(z).Decode(&a); err != nil {
		return nil, err
	}
	_, err = io.Copy(io.Discard, z) // to the checksum
	return &a, err
}

// use does to a monitor what the aggregates say.
func (a *Aggregates) use(m *model.Monitor) error {
	figures := slices.Clone(a.Withheld)
	for i := 1; i < len(figures); i++ {
		figures[i] += figures[i-1]
	}
	return disclosure.Withhold(m, figures)
}

// baseline is what every region is compared with: given, or else computed.
func (a *Aggregates) baseline(m *model.Monitor) (*profile.Baseline, error) {
	if a == nil {
		return profile.NewBaseline(m), nil
	}
	return profile.LoadBaseline(m, &a.Baseline)
}

func distances(ascending []int) []int {
	d := slices.Clone(ascending)
	for i := len(d) - 1; i > 0; i-- {
		d[i] -= d[i-1]
	}
	return d
}

// printDataset is the digest of what the aggregates are made from.
func printDataset(o Options) (p digest, err error) {
	h := sha256.New()
	program, err := os.Executable()
	if err != nil {
		return p, err
	}
	if err := printFile(h, program); err != nil {
		return p, err
	}
	for _, dir := range []string{o.Dataset, o.Extracts} {
		if err := printFolder(h, dir, func(string) bool { return true }); err != nil {
			return p, err
		}
	}
	return digest(h.Sum(nil)), nil
}
