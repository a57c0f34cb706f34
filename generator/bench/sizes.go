package bench

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/gzip"
)

// A Size is one kind of file: how many there are, and how large.
type Size struct {
	Kind         string
	Files        int
	Bytes        int64
	Gzip, Brotli int64 // of all of them, estimated from a sample when there are many
	Median, P99  int64 // bytes after gzip, of the sample
	Largest      int64 // bytes after gzip, of the largest file
	LargestBytes int64
	LargestPath  string
}

// kinds tell files apart, in the order of the table.
var kinds = []struct {
	name string
	path *regexp.Regexp
}{
	{"page of a buurt", regexp.MustCompile(`^gm[^/]+/bu[^/]+/index\.html$`)},
	{"page of a wijk", regexp.MustCompile(`^gm[^/]+/wk[^/]+/index\.html$`)},
	{"page of a municipality", regexp.MustCompile(`^gm[^/]+/index\.html$`)},
	{"page of groups", regexp.MustCompile(`^(nederland|gm[^/]+(/wk[^/]+)?)/groepen/index\.html$`)},
	{"report", regexp.MustCompile(`^gm[^/]+(/wk[^/]+)?/rapport/index\.html$`)},
	{"page to embed", regexp.MustCompile(`/insluiten/`)},
	{"page of a theme", regexp.MustCompile(`^(nederland|gm[^/]+(/wk[^/]+)?)/[a-z-]+/index\.html$`)},
	{"other page", regexp.MustCompile(`\.html$`)},
	{"wheel or sheet", regexp.MustCompile(`\.svg$`)},
	{"shard", regexp.MustCompile(`/data/[^/]+\.json$`)},
	{"CSV", regexp.MustCompile(`\.csv$`)},
	{"search list", regexp.MustCompile(`^zoek/`)},
	{"style and script", regexp.MustCompile(`^assets/`)},
	{"other file", regexp.MustCompile(``)},
}

// sampled is how many files of a kind are compressed.
const sampled = 400

// sizes measures every kind of file.
func sizes(dir string, files []file) ([]Size, error) {
	groups := make([][]file, len(kinds))
	for _, f := range files {
		path := filepath.ToSlash(f.path)
		for k := range kinds {
			if kinds[k].path.MatchString(path) {
				groups[k] = append(groups[k], f)
				break
			}
		}
	}
	var all []Size
	for k, group := range groups {
		if len(group) == 0 {
			continue
		}
		s, err := measure(dir, group)
		if err != nil {
			return nil, err
		}
		s.Kind = kinds[k].name
		all = append(all, s)
	}
	return all, nil
}

func measure(dir string, group []file) (Size, error) {
	s := Size{Files: len(group)}
	for _, f := range group {
		s.Bytes += f.size
		if f.size > s.LargestBytes || s.LargestPath == "" {
			s.LargestBytes, s.LargestPath = f.size, filepath.ToSlash(f.path)
		}
	}
	var packed []int64
	var plain, gzipped, brotlied int64
	step := max(1, len(group)/sampled)
	for i := 0; i < len(group); i += step {
		g, b, err := compressed(filepath.Join(dir, group[i].path))
		if err != nil {
			return s, err
		}
		packed = append(packed, g)
		plain += group[i].size
		gzipped += g
		brotlied += b
	}
	slices.Sort(packed)
	s.Median, s.P99 = packed[len(packed)/2], packed[(len(packed)*99-1)/100]
	s.Gzip, s.Brotli = gzipped, brotlied
	if plain > 0 {
		part := float64(s.Bytes) / float64(plain)
		s.Gzip, s.Brotli = int64(float64(gzipped)*part), int64(float64(brotlied)*part)
	}
	var err error
	s.Largest, _, err = compressed(filepath.Join(dir, filepath.FromSlash(s.LargestPath)))
	return s, err
}

type counter int64

func (c *counter) Write(b []byte) (int, error) { *c += counter(len(b)); return len(b), nil }

// brotliLevel is the level of servers that compress as they send.
const brotliLevel = 5

// compressed returns how many bytes a server sends for a file, to browsers that
// take either form.
func compressed(name string) (gzipped, brotlied int64, err error) {
	content, err := os.ReadFile(name)
	if err != nil {
		return 0, 0, fmt.Errorf("bench: %w", err)
	}
	var g, b counter
	for _, w := range []io.WriteCloser{gzip.NewWriter(&g), brotli.NewWriterLevel(&b, brotliLevel)} {
		if _, err := w.Write(content); err != nil {
			return 0, 0, fmt.Errorf("bench: %s: %w", name, err)
		}
		if err := w.Close(); err != nil {
			return 0, 0, fmt.Errorf("bench: %s: %w", name, err)
		}
	}
	return int64(g), int64(b), nil
}

// region tells whether a kind is a region's own page.
func (s *Size) region() bool {
	return strings.HasPrefix(s.Kind, "page of a ") && s.Kind != "page of a theme"
}
