package exportdata

import (
	"encoding/binary"
	"io"
	"slices"
)

// A reader reads the data of an element.
type reader []byte

func (r *reader) number() uint64 {
	n, size := binary.Uvarint(*r)
	if size <= 0 {
		panic("no number")
	}
	*r = (*r)[size:]
	return n
}

// count reads how many follow, each of which takes a byte at least.
func (r *reader) count() int {
	n := r.number()
	if n > uint64(len(*r)) {
		panic("too many")
	}
	return int(n)
}

// references appends the list at an element's start: the numbers of the elements,
// whose sections the data tells.
func (r *reader) references(refs []uint64) []uint64 {
	for range r.count() {
		r.number() // the section
		refs = append(refs, r.number())
	}
	return refs
}

// reference returns one of the list at an element's start.
func (r reader) reference(i uint64) uint64 {
	if i >= uint64(r.count()) {
		panic("no such reference")
	}
	for range i {
		r.number()
		r.number()
	}
	r.number()
	return r.number()
}

// An input is read piece by piece, and can be had as a whole later.
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

// numbers returns the next n numbers.
func (in *input) numbers(n int) []uint32 {
	data := in.next(4 * n)
	all := slices.Grow(in.room.numbers, n)
	start := len(all)
	for i := range n {
		all = append(all, binary.LittleEndian.Uint32(data[4*i:]))
	}
	in.room.numbers = all
	return slices.Clip(all[start:])
}

// all returns everything from the beginning.
func (in *input) all() ([]byte, error) {
	rest, err := io.ReadAll(in.r)
	return append(slices.Clip(in.room.read), rest...), err
}
