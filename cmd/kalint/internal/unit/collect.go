package unit

import (
	"os"
	"runtime"
	"runtime/debug"
)

// firstHeap is how far the heap may grow before the garbage collector first runs, in percent of the 4 MB that it would
// run at. Most units need no more, and are done before there is anything worth collecting.
const firstHeap = 1600

// collectLater puts off the first garbage collection; those after it come as always.
func collectLater() {
	if os.Getenv("GOGC") != "" { // somebody knows better
		return
	}
	before := debug.SetGCPercent(firstHeap)
	type sentinel struct{ _ [16]byte } // a smaller one would share its memory with others, and live as long
	s := new(sentinel)
	runtime.AddCleanup(s, func(percent int) { debug.SetGCPercent(percent) }, before)
}
