package site

import (
	"fmt"
	"slices"
	"strings"

	"wijkmonitor/generator/model"
)

// own is the policy of every page: the site's own files and nothing else.
const own = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'"

// headers returns the _headers file that Netlify and Cloudflare Pages read.
// Names under assets/ carry a hash of their content, so they never change. No
// page may be framed but those made for it, by the site itself and whom the
// publisher names; and no page has frames but the one that explains them. A
// path has one asterisk at most, since Cloudflare takes no more: ":gebied"
// stands for one folder. All rules that match count, so one that says something
// else first takes away what an earlier one said.
func headers(ancestors []string, translations []*model.Translation) string {
	text := fmt.Sprintf(`/*
  Content-Security-Policy: %[1]s; frame-ancestors 'none'
  X-Content-Type-Options: nosniff
  Referrer-Policy: no-referrer
  Permissions-Policy: camera=(), geolocation=(), microphone=(), browsing-topics=()
  Cache-Control: public, max-age=0, must-revalidate

/assets/*
  ! Cache-Control
  Cache-Control: public, max-age=31536000, immutable

/insluiten/
  ! Content-Security-Policy
  Content-Security-Policy: %[1]s; frame-src 'self'; frame-ancestors 'none'

/:gebied/insluiten/*
  ! Content-Security-Policy
  Content-Security-Policy: %[1]s; frame-ancestors %[2]s

/:gebied/:wijk/insluiten/*
  ! Content-Security-Policy
  Content-Security-Policy: %[1]s; frame-ancestors %[2]s
`, own, framers(ancestors))
	for _, t := range translations {
		text += fmt.Sprintf(languageRules, own, framers(ancestors), t.Language.Folder)
	}
	return text
}

// languageRules are for a further language, whose folder looks like that of a
// region to the rules above.
const languageRules = `
/%[3]sassets/*
  ! Cache-Control
  Cache-Control: public, max-age=31536000, immutable

/%[3]sinsluiten/
  ! Content-Security-Policy
  Content-Security-Policy: %[1]s; frame-src 'self'; frame-ancestors 'none'

/%[3]s:gebied/:wijk/insluiten/*
  ! Content-Security-Policy
  Content-Security-Policy: %[1]s; frame-ancestors %[2]s
`

// framers lists who may embed pages: the site itself always, since it shows them
// in its explanation.
func framers(ancestors []string) string {
	if slices.Contains(ancestors, "*") {
		return "*"
	}
	return strings.Join(append([]string{"'self'"}, ancestors...), " ")
}
