package lifecycle

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// withCloser reports whether the call is given something else that closes responses, such as a decorator of what handles them: who
// is given both can be taken to bring them together, where that cannot be followed.
func (w *walk) withCloser(c *ssa.CallCommon) bool {
	if slices.ContainsFunc(c.Args, w.eng.isCloser) {
		return true
	}
	return c.Signature().Variadic() && len(c.Args) > 0 && slices.ContainsFunc(elements(c.Args[len(c.Args)-1]), w.eng.isCloser)
}

// isCloser reports whether v is what a function has returned whose result closes the responses that it is given.
func (e *engine) isCloser(v ssa.Value) bool {
	made, ok := e.origin(v, []ssa.Value{nil}).v.(*ssa.Call) // not what that returns in its turn
	if !ok {
		return false
	}
	fn := e.static(&made.Call)
	switch {
	case fn == nil:
		return false
	case len(fn.Blocks) > 0:
		return e.givesCloser(fn)
	}
	obj, ok := fn.Object().(*types.Func)
	return ok && len(e.summaryOf(obj)[tending]) > 0
}

// givesCloser reports whether the function returns a function, or an interface, and a literal in it closes a response that
// it is given.
func (e *engine) givesCloser(fn *ssa.Function) bool {
	if fn.Signature.Results().Len() != 1 || mayReturnResponse(fn.Signature) {
		return false
	}
	switch fn.Signature.Results().At(0).Type().Underlying().(type) {
	case *types.Signature, *types.Interface:
		return slices.ContainsFunc(fn.AnonFuncs, e.closesGiven)
	}
	return false
}

// closesGiven reports whether the literal, or one in it, closes a response that it is given, on some path.
func (e *engine) closesGiven(lit *ssa.Function) bool {
	for i, p := range lit.Params {
		if !isResponse(p.Type()) {
			continue
		}
		outs, ok := e.outcomes(lit, role{param: i, whole: true})
		if ok && slices.ContainsFunc(outs, func(o outcome) bool { return o.status == closed }) {
			return true
		}
	}
	return slices.ContainsFunc(lit.AnonFuncs, e.closesGiven)
}
