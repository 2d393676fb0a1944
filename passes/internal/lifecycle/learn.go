package lifecycle

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// learnCall refines by the bool that a call returned: what must have held of its arguments, and the end of the body.
func (w *walk) learnCall(s *state, call *ssa.Call, truth_ bool) bool {
	fn := call.Call.StaticCallee()
	if fn == nil {
		return true
	}
	if truth_ && w.eng.isErrorsIs(fn) && len(call.Call.Args) == 2 && w.eng.isEOF(call.Call.Args[1]) {
		w.atEnd(s, w.raw(s, call.Call.Args[0]))
	}
	if truth_ && w.eng.isMembership(fn) && w.isStatus(s, call.Call.Args[1]) {
		w.isAmong(s, call.Call.Args[0])
	}
	is := truth(truth_)
	return w.learnResult(s, call, fn, func(v value) bool { return (v.kind == isTrue || v.kind == isFalse) && v != is })
}

// learnNumber refines by a comparison of what a function made of an error with a constant.
func (w *walk) learnNumber(s *state, b *ssa.BinOp, truth bool) bool {
	call, ok := b.X.(*ssa.Call)
	with := w.val(s, b.Y)
	if !ok || with.kind != constant || w.raw(s, call).kind != symbol {
		return true
	}
	fn := call.Call.StaticCallee()
	if fn == nil || !isErrorPredicate(fn.Signature) {
		return true
	}
	return w.learnResult(s, call, fn, func(v value) bool {
		known := compared(b.Op, v, with)
		return known != unknown && (known == isTrue) != truth
	})
}

// compared computes a comparison of constants.
func compared(op token.Token, x, y value) kind {
	switch {
	case x.kind != constant:
		return unknown
	case op == token.EQL:
		return truth(x == y).kind
	case op == token.NEQ:
		return truth(x != y).kind
	}
	return ordered(op, x, y)
}

// learnResult refines by what a call returned: what must have held of its arguments, where some results are ruled out.
func (w *walk) learnResult(s *state, call *ssa.Call, fn *ssa.Function, ruledOut func(value) bool) bool {
	outs, ok := w.eng.outcomes(fn, role{param: valueRole})
	if !ok {
		return true
	}
	args := w.operands(s, &call.Call)
	against := func(r result) bool { return r.index == 0 && r.path == "" && ruledOut(r.is) }
	feasible := those(outs, func(o *outcome) bool {
		return !slices.ContainsFunc(o.results, against) && w.mayMatch(s, o.when, &call.Call, args)
	})
	if len(outs) > 0 && len(feasible) == 0 {
		return false
	}
	return w.acceptCommon(s, &call.Call, feasible)
}
