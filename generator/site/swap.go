package site

import "os"

// exchangeByRename moves out to old and fresh to out; if the second step
// fails, the first is undone.
func exchangeByRename(fresh, out, old string) error {
	if err := os.Rename(out, old); err != nil {
		return err
	}
	if err := os.Rename(fresh, out); err != nil {
		if back := os.Rename(old, out); back != nil {
			return back
		}
		return err
	}
	return nil
}
