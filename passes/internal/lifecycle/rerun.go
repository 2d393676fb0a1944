package lifecycle

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/kalint/kalint/passes/internal/nethttp"
)

// repeated runs once more a function literal that an argument is, after a way out of it which makes whoever was given it call it
// again. A response that nothing holds after that is lost.
func (w *walk) repeated(st site, arg int, fn *ssa.Function, x exit) []exit {
	to := w.eng.static(st.common)
	if to == nil || !x.state.res.owed() || w.decides(st, arg) {
		return nil
	}
	var kept []exit
	for _, o := range w.eng.repeats(to, arg) {
		s := w.clone(x.state)
		if !w.returnedAs(s, o, x) {
			w.drop(s)
			continue
		}
		for _, y := range w.literal(s, st.args[arg], nil, fn) {
			if y.state.res.status == open && !w.heldOutside(y.state, fn) {
				w.leak(x.state, Recalled, w.source.Pos())
				w.drop(y.state)
				continue
			}
			kept = append(kept, y)
		}
		break
	}
	return kept
}

// heldOutside reports whether something else than a variable of the literal's own holds the response.
func (w *walk) heldOutside(s *state, fn *ssa.Function) bool {
	s.env = slices.DeleteFunc(s.env, func(b binding) bool {
		v := w.eng.vals[b.key.id]
		return v != nil && v.Parent() == fn
	})
	return w.referenced(s)
}

// decides reports whether the call is given, in an option, another function, which may say whether there is a next time.
func (w *walk) decides(st site, arg int) bool {
	c := st.common
	if !c.Signature().Variadic() || len(c.Args) == 0 || arg == len(c.Args)-1 {
		return false
	}
	return slices.ContainsFunc(elements(c.Args[len(c.Args)-1]), func(v ssa.Value) bool {
		option, ok := v.(*ssa.Call)
		return isFunc(v.Type()) && (!ok || slices.ContainsFunc(option.Call.Args, func(a ssa.Value) bool { return isFunc(a.Type()) }))
	})
}

// returnedAs reports whether the literal's way out may be one that the outcome tells of, and notes that it is.
func (w *walk) returnedAs(s *state, o outcome, x exit) bool {
	for _, r := range o.results {
		if r.index >= len(x.results) {
			return false
		}
		v := x.results[r.index]
		known := v.known()
		if v.kind == isTrue || v.kind == isFalse {
			known = v.kind
		}
		switch {
		case known == r.is.kind:
		case known == unknown && v.kind == symbol:
			s.set(key{v.id, fact}, r.is)
		default:
			return false
		}
		if o.tested && r.is.kind == nonNil && !w.plainError(x.ret.Results[r.index]) {
			return false
		}
	}
	return true
}

// plainError reports whether the error is made there, of no other, so that no error which somebody looks for matches it.
func (w *walk) plainError(v ssa.Value) bool {
	call, ok := v.(*ssa.Call)
	if !ok || call.Call.StaticCallee() == nil {
		return false
	}
	obj, ok := call.Call.StaticCallee().Object().(*types.Func)
	if !ok || !nethttp.MakesError(obj) {
		return false
	}
	return !call.Call.Signature().Variadic() || !slices.ContainsFunc(elements(call.Call.Args[len(call.Call.Args)-1]), func(v ssa.Value) bool {
		from, ok := v.(*ssa.ChangeInterface)
		return ok && isError(from.X.Type())
	})
}
