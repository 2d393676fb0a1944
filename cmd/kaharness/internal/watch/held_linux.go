package watch

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/prometheus/procfs"
)

// heldBy returns the inodes of the sockets that the processes of a group have.
// Processes come and go meanwhile: those that cannot be read have gone.
func heldBy(group int) map[uint64]bool {
	held := make(map[uint64]bool)
	all, err := procfs.AllProcs()
	if err != nil {
		return held
	}
	for _, p := range all {
		stat, err := p.Stat()
		if err != nil || stat.PGRP != group {
			continue
		}
		dir := filepath.Join("/proc", strconv.Itoa(p.PID), "fd")
		entries, err := os.ReadDir(dir)
		if err != nil {
			continue
		}
		for _, e := range entries {
			to, err := os.Readlink(filepath.Join(dir, e.Name()))
			if err != nil || !strings.HasPrefix(to, "socket:") {
				continue
			}
			var inode uint64
			if _, err := fmt.Sscanf(to, "socket:[%d]", &inode); err == nil {
				held[inode] = true
			}
		}
	}
	return held
}
