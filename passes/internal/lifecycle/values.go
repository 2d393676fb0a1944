package lifecycle

import (
	"golang.org/x/tools/go/ssa"
)

// raw returns what the state holds for v: a symbol where nothing is known.
func (w *walk) raw(s *state, v ssa.Value) value {
	switch v := v.(type) {
	case *ssa.Const:
		return constValue(v)
	case *ssa.Function:
		return value{kind: function, id: w.eng.id(v)}
	case *ssa.Global:
		return value{kind: pointer, id: w.eng.id(v)}
	case *ssa.Builtin:
		return value{}
	}
	c := w.eng.canon(v)
	id := c.canID
	if known := s.get(key{id, self}); known.kind != unknown {
		return known
	}
	switch w.eng.vals[id].(type) {
	case *ssa.Alloc, *ssa.FreeVar:
		return value{kind: pointer, id: id}
	}
	return value{kind: symbol, id: id}
}

// val returns what the state knows of v; a symbol that tests have taught something about stands for that.
func (w *walk) val(s *state, v ssa.Value) value { return s.resolve(w.raw(s, v)) }

// resolve replaces a symbol by what tests have taught about it.
func (s *state) resolve(v value) value {
	if v.kind == symbol {
		if f := s.get(key{v.id, fact}); f.kind != unknown {
			return f
		}
	}
	return v
}

// define gives v its new value.
func (w *walk) define(s *state, v ssa.Value, val value) {
	c := w.eng.canon(v)
	if c.canID != w.eng.id(v) { // what is known of its like, perhaps on another path, holds for it
		if val.kind != symbol {
			s.set(key{c.canID, self}, val)
		}
		return
	}
	w.redefine(s, v)
	if val != (value{kind: symbol, id: c.canID}) {
		s.set(key{c.canID, self}, val)
	}
}

// redefine forgets what was known of a canonical value and of what is computed from it.
func (w *walk) redefine(s *state, v ssa.Value) {
	n := w.eng.canon(v)
	if !n.info.loops && len(w.active) == 1 { // it has no value yet
		return
	}
	s.redefine(n.canID)
	if n.rooted {
		for _, u := range n.info.rooted[v] {
			w.redefine(s, u)
		}
	}
}
