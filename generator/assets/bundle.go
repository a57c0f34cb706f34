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
type Names struct{ CSS, JS, Take, Height, Resize, CompareCSS, CompareJS string }

// resize is the script that pages of other sites name: never another name.
const resize = "insluiten/insluiten.js"

// Bundle builds templates/layout/site.css and site.ts with all they import, and
// the two scripts of templates/embed: of pages that others embed, and of the
// others. Who takes a chart away loads a second script, and the page that compares
// has a style sheet and a script with what other pages need not load. It returns the files by their path below the root.
func Bundle(dir string, l *language.Language) (map[string][]byte, Names, error) {
	var errs []error
	built := func(folder, name string) []byte {
		b, err := bundle(filepath.Join(dir, folder, name), l)
		errs = append(errs, err)
		return b
	}
	css, js := built("layout", "site.css"), built("layout", "site.ts")
	take := built("take", "neem.ts")
	height, around := built("embed", "hoogte.ts"), built("embed", "insluiten.ts")
	compareCSS, compareJS := built("compare", "vergelijk.css"), built("compare", "vergelijk.ts")
	if err := errors.Join(errs...); err != nil {
		return nil, Names{}, err
	}
	names := Names{CSS: "assets/site-" + hash(css) + ".css", JS: "assets/site-" + hash(js) + ".js", Take: "assets/neem-" + hash(take) + ".js", Height: "assets/hoogte-" + hash(height) + ".js", Resize: resize,
		CompareCSS: "assets/vergelijk-" + hash(compareCSS) + ".css", CompareJS: "assets/vergelijk-" + hash(compareJS) + ".js"}
	return map[string][]byte{names.CSS: css, names.JS: js, names.Take: take, names.Height: height, resize: around, names.CompareCSS: compareCSS, names.CompareJS: compareJS}, names, nil
}

func bundle(entry string, l *language.Language) ([]byte, error) {
	result := api.Build(api.BuildOptions{
		EntryPoints: []string{entry}, Bundle: true, Write: false,
		MinifyWhitespace: true, MinifySyntax: true, MinifyIdentifiers: true,
		Format: api.FormatIIFE, Target: api.ES2020, Charset: api.CharsetUTF8, LegalComments: api.LegalCommentsNone,
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
