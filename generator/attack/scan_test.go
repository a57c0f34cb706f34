package attack

import (
	"fmt"
	"io/fs"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"wijkmonitor/generator/disclosure"
)

// number matches a number as pages, charts and data files write it.
var number = regexp.MustCompile(`[0-9]+(?:[.  ][0-9]{3})*`)

// Every count and every income is another number of five digits or more. No
// text file of the site may hold one that is withheld, however it is written.
func TestScan_WithheldNumbersAppearNowhere(t *testing.T) {
	dir := exactCountry{towns: []int{1, 2, 3, 4, 5, 6, 1, 5, 4}, size: func(random *rand.Rand, leaf int) float64 {
		return 10007 + 2*math.Round(fewPeople(random, leaf)*997+float64(random.IntN(900)))
	}}.write(t)
	const least = 60_000
	x := build(t, dir, dir, least, exact, disclosure.Options{})
	secret := x.secrets(t)
	if hits := scan(t, x.dir, secret); len(hits) > 0 {
		t.Errorf("%d of %d withheld numbers are on the site: %s", len(hits), len(secret), strings.Join(hits[:min(5, len(hits))], "; "))
	}
	t.Logf("%d withheld numbers looked for", len(secret))
	open := build(t, dir, dir, 0, exact, disclosure.Options{})
	hits := scan(t, open.dir, secret)
	t.Logf("%d of them are found where nothing is withheld", len(hits))
	if len(hits) < len(secret)*9/10 {
		t.Error("the scan does not see numbers that are there")
	}
}

// secrets returns the withheld counts and incomes that are not published
// elsewhere.
func (x *target) secrets(t *testing.T) map[string]string {
	t.Helper()
	public := map[float64]bool{}
	for _, e := range x.site.cells {
		if e.known {
			public[e.value] = true
		}
	}
	secret := map[string]string{}
	for at, v := range x.truth {
		if v >= 10_000 && !public[v] {
			secret[strconv.FormatFloat(v, 'f', -1, 64)] = fmt.Sprint(at)
		}
	}
	if len(secret) < 50 {
		t.Fatalf("%d numbers to look for", len(secret))
	}
	return secret
}

// scan returns where a secret is written in a text file, once per secret.
func scan(t *testing.T, dir string, secret map[string]string) (hits []string) {
	t.Helper()
	seen := map[string]bool{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasPrefix(path, filepath.Join(dir, "assets")) {
			return err
		}
		if rel, _ := filepath.Rel(dir, path); rel == "edition.json" || rel == "manifest-sha256.txt" {
			return nil // sizes and hashes of files: a number there is of a file
		}
		b, err := os.ReadFile(path)
		for _, text := range number.FindAllString(string(b), -1) {
			digits := strings.Map(func(c rune) rune {
				if c < '0' || c > '9' {
					return -1
				}
				return c
			}, text)
			if at, ok := secret[digits]; ok && !seen[digits] {
				seen[digits] = true
				hits = append(hits, fmt.Sprintf("%s in %s: %s", text, path, at))
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return hits
}
