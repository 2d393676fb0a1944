package unit

import (
	"os"
	"runtime"
	"runtime/debug"
)

// Memory is weighed against time: most units need little, and are done before there is anything worth collecting, while a
// large package should not take much more than its type-checking does.
const (
	enough   = 41 << 20  // bytes that the heap may have without being collected
	headroom = 33        // beyond that, how much it may grow until it is collected again, in percent of what is alive
	plenty   = 128 << 20 // bytes alive, beyond which
	tight    = 22        // the headroom is this
)

// collectLater has the garbage collector run as these say.
func collectLater() {
	if os.Getenv("GOGC") != "" { // somebody knows better
		return
	}
	const least = 4 << 20 // of what the runtime takes for alive, if it is less
	pacer{}.set(enough * 100 / least)
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

// A pacer sets the garbage collector's percentage anew after each run.
type pacer struct{ percent uint64 }

func (p pacer) set(percent uint64) {
	debug.SetGCPercent(int(percent))
	type sentinel struct{ _ [16]byte } // a smaller one would share its memory with others, and live as long
	runtime.AddCleanup(new(sentinel), pacer.next, pacer{percent})
}

// next is called after a run.
func (p pacer) next() {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	p.set(percentOf(max(m.NextGC*100/(100+p.percent), 1<<20)))
}

// percentOf returns by how much the heap may grow where so many bytes are alive.
func percentOf(alive uint64) uint64 {
	percent := uint64(headroom)
	if alive > plenty {
		percent = tight
	}
	return max(percent, (max(enough, alive)-alive)*100/alive)
}
