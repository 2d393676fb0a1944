package clients

import "iter"

// escaping is a search for what lives on when the call that made it is over.
type escaping struct {
	literals bool             // through what function values capture, too
	out      map[*object]bool // with all that it holds
	own      map[*object]bool // with what it holds that is made in the same outermost call
	queues   map[*object]bool // package variables, and what in them functions are taken out of
}

// escaped returns the objects that live on when the call that made them is over; with literals, also those of which only
// function values know.
func (s *solver) escaped(literals bool) map[*object]bool {
	e := &escaping{literals, make(map[*object]bool), make(map[*object]bool), make(map[*object]bool)}
	for _, o := range s.kept {
		if o.made != nil { // a method may have put it into one of its type's values, which is not all of them
			e.visitOwn(o, root(o.made))
		} else {
			e.visit(o)
		}
	}
	for _, g := range s.globals {
		e.visit(g)
		e.visitQueued(g)
	}
	for _, f := range s.frames {
		if f.parent == nil {
			for _, regs := range f.fn.Results {
				for _, r := range regs {
					e.visitAll(f.regs[r].list)
				}
			}
		}
		if f.spawn != nil && f.spawn.by != nil && !f.spawn.by.fn.Waits { // the goroutine lives on
			for _, r := range f.regs[:f.fn.Params+f.fn.Free] {
				for _, o := range r.list {
					e.visitOwn(o, root(f))
				}
			}
		}
	}
	for o := range e.own {
		e.out[o] = true
	}
	return e.out
}

func (e *escaping) visitAll(list []*object) {
	for _, o := range list {
		e.visit(o)
	}
}

func (e *escaping) visit(o *object) {
	if e.out[o] {
		return
	}
	e.out[o] = true
	for in := range o.inside(e.literals) {
		e.visit(in)
		if !e.literals && o.what == AStruct && in.fn != "" { // whoever has the struct may call what is in its field
			for _, held := range in.held {
				e.visitAll(held.list)
			}
		}
	}
}

// visitQueued visits what functions capture that are in a package variable, or in a channel or list that is there: whoever
// takes them out calls them.
func (e *escaping) visitQueued(o *object) {
	if e.literals || e.queues[o] {
		return
	}
	e.queues[o] = true
	for in := range o.inside(false) {
		switch {
		case in.fn != "":
			for _, held := range in.held {
				e.visitAll(held.list)
			}
		case in.what == AChan || in.what == AClient || in.what == AProxy || in.what == Other && in.typ == "":
			e.visitQueued(in)
		}
	}
}

// visitOwn leaves out what others made that are of the same type.
func (e *escaping) visitOwn(o *object, top *frame) {
	if e.own[o] || o.made != nil && root(o.made) != top {
		return
	}
	e.own[o] = true
	for in := range o.inside(e.literals) {
		e.visitOwn(in, top)
	}
}

// inside yields what an object's fields hold and, with literals, what a function value captures.
func (o *object) inside(literals bool) iter.Seq[*object] {
	return func(yield func(*object) bool) {
		for _, f := range o.fields {
			for _, in := range f.has.list {
				if !o.renews(in) && !o.holdsInPassing(in) && !yield(in) {
					return
				}
			}
		}
		if !literals {
			return
		}
		for _, held := range o.held {
			for _, in := range held.list {
				if !yield(in) {
					return
				}
			}
		}
	}
}

// renews reports whether the object, which lives longer, holds what a handler puts there for each request: the next one puts
// another in its place.
func (o *object) renews(in *object) bool {
	handler := forEach(in.made, in.inst)
	if handler == nil || o.made != nil && within(o.made, handler) {
		return false
	}
	found := false
	for _, p := range o.putInto() {
		if p.what != in {
			continue
		}
		if found = true; p.inst().Name == "[]" || forEach(p.frame, p.inst()) != handler {
			return false
		}
	}
	return found
}

// isOfEach reports whether each call of the handler makes one of its own.
func (o *object) isOfEach(handler *Func) bool {
	f, i := o.made, o.inst
	for f != nil && i != nil && !i.Lazy && !f.once {
		if f.fn == handler {
			return true
		}
		if f.spawn != nil {
			return false
		}
		f, i = f.parent, f.inst
	}
	return false
}

// forEach returns the handler each call of which runs the instruction; nil if there is none, or only the first that finds
// something missing runs it.
func forEach(f *frame, i *Inst) *frame {
	for f != nil && i != nil && !i.Lazy && !f.once {
		if f.spawn != nil {
			if f.spawn.how == Handler {
				return f
			}
			return nil
		}
		f, i = f.parent, f.inst
	}
	return nil
}
