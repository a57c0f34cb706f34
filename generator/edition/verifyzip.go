package edition

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"strings"
)

// checkZip compares the zip around the files with the one that WriteZip makes
// of them, then its seal. Files that are whole can still have a damaged name
// or date beside them, or a flipped bit that unpacking does not use.
func (a *Archive) checkZip() []error {
	c := &comparer{with: a.file}
	z := zip.NewWriter(c)
	for _, f := range a.zip.File {
		if err := sameEntry(z, f); err != nil {
			return []error{fmt.Errorf("%s is damaged: the zip around it is not as it was written: %w", strings.TrimPrefix(f.Name, a.Name+"/"), err)}
		}
	}
	if err := errors.Join(z.SetComment(a.zip.Comment), z.Close()); err != nil {
		return []error{fmt.Errorf("the list of files at the end of the zip is damaged: %w", err)}
	}
	sum, err := hashUntil(a.file, a.size-2*sha256.Size)
	if err == nil && c.at == a.size && a.zip.Comment == sealWord+sum {
		return nil
	}
	for _, f := range a.zip.File {
		if !samePacking(f) {
			return []error{fmt.Errorf("%s is damaged: it is packed in another way than it was written", strings.TrimPrefix(f.Name, a.Name+"/"))}
		}
	}
	return []error{errors.New("the seal at the end of the zip is damaged; all files are whole")}
}

// sameEntry writes an entry again, with the bytes that it has.
func sameEntry(z *zip.Writer, f *zip.File) error {
	raw, err := f.OpenRaw()
	if err != nil {
		return err
	}
	w, err := z.CreateRaw(header(f.Name, f.Method, f.CRC32, int(f.CompressedSize64), int(f.UncompressedSize64)))
	if err != nil {
		return err
	}
	if _, err := io.Copy(w, raw); err != nil {
		return err
	}
	return z.Flush()
}

// samePacking tells whether packing the content again gives the same bytes.
func samePacking(f *zip.File) bool {
	if f.Method == zip.Store {
		return true
	}
	raw, err := f.OpenRaw()
	if err != nil {
		return false
	}
	var content bytes.Buffer
	if copyTo(&content, f) != nil {
		return false
	}
	have, err := io.ReadAll(raw)
	if err != nil {
		return false
	}
	want, err := deflate(content.Bytes())
	return err == nil && bytes.Equal(have, want)
}

// A comparer is a writer that fails at the first byte that differs from what
// it compares with.
type comparer struct {
	with io.ReaderAt
	at   int64
	b    []byte
}

func (c *comparer) Write(p []byte) (int, error) {
	if cap(c.b) < len(p) {
		c.b = make([]byte, len(p))
	}
	c.b = c.b[:len(p)]
	if _, err := c.with.ReadAt(c.b, c.at); err != nil && err != io.EOF {
		return 0, err
	}
	if !bytes.Equal(c.b, p) {
		return 0, fmt.Errorf("within %d bytes after byte %d", len(p), c.at)
	}
	c.at += int64(len(p))
	return len(p), nil
}
