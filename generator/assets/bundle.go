// Package assets bundles the style sheets and scripts of templates/ into one
// file each, named by their content, with esbuild's Go API: no Node is needed
// to build a site.
package assets

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/evanw/esbuild/pkg/api"

	"wijkmonitor/generator/language"
)

// Names is the paths, below the root of the site, of the bundles that pages
// name.
type Names struct{ CSS, JS, Take, Height, Resize, CompareCSS, CompareJS, ReportCSS string }

// resize is the script that pages of other sites name: never another name.
const resize = "insluiten/insluiten.js"

// Bundle builds the style sheet and script of every page with all they import,
// and those of pages that need more: the comparison, the report, pages that
// others embed, and what comes when a reader takes a chart away. It returns the
// files by their path below the root.
func Bundle(dir string, l *language.Language) (map[string][]byte, Names, error) {
	names := Names{Resize: resize}
	files := map[string][]byte{}
	var errs []error
	var steps []api.Plugin
	if l.Tag != language.Dutch.Tag {
		words, err := wordsOf(dir)
		if err != nil {
			return nil, Names{}, err
		}
		steps = append(steps, inEnglish(words))
	}
	for _, b := range []struct {
		folder, entry string
		name          *string
	}{
		{"layout", "site.css", &names.CSS},
		{"layout", "site.ts", &names.JS},
		{"take", "neem.ts", &names.Take},
		{"embed", "hoogte.ts", &names.Height},
		{"embed", "insluiten.ts", &names.Resize},
		{"compare", "vergelijk.css", &names.CompareCSS},
		{"compare", "vergelijk.ts", &names.CompareJS},
		{"report", "rapport.css", &names.ReportCSS},
	} {
		file, err := bundle(filepath.Join(dir, b.folder, b.entry), l, steps)
		errs = append(errs, err)
		if *b.name == "" {
			ext := filepath.Ext(b.entry)
			*b.name = "assets/" + strings.TrimSuffix(b.entry, ext) + "-" + hash(file) + strings.Replace(ext, ".ts", ".js", 1)
		}
		files[*b.name] = file
	}
	if err := errors.Join(errs...); err != nil {
		return nil, Names{}, err
	}
	return files, names, nil
}

func bundle(entry string, l *language.Language, steps []api.Plugin) ([]byte, error) {
	result := api.Build(api.BuildOptions{
		EntryPoints: []string{entry}, Bundle: true, Write: false,
		MinifyWhitespace: true, MinifySyntax: true, MinifyIdentifiers: true,
		Format: api.FormatIIFE, Target: api.ES2020, Charset: api.CharsetUTF8, LegalComments: api.LegalCommentsNone,
		Plugins:     steps,
		Define:      map[string]string{"TAAL": strconv.Quote(l.Tag)},
		TsconfigRaw: "{}", LogLevel: api.LogLevelSilent,
	})
	var errs []error
	for _, m := range result.Errors {
		if m.Location == nil {
			errs = append(errs, fmt.Errorf("assets: %s: %s", entry, m.Text))
			continue
		}
		errs = append(errs, fmt.Errorf("assets: %s:%d:%d: %s\n\t%s", m.Location.File, m.Location.Line, m.Location.Column+1, m.Text, strings.TrimSpace(m.Location.LineText)))
	}
	if len(errs) > 0 {
		return nil, errors.Join(errs...)
	}
	if len(result.OutputFiles) != 1 {
		return nil, fmt.Errorf("assets: %s gives %d files: one would be right", entry, len(result.OutputFiles))
	}
	return result.OutputFiles[0].Contents, nil
}

func hash(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:5])
}
