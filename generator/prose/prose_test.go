package prose

import (
	"strings"
	"testing"
	"testing/fstest"
)

func TestParse(t *testing.T) {
	a, err := Parse("x.md", []byte("---\ntitle: Over\nlead: Een zin.\n---\n## Súdwest-Fryslân: hoe?\n\nZie [methode](/methode/#taart) en [cbs](https://www.cbs.nl/).\n\n## Súdwest-Fryslân: hoe?\n"))
	if err != nil {
		t.Fatal(err)
	}
	got := a.HTML("../")
	for _, want := range []string{`id="sudwest-fryslan-hoe"`, `id="sudwest-fryslan-hoe-2"`, `href="../methode/#taart"`, `href="https://www.cbs.nl/"`} {
		if !strings.Contains(got, want) {
			t.Errorf("%s is not in %s", want, got)
		}
	}
	if a.Title != "Over" || a.Lead != "Een zin." {
		t.Errorf("%+v", a)
	}
}

func TestParse_UnsafeIsDropped(t *testing.T) {
	a, err := Parse("x.md", []byte("---\ntitle: x\n---\n<script>alert(1)</script>\n\n[a](javascript:alert(1)) <b onclick=x>b</b>\n\n# Kop\n"))
	if err != nil {
		t.Fatal(err)
	}
	got := a.HTML("")
	for _, bad := range []string{"<script", "javascript:", "onclick", "<h1"} {
		if strings.Contains(got, bad) {
			t.Errorf("%s is in %s", bad, got)
		}
	}
}

func TestRead_Errors(t *testing.T) {
	fsys := fstest.MapFS{
		"nohead.md":  {Data: []byte("tekst")},
		"noend.md":   {Data: []byte("---\ntitle: x\n")},
		"notitle.md": {Data: []byte("---\nlead: x\n---\n")},
		"badkey.md":  {Data: []byte("---\ntitle: x\ndate: y\n---\n")},
		"latin1.md":  {Data: []byte("---\ntitle: caf\xe9\n---\n")},
		"big.md":     {Data: []byte(strings.Repeat("x", sizeLimit+1))},
	}
	for name, want := range map[string]string{
		"nohead.md": "nohead.md:1", "noend.md": "does not end", "notitle.md": "no title", "badkey.md": "badkey.md:3",
		"latin1.md": "not UTF-8", "big.md": "bytes", "absent.md": "absent.md",
	} {
		if _, err := Read(fsys, name); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte("---\ntitle: x\n---\n[a](javascript:alert(1)) <script>"))
	f.Fuzz(func(t *testing.T, source []byte) {
		a, err := Parse("x.md", source)
		if err != nil {
			return
		}
		if got := strings.ToLower(a.HTML("")); strings.Contains(got, "<script") || strings.Contains(got, `href="javascript:`) {
			t.Errorf("unsafe: %s", got)
		}
	})
}
