package geo

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"io"
	"os"
)

// What a file may hold. The national buurten as CBS generalises them are about
// 50 MB and two million points.
const (
	maxBytes  = 256 << 20
	maxPoints = 8_000_000
)

// open reads a whole file, unpacked if it is gzip.
func open(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("geo: %w", err)
	}
	defer f.Close()
	b, err := unpack(f, maxBytes)
	if err != nil {
		return nil, fmt.Errorf("geo: %s: %w", name, err)
	}
	return b, nil
}

// unpack reads at most limit bytes, so that a small file cannot fill the memory.
func unpack(from io.Reader, limit int64) ([]byte, error) {
	r := bufio.NewReader(from)
	var all io.Reader = r
	if magic, _ := r.Peek(2); len(magic) == 2 && magic[0] == 0x1f && magic[1] == 0x8b {
		z, err := gzip.NewReader(r)
		if err != nil {
			return nil, err
		}
		defer z.Close()
		all = z
	}
	b, err := io.ReadAll(io.LimitReader(all, limit+1))
	if err != nil {
		return nil, err
	}
	if int64(len(b)) > limit {
		return nil, fmt.Errorf("more than %d bytes when unpacked; generalised shapes would be right", limit)
	}
	return b, nil
}
