package cbs

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"wijkmonitor/generator/extract"
)

// A job is what a work folder is about. Pages of another job are of no use.
type job struct {
	Table    string
	Protocol string
	Base     string
	Modified string
	Filters  []string
}

// A gotPage is one answer that is there, as the journal names it.
type gotPage struct {
	Part   string
	Chain  int // of a part that is asked for in several questions, which
	URL    string
	Next   string // "" on the last page
	Rows   int
	Bytes  int64 // as the server sent them
	SHA256 string
	File   string
}

// A work folder keeps the answers that were got so far.
type work struct {
	dir     string
	pages   []gotPage
	journal *os.File
}

func (w *work) path(file string) string { return filepath.Join(w.dir, file) }

// openWork opens the work folder of a job, with the pages of earlier runs whose
// checksums hold; one of another job is thrown away.
func openWork(dir string, j job) (*work, error) {
	w := &work{dir: dir}
	want, err := json.Marshal(j)
	if err != nil {
		return nil, fmt.Errorf("fetch: %w", err)
	}
	have, err := os.ReadFile(w.path("job.json"))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("fetch: %w", err)
	}
	if string(have) != string(want) {
		if err := os.RemoveAll(dir); err != nil {
			return nil, fmt.Errorf("fetch: %w", err)
		}
		if err := os.MkdirAll(dir, 0o755); err != nil {
			return nil, fmt.Errorf("fetch: %w", err)
		}
		if err := writeWhole(w.path("job.json"), want); err != nil {
			return nil, err
		}
	}
	if err := w.readJournal(); err != nil {
		return nil, err
	}
	return w, w.rewriteJournal()
}

// readJournal reads the pages up to the first that does not hold.
func (w *work) readJournal() error {
	f, err := os.Open(w.path("journal"))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("fetch: %w", err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var p gotPage
		if json.Unmarshal(lines.Bytes(), &p) != nil || filepath.Base(p.File) != p.File || p.File == "" {
			return nil
		}
		if got, err := extract.HashFile(w.path(p.File)); err != nil || got.SHA256 != p.SHA256 {
			return nil
		}
		w.pages = append(w.pages, p)
	}
	return nil // a line that is too long was not written by us: what comes before it counts
}

// rewriteJournal begins the journal with the pages that hold, ready for more.
func (w *work) rewriteJournal() error {
	var all []byte
	for i := range w.pages {
		line, err := json.Marshal(&w.pages[i])
		if err != nil {
			return fmt.Errorf("fetch: %w", err)
		}
		all = append(append(all, line...), '\n')
	}
	if err := writeWhole(w.path("journal"), all); err != nil {
		return err
	}
	f, err := os.OpenFile(w.path("journal"), os.O_APPEND|os.O_WRONLY, 0o644)
	if err != nil {
		return fmt.Errorf("fetch: %w", err)
	}
	w.journal = f
	return nil
}

// add names a page in the journal, once its file is on disk.
func (w *work) add(p gotPage) error {
	line, err := json.Marshal(&p)
	if err != nil {
		return fmt.Errorf("fetch: %w", err)
	}
	if _, err := w.journal.Write(append(line, '\n')); err != nil {
		return fmt.Errorf("fetch: %w", err)
	}
	if err := w.journal.Sync(); err != nil {
		return fmt.Errorf("fetch: %w", err)
	}
	w.pages = append(w.pages, p)
	return nil
}

// of lists the pages of a part, in order.
func (w *work) of(part string) []gotPage {
	var list []gotPage
	for _, p := range w.pages {
		if p.Part == part {
			list = append(list, p)
		}
	}
	return list
}

func (w *work) close() { w.journal.Close() }

// remove throws the folder away.
func (w *work) remove() error {
	w.close()
	if err := os.RemoveAll(w.dir); err != nil {
		return fmt.Errorf("fetch: %w", err)
	}
	return nil
}
