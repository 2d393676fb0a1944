package clients

// A use is an event that some concurrent code makes.
type use struct {
	event
	src   source
	by    *spawn
	run   *frame // what is started; nil for the request itself
	bound int    // how often at once; 0: many times
}

// concurrent returns the events that more than two goroutines may make at once.
func (s *solver) concurrent() []use {
	var uses []use
	type part struct {
		by *frame
		of *object
	}
	parts := make(map[part][]use)
	var order []part
	for _, e := range s.events {
		for _, src := range s.sources(e) {
			if src.of.isUnneeded() || !src.shared && s.isLost(src.of, e) {
				continue
			}
			for _, l := range s.levelsOf(e, src) {
				if many(l.bound) {
					uses = append(uses, l)
					break
				}
				if l.by.by != nil {
					p := part{l.by.by, src.of}
					if parts[p] == nil {
						order = append(order, p)
					}
					parts[p] = append(parts[p], l)
				}
			}
		}
	}
	for _, p := range order {
		uses = append(uses, crowd(p.by.fn, parts[p])...)
	}
	return uses
}

// levelsOf returns the ways in which goroutines that share the source come to an event, the innermost first; none if a
// lock or the like lets at most two through.
func (s *solver) levelsOf(e event, src source) []use {
	if e.inst.Locked && e.inst.Mode != Spawned {
		return nil
	}
	var levels []use
	add := func(sp *spawn, run *frame) {
		own := !src.shared && sp.by != nil && within(src.of.made, sp.by) && !s.keptFor(src.of, sp.by)
		levels = append(levels, use{e, src, sp, run, sp.count(own)})
	}
	if e.inst.Op == Serve && !src.of.ofTest() {
		add(&spawn{how: Handler}, nil)
	} else if e.inst.Mode == Spawned {
		add(&spawn{by: e.frame, inst: e.inst}, nil)
	}
	if e.inst.Alone {
		return levels
	}
	var way *Inst // to the event, in the frame
	if e.inst.Mode == Spawned {
		way = e.inst
	}
	tested := src.of.ofTest() || ofTestFile(e.frame.fn) // a handler then gets what requests a test sends, mostly one
	crowded := false                                    // a loop below starts the goroutines: who takes a place above takes it for all of them
	for f := e.frame; f != nil; way, f = f.inst, f.parent {
		if !crowded && f.fewPlaces(len(levels) == 0, way) {
			return nil
		}
		crowded = crowded || way != nil && way.Looped && way.Mode == Spawned
		kept := !src.shared && within(src.of.made, f) && s.keptFor(src.of, f)
		if !src.shared && within(src.of.made, f) && !kept {
			break // the goroutines around have one each
		}
		if f.spawn != nil && !(f.spawn.how == Handler && tested) && (kept || !s.isOneOfMany(src, f.spawn) && !src.isOwnElement(f)) {
			add(f.spawn, f)
		}
		if f.serial || f.once && f.parent != nil && !f.parent.once { // one of those around comes here
			break
		}
	}
	return levels
}

// within reports whether a frame is another one or called from it.
func within(f, top *frame) bool {
	for ; f != nil; f = f.parent {
		if f == top {
			return true
		}
	}
	return false
}

// isOneOfMany reports whether a loop makes a source for each of the goroutines: the one that starts them, or another.
func (s *solver) isOneOfMany(src source, sp *spawn) bool {
	if src.shared || sp.by == nil || src.of.inst == nil {
		return false
	}
	common := meet(src.of.made, sp.by)
	if common == nil {
		return src.of.inst.Looped
	}
	if !under(common, src.of.made, src.of.inst).Looped || s.keptByLoop(src.of, common) && !s.isEntry(src.of) {
		return false
	}
	return common == sp.by || under(common, sp.by, sp.inst).Looped && !many(sp.below(common))
}

// below is how many goroutines are started in a call that the frame makes; 0 for as many as you like.
func (sp *spawn) below(top *frame) int {
	n := sp.by.times(sp.inst)
	for f := sp.by; f.parent != top; f = f.parent {
		n *= f.parent.times(f.inst)
	}
	return n
}

// count is how many goroutines are started at once; 0 for as many as you like. Own says that each call of the function which
// starts them has a source of its own, so that only one call counts.
func (sp *spawn) count(own bool) int {
	if sp.by == nil || sp.over || sp.inst.Each {
		return 0
	}
	n := sp.by.times(sp.inst)
	if !own {
		n *= sp.by.loops(sp.inst)
	}
	if sp.inst.Slots > 0 {
		for _, ch := range sp.by.reg(sp.inst.Slots - 1).list {
			if room := ch.room(); room > 0 && (n == 0 || room < n) {
				n = room
			}
		}
	}
	if size := sp.inst.Cap; size > 0 && (n == 0 || size < n) {
		n = size
	}
	if limit := sp.limit(); limit > 0 && (n == 0 || limit < n) {
		n = limit
	}
	return n
}

// limit is how many goroutines the group runs at once that they are started in; 0 if it has no limit.
func (sp *spawn) limit() int {
	if sp.inst.Group == 0 {
		return 0
	}
	most := 0
	for _, group := range sp.by.reg(sp.inst.Group - 1).list {
		if group.places <= 0 {
			return 0
		}
		most = max(most, group.places)
	}
	return most
}

// fewPlaces reports whether the frame, or a function that it calls for that, takes a place of a semaphore that has two at
// most or, if it is inside the goroutine, that may have: how many is not known. What a loop starts needs one each time.
func (f *frame) fewPlaces(inside bool, way *Inst) bool {
	each := !inside && way != nil && way.Looped
	if f.takesPlace(inside, each) {
		return true
	}
	for i := range f.calls {
		child := f.calls[i].frame
		if in := &f.fn.Code[f.calls[i].inst]; in.Op == Call && in.Mode == Plain && !in.Later && child.parent == f && (in.Looped || !each) && child.takesPlace(false, false) {
			return true
		}
	}
	return false
}

// takesPlace is fewPlaces for the frame alone; with each, only what a loop does counts.
func (f *frame) takesPlace(inside, each bool) bool {
	for n := range f.fn.Code {
		i := &f.fn.Code[n]
		if i.Op != Acquire || each && !i.Looped {
			continue
		}
		known := false
		for _, ch := range f.reg(i.A).list {
			if room := ch.room(); ch.what == AChan && room > 0 {
				known = true
				if room <= 2 {
					return true
				}
			}
		}
		if !known && inside && !i.Weak {
			return true
		}
	}
	return false
}
