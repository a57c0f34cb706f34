package site

import (
	"errors"

	"golang.org/x/sys/unix"
)

// exchange swaps two folders in one step; the old output ends up in fresh.
// File systems that cannot do that get two renames.
func exchange(fresh, out, old string) error {
	err := unix.Renameat2(unix.AT_FDCWD, fresh, unix.AT_FDCWD, out, unix.RENAME_EXCHANGE)
	if errors.Is(err, unix.EINVAL) || errors.Is(err, unix.ENOSYS) || errors.Is(err, unix.ENOTSUP) {
		return exchangeByRename(fresh, out, old)
	}
	return err
}
