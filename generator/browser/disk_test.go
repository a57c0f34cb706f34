package browser

import (
	"net/url"
	"path/filepath"
	"testing"
)

// A stranger opens public/index.html from a disk and clicks on.
func TestFromDisk(t *testing.T) {
	b := newTab(t, 1280, 800)
	start := url.URL{Scheme: "file", Path: filepath.ToSlash(filepath.Join(demo, "index.html"))}
	b.open(start.String())
	b.click(".gemeenten .namen a")
	b.until("the page of a municipality", `location.pathname.endsWith("/index.html") && document.querySelector(".kerncijfers")`)
	b.until("its wheel is drawn", `document.querySelector("svg.wiel a")`)
}
