package unit

import (
	"runtime"
	"strings"
	"syscall"
	"unsafe"
)

// enlarge asks for huge pages for so many bytes of the heap that is to come. The kernel hands out small ones, each upon a
// fault: in a virtual machine these took up to half of the time of a process as short as this.
//
// The advice is for memory by which the heap grows for this alone, and which its first collection, cheap where there is next
// to nothing yet, gives back. Untouched, it takes no memory until it is used.
func enlarge(heap int) {
	var room strings.Builder // never clears what it gets, as make does if some of it was in use before
	room.Grow(heap)
	room.WriteByte(0)
	all := unsafe.Slice(unsafe.StringData(room.String()), heap)
	_ = syscall.Madvise(all, syscall.MADV_HUGEPAGE) // where there are none, all goes on as before
	runtime.GC()
}
