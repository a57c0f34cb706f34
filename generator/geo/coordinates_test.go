package geo

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"
)

// Every layout of coordinates gives what encoding/json makes of it, to the last
// bit.
func TestParseShape_AsJSON(t *testing.T) {
	for _, text := range []string{
		`[]`, `[[]]`, `[[[]]]`, `[[[[1]]]]`, `[[[[1,2],[3,4]]],[[[5,6,7],[8,9,10,11]]]]`, `[[[[-0,0.0],[-5.50,1e3]]]]`, `[[[[1E+3,-2.5e-7]]]]`,
		` [ [ [ [ 1 , 2 ] , [ 3 , 4 ] ] ] ] `, "[[[[5.387206210000001,52.155174400000000001],\n[155000,463000.1234567890123]]]]", `[null]`, `[[[null,[1,2]]]]`,
		`[[[["1",2]]]]`, `[[[1,2]]]`, `[[[[1,2],[true]]]]`, `{}`, `null`, `[[[[123456789012345,1234567890123456]]]]`, `[[[[0.000000000000001,0.1]]]]`,
	} {
		compareShape(t, text)
	}
}

func TestParseShape_Numbers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := rapid.Float64Range(-1e6, 1e6).Draw(t, "x")
		decimals := rapid.IntRange(-1, 16).Draw(t, "decimals")
		if _, err := json.Marshal(x); err != nil {
			t.Skip()
		}
		compareShape(t, fmt.Sprintf("[[[[%.*f,%v]]]]", max(decimals, 0), x, strings.TrimPrefix(fmt.Sprint(x), "+")))
	})
}

func compareShape(t interface{ Errorf(string, ...any) }, text string) {
	var want orb.MultiPolygon
	wrong := json.Unmarshal([]byte(text), &want)
	got, err := parseShape("MultiPolygon", []byte(strings.TrimSpace(text)))
	if (err == nil) != (wrong == nil) || err == nil && !reflect.DeepEqual(got, want) {
		t.Errorf("%s: got %v, %v; want %v, %v", text, got, err, want, wrong)
	}
}

func BenchmarkParse(b *testing.B) {
	var features []string
	for i := range 2000 {
		var ring []string
		for k := range 50 {
			ring = append(ring, fmt.Sprintf("[%d,%d]", 150000+37*i+k, 450000+41*k))
		}
		features = append(features, featureOf(fmt.Sprintf(`{"statcode":"GM%04d"}`, i), "[["+strings.Join(ring, ",")+"]]"))
	}
	text := []byte(collection(features...))
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := parse(text); err != nil {
			b.Fatal(err)
		}
	}
}
