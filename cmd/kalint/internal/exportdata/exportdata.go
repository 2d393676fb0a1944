// Package exportdata makes types of what the compiler wrote about a package: of
// those of its objects that one importer can ask for, and of all that these lead
// to. To make all of it, as a library for every use has to, would be most of the
// work on a small package that imports large ones.
package exportdata

import (
	"bufio"
	"errors"
	"fmt"
	"go/types"
	"io"
	"math"

	"golang.org/x/tools/go/gcexportdata"
)

// A Package is what the compiler wrote about a package.
type Package struct {
	data *unified // nil if it is of a format that is not known here, or spoilt
	name string
	room *Room
}

// A Room is memory for one package at a time: to get it anew for each import is
// dearer than to fill it. What it is kept for from one package to the next are
// the names, which come again and again.
type Room struct {
	from  *bufio.Reader
	read  []byte
	names map[string]string

	// by the numbers of elements
	packages []*types.Package
	types    []types.Type
	params   []*types.Var // of the types
	declared []types.Object

	references []reference // those of the elements that are being read
	unfinished []unfinished
}

// NewRoom returns a room in which most packages fit: to move to a larger one is
// dear as well, while memory that is not written to costs nothing.
func NewRoom() *Room {
	const most = 1 << 20
	return &Room{
		from: bufio.NewReader(nil), read: make([]byte, 0, most), names: make(map[string]string),
		references: make([]reference, 0, most/1024), unfinished: make([]unfinished, 0, most/1024),
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
		if recover() != nil { // whoever knows every format has the words for that
			p.data, p.name = nil, ""
		}
	}()
	if inArchive {
		p.data = parse(in, bodySection)
	}
	if p.data != nil {
		p.name = p.data.name()
	}
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
	room.read = room.read[:0]
	return &input{r: limited, room: room}, ok, nil
}

// Packages returns a compiled package's name, and the paths of the packages that
// something in it may be of, or may have to do with; ok is false if that is not
// known. No more is read than that takes.
func Packages(r io.Reader, room *Room) (name string, paths []string, ok bool) {
	defer func() {
		if recover() != nil {
			name, paths, ok = "", nil, false
		}
	}()
	in, inArchive, err := open(r, room)
	if err != nil || !inArchive {
		return "", nil, false
	}
	d := parse(in, packageSection+1)
	if d == nil {
		return "", nil, false
	}
	return d.name(), d.packages(), true
}

// Name returns the name in the package's clause; an empty one if the format is
// not known.
func (p *Package) Name() string { return p.name }

// ErrFormat says that the data is of a format that is not known here.
var ErrFormat = errors.New("export data of an unknown format")

// ErrEndless says that a type in the data is made of itself: whoever makes it never comes to an end.
var ErrEndless = errors.New("a type without an end")

// All stands for all objects of a package.
func All(string) bool { return true }

// Types makes the objects whose names are wanted, and what they lead to. Known
// are the packages that something is known of already, by their paths: they are
// added to. After an error they may hold what is not finished.
func (p *Package) Types(path string, wanted func(name string) bool, known map[string]*types.Package) (pkg *types.Package, err error) {
	defer func() {
		if r := recover(); r != nil {
			cause, ok := r.(error)
			if !ok {
				cause = fmt.Errorf("%v", r)
			}
			pkg, err = nil, fmt.Errorf("unreadable export data: %w", cause)
		}
	}()
	if p.data == nil {
		return nil, ErrFormat
	}
	d := newDecoder(p.data, p.room, path, known)
	return d.all(wanted), nil
}
