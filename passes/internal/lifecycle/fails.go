package lifecycle

import (
	"slices"

	"golang.org/x/tools/go/ssa"
)

// pair notes, of a call that returns either a response or an error, that the one is nil if the other is not. Whatever gets
// at the body of a response that is nil panics.
func (w *walk) pair(s *state, v value) {
	x, ok := w.eng.vals[v.id].(*ssa.Extract)
	if !ok || !isError(x.Type()) && !isResponse(x.Type()) {
		return
	}
	call, ok := x.Tuple.(*ssa.Call)
	if !ok || !w.eng.failsEmpty(&call.Call) {
		return
	}
	for _, ref := range *call.Referrers() {
		if r, ok := ref.(*ssa.Extract); ok && isError(r.Type()) != isError(x.Type()) && (isError(r.Type()) || isResponse(r.Type())) {
			s.set(key{w.eng.id(r), fact}, value{kind: isNil})
		}
	}
}

// failsEmpty reports whether the call returns either a response or an error. Where nobody can look into the callee, that
// is the custom of functions that return the two and nothing else.
func (e *engine) failsEmpty(c *ssa.CallCommon) bool {
	if responseIndex(c.Signature()) < 0 {
		return false
	}
	var outs []outcome
	fn, known := e.static(c), false
	if fn != nil && !returnsGeneric(fn) {
		outs, known = e.outcomes(fn, opening)
	}
	if !known {
		return c.Signature().Results().Len() == 2
	}
	succeeds := func(o outcome) bool {
		return slices.ContainsFunc(o.results, func(r result) bool {
			return r.path == "" && r.is.kind == isNil && isError(c.Signature().Results().At(r.index).Type())
		})
	}
	return len(outs) > 0 && !slices.ContainsFunc(outs, func(o outcome) bool { return !succeeds(o) })
}

// returnsGeneric reports whether the function, or what it is an instance of, returns values that may be anything.
func returnsGeneric(fn *ssa.Function) bool {
	if o := fn.Origin(); o != nil {
		fn = o
	}
	for v := range fn.Signature.Results().Variables() {
		if generic(v.Type()) {
			return true
		}
	}
	return false
}
