package serve

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"

	"wijkmonitor/generator/site"
)

// pause is how long the folders must be quiet before a rebuild: editors write
// a file in several steps.
const pause = 150 * time.Millisecond

// watch rebuilds after every change until ctx ends. A build that fails is
// reported and the last good site stays.
func watch(ctx context.Context, o Options, reload *Broadcast) error {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return fmt.Errorf("serve: %w", err)
	}
	defer w.Close()
	for _, dir := range []string{o.Site.Content, o.Site.Templates, o.Site.Dataset, o.Site.Extracts} {
		if err := addTree(w, dir); err != nil {
			return err
		}
	}
	quiet := time.NewTimer(time.Hour)
	compile := false // once a template changed, this program's own templates stay old
	for {
		select {
		case <-ctx.Done():
			return nil
		case err := <-w.Errors:
			fmt.Fprintln(o.Log, "serve:", err)
		case e := <-w.Events:
			if !counts(e) {
				continue
			}
			if info, err := os.Stat(e.Name); err == nil && info.IsDir() {
				if err := addTree(w, e.Name); err != nil {
					fmt.Fprintln(o.Log, err)
				}
			}
			compile = compile || strings.HasSuffix(e.Name, ".templ")
			quiet.Reset(pause)
		case <-quiet.C:
			if err := rebuild(ctx, o, compile); err != nil {
				fmt.Fprintln(o.Log, err)
				continue
			}
			reload.send()
		}
	}
}

// counts tells whether an event changes the site. What the templates are
// compiled to is made here, so it does not count.
func counts(e fsnotify.Event) bool {
	name := filepath.Base(e.Name)
	if e.Op == fsnotify.Chmod || strings.HasPrefix(name, ".") || strings.HasSuffix(name, "~") {
		return false
	}
	return !strings.HasSuffix(name, "_templ.go") && !strings.HasSuffix(name, "_templ.txt")
}

func addTree(w *fsnotify.Watcher, dir string) error {
	if dir == "" {
		return nil
	}
	return filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() {
			return err
		}
		if err := w.Add(path); err != nil {
			return fmt.Errorf("serve: %s: %w", path, err)
		}
		return nil
	})
}

// rebuild builds again. Changed templates are part of the program, so they
// are compiled and a fresh program builds.
func rebuild(ctx context.Context, o Options, compile bool) error {
	if !compile {
		sum, err := site.Build(ctx, o.Site)
		if err != nil {
			return err
		}
		fmt.Fprintln(o.Log, sum)
		return nil
	}
	s := o.Site
	build := []string{"go", "run", "./generator", "build", "--dataset=" + s.Dataset, "--content=" + s.Content,
		"--templates=" + s.Templates, "--out=" + s.Out, "--url=" + s.URL, fmt.Sprintf("--workers=%d", s.Workers)}
	if s.Extracts != "" {
		build = append(build, "--extracts="+s.Extracts)
	}
	for _, c := range [][]string{{"go", "tool", "templ", "generate", "-path", s.Templates}, build} {
		cmd := exec.CommandContext(ctx, c[0], c[1:]...)
		cmd.Stdout, cmd.Stderr = o.Log, o.Log
		if err := cmd.Run(); err != nil {
			return fmt.Errorf("serve: %s: %w", strings.Join(c[:3], " "), err)
		}
	}
	return nil
}
