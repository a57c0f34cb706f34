package intake

import (
	"strings"

	"github.com/goccy/go-yaml"
)

// YAML writes a draft as a mapping file: the open questions as comments on
// top, then what was found.
func (d *Draft) YAML() ([]byte, error) {
	var b strings.Builder
	b.WriteString("# What the columns of the file are. Every \"?\" is a question; answer it before importing.\n" +
		"# gaps: unknown, secret, impossible, empty (no reason given) or zero.\n")
	for _, q := range d.Questions {
		b.WriteString("# ? " + strings.Join(strings.Fields(q), " ") + "\n")
	}
	body, err := yaml.Marshal(&d.Mapping)
	if err != nil {
		return nil, err
	}
	return append([]byte(b.String()), body...), nil
}
