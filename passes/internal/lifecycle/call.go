package lifecycle

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// A site is a call that is being made: by a call instruction, or by a deferred call when the function returns.
type site struct {
	instr  ssa.CallInstruction
	common *ssa.CallCommon
	fn     value   // the func value or, for an interface method, the receiver
	args   []value // for a static method the receiver is the first
	pos    token.Pos
	spawn  bool // a go statement
}

// operands returns the values of the call's arguments.
func (w *walk) operands(s *state, c *ssa.CallCommon) []value {
	args := make([]value, len(c.Args))
	for i, a := range c.Args {
		args[i] = w.val(s, a)
		if of := w.raw(s, a); of.kind == symbol && args[i] == (value{kind: nonNil}) {
			args[i].id = of.id
		}
	}
	return args
}

func (w *walk) siteOf(s *state, instr ssa.CallInstruction) site {
	c := instr.Common()
	st := site{instr: instr, common: c, args: w.operands(s, c), pos: instr.Pos()}
	if !st.pos.IsValid() {
		st.pos = w.pos
	}
	if c.IsInvoke() || c.StaticCallee() == nil {
		st.fn = w.val(s, c.Value)
	} else if _, ok := c.Value.(*ssa.MakeClosure); ok {
		st.fn = w.val(s, c.Value)
	}
	return st
}

// call interprets a call instruction.
func (w *walk) call(s *state, instr *ssa.Call) []*state {
	st := w.siteOf(s, instr)
	w.readOn(s, st)
	if w.isSource(instr) {
		if s.res.status != open || w.again(s, instr) {
			return w.begin(s, st)
		}
	}
	is := value{kind: symbol, id: w.eng.id(instr)}
	if w.eng.tellsDone(instr) {
		is = value{kind: nonNil}
	}
	w.define(s, instr, is)
	return w.apply(s, st)
}

// apply makes a call: what it does to the tracked response and what it returns. No state means that it does not return.
func (w *walk) apply(s *state, st site) []*state {
	if b, ok := st.common.Value.(*ssa.Builtin); ok {
		return w.builtin(s, st, b)
	}
	if st.common.IsInvoke() {
		return w.invoke(s, st)
	}
	if st.fn.kind == closeFn {
		w.callCloser(s, st)
		return s.only()
	}
	fn := w.eng.static(st.common)
	if st.fn.kind == function {
		switch f := w.eng.vals[st.fn.id].(type) {
		case *ssa.Function:
			fn = f
		case *ssa.MakeClosure:
			return w.enterLiteral(s, st, f.Fn.(*ssa.Function))
		}
	}
	switch {
	case st.fn.kind == isNil && fn == nil:
		return nil
	case fn == nil:
		return w.opaque(s, st)
	case inFunction(fn) && len(fn.Blocks) > 0 && (st.fn.kind == function || len(fn.FreeVars) == 0):
		return w.enterLiteral(s, st, fn)
	}
	return w.callee(s, st, fn)
}

// callCloser calls a func value that closes the body.
func (w *walk) callCloser(s *state, st site) {
	s.noteCloser(st.fn)
	w.close(s, st.pos)
}

// noteCloser notes what a func value that is called reads before it closes the body.
func (s *state) noteCloser(fn value) {
	switch {
	case fn.kind != closeFn:
	case fn.path == thorough:
		s.noteRead(drained)
	case fn.path == limited:
		s.noteRead(partly)
	}
}

// inFunction reports whether fn is a literal in a function: one of a package variable is like a declared function.
func inFunction(fn *ssa.Function) bool {
	return fn.Parent() != nil && fn.Parent().Synthetic != "package initializer"
}

// opaque makes a call whose callee is not known: what goes in is handed on, unless all that may be called leave it, and function literals among it may be called.
func (w *walk) opaque(s *state, st site) []*state {
	if w.dynamicCall(s, st) {
		w.disturbAll(s, st)
		return w.literals(s, st)
	}
	keep := w.keep
	if st.fn.kind == symbol {
		if _, ok := w.eng.vals[st.fn.id].(*ssa.Parameter); ok { // the caller's own function may do what the caller owes
			keep = w.stash
		}
	}
	for _, a := range st.args {
		if a.kind != function {
			keep(s, a)
			w.disturb(s, a)
		}
	}
	s.res.tended = s.res.tended || s.res.status == kept && w.withCloser(st.common)
	return w.literals(s, st)
}

// disturbAll forgets what is known of the objects that a call is given.
func (w *walk) disturbAll(s *state, st site) {
	for _, a := range st.args {
		w.disturb(s, a)
	}
}

// disturb forgets what is known of an object that somebody else may change.
func (w *walk) disturb(s *state, v value) {
	if v.kind != pointer {
		return
	}
	s.mem = slices.DeleteFunc(s.mem, func(e content) bool {
		if e.cell.id != v.id {
			return false
		}
		switch e.val.kind {
		case isNil, nonNil, isTrue, isFalse:
			return true
		case symbol: // a request's method stays what it was, whoever adds headers to it
			v := w.eng.vals[e.val.id]
			return v == nil || !isString(v.Type())
		}
		return e.cell.path == fresh
	})
}
