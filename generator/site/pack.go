package site

import (
	"bytes"
	"path"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/gzip"
)

// packable are the extensions of files that a server sends as text, and that
// are worth compressing beforehand.
var packable = map[string]bool{".html": true, ".css": true, ".js": true, ".json": true, ".svg": true, ".csv": true, ".xml": true}

// Levels between size and time: a step higher takes twice as long for a few percent.
const (
	gzipLevel   = 6
	brotliLevel = 5
)

// A packer is one worker's compressors. Its output depends on its input alone.
type packer struct {
	gzip   *gzip.Writer
	brotli *brotli.Writer
	buffer bytes.Buffer
}

// pack calls put with the compressed forms of a file: path.gz and path.br.
func (p *packer) pack(name string, content []byte, put func(path string, b []byte) error) error {
	if !packable[path.Ext(name)] {
		return nil
	}
	if p.gzip == nil {
		w, err := gzip.NewWriterLevel(&p.buffer, gzipLevel)
		if err != nil {
			return err
		}
		p.gzip, p.brotli = w, brotli.NewWriterLevel(&p.buffer, brotliLevel)
	}
	for _, form := range []struct {
		ext   string
		write interface {
			Write([]byte) (int, error)
			Close() error
		}
		reset func()
	}{
		{".gz", p.gzip, func() { p.gzip.Reset(&p.buffer) }},
		{".br", p.brotli, func() { p.brotli.Reset(&p.buffer) }},
	} {
		p.buffer.Reset()
		form.reset()
		if _, err := form.write.Write(content); err != nil {
			return err
		}
		if err := form.write.Close(); err != nil {
			return err
		}
		if err := put(name+form.ext, p.buffer.Bytes()); err != nil {
			return err
		}
	}
	return nil
}
