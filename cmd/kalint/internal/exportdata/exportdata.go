// Package exportdata cuts down what the compiler wrote about a package to what
// one importer can ask for: to decode all of it would be most of the work on a
// small package that imports large ones.
package exportdata

import (
	"bufio"
	"io"
	"math"

	"golang.org/x/tools/go/gcexportdata"
)

// A Package is what the compiler wrote about a package.
type Package struct {
	raw  []byte   // if it is of a format that is not known here, or spoilt
	data *unified // else
	root root
	room *Room
}

// A Room is memory for one package at a time: to get it anew for each import is
// dearer than to fill it.
type Room struct {
	from          *bufio.Reader
	read, written []byte
	numbers       []uint32
	selected      []uint32
	refs          []uint64
	queue         []reference
	objects       []object
}

// NewRoom returns a room in which most packages fit: to move to a larger one is
// dear as well, while memory that is not written to costs nothing.
func NewRoom() *Room {
	const most = 1 << 20
	return &Room{
		from: bufio.NewReader(nil),
		read: make([]byte, 0, most), written: make([]byte, 0, most),
		numbers: make([]uint32, 0, most/16), selected: make([]uint32, 0, most/16),
		refs: make([]uint64, 0, most/128), queue: make([]reference, 0, most/128), objects: make([]object, 0, most/128),
	}
}

// Read reads a compiled package; the bodies of its functions are left where
// they are. The package is good until the room is used for another.
func Read(r io.Reader, room *Room) (p *Package, err error) {
	in, inArchive, err := open(r, room)
	if err != nil {
		return nil, err
	}
	p = &Package{room: room}
	defer func() {
		if recover() != nil { // whoever decodes it has the words for that
			p.data = nil
			p.raw, err = in.all()
		}
	}()
	if inArchive {
		p.data = parse(in, bodySection)
	}
	if p.data == nil {
		p.raw, err = in.all()
		return p, err
	}
	p.root = p.data.root(room)
	return p, nil
}

// open finds the data. If it is in no archive, it is of another format.
func open(r io.Reader, room *Room) (in *input, inArchive bool, err error) {
	room.from.Reset(r)
	r, err = gcexportdata.NewReader(room.from)
	if err != nil {
		return nil, false, err
	}
	limited, ok := r.(*io.LimitedReader)
	if !ok {
		limited = &io.LimitedReader{R: r, N: math.MaxInt64}
	}
	room.read, room.numbers = room.read[:0], room.numbers[:0]
	return &input{r: limited, room: room}, ok, nil
}

// Packages returns the paths of the packages that something in a compiled one may
// be of, or may have to do with; ok is false if that is not known. No more is
// read than that takes.
func Packages(r io.Reader, room *Room) (paths []string, ok bool) {
	defer func() {
		if recover() != nil {
			paths, ok = nil, false
		}
	}()
	in, inArchive, err := open(r, room)
	if err != nil || !inArchive {
		return nil, false
	}
	d := parse(in, packageSection+1)
	if d == nil {
		return nil, false
	}
	return d.packages(), true
}

// Name returns the name in the package's clause; an empty one if the format is
// not known.
func (p *Package) Name() string { return p.root.name }

// All returns the data as it was, but for what only the compiler needs. It is
// good until the room is used again.
func (p *Package) All() []byte { return p.with(p.root) }

func (p *Package) with(r root) (data []byte) {
	if p.data == nil {
		return p.raw
	}
	defer func() {
		if recover() != nil {
			data = p.room.read // as far as it was read: whoever decodes it has the words for that
		}
	}()
	return p.data.with(r, p.room)
}

// Only returns the data with those of the package's objects that have one of the
// names, and with all that they refer to. It is good until the room is used
// again.
func (p *Package) Only(names map[string]bool) []byte {
	some := p.root
	some.objects = nil
	for _, obj := range p.root.objects {
		if names[string(obj.name)] {
			some.objects = append(some.objects, obj)
		}
	}
	return p.with(some)
}
