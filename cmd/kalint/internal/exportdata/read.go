package exportdata

import (
	"encoding/binary"
	"io"
	"slices"
)

// An element is read from its beginning to its end.
type element struct {
	data []byte
	at   int
}

// A reference names an element.
type reference struct{ section, number uint32 }

func (e *element) number() uint64 {
	if e.at < len(e.data) && e.data[e.at] < 0x80 { // most are
		e.at++
		return uint64(e.data[e.at-1])
	}
	n, size := binary.Uvarint(e.data[e.at:])
	if size <= 0 {
		panic("no number")
	}
	e.at += size
	return n
}

// signed reads a number that may be negative.
func (e *element) signed() int64 {
	n := e.number()
	if n&1 != 0 {
		return ^int64(n >> 1)
	}
	return int64(n >> 1)
}

func (e *element) bool() bool {
	switch e.number() {
	case 0:
		return false
	case 1:
		return true
	}
	panic("no bool")
}

// count reads how many follow, each of which takes a byte at least.
func (e *element) count() int {
	n := e.number()
	if n > uint64(len(e.data)-e.at) {
		panic("too many")
	}
	return int(n)
}

// reference reads the place of a reference in the element's list, and returns the
// number of what it refers to.
func (e *element) reference(refs []reference, section uint32) uint64 {
	i := e.number()
	if i >= uint64(len(refs)) || refs[i].section != section {
		panic("no such reference")
	}
	return uint64(refs[i].number)
}

// skip passes over the list of references, which it returns.
func (e *element) skip() (refs element) {
	refs = *e
	for range e.count() {
		e.number()
		e.number()
	}
	return refs
}

// nth returns the number in one of a list of references.
func (e element) nth(i uint64) uint64 {
	if i >= uint64(e.count()) {
		panic("no such reference")
	}
	for range i {
		e.number()
		e.number()
	}
	e.number()
	return e.number()
}

// An input is read piece by piece.
type input struct {
	r    *io.LimitedReader
	room *Room
}

// next returns the next n bytes; it panics if there are fewer.
func (in *input) next(n int) []byte {
	if n < 0 || int64(n) > in.r.N {
		panic("too short")
	}
	read := in.room.read
	start := len(read)
	read = slices.Grow(read, n)[:start+n]
	got, err := io.ReadFull(in.r, read[start:])
	in.room.read = read[:start+got]
	if err != nil {
		panic(err)
	}
	return slices.Clip(read[start:])
}
