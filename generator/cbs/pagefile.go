package cbs

import (
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
)

// writeWhole writes a file under another name first, so that it is there as a
// whole or not at all.
func writeWhole(name string, b []byte) error {
	f, err := os.Create(name + ".part")
	if err != nil {
		return fmt.Errorf("fetch: %w", err)
	}
	_, err = f.Write(b)
	if err == nil {
		err = f.Sync()
	}
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(name+".part", name)
	}
	if err != nil {
		return fmt.Errorf("fetch: %w", err)
	}
	return nil
}

// A counter counts what passes.
type counter struct {
	w io.Writer
	n int64
}

func (c *counter) Write(b []byte) (int, error) {
	n, err := c.w.Write(b)
	c.n += int64(n)
	if err != nil {
		err = fmt.Errorf("fetch: %w", err) // of this disk, so no fault of the server
	}
	return n, err
}

// savePage reads an answer and keeps a compressed copy of it. It gives the
// page with its rows, link and checksum.
func savePage(name string, r io.Reader, most int64) (p gotPage, err error) {
	f, err := os.Create(name + ".part")
	if err != nil {
		return p, fmt.Errorf("fetch: %w", err)
	}
	defer func() {
		f.Close()
		if err != nil {
			os.Remove(name + ".part")
		}
	}()
	sum := sha256.New()
	zip, err := gzip.NewWriterLevel(io.MultiWriter(f, sum), gzip.BestSpeed)
	if err != nil {
		return p, err
	}
	count := &counter{w: zip}
	copied := io.TeeReader(r, count)
	p.Next, err = readPage(copied, most, func([]byte) error { p.Rows++; return nil })
	if err != nil {
		return p, err
	}
	if _, err := io.Copy(io.Discard, copied); err != nil { // what comes behind the JSON
		return p, err
	}
	if err := zip.Close(); err != nil {
		return p, fmt.Errorf("fetch: %w", err)
	}
	if err := f.Sync(); err != nil {
		return p, fmt.Errorf("fetch: %w", err)
	}
	if err := os.Rename(name+".part", name); err != nil {
		return p, fmt.Errorf("fetch: %w", err)
	}
	p.Bytes, p.SHA256 = count.n, hex.EncodeToString(sum.Sum(nil))
	return p, nil
}

// eachRow reads the rows of pages that were kept. number is that of the row in
// its page, from 1.
func (w *work) eachRow(pages []gotPage, most int64, visit func(p *gotPage, number int, row []byte) error) error {
	for i := range pages {
		if err := w.pageRows(&pages[i], most, visit); err != nil {
			return err
		}
	}
	return nil
}

func (w *work) pageRows(p *gotPage, most int64, visit func(p *gotPage, number int, row []byte) error) error {
	f, err := os.Open(w.path(p.File))
	if err != nil {
		return fmt.Errorf("fetch: %w", err)
	}
	defer f.Close()
	zip, err := gzip.NewReader(f)
	if err != nil {
		return fmt.Errorf("fetch: %s: %w", w.path(p.File), err)
	}
	n := 0
	_, err = readPage(zip, most, func(row []byte) error {
		n++
		return visit(p, n, row)
	})
	return err
}
