package cbs_test

import (
	"compress/gzip"
	"encoding/json"
	"os"
	"testing"

	"wijkmonitor/generator/extract"
	"wijkmonitor/generator/model"
)

const realProperties = "../../../shared/data/odata/v3_85984NED_DataProperties.value.json.gz"

// Every topic of the definition for 2024 is in CBS's own metadata of that table.
func TestDataset2024_TopicsAreThere(t *testing.T) {
	def := read(t, "../../datasets/kwb-2024")
	f, err := os.Open(realProperties)
	if err != nil {
		t.Skip("the real properties of 85984NED are not here")
	}
	defer f.Close()
	checkTopics(t, def, "85984NED", f)
}

func checkTopics(t *testing.T, def *model.Definition, table string, f *os.File) {
	t.Helper()
	zip, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	var rows []struct{ Type, Key string }
	if err := json.NewDecoder(zip).Decode(&rows); err != nil {
		t.Fatal(err)
	}
	there := map[string]bool{}
	for _, r := range rows {
		there[r.Key] = r.Type == "Topic"
	}
	for i := range def.Indicators {
		s := &def.Indicators[i]
		topics := append(append([]string{s.Topic}, s.Numerator...), s.Denominator...)
		if moved, ok := s.Moved[table]; ok {
			topics = []string{moved}
		}
		for _, topic := range topics {
			if topic != "" && !there[topic] {
				t.Errorf("monitor.yaml:%d: %s reads %q, which table %s does not have", s.Line, s.Key, topic, table)
			}
		}
	}
}

const realMeasures = "../../../shared/data/cbs-parquet/83765NED-v4-metadata/cbs.v4.83765NED_MeasureCodes.parquet"

// Every measure that the definition reads from Kerncijfers is in CBS's own
// metadata of 2017, but for those by origin: they are of later years.
func TestDatasetNederland_MeasuresAreThere(t *testing.T) {
	def := read(t, "../../datasets/nederland")
	if len(def.Tables) != 20 || def.Tables[7].ID != "84799NED" || def.Tables[7].Period != "2020JJ00" {
		t.Errorf("tables %+v", def.Tables)
	}
	if _, err := os.Stat(realMeasures); err != nil {
		t.Skip("the real measures of 83765NED are not here")
	}
	p, err := extract.OpenPart(realMeasures)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	c, err := p.Read("Identifier")
	if err != nil {
		t.Fatal(err)
	}
	there := map[string]bool{"": true}
	for row := range p.Rows {
		code, _ := c.Text(row)
		there[code] = true
	}
	for i := range def.Indicators {
		s := &def.Indicators[i]
		if len(s.Tables) > 0 {
			continue
		}
		for _, topic := range append(append([]string{s.Topic}, s.Numerator...), s.Denominator...) {
			if !there[topic] {
				t.Errorf("monitor.yaml:%d: %s reads %q, which table 83765NED does not have", s.Line, s.Key, topic)
			}
		}
	}
	for i := range def.Classifications[1].Groups {
		if g := def.Classifications[1].Groups[i]; !there[g.Topics["inwoners"]] {
			t.Errorf("monitor.yaml:%d: group %s reads %q, which table 83765NED does not have", g.Line, g.Key, g.Topics["inwoners"])
		}
	}
}
