package exportdata

import (
	"encoding/binary"
	"slices"
)

// Unified export data is a header, the ends of its elements and the elements,
// section by section. An element is a list of references to others, and data in
// which these are named by their place in the list. The first element of the
// section meta is the root: the package and the objects that it declares.
// Go's own source has more on it, in internal/pkgbits.
type unified struct {
	header   []byte // version and flags
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
	oldest, newest = 2, 5 // the versions whose root is as read here
	syncMarkers    = 1    // the flag of data with marks for debugging
	fingerprint    = 8    // bytes at the end, which nobody looks at who is not the compiler
)

// A section is the data of its elements, one after the other, and where each ends.
type section struct {
	data []byte
	ends []uint32
}

// element returns the data of one element.
func (s section) element(i uint64) reader {
	start := uint32(0)
	if i > 0 {
		start = s.ends[i-1]
	}
	return reader(s.data[start:s.ends[i]])
}

// parse takes export data apart, as far as the section before the one given; nil
// if it is of another format or version.
func parse(in *input, before int) *unified {
	d := &unified{header: in.next(headerSize)}
	version, flags := binary.LittleEndian.Uint32(d.header[1:]), binary.LittleEndian.Uint32(d.header[5:])
	if d.header[0] != 'u' || version < oldest || version > newest || flags&syncMarkers != 0 {
		return nil
	}
	counts := in.numbers(numSections)
	ends := in.numbers(int(counts[bodySection]))
	last := counts[before-1]
	data := in.next(int(ends[last-1]))
	first, start := uint32(0), uint32(0)
	for k := range before {
		own := ends[first:counts[k]]
		first = counts[k]
		if len(own) == 0 {
			continue
		}
		end := own[len(own)-1]
		for i := range own {
			own[i] -= start
		}
		d.sections[k] = section{data[start:end], own}
		start = end
	}
	d.sections[objectExtSection] = section{}
	return d
}

// A root says which package it is and what it declares.
type root struct {
	pkg     uint64 // the number of its element
	name    string
	objects []object
}

// An object is something that the package declares.
type object struct {
	number uint64 // of its element
	name   []byte
}

func (d *unified) root(room *Room) root {
	r := d.sections[metaSection].element(0)
	room.refs = r.references(room.refs[:0])
	refs := room.refs
	out := root{pkg: refs[r.number()], objects: room.objects[:0]}
	_, name := d.names(packageSection, out.pkg)
	out.name = string(name)
	for range r.count() {
		n := refs[r.number()]
		_, name := d.names(nameSection, n)
		out.objects = append(out.objects, object{n, name})
		if r.number() != 0 { // type arguments, which no declaration has
			panic("unexpected type arguments")
		}
	}
	room.objects = out.objects
	return out
}

// names returns what a package, or the name of an object, begins with: a package's
// path and name, or nothing and an object's name.
func (d *unified) names(section, i uint64) (path, name []byte) {
	refs := d.sections[section].element(i)
	r := refs
	for range r.count() {
		r.number()
		r.number()
	}
	first := refs.reference(r.number())
	if section == packageSection {
		path = d.text(first)
		if string(path) == "builtin" || string(path) == "unsafe" { // they have no more
			return path, path
		}
	}
	return path, d.text(refs.reference(r.number()))
}

// packages returns the paths of all packages that are referred to.
func (d *unified) packages() []string {
	out := make([]string, len(d.sections[packageSection].ends))
	for i := range out {
		path, _ := d.names(packageSection, uint64(i))
		out[i] = string(path)
	}
	return out
}

func (d *unified) text(i uint64) []byte { return d.sections[stringSection].element(i) }

// with returns the data with another root, and without what that does not lead to.
func (d *unified) with(r root, room *Room) []byte {
	s := d.reach(r, room)
	out := append(room.written[:0], d.header...)
	total := 0
	for _, n := range s.counts {
		total += n
		out = binary.LittleEndian.AppendUint32(out, uint32(total))
	}
	ends := len(out)
	out = slices.Grow(out, 4*total)[:ends+4*total]
	start := len(out)
	for k, numbers := range s.numbers {
		for i, is := range numbers {
			switch {
			case is == 0:
				continue
			case k == metaSection:
				out = s.appendRoot(out, r)
			default:
				out = s.appendElement(out, k, uint64(i))
			}
			binary.LittleEndian.PutUint32(out[ends:], uint32(len(out)-start))
			ends += 4
		}
	}
	room.written = append(out, make([]byte, fingerprint)...)
	return room.written
}

// appendRoot spells the root.
func (s *selection) appendRoot(out []byte, r root) []byte {
	out = binary.AppendUvarint(out, uint64(1+len(r.objects)))
	out = binary.AppendUvarint(append(out, packageSection), s.of(packageSection, r.pkg))
	for _, obj := range r.objects {
		out = binary.AppendUvarint(append(out, objectSection), s.of(objectSection, obj.number))
	}
	out = append(out, 0)
	out = binary.AppendUvarint(out, uint64(len(r.objects)))
	for i := range r.objects {
		out = append(binary.AppendUvarint(out, uint64(1+i)), 0)
	}
	return out
}
