package lifecycle

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// acceptCommon notes what all outcomes that are possible take for granted of the arguments being nil, or true.
func (w *walk) acceptCommon(s *state, c *ssa.CallCommon, feasible []outcome) bool {
	if len(feasible) == 1 {
		for _, when := range feasible[0].when {
			if when.is.kind == symbol && !w.equate(s, c, when) {
				return false
			}
		}
	}
	for i, arg := range c.Args {
		k := common(feasible, i)
		if k == isTrue || k == isFalse {
			if b := unboxed(arg); basicBool(b.Type()) && !w.assume(s, b, k == isTrue) {
				return false
			}
			continue
		}
		if k == unknown || !nilable(arg.Type()) {
			continue
		}
		if x := w.nilInside(s, arg); x != nil {
			arg = x
			if w.val(s, x).kind == isNil {
				continue
			}
		}
		if !w.refineNil(s, arg, w.raw(s, arg), k == isNil) {
			return false
		}
	}
	return true
}

// equate notes that two arguments of a call are equal, as the condition says.
func (w *walk) equate(s *state, c *ssa.CallCommon, when cond) bool {
	other := int(when.is.id)
	if when.path != "" || when.is.path != "" || max(when.param, other) >= len(c.Args) {
		return true
	}
	x, y := unboxed(c.Args[when.param]), unboxed(c.Args[other])
	if xv, yv := w.raw(s, x), w.val(s, y); xv.kind == symbol && yv.kind == symbol && xv != yv {
		s.set(key{xv.id, fact}, yv)
		return true
	}
	return w.refine(s, x, y, true) && w.refine(s, y, x, true)
}

// unboxed returns what an interface is made of, where that stands in the code.
func unboxed(v ssa.Value) ssa.Value {
	if box, ok := v.(*ssa.MakeInterface); ok {
		return box.X
	}
	return v
}

// nilInside returns what the interface v is made of, if that may be nil: a function that asks whether v is nil may do so by
// reflection, and mean that. Nil if v is no such interface.
func (w *walk) nilInside(s *state, v ssa.Value) ssa.Value {
	box, ok := v.(*ssa.MakeInterface)
	if !ok || !nilable(box.X.Type()) {
		return nil
	}
	if k := w.val(s, box.X).kind; k != symbol && k != isNil {
		return nil
	}
	return box.X
}

// common returns what all outcomes take for granted of parameter i being nil, or true.
func common(outs []outcome, i int) kind {
	result := unknown
	for n, o := range outs {
		k := unknown
		for _, c := range o.when {
			if c.param != i || c.path != "" {
				continue
			}
			switch c.is.kind {
			case isNil, nonNil, isTrue, isFalse:
				k = c.is.kind
			}
		}
		if k == unknown || n > 0 && k != result {
			return unknown
		}
		result = k
	}
	return result
}

// mayMatch is matches where a nil inside an interface may be meant: by a function that returns, or says something, for nil only.
func (w *walk) mayMatch(s *state, when []cond, call *ssa.CallCommon, args []value) bool {
	inside := func(c cond) bool {
		return c.path == "" && c.param < len(call.Args) && w.nilInside(s, call.Args[c.param]) != nil
	}
	return w.matches(s, slices.DeleteFunc(slices.Clone(when), inside), args)
}

// matches reports whether the conditions can hold of the arguments.
func (w *walk) matches(s *state, when []cond, args []value) bool {
	for _, c := range when {
		if c.param >= len(args) {
			continue
		}
		if !compatible(w.part(s, args[c.param], c.path), c.is) {
			return false
		}
	}
	return true
}

// accept notes what an outcome takes for granted of the arguments, now that the path takes it.
func (w *walk) accept(s *state, st site, when []cond) bool {
	call, ok := st.instr.(*ssa.Call)
	for _, c := range when {
		switch {
		case c.path != "":
			if c.param < len(st.args) && !w.acceptPart(s, st.args[c.param], c) {
				return false
			}
			continue
		case !ok || c.param >= len(call.Call.Args):
			continue
		}
		arg := call.Call.Args[c.param]
		feasible := true
		switch c.is.kind {
		case symbol:
			feasible = w.equate(s, &call.Call, c)
		case isTrue, isFalse:
			feasible = w.assume(s, arg, c.is.kind == isTrue)
		case constant, differs, atLeast, atMost:
			if v := w.raw(s, arg); v.kind == symbol && w.tellsOptions() && w.chosen(v) {
				feasible = s.restrict(v.id, c.is)
			}
		case isNil, nonNil:
			if nilable(arg.Type()) && w.raw(s, arg).kind == symbol {
				feasible = w.refineNil(s, arg, w.raw(s, arg), c.is.kind == isNil)
			}
		}
		if !feasible {
			return false
		}
	}
	return true
}

// part returns the part of what v is or points to.
func (w *walk) part(s *state, v value, path string) value {
	if path == "" {
		return v
	}
	if asserted, of, ok := assertion(path); ok {
		return w.assertedPart(s, v, of, asserted)
	}
	if v == zeroPart {
		return v
	}
	if v.kind != pointer && v.kind != structure && v.kind != symbol {
		return value{}
	}
	if path == pointee {
		return w.pointee(s, v)
	}
	c := cell{v.id, v.path + path}
	if i, ok := s.findCell(c); ok {
		return s.resolve(s.mem[i].val)
	}
	for i := len(path) - 1; i > 0; i-- {
		if path[i] != '.' && path[i] != '[' {
			continue
		}
		if j, ok := s.findCell(cell{v.id, v.path + path[:i]}); ok { // it is behind a pointer
			return w.part(s, s.resolve(s.mem[j].val), path[i:])
		}
	}
	if s.load(cell{v.id, fresh}).kind != unknown && !strings.Contains(c.path, "[]") {
		return zeroPart
	}
	if id := w.partID(v, path); id != 0 {
		return s.get(key{id, fact})
	}
	return value{}
}

// pointee returns what v points to.
func (w *walk) pointee(s *state, v value) value {
	if v.kind != pointer {
		return value{}
	}
	if i, ok := s.findCell(cell{v.id, v.path}); ok {
		return s.resolve(s.mem[i].val)
	}
	if v.path == "" && s.load(cell{v.id, fresh}).kind != unknown {
		return zeroPart
	}
	return value{}
}

// compatible reports whether v may be what is says.
func compatible(v, is value) bool {
	if v == zeroPart {
		switch is.kind {
		case isTrue, nonNil:
			return false
		case constant:
			return is.path == "0" || is.path == `""`
		case differs:
			return !is.lists("0") && !is.lists(`""`)
		case atLeast, atMost:
			return is.overlaps(value{kind: constant, path: "0"})
		}
		return true
	}
	switch is.kind {
	case isNil, nonNil:
		k := v.known()
		return k == unknown || k == is.kind
	case isTrue, isFalse:
		return v.kind != isTrue && v.kind != isFalse || v.kind == is.kind
	case atLeast, atMost:
		return v.overlaps(is)
	case constant:
		return v.overlaps(is) && (v.kind != constant || v.path == is.path) && !(v.kind == differs && v.lists(is.path))
	case differs:
		return v.kind != constant || !is.lists(v.path)
	}
	return true
}
