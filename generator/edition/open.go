package edition

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Limits on what comes from outside. A national edition has about 120,000
// files, together some gigabytes.
const (
	mostEntries = 2_000_000
	largest     = 16 << 30 // bytes of one file
	largestText = 256 << 20
)

// An Archive is an opened bag. Its entries are sorted and their names are safe
// to use as paths; whether the bytes are right is for Verify to say.
type Archive struct {
	Name  string // of the bag's folder
	file  io.ReaderAt
	size  int64
	zip   *zip.Reader
	index map[string]*zip.File // by path in the bag
	close func() error
}

// Open opens the archive at a path.
func Open(name string) (*Archive, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("edition: %w", err)
	}
	info, err := f.Stat()
	if err != nil {
		f.Close()
		return nil, fmt.Errorf("edition: %w", err)
	}
	a, err := read(f, info.Size())
	if err != nil {
		f.Close()
		return nil, fmt.Errorf("edition: %s: %w", name, err)
	}
	a.close = f.Close
	return a, nil
}

// Close closes the file.
func (a *Archive) Close() error { return a.close() }

// read checks the directory of a zip.
func read(r io.ReaderAt, size int64) (*Archive, error) {
	z, err := zip.NewReader(r, size)
	if err != nil {
		return nil, fmt.Errorf("the list of files at the end of the zip cannot be read: %w", err)
	}
	if len(z.File) == 0 || len(z.File) > mostEntries {
		return nil, fmt.Errorf("a zip of %d files; an archive that this program wrote would be right", len(z.File))
	}
	a := &Archive{file: r, size: size, zip: z, index: make(map[string]*zip.File, len(z.File)), close: func() error { return nil }}
	a.Name, _, _ = strings.Cut(z.File[0].Name, "/")
	last := ""
	for _, f := range z.File {
		path, ok := strings.CutPrefix(f.Name, a.Name+"/")
		switch {
		case !ok || !Safe(f.Name):
			return nil, fmt.Errorf("%q is not a path in the folder %q", f.Name, a.Name)
		case f.Name <= last:
			return nil, fmt.Errorf("%q stands out of order or twice", f.Name)
		case f.UncompressedSize64 > largest || f.Method != zip.Store && f.Method != zip.Deflate || !f.Mode().IsRegular():
			return nil, fmt.Errorf("%q is too large, no plain file, or packed in another way than ours", f.Name)
		}
		last = f.Name
		a.index[path] = f
	}
	return a, nil
}

// copyTo writes an entry's content, never more than the directory says, and
// checks its size and checksum.
func copyTo(w io.Writer, f *zip.File) error {
	r, err := f.Open()
	if err != nil {
		return err
	}
	defer r.Close()
	n, err := io.Copy(w, io.LimitReader(r, int64(f.UncompressedSize64)))
	if err != nil {
		return err
	}
	if uint64(n) != f.UncompressedSize64 {
		return io.ErrUnexpectedEOF
	}
	// The checksum is compared at the end of the stream, one read further.
	switch n, err := r.Read(make([]byte, 1)); {
	case n > 0:
		return fmt.Errorf("more than the %d bytes that it should have", f.UncompressedSize64)
	case err != io.EOF:
		return err
	}
	return nil
}

// text returns the content of a small entry: a tag file.
func (a *Archive) text(path string) ([]byte, error) {
	f := a.index[path]
	if f == nil {
		return nil, fmt.Errorf("%s is missing", path)
	}
	if f.UncompressedSize64 > largestText {
		return nil, fmt.Errorf("%s has %d bytes: too many", path, f.UncompressedSize64)
	}
	var b bytes.Buffer
	if err := copyTo(&b, f); err != nil {
		return nil, fmt.Errorf("%s is damaged: %w", path, err)
	}
	return b.Bytes(), nil
}

// Paths lists the files below a folder of the bag, sorted: "data/site/".
func (a *Archive) Paths(below string) []string {
	var all []string
	for path := range a.index {
		if strings.HasPrefix(path, below) {
			all = append(all, path)
		}
	}
	slices.Sort(all)
	return all
}

// Read returns a file of the bag.
func (a *Archive) Read(path string) ([]byte, error) {
	b, err := a.text(path)
	if err != nil {
		return nil, fmt.Errorf("edition: %w", err)
	}
	return b, nil
}

// Extract writes the files below a folder of the bag into dir, which must not
// hold them yet.
func (a *Archive) Extract(below, dir string) error {
	for _, path := range a.Paths(below) {
		if err := extract(a.index[path], filepath.Join(dir, filepath.FromSlash(strings.TrimPrefix(path, below)))); err != nil {
			return fmt.Errorf("edition: %s: %w", path, err)
		}
	}
	return nil
}

func extract(f *zip.File, name string) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	out, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	if err := copyTo(out, f); err != nil {
		out.Close()
		return err
	}
	return out.Close()
}
