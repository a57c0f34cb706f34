package edition

import (
	"archive/zip"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path"
	"runtime"
	"strings"
	"unicode/utf8"

	"github.com/klauspost/compress/flate"
	"golang.org/x/sync/errgroup"
)

// An Entry is one file of a zip: Content, or else the file at Disk.
type Entry struct {
	Path    string
	Disk    string
	Content []byte
}

func (e *Entry) read() ([]byte, error) {
	if e.Disk == "" {
		return e.Content, nil
	}
	return os.ReadFile(e.Disk)
}

// level is that of the compression; another one makes another archive of the
// same files.
const level = 6

// packed is an entry that is ready to be written.
type packed struct {
	header *zip.FileHeader
	bytes  []byte
	err    error
}

// WriteZip writes entries in their order. The bytes depend on the entries
// alone: no times, no owners, one way to compress. The zip ends in a seal, a
// comment with the hash of all bytes before it.
func WriteZip(ctx context.Context, out *os.File, entries []Entry) error {
	z := zip.NewWriter(out)
	workers := runtime.GOMAXPROCS(0)
	slots := make(chan chan packed, 4*workers)
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error {
		defer close(slots)
		return compressAll(ctx, entries, slots, workers)
	})
	g.Go(func() error {
		for slot := range slots {
			p := <-slot
			if p.err != nil {
				return p.err
			}
			w, err := z.CreateRaw(p.header)
			if err == nil {
				_, err = w.Write(p.bytes)
			}
			if err != nil {
				return fmt.Errorf("edition: %s: %w", p.header.Name, err)
			}
		}
		return ctx.Err()
	})
	if err := g.Wait(); err != nil {
		return err
	}
	return seal(z, out)
}

// compressAll hands out entries to workers, and their results in order.
func compressAll(ctx context.Context, entries []Entry, slots chan<- chan packed, workers int) error {
	var g errgroup.Group
	g.SetLimit(workers)
	defer g.Wait() //nolint:errcheck // errors travel with the entries
	for i := range entries {
		slot := make(chan packed, 1)
		select {
		case slots <- slot:
		case <-ctx.Done():
			return ctx.Err()
		}
		g.Go(func() error {
			slot <- compress(&entries[i])
			return nil
		})
	}
	return nil
}

func compress(e *Entry) packed {
	content, err := e.read()
	if err != nil {
		return packed{err: fmt.Errorf("edition: %w", err)}
	}
	body, method := content, zip.Store
	if path.Ext(e.Path) != ".parquet" { // compressed already
		if body, err = deflate(content); err != nil {
			return packed{err: fmt.Errorf("edition: %s: %w", e.Path, err)}
		}
		method = zip.Deflate
	}
	return packed{header: header(e.Path, method, crc32.ChecksumIEEE(content), len(body), len(content)), bytes: body}
}

func deflate(content []byte) ([]byte, error) {
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, level)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(content); err != nil {
		return nil, err
	}
	err = w.Close()
	return b.Bytes(), err
}

// header is the one header that a file can have in our zips.
func header(name string, method uint16, crc uint32, packed, size int) *zip.FileHeader {
	h := &zip.FileHeader{
		Name: name, Method: method, CRC32: crc, CompressedSize64: uint64(packed), UncompressedSize64: uint64(size),
		CreatorVersion: 3<<8 | 20, ReaderVersion: 20, ExternalAttrs: 0o100644 << 16, // a plain file that all may read
	}
	//lint:ignore SA1019 a raw entry takes its time from here; this is 1 January 1980, the first that there is
	h.ModifiedDate = 1<<5 | 1
	if strings.ContainsFunc(name, func(r rune) bool { return r >= utf8.RuneSelf }) {
		h.Flags = 0x800 // the name is in UTF-8
	}
	return h
}

const sealWord = "sha256 "

// seal ends the zip with the hash of all that came before the hash.
func seal(z *zip.Writer, out *os.File) error {
	blank := strings.Repeat("0", 2*sha256.Size)
	if err := z.SetComment(sealWord + blank); err != nil {
		return fmt.Errorf("edition: %w", err)
	}
	if err := z.Close(); err != nil {
		return fmt.Errorf("edition: %w", err)
	}
	end, err := out.Seek(0, io.SeekEnd)
	if err != nil {
		return fmt.Errorf("edition: %w", err)
	}
	at := end - int64(len(blank))
	sum, err := hashUntil(out, at)
	if err == nil {
		_, err = out.WriteAt([]byte(sum), at)
	}
	if err != nil {
		return fmt.Errorf("edition: %w", err)
	}
	return nil
}

func hashUntil(r io.ReaderAt, end int64) (string, error) {
	h := sha256.New()
	if _, err := io.Copy(h, io.NewSectionReader(r, 0, end)); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}
