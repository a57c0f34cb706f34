package site

import (
	"bytes"
	"encoding/gob"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"wijkmonitor/generator/edition"
)

// stateVersion is the version of the state's form.
const stateVersion = 1

// A digest tells whether what a part of the site is made from is still the same.
type digest [32]byte

// A state is what a build leaves beside its output for the next: of every unit
// what it was made from and which files came of it. A build without one makes
// everything, and gives the same bytes.
type state struct {
	Version int
	Inputs  digest // of everything that the build read, the program included
	Summary Summary
	Units   map[string]unitState
	Rest    []stored // files of no unit: the sitemap, the manifest
}

// A unitState is one unit of the last build.
type unitState struct {
	Print digest
	Files []stored
}

// A stored file is one that the last build wrote or carried over.
type stored struct {
	edition.File
	Modified int64 // as the disk gives it: who changes a file by hand changes this too
}

// readState reads what the last build left; nothing usable is no state at all.
func readState(name string) *state {
	s := &state{}
	b, err := os.ReadFile(name)
	if err != nil || gob.NewDecoder(bytes.NewReader(b)).Decode(s) != nil || s.Version != stateVersion {
		return &state{}
	}
	return s
}

// write replaces the state on the disk.
func (s *state) write(name string) error {
	var b bytes.Buffer
	if err := gob.NewEncoder(&b).Encode(s); err != nil {
		return fmt.Errorf("site: %w", err)
	}
	if err := os.WriteFile(name+".new", b.Bytes(), 0o644); err != nil {
		return fmt.Errorf("site: %w", err)
	}
	if err := os.Rename(name+".new", name); err != nil {
		return fmt.Errorf("site: %w", err)
	}
	return nil
}

// all calls visit for every file of the last build.
func (s *state) all(visit func(f *stored)) {
	for _, u := range s.Units {
		for i := range u.Files {
			visit(&u.Files[i])
		}
	}
	for i := range s.Rest {
		visit(&s.Rest[i])
	}
}

// A found file is one that lies in the old output.
type found struct{ size, modified int64 }

// look lists the files of a folder; none if there is no folder.
func look(dir string) (map[string]found, error) {
	files := map[string]found{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		name, err := filepath.Rel(dir, path)
		if info.Mode().IsRegular() {
			files[filepath.ToSlash(name)] = found{info.Size(), info.ModTime().UnixNano()}
		} else {
			files[filepath.ToSlash(name)] = found{-1, 0}
		}
		return err
	})
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("site: %w", err)
	}
	return files, nil
}

// lies tells whether a file still lies where the last build put it.
func (f *stored) lies(in map[string]found) bool {
	at, ok := in[f.Path]
	return ok && at == found{f.Bytes, f.Modified}
}

// whole tells whether the old output is what the last build made, no more and
// no less.
func (s *state) whole(in map[string]found) bool {
	n, same := 0, true
	s.all(func(f *stored) {
		n++
		same = same && f.lies(in)
	})
	if _, kept := in[placeholder]; kept {
		n++
	}
	return same && n > 0 && n == len(in)
}
