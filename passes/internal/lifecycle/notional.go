package lifecycle

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// A notional load is that of an option, a field of an object which the walk's function was given: a function that it calls looks at
// the field, it does not.
type notional struct {
	of   ssa.Value
	path string
}

func (p *notional) Name() string                  { return p.of.Name() + p.path }
func (p *notional) String() string                { return p.Name() }
func (p *notional) Type() types.Type              { return types.Typ[types.Bool] }
func (p *notional) Parent() *ssa.Function         { return p.of.Parent() }
func (p *notional) Referrers() *[]ssa.Instruction { return nil }
func (p *notional) Pos() token.Pos                { return p.of.Pos() }

// A partKey names a part of an object.
type partKey struct {
	id   uint32
	path string
}

// rulesOut reports whether a call has told that a field of what the function was given is not what it is taken for here,
// where the function loads it itself.
func (w *walk) rulesOut(s *state, load value, is value) bool {
	i, path, ok := w.param(load)
	if !ok || path == "" {
		return false
	}
	id, ok := w.eng.ids[partKey{w.eng.id(w.top.Params[i]), path}]
	if !ok {
		return false
	}
	known := s.get(key{id, fact})
	return known.kind != unknown && known != is
}

// partID numbers that part of the object that v is or points to; 0 if the object is none that the walk's function was given.
func (w *walk) partID(v value, path string) uint32 {
	switch v.kind {
	case symbol, pointer, structure, nonNil:
	default:
		return 0
	}
	k := partKey{v.id, v.path + path}
	if n, ok := w.eng.ids[k]; ok {
		return n
	}
	if of := w.eng.vals[v.id]; of != nil && w.given(value{kind: symbol, id: v.id}) && pathLen(k.path) <= maxPath {
		return w.eng.number(k, &notional{of, k.path})
	}
	return 0
}

// acceptPart notes what an outcome takes for granted of a part of an argument. It reports false if what the path knows
// rules that out.
func (w *walk) acceptPart(s *state, arg value, c cond) bool {
	if c.path == pointee && (c.is.kind == isNil || c.is.kind == nonNil) {
		w.acceptPointee(s, arg, c.is)
		return true
	}
	if !c.is.decides() {
		return true
	}
	known := w.part(s, arg, c.path)
	switch known.kind {
	case symbol:
		if c.is.kind == constant || c.is.kind == differs || c.is.isBound() {
			return !w.chosen(known) || s.restrict(known.id, c.is)
		}
		if of := w.eng.vals[known.id]; c.is.kind == isNil || c.is.kind == nonNil {
			return !nilable(of.Type()) || w.refineNil(s, of, known, c.is.kind == isNil)
		} else if !w.learn(s, of, c.is.kind == isTrue) {
			return false
		}
		s.set(key{known.id, fact}, c.is)
	case unknown:
		if _, assigned := s.findCell(cell{arg.id, arg.path + c.path}); assigned {
			break
		}
		if id := w.partID(arg, c.path); id != 0 {
			return s.restrict(id, c.is)
		}
	}
	return true
}

// acceptPointee notes that what the argument points to is nil, or that it is not.
func (w *walk) acceptPointee(s *state, arg, is value) {
	switch v := w.pointee(s, arg); v.kind {
	case symbol:
		s.set(key{v.id, fact}, is)
	case readErr:
		if is.kind == nonNil && v.known() != nonNil {
			is = value{kind: readErr, path: v.path + failed}
		}
		s.store(cell{arg.id, arg.path}, is)
	}
}
