package watch

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// A family is a process, and those that it and they have started.
type family map[int]bool

// sockets returns the inodes of the sockets that the family has. Processes come
// and go meanwhile: those that cannot be read have gone.
func (f family) sockets() []uint64 {
	f.grow()
	var held []uint64
	for pid := range f {
		dir := filepath.Join("/proc", strconv.Itoa(pid), "fd")
		entries, err := os.ReadDir(dir)
		if err != nil {
			delete(f, pid)
			continue
		}
		for _, e := range entries {
			to, err := os.Readlink(filepath.Join(dir, e.Name()))
			if err != nil || !strings.HasPrefix(to, "socket:") {
				continue
			}
			var inode uint64
			if _, err := fmt.Sscanf(to, "socket:[%d]", &inode); err == nil {
				held = append(held, inode)
			}
		}
	}
	return held
}

// grow adds the children that have been started since.
func (f family) grow() {
	for more := true; more; {
		more = false
		for pid := range f {
			lists, _ := filepath.Glob(filepath.Join("/proc", strconv.Itoa(pid), "task", "*", "children"))
			for _, list := range lists {
				children, err := os.ReadFile(list)
				if err != nil {
					continue
				}
				for _, word := range strings.Fields(string(children)) {
					if child, err := strconv.Atoi(word); err == nil && !f[child] {
						f[child], more = true, true
					}
				}
			}
		}
	}
}
