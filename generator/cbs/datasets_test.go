package cbs_test

import (
	"compress/gzip"
	"encoding/json"
	"os"
	"testing"

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
