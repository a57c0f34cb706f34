package chart

// A Window is a place in a page that shows one wheel of a sheet. Pages of many
// wheels show them by windows and not by the views of the sheet: a browser
// lays out the whole sheet again for every view of it, and once for all windows.
type Window struct {
	Href  string // of the sheet
	At    int    // which wheel
	Of    int    // how many the sheet has
	Small bool   // without the names around the wheel
	Name  string // says what the wheel shows
}

// AppendWindow appends a window.
func AppendWindow(b []byte, w *Window) []byte {
	d := drawing{b: b}
	half := wholeHalf
	if w.Small {
		half = smallHalf
	}
	x, y := sheetPlace(w.At)
	width, height := sheetSize(w.Of)
	d.s(`<svg class="venster" role="img" viewBox="`)
	d.square(x, y, half)
	d.s(`" aria-label="`)
	d.esc(w.Name)
	d.s(`"><image href="`)
	d.esc(w.Href)
	d.s(`" x="-250" y="-250" width="`)
	d.i(width)
	d.s(`" height="`)
	d.i(height)
	d.s(`"/></svg>`)
	return d.b
}
