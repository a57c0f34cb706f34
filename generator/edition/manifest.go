// Package edition is about what was published: the list of an edition's files
// and inputs, the archive that keeps it, and what changed since the one
// before. It reads files that a build wrote, never the figures behind them.
package edition

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"sync"
)

// Generator is the version of this program. It goes up when the same input
// gives another site; it stands in every edition, and nothing else of the
// machine that built it does.
const Generator = "1.0.0"

// ManifestName is the file with the checksums of all other files of a site
// but Marker.
const ManifestName = "manifest-sha256.txt"

// Marker is the file that tells what edition a folder holds.
const Marker = "edition.json"

// A File is one file of an edition.
type File struct {
	Path  string // slash-separated, relative to the root
	Bytes int64
	Sum   [sha256.Size]byte
}

// Hash describes a file by its path and content.
func Hash(path string, content []byte) File {
	return File{path, int64(len(content)), sha256.Sum256(content)}
}

// A Collector gathers the files that workers write. The zero Collector is
// ready; it is safe for several workers.
type Collector struct {
	mu    sync.Mutex
	files []File
}

// Add hashes a file's content, in the worker that has it.
func (c *Collector) Add(path string, content []byte) { c.Put(Hash(path, content)) }

// Put adds a file whose hash is known.
func (c *Collector) Put(f File) {
	c.mu.Lock()
	c.files = append(c.files, f)
	c.mu.Unlock()
}

// Files returns what was gathered, sorted by path.
func (c *Collector) Files() []File {
	c.mu.Lock()
	defer c.mu.Unlock()
	files := slices.Clone(c.files)
	sortFiles(files)
	return files
}

func sortFiles(files []File) {
	slices.SortFunc(files, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
}

// Manifest writes files in the lines of a BagIt manifest (RFC 8493, 2.1.3),
// which sha256sum --check reads too: hash, two spaces, path.
func Manifest(files []File) []byte {
	var b bytes.Buffer
	for _, f := range files {
		fmt.Fprintf(&b, "%x  %s\n", f.Sum, f.Path)
	}
	return b.Bytes()
}

// ParseManifest reads Manifest's lines. Sizes are not in them.
func ParseManifest(name string, b []byte) ([]File, error) {
	var files []File
	number := 0
	for line := range strings.Lines(string(b)) {
		number++
		sum, path, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "  ")
		raw, err := hex.DecodeString(sum)
		if !ok || err != nil || len(raw) != sha256.Size || !Safe(path) {
			return nil, fmt.Errorf("edition: %s:%d: not a line of a manifest; a hash of 64 digits, two spaces and a path would be right", name, number)
		}
		if n := len(files); n > 0 && files[n-1].Path >= path {
			return nil, fmt.Errorf("edition: %s:%d: %s stands out of order or twice", name, number, path)
		}
		files = append(files, File{Path: path, Sum: [sha256.Size]byte(raw)})
	}
	return files, nil
}

// Safe tells whether a path from outside stays in the folder that it is
// relative to, on every system.
func Safe(path string) bool {
	if path == "" || len(path) > 1000 || strings.ContainsAny(path, "\\:*?\"<>|%") {
		return false
	}
	for _, c := range []byte(path) {
		if c < ' ' || c == 0x7f {
			return false
		}
	}
	for part := range strings.SplitSeq(path, "/") {
		if part == "" || part == "." || part == ".." || strings.HasSuffix(part, " ") || strings.HasSuffix(part, ".") {
			return false
		}
	}
	return true
}
