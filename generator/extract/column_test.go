package extract

import (
	"bytes"
	"math"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress"
	"github.com/parquet-go/parquet-go/compress/uncompressed"
	"github.com/parquet-go/parquet-go/format"
)

// sample has a column of every type that is read, dictionary and plain,
// OPTIONAL and REQUIRED.
type sample struct {
	Small    int16    `parquet:"small"`
	Whole    int32    `parquet:"whole,dict"`
	Long     int64    `parquet:"long,plain"`
	Single   float32  `parquet:"single,plain"`
	Double   *float64 `parquet:"double,optional,dict"`
	Bare     *float64 `parquet:"bare,optional,plain"`
	Code     string   `parquet:"code,dict"`
	Name     *string  `parquet:"name,optional,plain"`
	Optional *string  `parquet:"other,optional,dict"`
}

func samples() []sample {
	rows := make([]sample, 2500)
	for i := range rows {
		v, s := float64(i)/2, strings.Repeat(string(rune('a'+i%7)), 1+i%3)+"   "
		rows[i] = sample{Small: int16(i), Whole: int32(i % 5), Long: int64(i), Single: float32(i), Code: s}
		if i%3 != 0 {
			rows[i].Double, rows[i].Bare, rows[i].Name, rows[i].Optional = &v, &v, &s, &s
		}
	}
	return rows
}

func openBytes(t testing.TB, b []byte) *file {
	t.Helper()
	f, err := openParquet("test.parquet", bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func encode[T any](t testing.TB, rows []T, options ...parquet.WriterOption) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := parquet.Write(&b, rows, options...); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestColumns_EveryCodecAndPageVersion(t *testing.T) {
	codecs := map[string]compress.Codec{"none": &uncompressed.Codec{}, "snappy": &parquet.Snappy, "gzip": &parquet.Gzip, "zstd": &parquet.Zstd}
	for name, codec := range codecs {
		for _, version := range []int{1, 2} {
			f := openBytes(t, encode(t, samples(), parquet.Compression(codec), parquet.DataPageVersion(version), parquet.MaxRowsPerRowGroup(700), parquet.PageBufferSize(512)))
			if f.rows != 2500 {
				t.Fatalf("%s: %d rows", name, f.rows)
			}
			checkSamples(t, f)
		}
	}
}

func checkSamples(t *testing.T, f *file) {
	t.Helper()
	rows := samples()
	v := make([]float64, f.rows)
	expect := map[string]func(s *sample) float64{
		"small": func(s *sample) float64 { return float64(s.Small) }, "whole": func(s *sample) float64 { return float64(s.Whole) },
		"long": func(s *sample) float64 { return float64(s.Long) }, "single": func(s *sample) float64 { return float64(s.Single) },
		"double": func(s *sample) float64 { return deref(s.Double) }, "bare": func(s *sample) float64 { return deref(s.Bare) },
	}
	for name, want := range expect {
		if err := f.numbers(name, v); err != nil {
			t.Error(err)
			continue
		}
		for i := range rows {
			if w := want(&rows[i]); w != v[i] && !(math.IsNaN(w) && math.IsNaN(v[i])) {
				t.Errorf("%s row %d: got %v, want %v", name, i, v[i], w)
				break
			}
		}
	}
	for name, want := range map[string]func(s *sample) *string{
		"code": func(s *sample) *string { return &s.Code }, "name": func(s *sample) *string { return s.Name }, "other": func(s *sample) *string { return s.Optional }} {
		c, err := f.text(name)
		if err != nil {
			t.Error(err)
			continue
		}
		for i := range rows {
			w := want(&rows[i])
			if w == nil && c.index[i] != -1 || w != nil && c.at(i) != strings.TrimSpace(*w) {
				t.Errorf("%s row %d: got %q", name, i, c.at(i))
				break
			}
		}
	}
}

func deref(v *float64) float64 {
	if v == nil {
		return math.NaN()
	}
	return *v
}

func TestOpen_OtherCodec(t *testing.T) {
	b := encode(t, samples()[:3], parquet.Compression(&parquet.Brotli))
	_, err := openParquet("b.parquet", bytes.NewReader(b), int64(len(b)))
	wantError(t, err, "b.parquet", "BROTLI", "zstd or gzip would be right")
}

func TestNumbers_NotFinite(t *testing.T) {
	type row struct {
		V float64 `parquet:"v,plain"`
	}
	f := openBytes(t, encode(t, []row{{1}, {math.Inf(1)}}))
	wantError(t, f.numbers("v", make([]float64, 2)), `column "v"`, "row 2", "+Inf is not a number")
}

func TestNumbers_NullType(t *testing.T) {
	schema := parquet.NewSchema("schema", parquet.Group{
		"empty": parquet.Optional(parquet.Leaf(parquet.NullType)),
		"full":  parquet.Optional(parquet.Leaf(parquet.Int32Type)),
	})
	var b bytes.Buffer
	w := parquet.NewWriter(&b, schema)
	for i := range 3 {
		if _, err := w.WriteRows([]parquet.Row{{parquet.NullValue().Level(0, 0, 0), parquet.Int32Value(int32(i)).Level(0, 1, 1)}}); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	f := openBytes(t, b.Bytes())
	v := make([]float64, 3)
	if err := f.numbers("empty", v); err != nil || !math.IsNaN(v[0]) || !math.IsNaN(v[2]) {
		t.Errorf("numbers: %v %v", v, err)
	}
	if c, err := f.text("empty"); err != nil || c.index[0] != -1 {
		t.Errorf("text: %v", err)
	}
	if err := f.numbers("full", v); err != nil || v[2] != 2 {
		t.Errorf("the column beside it: %v %v", v, err)
	}
}

func TestPages_DamagedData(t *testing.T) {
	whole := encode(t, samples(), parquet.Compression(&parquet.Zstd))
	meta := openBytes(t, whole).parquet.Metadata()
	at := meta.RowGroups[0].Columns[1].MetaData.DataPageOffset
	b := bytes.Clone(whole)
	for i := range 64 {
		b[int(at)+i] ^= 0x55
	}
	f := openBytes(t, b)
	wantError(t, f.numbers("whole", make([]float64, f.rows)), "test.parquet", `column "whole"`, "fetch the file again")
}

// FuzzOpen demands that no bytes make the reader panic, hang or ask for much memory.
func FuzzOpen(f *testing.F) {
	var small []sample
	small = append(small, samples()[:20]...)
	f.Add(encode(f, small, parquet.Compression(&parquet.Zstd)))
	f.Add(encode(f, small, parquet.Compression(&parquet.Snappy)))
	f.Add(encode(f, small))
	f.Add([]byte("PAR1PAR1\x00\x00\x00\x00PAR1"))
	f.Fuzz(func(t *testing.T, b []byte) {
		p, err := openParquet("fuzz.parquet", bytes.NewReader(b), int64(len(b)))
		if err != nil || p.rows > 1<<20 {
			return
		}
		for _, name := range p.names {
			_ = p.numbers(name, make([]float64, p.rows))
			_, _ = p.text(name)
		}
	})
}

// FuzzRegionCode demands that a table with any region code is read or refused.
func FuzzRegionCode(f *testing.F) {
	for _, code := range []string{"BU0002AA01", "GM0998", "PV20", "", "NL00", "WK0002\x00A", "BU0002AA01   "} {
		f.Add(code)
	}
	f.Fuzz(func(t *testing.T, code string) {
		s := &source{data: &file{name: "x"}, set: &wideSet{file: &file{rows: 2}}, props: &properties{geo: "RegioS"}, regionTitles: map[string]string{code: "x", "NL00": "Land"},
			codes: &textColumn{values: []string{"NL00", code}, index: []int32{0, 1}}}
		plan := newRegionPlan(tinyDefinition())
		var bad faults
		plan.add(s, "2020JJ00", &bad)
		regions := plan.regions(&bad)
		if bad.err() == nil && (len(regions) == 0 || len(regions) > 2) {
			t.Errorf("%q gives %d regions", code, len(regions))
		}
	})
}

func TestPageValues_OtherEncoding(t *testing.T) {
	h := &format.PageHeader{Type: format.DataPage}
	if _, err := pageValues(h); err == nil {
		t.Error("a page without its header is taken")
	}
	h.DataPageHeader.Valid = true
	h.DataPageHeader.V.Encoding = format.DeltaBinaryPacked
	_, err := pageValues(h)
	wantError(t, err, "DELTA_BINARY_PACKED", "plain or dictionary")
}
