package lifecycle

import (
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// content loads a cell. What is not known gets the loading instruction's symbol, so that the next load finds the same.
func (w *walk) content(s *state, c cell, v ssa.Value) value {
	symbolic := value{kind: symbol, id: w.eng.id(v)}
	known := s.load(c)
	if a, ok := w.eng.vals[c.id].(*ssa.Alloc); ok && c.path == "" && len(w.carried(s, known)) == 0 && w.eng.volatile(a) {
		return symbolic
	}
	if known.kind != unknown {
		return known
	}
	if _, ok := v.Type().Underlying().(*types.Pointer); ok && s.hasParts(c) { // a summary tells of parts only
		return value{kind: pointer, id: c.id, path: c.path}
	}
	if _, ok := v.Type().Underlying().(*types.Struct); ok {
		return value{kind: structure, id: c.id, path: c.path}
	}
	if i, ok := s.findCell(c); ok {
		s.mem[i].val = symbolic
		return symbolic
	}
	if basicBool(v.Type()) {
		if known := w.part(s, value{kind: pointer, id: c.id}, c.path); known.kind == isTrue || known.kind == isFalse {
			return known
		}
	}
	if s.load(cell{c.id, fresh}).kind != unknown && !strings.Contains(c.path, "[]") {
		if zero := zeroValue(v.Type()); zero.kind != unknown {
			return zero
		}
	}
	if _, local := w.eng.vals[c.id].(*ssa.Alloc); c.path == "" || local && (!scalar(v.Type()) || basicBool(v.Type())) {
		s.store(c, symbolic)
	}
	return symbolic
}

// store interprets an assignment through an address; false if it panics.
func (w *walk) store(s *state, st *ssa.Store) bool {
	addr, val := w.val(s, st.Addr), w.raw(s, st.Val)
	switch addr.kind {
	case isNil:
		return false
	case bodyField:
		w.storeBody(s, s.resolve(val))
		s.noteLost(st.Pos())
	case pointer:
		switch {
		case w.eng.deadEnd(st.Addr):
			val = value{}
		case isReadOnly(st.Addr) && s.resolve(val).tracked():
			s.noteRead(throughLimit(drained, s.resolve(val)))
			w.found.read = true
			val = value{}
		}
		w.storeCell(s, cell{addr.id, addr.path}, val, st)
	case response:
		if s.res.status == open && val.kind != responseV {
			s.res.field = value{}
		}
	default:
		w.stash(s, s.resolve(val))
	}
	return true
}

// storeBody replaces the Body field: by something around the body that is there, or by something else.
func (w *walk) storeBody(s *state, val value) {
	switch val.kind {
	case body, reader:
		s.res.field = val
		return
	}
	carried := slices.DeleteFunc(w.carried(s, val), func(c carry) bool { return c.val.kind == wire })
	if len(carried) == 0 {
		s.res.field = value{}
		return
	}
	for i, c := range carried {
		if around := w.seal(s, val, c); i == 0 || around.kind != reader {
			s.res.field = around
		}
	}
}

// replace replaces the Body field as a function did that was called at pos.
func (s *state) replace(field value, pos token.Pos) {
	s.res.field = value{}
	if field.kind == reader {
		s.res.field = field
	}
	s.noteLost(pos)
}

// noteLost notes that the Body field was assigned at pos, if what is there now does not close the body.
func (s *state) noteLost(pos token.Pos) {
	if s.res.field.kind != body && !s.res.over.IsValid() {
		s.res.over, s.res.upTo = pos, s.trail
	}
}

// storeCell assigns to a part of an object.
func (w *walk) storeCell(s *state, c cell, val value, st *ssa.Store) {
	obj := w.eng.vals[c.id]
	if _, local := obj.(*ssa.Alloc); !local || !w.running(obj.Parent()) {
		if free, ok := obj.(*ssa.FreeVar); ok && len(w.carried(s, s.resolve(val))) > 0 {
			w.found.outer = w.found.outer || free.Parent() == w.top
		}
		w.lodge(s, c, s.resolve(val))
	} else if obj, ok := obj.(*ssa.Alloc); ok && c.path != "" && st.Block() != nil && givenAway(obj, st) {
		w.stash(s, s.resolve(val))
	}
	if _, global := obj.(*ssa.Global); global {
		return
	}
	switch {
	case strings.Contains(c.path, "[]"):
		if v := s.resolve(val); len(w.carried(s, v)) > 0 && (v.kind != reader || !s.load(c).owns()) { // what only reads does not take the place of what closes
			s.store(c, v)
		}
	case val.kind == structure && composite(st.Val.Type()): // else it is in an interface
		whole := s.load(cell{val.id, fresh}).kind != unknown && !strings.Contains(val.path, "[]")
		s.copyParts(c, cell{val.id, val.path})
		if !whole { // the parts that are not known are not zero either
			s.forgetFresh(c.id)
		}
	case val.kind == responseV:
		s.store(cell{c.id, c.path + ".Body"}, s.res.field)
	case val.kind == unknown || composite(st.Val.Type()):
		s.store(c, value{})
		if st.Val != nil && !isZero(st.Val) {
			s.forgetFresh(c.id)
		}
	case val.kind == symbol && c.path != "" && scalar(st.Val.Type()) && !w.given(val):
		s.mark(c)
	default:
		s.store(c, val)
	}
}

// given reports whether the value is one that the walk's function was called with, or the negation of one.
func (w *walk) given(v value) bool {
	if not, ok := w.eng.vals[v.id].(*ssa.UnOp); ok && not.Op == token.NOT {
		v.id = w.eng.id(not.X)
	}
	_, _, ok := w.param(v)
	return ok
}

// composite reports whether values of the type have parts.
func composite(t types.Type) bool {
	switch t.Underlying().(type) {
	case *types.Struct, *types.Array:
		return true
	}
	return false
}

// isZero reports whether v is a constant zero value.
func isZero(v ssa.Value) bool {
	c, ok := v.(*ssa.Const)
	return ok && c.Value == nil
}
