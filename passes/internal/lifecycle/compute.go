package lifecycle

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// compute returns the value of an instruction without side effects; false if it panics.
func (w *walk) compute(s *state, instr ssa.Value) (value, bool) {
	unchanged := value{kind: symbol, id: w.eng.id(instr)}
	switch v := instr.(type) {
	case *ssa.FieldAddr:
		return w.fieldAddr(s, v)
	case *ssa.Field:
		return w.field(s, v), true
	case *ssa.IndexAddr:
		x := w.val(s, v.X)
		switch x.kind {
		case isNil:
			return value{}, false
		case pointer, structure:
			if len(x.path) < maxPath {
				return value{kind: pointer, id: x.id, path: x.path + "[]"}, true
			}
		}
	case *ssa.Index:
		if x := w.val(s, v.X); x.kind == structure {
			return w.content(s, cell{x.id, x.path + "[]"}, v), true
		}
	case *ssa.Slice:
		if n, ok := listed(v, 0); ok && n == 0 {
			return value{kind: nonNil, path: vacant}, true
		}
		if x := w.val(s, v.X); x.kind == pointer || x.kind == structure {
			return value{kind: pointer, id: x.id, path: x.path}, true
		}
	case *ssa.Extract:
		if known := s.get(key{w.eng.id(v.Tuple), int16(v.Index)}); known.kind != unknown {
			return known, true
		}
	case *ssa.UnOp:
		return w.unOp(s, v)
	case *ssa.BinOp:
		if k := w.evaluate(s, v); k != unknown {
			return value{kind: k}, true
		}
		if sum, ok := counted(v.Op, w.val(s, v.X), w.val(s, v.Y)); ok && isSigned(v.Type()) {
			return sum, true
		}
		if sum, ok := w.furtherOn(s, v); ok {
			return sum, true
		}
		if opp := w.eng.info(v.Parent()).opposite[v]; opp != nil {
			if k := complement(w.val(s, opp)); k.kind == isTrue || k.kind == isFalse {
				return k, true
			}
		}
	case *ssa.MakeInterface:
		return w.boxed(s, v), true
	case *ssa.ChangeInterface, *ssa.ChangeType, *ssa.SliceToArrayPointer, *ssa.MultiConvert:
		return w.raw(s, *v.(ssa.Instruction).Operands(nil)[0]), true
	case *ssa.Convert:
		if x := w.val(s, v.X); x.kind == constant && types.Identical(v.Type().Underlying(), v.X.Type().Underlying()) {
			return x, true
		}
	case *ssa.MakeMap, *ssa.MakeChan, *ssa.MakeSlice:
		return value{kind: nonNil}, true
	}
	return unchanged, true
}

// boxed is the interface that is made: never nil, whatever is in it.
func (w *walk) boxed(s *state, box *ssa.MakeInterface) value {
	v := w.val(s, box.X)
	switch v.kind {
	case symbol, isNil, nonNil, isTrue, isFalse, readMore:
		return value{kind: nonNil, id: w.eng.id(box)}
	}
	return v
}

// fieldAddr returns the address of a field.
func (w *walk) fieldAddr(s *state, v *ssa.FieldAddr) (value, bool) {
	x := w.val(s, v.X)
	name := "." + fieldName(v.X.Type(), v.Field)
	if name == "." {
		return value{kind: symbol, id: w.eng.id(v)}, true
	}
	if r := w.raw(s, v.X); x.kind == nonNil && r.kind == symbol { // that it is not nil does not make it another object
		x = r
	}
	switch x.kind {
	case isNil:
		return value{}, false
	case response:
		if name == ".Body" {
			return value{kind: bodyField}, true
		}
	case pointer, symbol:
		if len(x.path) < maxPath {
			return value{kind: pointer, id: x.id, path: x.path + name}, true
		}
	}
	return value{kind: symbol, id: w.eng.id(v)}, true
}

// field returns a field of a struct value.
func (w *walk) field(s *state, v *ssa.Field) value {
	name := "." + fieldName(v.X.Type(), v.Field)
	if name == "." {
		return value{kind: symbol, id: w.eng.id(v)}
	}
	switch x := w.val(s, v.X); x.kind {
	case responseV:
		if name == ".Body" {
			return s.res.field
		}
	case structure:
		return w.content(s, cell{x.id, x.path + name}, v)
	}
	return value{kind: symbol, id: w.eng.id(v)}
}

// unOp returns the value of a unary operation, loads among them.
func (w *walk) unOp(s *state, v *ssa.UnOp) (value, bool) {
	unchanged := value{kind: symbol, id: w.eng.id(v)}
	if s.res.code != "" && w.isStatus(s, v) {
		if is := w.statusValue(s.res.code); is.kind != unknown {
			return is, true
		}
	}
	x := w.val(s, v.X)
	switch v.Op {
	case token.NOT:
		switch x.kind {
		case isTrue:
			return truth(false), true
		case isFalse:
			return truth(true), true
		}
	case token.MUL:
		switch x.kind {
		case isNil:
			return value{}, false
		case response:
			return value{kind: responseV}, true
		case bodyField:
			if s.res.field.kind != unknown {
				return s.res.field, true
			}
		case pointer:
			g, global := w.eng.vals[x.id].(*ssa.Global)
			if !global {
				return w.content(s, cell{x.id, x.path}, v), true
			}
			if x.path == "" && w.eng.sentinel(g) {
				return value{kind: nonNil}, true
			}
		}
	}
	return unchanged, true
}
