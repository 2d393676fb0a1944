package unit

import (
	"os"
	"runtime/debug"
	"runtime/metrics"
	"time"
)

// Memory is weighed against time: most units need little, and are done before there is anything worth collecting, while a
// large package should not take much more than its type-checking does.
const (
	enough   = 45 << 20  // bytes that the heap may have without being collected
	headroom = 50        // beyond that, how much it may grow until it is collected again, in percent of what is alive
	least    = 4 << 20   // bytes alive, below which the runtime lets the heap grow as if they were alive
	plenty   = 170 << 20 // bytes of heap, beyond which
	tight    = 22        // the headroom is this

	betweenLooks = 4 * time.Millisecond // at what is alive
)

// collectLater has the garbage collector run as these say.
func collectLater() {
	if os.Getenv("GOGC") != "" { // somebody knows better
		return
	}
	debug.SetGCPercent(percentOf(0))
	go pace()
}

// What is said of a heap beforehand, from the size of the source.
const (
	small    = 48 << 10  // bytes of source of a unit whose heap is not worth a collection
	perByte  = 200       // bytes of heap that a byte of source brings
	uncut    = 64 << 20  // bytes of heap, beyond which it is collected
	perLarge = 32        // bytes of heap that a byte of source brings then
	most     = 512 << 20 // bytes of heap that are spoken of
)

// heapFor returns for how many bytes of heap it is worthwhile to prepare, with so many bytes of source; 0 for none.
func heapFor(source int64) int {
	if source < small {
		return 0
	}
	return int(min(max(min(source*perByte, uncut), source*perLarge), most))
}

// sourceSize is how many bytes of source a unit has. Files that are not there are told of later.
func sourceSize(cfg *Config) (size int64) {
	for _, name := range cfg.GoFiles {
		if info, err := os.Stat(name); err == nil {
			size += info.Size()
		}
	}
	return size
}

// pace sets the garbage collector's percentage anew after each run. It looks from time to time: what the runtime itself would
// call upon a run, a finalizer or cleanup, waits on a single CPU until the memory is swept, and by then the heap may have
// grown by all that the first percentage allows.
func pace() {
	seen := []metrics.Sample{{Name: "/gc/cycles/total:gc-cycles"}, {Name: "/gc/heap/live:bytes"}}
	for run := uint64(0); ; time.Sleep(betweenLooks) {
		metrics.Read(seen)
		if n := seen[0].Value.Uint64(); n != run {
			run = n
			debug.SetGCPercent(percentOf(seen[1].Value.Uint64()))
		}
	}
}

// percentOf returns by how much the heap may grow where so many bytes are alive.
func percentOf(alive uint64) int {
	if alive < least {
		return enough * 100 / least
	}
	upTo := func(heap uint64) uint64 { return (max(heap, alive) - alive) * 100 / alive }
	return int(max(tight, min(headroom, upTo(plenty)), upTo(enough)))
}
