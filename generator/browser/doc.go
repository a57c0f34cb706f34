// Package browser holds no code but tests of the finished site. They build
// the demo edition once and look at it the way its readers do: its files
// (every link, every id, every size), its HTML (html-validate) and its pages
// in Chromium, with and without JavaScript, from 320 pixels to wide, light
// and dark, with axe-core.
//
// Chromium and Node are wanted. Where one is missing a test says so and is
// skipped, unless WIJKMONITOR_REQUIRE_BROWSER=1, which make test sets.
package browser
