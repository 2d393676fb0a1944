package lifecycle

import (
	"slices"

	"golang.org/x/tools/go/ssa"
)

// failed notes what it says of a call's response that its error is not nil: there is none. Whatever gets at the body
// then panics.
func (w *walk) failed(s *state, err value) {
	x, ok := w.eng.vals[err.id].(*ssa.Extract)
	if !ok || !isError(x.Type()) {
		return
	}
	call, ok := x.Tuple.(*ssa.Call)
	if !ok || !w.eng.failsEmpty(&call.Call) {
		return
	}
	index := responseIndex(call.Call.Signature())
	for _, ref := range *call.Referrers() {
		if r, ok := ref.(*ssa.Extract); ok && r.Index == index {
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
		outs, known = e.outcomes(fn, role{param: openRole, whole: true})
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
