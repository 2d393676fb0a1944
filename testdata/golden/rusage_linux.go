package main

import (
	"os"
	"syscall"
)

// limitCPU ends processes that are started from now on when they took that many
// seconds, and this one too, which takes next to nothing.
func limitCPU(seconds uint64) {
	_ = syscall.Setrlimit(syscall.RLIMIT_CPU, &syscall.Rlimit{Cur: seconds, Max: seconds})
}

// peakMemory is the most memory that an ended process had, in KiB.
func peakMemory(state *os.ProcessState) int64 {
	return state.SysUsage().(*syscall.Rusage).Maxrss
}
