//go:build !linux

package site

func exchange(fresh, out, old string) error { return exchangeByRename(fresh, out, old) }
