package exportdata

import "encoding/binary"

// A selection is the elements that a root leads to.
type selection struct {
	d       *unified
	numbers [numSections][]uint32 // by number in d: 1 more than the number in the selection; 0 for what is not in it
	counts  [numSections]int
	queue   []reference
}

// A reference names an element.
type reference struct{ section, number uint64 }

// reach finds what the root leads to, and numbers it.
func (d *unified) reach(r root, room *Room) *selection {
	s := &selection{d: d, queue: room.queue[:0]}
	total := 0
	for _, in := range d.sections {
		total += len(in.ends)
	}
	if cap(room.selected) < total {
		room.selected = make([]uint32, total)
	}
	all := room.selected[:total]
	clear(all)
	for k, in := range d.sections {
		s.numbers[k], all = all[:len(in.ends)], all[len(in.ends):]
	}
	s.numbers[metaSection][0] = 1
	s.visit(packageSection, r.pkg)
	for _, obj := range r.objects {
		s.visit(objectSection, obj.number)
	}
	for len(s.queue) > 0 {
		next := s.queue[len(s.queue)-1]
		s.queue = s.queue[:len(s.queue)-1]
		s.follow(next)
	}
	room.queue = s.queue
	s.number()
	return s
}

// parallel are the sections in which the same number stands for the same object.
var parallel = [...]uint64{nameSection, objectSection, objectDictSection}

// visit notes an element, and for an object all that is said of it.
func (s *selection) visit(section, number uint64) {
	switch section {
	case objectExtSection, bodySection, metaSection: // nobody asks for them
	case nameSection, objectSection, objectDictSection:
		for _, k := range parallel {
			s.add(k, number)
		}
	default:
		s.add(section, number)
	}
}

func (s *selection) add(section, number uint64) {
	if in := s.numbers[section]; number < uint64(len(in)) && in[number] == 0 {
		in[number] = 1
		if section != stringSection {
			s.queue = append(s.queue, reference{section, number})
		}
	}
}

// follow notes what an element refers to.
func (s *selection) follow(from reference) {
	element := s.d.sections[from.section].element(from.number)
	for range element.count() {
		section, number := element.number(), element.number()
		if section >= numSections {
			panic("no such section")
		}
		s.visit(section, number)
	}
}

// number gives the elements their numbers.
func (s *selection) number() {
	for k, in := range s.numbers {
		for i, is := range in {
			if is != 0 {
				s.counts[k]++
				in[i] = uint32(s.counts[k])
			}
		}
	}
}

// of returns the number of an element in the selection; any number for what is
// not in it, which nobody asks for.
func (s *selection) of(section, number uint64) uint64 {
	if in := s.numbers[section]; number < uint64(len(in)) && in[number] > 0 {
		return uint64(in[number] - 1)
	}
	return 0
}

// appendElement appends an element, with the numbers of the selection in its
// references.
func (s *selection) appendElement(out []byte, section int, number uint64) []byte {
	element := s.d.sections[section].element(number)
	if section == stringSection {
		return append(out, element...)
	}
	n := element.count()
	out = binary.AppendUvarint(out, uint64(n))
	for range n {
		to, number := element.number(), element.number()
		out = binary.AppendUvarint(append(out, byte(to)), s.of(to, number))
	}
	return append(out, element...)
}
