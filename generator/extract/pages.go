package extract

import (
	"fmt"
	"io"

	"github.com/parquet-go/parquet-go/encoding/thrift"
	"github.com/parquet-go/parquet-go/format"
)

// maxPage is the largest page in bytes, uncompressed, that is decoded.
const maxPage = 512 << 20

// checkPages walks the page headers of one column chunk before parquet-go
// allocates what they ask for: a flipped bit there may ask for gigabytes.
func (f *file) checkPages(group, c int) error {
	meta := f.parquet.Metadata()
	m := &meta.RowGroups[group].Columns[c].MetaData
	rows := meta.RowGroups[group].NumRows
	start := m.DataPageOffset
	if m.DictionaryPageOffset > 0 {
		start = min(start, m.DictionaryPageOffset)
	}
	chunk := make([]byte, m.TotalCompressedSize)
	if _, err := f.reader.ReadAt(chunk, start); err != nil && err != io.EOF {
		return err
	}
	var protocol thrift.CompactProtocol
	for at, values := 0, int64(0); values < rows; {
		r := protocol.NewReaderFromBytes(chunk[at:])
		var h format.PageHeader
		if err := thrift.NewDecoder(r).Decode(&h); err != nil {
			return fmt.Errorf("the page header at %d bytes is damaged: %w; fetch the file again", start+int64(at), err)
		}
		at += r.BytesRead()
		if h.CompressedPageSize < 0 || int(h.CompressedPageSize) > len(chunk)-at || h.UncompressedPageSize < 0 || h.UncompressedPageSize > maxPage {
			return fmt.Errorf("a page of %d bytes (%d uncompressed) does not fit; fetch the file again", h.CompressedPageSize, h.UncompressedPageSize)
		}
		at += int(h.CompressedPageSize)
		n, err := pageValues(&h)
		if err != nil {
			return err
		}
		if n < 0 || n > rows {
			return fmt.Errorf("a page of %d values in a row group of %d rows; fetch the file again", n, rows)
		}
		if h.Type != format.DictionaryPage {
			values += n
		}
	}
	return nil
}

// pageValues returns how many values a page has, and refuses an encoding that
// is neither plain nor dictionary.
func pageValues(h *format.PageHeader) (n int64, err error) {
	var e format.Encoding
	switch {
	case h.Type == format.DictionaryPage && h.DictionaryPageHeader.Valid:
		n, e = int64(h.DictionaryPageHeader.V.NumValues), h.DictionaryPageHeader.V.Encoding
	case h.Type == format.DataPage && h.DataPageHeader.Valid:
		n, e = int64(h.DataPageHeader.V.NumValues), h.DataPageHeader.V.Encoding
	case h.Type == format.DataPageV2 && h.DataPageHeaderV2.Valid:
		n, e = int64(h.DataPageHeaderV2.V.NumValues), h.DataPageHeaderV2.V.Encoding
	default:
		return 0, fmt.Errorf("a page of type %v is not read", h.Type)
	}
	if readable(e) {
		return n, nil
	}
	return 0, fmt.Errorf("a page is encoded as %v; plain or dictionary would be right", e)
}

// readable tells whether values in an encoding are read.
func readable(e format.Encoding) bool {
	//lint:ignore SA1019 older writers, and so the real tables of CBS, still name it
	return e == format.Plain || e == format.RLEDictionary || e == format.PlainDictionary
}
