package edition

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A bit that is flipped in any byte of an archive is found; where it is one of
// a file's own bytes, that file is named.
func TestVerify_FindsAFlippedBitInEveryByte(t *testing.T) {
	whole := readFile(t, writeBag(t, smallBag(t)))
	a, err := read(bytes.NewReader(whole), int64(len(whole)))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := a.Verify(); err != nil {
		t.Fatal(err)
	}
	owner := make([]string, len(whole)) // of each byte, the file whose content it packs
	for path, f := range a.index {
		at, err := f.DataOffset()
		if err != nil {
			t.Fatal(err)
		}
		for i := range int64(f.CompressedSize64) {
			owner[at+i] = path
		}
	}
	for at := range whole {
		bit := at * 5 % 8
		flipped := bytes.Clone(whole)
		flipped[at] ^= 1 << bit
		err := verifyBytes(flipped)
		if err == nil {
			t.Fatalf("bit %d of byte %d of %d was flipped, and the archive is called whole", bit, at, len(whole))
		}
		if !strings.Contains(err.Error(), owner[at]) {
			t.Fatalf("bit %d of byte %d is %s, and the error is: %v", bit, at, owner[at], err)
		}
	}
}

func verifyBytes(b []byte) error {
	a, err := read(bytes.NewReader(b), int64(len(b)))
	if err == nil {
		_, err = a.Verify()
	}
	return err
}

func TestVerify_FindsTruncation(t *testing.T) {
	whole := readFile(t, writeBag(t, smallBag(t)))
	for n := range whole {
		if verifyBytes(whole[:n]) == nil {
			t.Fatalf("the first %d of %d bytes are called whole", n, len(whole))
		}
	}
	if verifyBytes(append(bytes.Clone(whole), 0)) == nil {
		t.Error("a byte too many is called whole")
	}
}

// An archive from elsewhere can name any path and any size.
func TestOpen_RefusesWhatIsNotOurs(t *testing.T) {
	for what, names := range map[string][]string{
		"a path that leaves the folder": {"bag/../../etc/passwd"}, "an absolute path": {"/etc/passwd"}, "another root": {"bag/a", "cat/b"},
		"a backslash": {`bag\..\x`}, "twice the same": {"bag/a", "bag/a"}, "a folder": {"bag/a/"}, "a drive": {"bag/c:/x"}, "nothing": {},
	} {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		for _, name := range names {
			if _, err := z.Create(name); err != nil {
				t.Fatal(err)
			}
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		if _, err := read(bytes.NewReader(b.Bytes()), int64(b.Len())); err == nil {
			t.Errorf("%s is taken for an archive: %q", what, names)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(readFile(f, writeBag(f, smallBag(f))))
	f.Add([]byte("PK\x05\x06" + strings.Repeat("\x00", 18)))
	f.Fuzz(func(t *testing.T, b []byte) {
		a, err := read(bytes.NewReader(b), int64(len(b)))
		if err != nil {
			return
		}
		dir := t.TempDir()
		inside := filepath.Join(dir, "inside")
		a.Verify()            //nolint:errcheck // it must not panic
		a.Extract("", inside) //nolint:errcheck // nor leave the folder
		left, err := os.ReadDir(dir)
		if err != nil || len(left) > 1 {
			t.Errorf("files beside the folder: %v %v", left, err)
		}
	})
}
