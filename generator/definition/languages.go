package definition

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"

	"wijkmonitor/generator/language"
	"wijkmonitor/generator/model"
)

// languages reads which languages the pages are in: Dutch always first, and alone
// when nothing is said.
func (c *collector) languages(o *object) []string {
	tags := o.texts("languages", false)
	var known []string
	for _, l := range language.All {
		known = append(known, l.Tag)
	}
	for _, tag := range tags {
		if tag != "" && !slices.Contains(known, tag) {
			c.add(o.at("languages"), "languages has %q, which the program does not speak%s", tag, didYouMean(tag, known))
		}
	}
	if len(tags) > 0 && tags[0] != "" && tags[0] != language.Dutch.Tag && slices.Contains(known, tags[0]) {
		c.add(o.at("languages"), "languages begins with %q; nl first would be right", tags[0])
	}
	return tags
}

// ReadTranslation reads and checks the texts of a definition in another
// language, which stand beside it: monitor.en.yaml. A text that pages would show
// and that is not there is an error, like a text of something that is gone.
func ReadTranslation(d *model.Definition, l *language.Language) (*model.Translation, error) {
	file := strings.TrimSuffix(d.File, ".yaml") + "." + l.Tag + ".yaml"
	f, err := os.Open(file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("monitor: %s: languages has %q, and %s is not there: a file with the texts in %s would be right", d.File, l.Tag, file, l.Name)
	}
	if err != nil {
		return nil, fmt.Errorf("monitor: %w", err)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, largest+1))
	if err != nil {
		return nil, fmt.Errorf("monitor: %s: %w", file, err)
	}
	return parseTranslation(d, l, file, data)
}

func parseTranslation(d *model.Definition, l *language.Language, file string, data []byte) (*model.Translation, error) {
	c := &collector{file: file, holds: "title, total, themes and indicators"}
	root := c.parse(data)
	if root == nil {
		return nil, c.err()
	}
	t := c.translation(root, d)
	if err := c.err(); err != nil {
		return nil, err
	}
	t.Language, t.File = l, file
	return t, nil
}

// translation reads the texts under the keys of the definition.
func (c *collector) translation(root *node, d *model.Definition) *model.Translation {
	o := c.object(root, "the translation", "title", "description", "country", "total", "sources", "themes", "classifications", "indicators", "areas")
	if o == nil {
		return nil
	}
	o.need("title")
	if d.Description != "" {
		o.need("description")
	}
	t := &model.Translation{Title: o.text("title"), Description: o.prose("description"), Country: o.text("country"), Groups: map[string]model.NamedText{}}
	c.totalText(o, t, d)
	t.Sources = c.sourceTexts(o, d)
	t.Themes = c.themeTexts(o, d)
	t.Classifications = c.classificationTexts(o, t, d)
	t.Indicators = c.indicatorTexts(o, d)
	t.Areas = c.areaTexts(o, d)
	return t
}

func (c *collector) totalText(o *object, t *model.Translation, d *model.Definition) {
	o.need("total")
	if n, ok := o.entries["total"]; ok {
		if total := c.object(n, "total", "label"); total != nil {
			total.need("label")
			t.Total = total.text("label")
		}
	}
}

// part opens a mapping with one entry for each of some keys; nil when there
// need be none and is none.
func (c *collector) part(o *object, name, what string, keys []string) *object {
	n, ok := o.entries[name]
	if !ok {
		if len(keys) > 0 {
			o.need(name)
		}
		return nil
	}
	p := c.object(n, name, keys...)
	if p == nil {
		return nil
	}
	for _, key := range keys {
		if !p.has(key) {
			c.add(p.line, "%s lacks %s %q", name, what, key)
		}
	}
	return p
}

func (c *collector) sourceTexts(o *object, d *model.Definition) map[string]string {
	n, ok := o.entries["sources"]
	if !ok {
		return nil
	}
	var known []string
	for i := range d.Tables {
		if s := d.Tables[i].Source; s != "" && !slices.Contains(known, s) {
			known = append(known, s)
		}
	}
	p := c.object(n, "sources", known...)
	if p == nil {
		return nil
	}
	texts := map[string]string{}
	for name := range p.entries {
		texts[name] = p.text(name)
	}
	return texts
}

func (c *collector) themeTexts(o *object, d *model.Definition) map[string]string {
	var keys []string
	for i := range d.Themes {
		keys = append(keys, d.Themes[i].Key)
	}
	p, texts := c.part(o, "themes", "theme", keys), map[string]string{}
	if p == nil {
		return texts
	}
	for _, key := range keys {
		texts[key] = p.text(key)
	}
	return texts
}

func (c *collector) classificationTexts(o *object, t *model.Translation, d *model.Definition) map[string]model.NamedText {
	var keys []string
	for i := range d.Classifications {
		keys = append(keys, d.Classifications[i].Key)
	}
	p, texts := c.part(o, "classifications", "classification", keys), map[string]model.NamedText{}
	if p == nil {
		return texts
	}
	for i := range d.Classifications {
		spec := &d.Classifications[i]
		n, ok := p.entries[spec.Key]
		if !ok {
			continue
		}
		e := c.object(n, fmt.Sprintf("classification %q", spec.Key), "label", "note", "groups")
		if e == nil {
			continue
		}
		e.need("label")
		if spec.Note != "" {
			e.need("note")
		}
		texts[spec.Key] = model.NamedText{Label: e.text("label"), Note: e.prose("note")}
		c.groupTexts(e, spec, t)
	}
	return texts
}

func (c *collector) groupTexts(o *object, spec *model.ClassificationSpec, t *model.Translation) {
	var keys []string
	for i := range spec.Groups {
		keys = append(keys, spec.Groups[i].Key)
	}
	p := c.part(o, "groups", "group", keys)
	if p == nil {
		return
	}
	for i := range spec.Groups {
		n, ok := p.entries[spec.Groups[i].Key]
		if !ok {
			continue
		}
		e := c.object(n, fmt.Sprintf("group %q", spec.Groups[i].Key), "label", "phrase")
		if e == nil {
			continue
		}
		e.need("label")
		if spec.Groups[i].Phrase != "" {
			e.need("phrase")
		}
		t.Groups[spec.Groups[i].Key] = model.NamedText{Label: e.text("label"), Note: e.text("phrase")}
	}
}

// indicatorTexts reads what pages call the indicators. A title is always
// needed, since that of a table is Dutch.
func (c *collector) indicatorTexts(o *object, d *model.Definition) map[string]model.IndicatorText {
	var keys []string
	for i := range d.Indicators {
		keys = append(keys, d.Indicators[i].Key)
	}
	p, texts := c.part(o, "indicators", "indicator", keys), map[string]model.IndicatorText{}
	if p == nil {
		return texts
	}
	for i := range d.Indicators {
		spec := &d.Indicators[i]
		n, ok := p.entries[spec.Key]
		if !ok {
			continue
		}
		e := c.object(n, fmt.Sprintf("indicator %q", spec.Key), "title", "short", "unit", "universe")
		if e == nil {
			continue
		}
		e.need("title")
		if spec.Short != "" {
			e.need("short")
		}
		if spec.Universe != "" {
			e.need("universe")
		}
		texts[spec.Key] = model.IndicatorText{Line: e.line, Title: e.text("title"), Short: e.text("short"), Unit: e.text("unit"), Universe: e.text("universe")}
	}
	return texts
}

func (c *collector) areaTexts(o *object, d *model.Definition) map[string]model.NamedText {
	var keys []string
	for i := range d.Areas {
		keys = append(keys, d.Areas[i].Key)
	}
	p, texts := c.part(o, "areas", "area", keys), map[string]model.NamedText{}
	if p == nil {
		return texts
	}
	for i := range d.Areas {
		n, ok := p.entries[d.Areas[i].Key]
		if !ok {
			continue
		}
		e := c.object(n, fmt.Sprintf("area %q", d.Areas[i].Key), "label", "note")
		if e == nil {
			continue
		}
		e.need("label")
		if d.Areas[i].Note != "" {
			e.need("note")
		}
		texts[d.Areas[i].Key] = model.NamedText{Label: e.text("label"), Note: e.prose("note")}
	}
	return texts
}
