package main

import (
	"bytes"
	"crypto/sha256"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"wijkmonitor/generator/edition"
)

// commands are those that write an output, up to its name. prepare makes what a
// command needs of the other flags, and returns its own.
func commands() map[string][]string {
	return map[string][]string{"build": {"build", "--out"}, "bundle": {"bundle", "GM9001", "--file"}, "archive": {"archive", "--file"}, "editions": {"editions", "--out"}}
}

// prepare returns the flags by which a command makes something of a site at an
// address. Editions puts sites side by side that were built before.
func prepare(t *testing.T, name string, flags []string) func(url string) []string {
	built := map[string]string{}
	return func(url string) []string {
		if name != "editions" {
			return append([]string{"--url", url}, flags...)
		}
		if built[url] == "" {
			built[url] = filepath.Join(t.TempDir(), "public")
			succeed(t, append([]string{"build", "--out", built[url], "--url", url}, flags...)...)
		}
		return []string{built[url]}
	}
}

// state describes an output by its content: a folder that is whole, by its
// edition.json, or a file.
func state(t *testing.T, name string) [sha256.Size]byte {
	t.Helper()
	info, err := os.Stat(name)
	if err != nil {
		t.Fatalf("the old output is gone: %v", err)
	}
	if info.IsDir() {
		if _, err := edition.CheckFolder(name); err != nil {
			t.Fatalf("the output is not whole: %v", err)
		}
		name = filepath.Join(name, edition.Marker)
	}
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return sha256.Sum256(b)
}

// Killed at any moment, a build, a bundle and an archive leave the old output
// or the new one, whole; and the next needs no cleaning.
func TestKilledAtAnyMoment(t *testing.T) {
	if testing.Short() {
		t.Skip("left out of a short run")
	}
	flags := hamlet(t)
	for name, command := range commands() {
		t.Run(name, func(t *testing.T) {
			out := filepath.Join(t.TempDir(), "output")
			own := prepare(t, name, flags)
			with := func(url string) []string {
				return append(append(command[:len(command):len(command)], out), own(url)...)
			}
			const first, second = "https://a.example/", "https://b.example/"
			own(first)
			own(second)
			start := time.Now()
			succeed(t, with(second)...)
			took := time.Since(start)
			fresh := state(t, out)
			succeed(t, with(first)...)
			old := state(t, out)
			kept, replaced := 0, 0
			moments := rand.New(rand.NewPCG(7, 2026))
			for range 20 {
				after := time.Duration(moments.Int64N(int64(took)))
				killAfter(t, after, with(second))
				switch state(t, out) {
				case old:
					kept++
				case fresh:
					replaced++
					succeed(t, with(first)...)
				default:
					t.Fatalf("killed after %v: neither the old output nor the new", after)
				}
			}
			succeed(t, with(second)...)
			if state(t, out) != fresh {
				t.Error("after being killed, the next one makes something else")
			}
			t.Logf("%s, which takes %v, killed at 20 moments: old output whole %d times, new one in place %d times", name, took.Round(time.Millisecond), kept, replaced)
			onlyLocks(t, filepath.Dir(out))
		})
	}
}

func killAfter(t *testing.T, after time.Duration, args []string) {
	t.Helper()
	c := program(t, args...)
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	time.Sleep(after)
	c.Process.Kill() //nolint:errcheck // it may have ended
	c.Wait()         //nolint:errcheck // killed is what it is
}

// onlyLocks fails for what was left behind beside an output, but for locks and
// what a build remembers.
func onlyLocks(t *testing.T, dir string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if ext := filepath.Ext(e.Name()); strings.HasPrefix(e.Name(), ".") && ext != ".lock" && ext != ".state" {
			t.Errorf("left behind: %s", e.Name())
		}
	}
}

// An archive is made again byte for byte; one with a flipped bit is named.
func TestArchive_VerifyAndRebuild(t *testing.T) {
	flags := hamlet(t)
	name := filepath.Join(t.TempDir(), "a.zip")
	succeed(t, append([]string{"archive", "--file", name, "--url", "https://example.nl/"}, flags...)...)
	if said := succeed(t, "verify", name); !strings.Contains(said, "is whole: Monitor Kleinland, edition 2024") {
		t.Error(said)
	}
	if said := succeed(t, "rebuild", name); !strings.Contains(said, "byte for byte") {
		t.Error(said)
	}
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	at := bytes.Index(b, []byte("data/site/methode/index.html")) + 500
	b[at] ^= 16
	if err := os.WriteFile(name, b, 0o644); err != nil {
		t.Fatal(err)
	}
	for _, command := range []string{"verify", "rebuild"} {
		if said := fail(t, command, name); !strings.Contains(said, "data/site/methode/index.html is damaged") {
			t.Errorf("%s of a flipped bit: %s", command, said)
		}
	}
}

// An archive that tells what changed since the edition before has in it what
// that takes, and no more: with both editions gone it is made again byte for
// byte, whether the one before was a folder or an archive.
func TestArchive_KeepsThePrevious(t *testing.T) {
	flags, old := hamlet(t), hamletOf(t, "2023-05-01", 900)
	dir := t.TempDir()
	before, folder := filepath.Join(dir, "voor.zip"), filepath.Join(dir, "voor")
	succeed(t, append([]string{"archive", "--file", before}, old...)...)
	succeed(t, append([]string{"build", "--out", folder}, old...)...)
	for _, previous := range []string{before, folder} {
		name := filepath.Join(dir, "a.zip")
		succeed(t, append([]string{"archive", "--file", name, "--previous", previous}, flags...)...)
		if err := os.RemoveAll(previous); err != nil {
			t.Fatal(err)
		}
		a, err := edition.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		page, err := a.Read("data/site/wijzigingen/index.html")
		if err != nil || !bytes.Contains(page, []byte("Herziene cijfers</dt><dd>")) || bytes.Contains(page, []byte("Herziene cijfers</dt><dd>0<")) {
			t.Errorf("%s: no page of changes: %v", previous, err)
		}
		kept := a.Paths("data/previous/")
		if len(kept) < 5 || slices.ContainsFunc(kept, func(p string) bool { return strings.HasSuffix(p, ".html") }) {
			t.Errorf("%s: kept %v", previous, kept)
		}
		a.Close()
		if said := succeed(t, "verify", name); !strings.Contains(said, "is whole") {
			t.Error(said)
		}
		if said := succeed(t, "rebuild", name); !strings.Contains(said, "byte for byte") {
			t.Error(said)
		}
	}
	if said := fail(t, append([]string{"archive", "--file", filepath.Join(dir, "b.zip"), "--previous", dir}, flags...)...); !strings.Contains(said, "is not a built site or archive") {
		t.Error(said)
	}
}
