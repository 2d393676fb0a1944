package exportdata

// only returns the sections with the elements that the root leads to; the others
// are empty, so that all keep their numbers.
func (d *unified) only(r root) [numSections]section {
	reach := reach{d: d}
	for k := range d.sections {
		reach.reached[k] = make([]bool, len(d.sections[k].ends))
	}
	reach.reached[metaSection][0] = true
	reach.visit(packageSection, r.pkg)
	for _, obj := range r.objects {
		reach.visit(objectSection, obj.number)
	}
	for len(reach.queue) > 0 {
		next := reach.queue[len(reach.queue)-1]
		reach.queue = reach.queue[:len(reach.queue)-1]
		reach.follow(next)
	}
	var out [numSections]section
	for k, s := range d.sections {
		out[k] = s.only(reach.reached[k])
	}
	return out
}

// A reach is what is found to be led to.
type reach struct {
	d       *unified
	reached [numSections][]bool
	queue   []reference
}

// A reference names an element.
type reference struct{ section, number uint64 }

// visit notes an element, and for an object those that say more of it.
func (r *reach) visit(section, number uint64) {
	if section == objectSection {
		r.visit(nameSection, number)
		r.visit(objectDictSection, number)
	}
	if int(number) < len(r.reached[section]) && !r.reached[section][number] {
		r.reached[section][number] = true
		if section != stringSection {
			r.queue = append(r.queue, reference{section, number})
		}
	}
}

// follow notes what an element refers to.
func (r *reach) follow(from reference) {
	element := r.d.sections[from.section].element(from.number)
	for range element.count() {
		section, number := element.number(), element.number()
		if section != objectExtSection && section != bodySection && section != metaSection {
			r.visit(section, number)
		}
	}
}

// only returns the section with nothing in the elements that are not wanted.
func (s section) only(wanted []bool) section {
	out := section{ends: make([]uint32, len(s.ends))}
	start, size := uint32(0), uint32(0)
	for i, end := range s.ends {
		if wanted[i] {
			size += end - start
		}
		out.ends[i] = size
		start = end
	}
	out.data = make([]byte, 0, size)
	start = 0
	for i, end := range s.ends {
		if wanted[i] {
			out.data = append(out.data, s.data[start:end]...)
		}
		start = end
	}
	return out
}
