package lifecycle

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/kalint/kalint/passes/internal/nethttp"
)

// pair notes what is learned of the one result of a call from the other, where the call returns either a response or an
// error: if v is not nil, the other is. If the error is nil, so may be the response, but not in net/http. Whatever gets at
// the body of a response that is nil panics.
func (w *walk) pair(s *state, v value, null bool) {
	x, ok := w.eng.vals[v.id].(*ssa.Extract)
	if !ok || !isError(x.Type()) && (null || !isResponse(x.Type())) {
		return
	}
	call, ok := x.Tuple.(*ssa.Call)
	if !ok || null && !ofStd(&call.Call) || !w.eng.failsEmpty(&call.Call) {
		return
	}
	other := value{kind: isNil}
	if null {
		other = value{kind: nonNil}
	}
	for _, ref := range *call.Referrers() {
		if r, ok := ref.(*ssa.Extract); ok && isError(r.Type()) != isError(x.Type()) && (isError(r.Type()) || isResponse(r.Type())) {
			s.set(key{w.eng.id(r), fact}, other)
		}
	}
}

// ofStd reports whether the call is of a function of the standard library.
func ofStd(c *ssa.CallCommon) bool {
	fn := c.StaticCallee()
	if fn == nil || fn.Object() == nil || fn.Object().Pkg() == nil {
		return false
	}
	return nethttp.IsStd(fn.Object().Pkg().Path())
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
