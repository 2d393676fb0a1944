package exportdata

import (
	"bytes"
	"encoding/binary"
)

// Unified export data is a header, the ends of its elements and the elements,
// section by section. An element is a list of references to others, and data in
// which these are named by their place in the list. The first element of the
// section meta is the root: the package and the objects that it declares.
// Go's own source has more on it, in internal/pkgbits and in the compiler's noder.
type unified struct {
	version  uint32
	sections [numSections]section
}

// The sections, in their order.
const (
	stringSection = iota
	metaSection
	posBaseSection
	packageSection
	nameSection
	typeSection
	objectSection
	objectExtSection // what only the compiler needs of an object
	objectDictSection
	bodySection
	numSections
)

const (
	headerSize     = 1 + 4 + 4
	oldest, newest = 2, 5 // the versions that are read here
	genericMethods = 4    // since then, methods may have type parameters of their own
	methodOrder    = 5    // since then, methods are numbered
	syncMarkers    = 1    // the flag of data with marks for debugging
)

// A section is the data of its elements, one after the other, and where each ends.
type section struct {
	data  []byte
	ends  []byte // four bytes for each element
	start uint32 // where the ends count from
}

// len returns the number of elements.
func (s *section) len() int { return len(s.ends) / 4 }

// element returns the data of one element.
func (s *section) element(i uint64) []byte {
	if i >= uint64(s.len()) {
		panic("no such element")
	}
	start, end := uint32(0), binary.LittleEndian.Uint32(s.ends[4*i:])-s.start
	if i > 0 {
		start = binary.LittleEndian.Uint32(s.ends[4*(i-1):]) - s.start
	}
	return s.data[start:end]
}

// parse takes export data apart, as far as the section before the one given; nil
// if it is of another format or version.
func parse(in *input, before int) *unified {
	header := in.next(headerSize)
	version, flags := binary.LittleEndian.Uint32(header[1:]), binary.LittleEndian.Uint32(header[5:])
	if header[0] != 'u' || version < oldest || version > newest || flags&syncMarkers != 0 {
		return nil
	}
	d := &unified{version: version}
	sizes := in.next(4 * numSections)
	count := func(k int) int { return 4 * int(binary.LittleEndian.Uint32(sizes[4*k:])) }
	ends := in.next(count(bodySection))
	last := count(before - 1)
	data := in.next(int(binary.LittleEndian.Uint32(ends[last-4:])))
	first, start := 0, uint32(0)
	for k := range before {
		own := ends[first:count(k)]
		first = count(k)
		if len(own) == 0 {
			continue
		}
		end := binary.LittleEndian.Uint32(own[len(own)-4:])
		d.sections[k] = section{data[start:end], own, start}
		start = end
	}
	return d
}

// name returns the name in the package's clause.
func (d *unified) name() string {
	root := element{data: d.sections[metaSection].element(0)}
	refs := root.skip()
	_, name := d.names(packageSection, refs.nth(root.number()))
	return string(name)
}

// names returns what a package, or the name of an object, begins with: a package's
// path and name, or nothing and an object's name.
func (d *unified) names(section int, i uint64) (path, name []byte) {
	e := element{data: d.sections[section].element(i)}
	refs := e.skip()
	first := e.number()
	if section == packageSection {
		path = d.text(refs.nth(first))
		if string(path) == "builtin" || string(path) == "unsafe" { // they have no more
			return path, path
		}
	}
	return path, d.text(refs.nth(e.number()))
}

// packages returns the paths of all packages that are referred to.
func (d *unified) packages() []string {
	out := make([]string, d.sections[packageSection].len())
	for i := range out {
		path, _ := d.names(packageSection, uint64(i))
		out[i] = string(path)
	}
	return out
}

func (d *unified) text(i uint64) []byte { return d.sections[stringSection].element(i) }

// open begins an element: its references are added to the list given.
func (d *unified) open(section int, i uint64, refs []reference) (element, []reference) {
	e := element{data: d.sections[section].element(i)}
	for range e.count() {
		section, number := e.number(), e.number()
		refs = append(refs, reference{uint32(section), uint32(number)})
	}
	return e, refs
}

// isGlobal reports whether a name at the top of a package is one that a program
// can use there: types within functions and generic methods have a sign in theirs.
func isGlobal(name []byte) bool { return !bytes.ContainsAny(name, ".·") }
