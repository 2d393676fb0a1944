package lifecycle

import (
	"go/token"
	"go/types"
	"slices"
	"strconv"

	"golang.org/x/tools/go/ssa"

	"github.com/kalint/kalint/passes/internal/closures"
)

// builtin interprets the call of a builtin function.
func (w *walk) builtin(s *state, st site, b *ssa.Builtin) []*state {
	switch b.Name() {
	case "append", "copy":
		keep := w.keep
		if v, ok := st.instr.(*ssa.Call); ok && outlives(v) {
			keep = w.stash
		}
		for _, a := range st.args {
			keep(s, a)
		}
		if v, ok := st.instr.(*ssa.Call); ok && b.Name() == "append" && (isFilled(st.args[0]) || appendsOne(st.common)) {
			w.define(s, v, value{kind: nonNil, path: filled})
		}
	case "len":
		if v, ok := st.instr.(*ssa.Call); ok {
			w.length(s, v, st.args[0])
		}
	case "recover":
	case "ssa:wrapnilchk":
		if v, ok := st.instr.(*ssa.Call); ok {
			w.define(s, v, st.args[0])
		}
	}
	return s.only()
}

// outlives reports whether a list goes into a package variable, or a field of what is not made here.
func outlives(list *ssa.Call) bool {
	return slices.ContainsFunc(*list.Referrers(), func(ref ssa.Instruction) bool {
		st, ok := ref.(*ssa.Store)
		if !ok || st.Val != list {
			return false
		}
		switch to := st.Addr.(type) {
		case *ssa.Global:
			return true
		case *ssa.FieldAddr:
			_, local := to.X.(*ssa.Alloc)
			return !local
		}
		return false
	})
}

func isFilled(v value) bool { return v.kind == nonNil && v.path == filled }

// appendsOne reports whether the append is one of elements that are listed in the call.
func appendsOne(c *ssa.CallCommon) bool {
	if len(c.Args) < 2 {
		return false
	}
	list, ok := c.Args[1].(*ssa.Slice)
	if !ok {
		return false
	}
	a, ok := list.X.(*ssa.Alloc)
	if !ok || list.Low != nil || list.High != nil {
		return false
	}
	array, ok := a.Type().Underlying().(*types.Pointer).Elem().Underlying().(*types.Array)
	return ok && array.Len() > 0
}

// length gives the call of len its value, where that is known.
func (w *walk) length(s *state, call *ssa.Call, of value) {
	switch {
	case isFilled(of):
		w.define(s, call, value{kind: atLeast, path: "1"})
	case of.kind == isNil, of.kind == nonNil && of.path == vacant:
		w.define(s, call, value{kind: constant, path: "0"})
	default:
		if n, ok := listed(call.Call.Args[0], maxDepth); ok {
			w.define(s, call, value{kind: constant, path: strconv.FormatInt(n, 10)})
		}
	}
}

// listed returns how many elements a slice has that is listed in the code, also where a variable holds it that nothing else is
// ever put into.
func listed(v ssa.Value, depth int) (int64, bool) {
	switch v := v.(type) {
	case *ssa.Slice:
		a, ok := v.X.(*ssa.Alloc)
		if !ok || v.Low != nil || v.High != nil {
			return 0, false
		}
		array, ok := a.Type().Underlying().(*types.Pointer).Elem().Underlying().(*types.Array)
		return array.Len(), ok
	case *ssa.UnOp:
		if held := onlyStored(v.X); held != nil && depth > 0 {
			return listed(held, depth-1)
		}
	}
	return 0, false
}

// onlyStored returns what is put into the local variable at the address, in the function or a literal in it, if that is one value.
func onlyStored(addr ssa.Value) ssa.Value {
	if free, ok := addr.(*ssa.FreeVar); ok {
		addr = closures.Binding(free)
	}
	a, ok := addr.(*ssa.Alloc)
	if !ok {
		return nil
	}
	var held ssa.Value
	for _, ref := range *a.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Store:
			if ref.Addr != a || held != nil {
				return nil
			}
			held = ref.Val
		case *ssa.MakeClosure:
			if writes(ref.Fn.(*ssa.Function), slices.Index(ref.Bindings, ssa.Value(a))) {
				return nil
			}
		case *ssa.UnOp, *ssa.DebugRef:
		default:
			return nil
		}
	}
	return held
}

// invoke calls an interface method.
func (w *walk) invoke(s *state, st site) []*state {
	name := st.common.Method.Name()
	switch {
	case w.eng.neverReturns(st.common.Method):
		return nil
	case isAssertion(st.common):
		return w.demand(s, st.common)
	}
	switch st.fn.kind {
	case isNil:
		return nil
	case body:
		w.bodyMethod(s, st, name)
		return s.only()
	case wire:
		s.res.released = s.res.released || name == "Close"
		return s.only()
	case closeFn: // of a func type with that method
		switch calls, known := w.eng.callsReceiver(st.common); {
		case name == "Close" || calls:
			w.callCloser(s, st)
			return s.only()
		case !known:
			s.give()
		}
	case reader:
		if name != "Close" {
			w.readBy(s, st, st.fn)
		}
		return s.only()
	case pointer, structure:
		if fn := w.method(st, name); fn != nil {
			st.args = append([]value{st.fn}, st.args...)
			return w.callee(s, st, fn)
		}
		if len(w.carried(s, st.fn)) > 0 {
			w.keep(s, st.fn)
		}
	}
	return w.opaque(s, st)
}

// callsReceiver reports whether the interface method, of the func types by which the package has the interface, calls the func;
// not known is whether any does if there are none.
func (e *engine) callsReceiver(c *ssa.CallCommon) (calls, known bool) {
	for _, fn := range e.funcMethods(c.Value.Type(), c.Method) {
		outs, ok := e.outcomes(fn, role{path: "()"})
		known = known || ok
		calls = calls || ok && slices.ContainsFunc(outs, func(o outcome) bool { return o.status == closed })
	}
	return calls, known
}

// method finds the method that an interface call reaches, where the dynamic type is in view.
func (w *walk) method(st site, name string) *ssa.Function {
	a, ok := w.eng.vals[st.fn.id].(*ssa.Alloc)
	if !ok || st.fn.path != "" {
		return nil
	}
	t := a.Type()
	if st.fn.kind == structure {
		t = t.Underlying().(*types.Pointer).Elem()
	}
	return w.eng.methodOf(t, st.common.Method.Pkg(), name)
}

// bodyMethod calls a method of the body.
func (w *walk) bodyMethod(s *state, st site, name string) {
	switch name {
	case "Close":
		if st.fn.path == thorough {
			s.noteRead(drained)
		}
		w.close(s, st.pos)
	case "Read", "WriteTo":
		w.readBy(s, st, value{kind: reader})
		if name == "WriteTo" {
			s.noteRead(drained)
		}
	}
}

// close closes the body.
func (w *walk) close(s *state, pos token.Pos) {
	if s.res.status == kept {
		if w.source == nil { // who else has it may have read it: nobody knows how much was
			s.noteRead(drained)
		}
		s.res.status, s.res.stored = closed, false
	}
	if s.res.status != open {
		return
	}
	s.res.status, s.res.codes = closed, statusRange{}
	if !s.res.empty {
		s.res.shut = &Close{Pos: pos, Read: s.res.read, Steps: s.steps()}
	}
}

// noteRead notes that the body was read to the level. Nothing is left to read of one that is closed.
func (s *state) noteRead(l level) {
	switch {
	case s.res.status != closed:
		s.res.read = max(s.res.read, l)
	case s.res.shut != nil && l > unread:
		s.res.shut.Late = true
	}
}

// readBy notes that the call reads from the body, and that its error may be io.EOF.
func (w *walk) readBy(s *state, st site, from value) {
	s.noteRead(partly)
	mark := ""
	if from.path == "" {
		mark = raw
	}
	w.setErrors(s, st, value{kind: readErr, path: mark})
}
