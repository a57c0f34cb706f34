package extract

import (
	"fmt"
	"slices"

	"wijkmonitor/generator/model"
)

// A groupPlan is the groups of the definition in the Monitor's order.
type groupPlan struct {
	specs  []*model.GroupSpec
	groups []model.Group
	parts  []groupPart // of merged groups; they are numbered behind the groups
}

// planGroups lists the whole population and the groups of every classification.
func planGroups(def *model.Definition) (*groupPlan, []model.Classification, error) {
	total := &def.Total
	p := &groupPlan{specs: []*model.GroupSpec{total}}
	p.groups = []model.Group{{Key: orElse(total.Key, "totaal"), Label: orElse(total.Label, "Totale bevolking"), Phrase: total.Phrase, Classification: -1, Parent: -1, Codes: total.Codes, MinBase: max(0, total.MinBase)}}
	var classes []model.Classification
	index := map[string]int{p.groups[0].Key: 0}
	for c := range def.Classifications {
		spec := &def.Classifications[c]
		classes = append(classes, model.Classification{Key: spec.Key, Label: spec.Label, Note: spec.Note})
		for g := range spec.Groups {
			s := &spec.Groups[g]
			if _, twice := index[s.Key]; twice {
				return nil, nil, fmt.Errorf("monitor: %s:%d: group %q is there twice", def.File, s.Line, s.Key)
			}
			index[s.Key] = len(p.groups)
			p.specs = append(p.specs, s)
			p.groups = append(p.groups, model.Group{Key: s.Key, Label: s.Label, Phrase: s.Phrase, Classification: c,
				Codes: s.Codes, Hidden: s.Hidden, MinBase: leastBase(def, s), Sums: sums(s)})
		}
	}
	for g, s := range p.specs {
		if s.Parent == "" || g == 0 {
			continue
		}
		parent, ok := index[s.Parent]
		if !ok || p.groups[parent].Classification != p.groups[g].Classification {
			return nil, nil, fmt.Errorf("monitor: %s:%d: group %q is part of %q, which its classification does not have", def.File, s.Line, s.Key, s.Parent)
		}
		p.groups[g].Parent = parent
	}
	return p, classes, nil
}

// sums counts the groups of a table that a group is the sum of.
func sums(s *model.GroupSpec) int {
	if s.Merged {
		return len(s.Codes)
	}
	return 0
}

// leastBase is the number of people from which figures of a group are shown.
func leastBase(def *model.Definition, s *model.GroupSpec) int {
	if s.MinBase >= 0 {
		return s.MinBase
	}
	return def.MinBase
}

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

// holds tells whether the dimension of a table is meant to hold group g.
func (p *groupPlan) holds(def *model.Definition, t *model.TableSpec, g int) bool {
	if t.Dimension == "" {
		return false
	}
	c := p.groups[g].Classification
	return c < 0 || t.Classification == "" || def.Classifications[c].Key == t.Classification
}

// checkCodes demands that each code of a group is in at least one table that
// is meant to hold the group.
func (p *groupPlan) checkCodes(def *model.Definition, sources []*source, bad *faults) {
	for g, spec := range p.specs {
		for _, code := range spec.Codes {
			var looked *source
			found := false
			for _, s := range sources {
				if !p.holds(def, s.spec, g) {
					continue
				}
				if looked == nil {
					looked = s
				}
				_, ok := s.groups.code(code)
				found = found || ok
			}
			if looked != nil && !found {
				bad.addf("monitor: %s:%d: group %q has code %q, which %s of table %s does not have%s", def.File, spec.Line, p.groups[g].Key, code,
					looked.spec.Dimension, looked.spec.ID, didYouMean(code, looked.groupCodes))
			}
		}
		p.checkTopics(def, spec, bad)
	}
}

// checkTopics demands that the topics of a group belong to indicators.
func (p *groupPlan) checkTopics(def *model.Definition, spec *model.GroupSpec, bad *faults) {
	var known []string
	for i := range def.Indicators {
		known = append(known, def.Indicators[i].Key)
	}
	for _, key := range sortedKeys(spec.Topics) {
		if !slices.Contains(known, key) {
			bad.addf("monitor: %s:%d: group %q has a topic for the indicator %q, which is not there%s", def.File, spec.Line, spec.Key, key, didYouMean(key, known))
		}
	}
}

func sortedKeys(m map[string]string) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
