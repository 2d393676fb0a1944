package lifecycle

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// A supply says that a result of a generic function is what a function that it is given returns: both are of a type that is
// one of its type parameters, of which it can make no value.
type supply struct {
	param  int // the function
	from   int // its result
	result int // of the generic function
}

// supplies returns the supplies of a call; none if the function is not generic.
func supplies(c *ssa.CallCommon) []supply {
	fn := c.StaticCallee()
	if fn == nil || fn.Origin() == nil {
		return nil
	}
	sig := fn.Origin().Signature
	if sig.Recv() != nil { // which may have kept some of the type
		return nil
	}
	var out []supply
	for p := range sig.Params().Len() {
		f, ok := sig.Params().At(p).Type().Underlying().(*types.Signature)
		if !ok {
			continue
		}
		for from := range f.Results().Len() {
			for to := range sig.Results().Len() {
				t, ok := sig.Results().At(to).Type().(*types.TypeParam)
				if ok && types.Identical(t, f.Results().At(from).Type()) {
					out = append(out, supply{p, from, to})
				}
			}
		}
	}
	return out
}

// suppliers returns the functions from which the call of a generic function has the response that it returns; none if it may
// have it from elsewhere as well.
func suppliers(c *ssa.CallCommon) []*ssa.Function {
	var fns []*ssa.Function
	by := make(map[int]bool) // the parameters
	var of types.Type
	for _, s := range supplies(c) {
		if s.result != responseIndex(c.Signature()) {
			continue
		}
		fn := functionIn(c.Args[s.param])
		if fn == nil {
			return nil
		}
		fns, by[s.param] = append(fns, fn), true
		of = c.StaticCallee().Origin().Signature.Results().At(s.result).Type()
	}
	if len(fns) == 0 {
		return nil
	}
	params := c.StaticCallee().Origin().Signature.Params()
	for i := range params.Len() {
		if !by[i] && yields(params.At(i).Type(), of) {
			return nil
		}
	}
	return fns
}

// yields reports whether whoever has a t may get a value of the type parameter from it.
func yields(t, of types.Type) bool {
	switch t := types.Unalias(t).(type) {
	case *types.TypeParam:
		return types.Identical(t, of)
	case *types.Named:
		for arg := range t.TypeArgs().Types() {
			if yields(arg, of) {
				return true
			}
		}
	case *types.Signature:
		for v := range t.Results().Variables() {
			if yields(v.Type(), of) {
				return true
			}
		}
	case *types.Map:
		return yields(t.Key(), of) || yields(t.Elem(), of)
	case interface{ Elem() types.Type }:
		return yields(t.Elem(), of)
	}
	return false
}

// functionIn returns the function that v is; nil if that is not in view.
func functionIn(v ssa.Value) *ssa.Function {
	switch v := v.(type) {
	case *ssa.ChangeType:
		return functionIn(v.X)
	case *ssa.MakeClosure:
		return v.Fn.(*ssa.Function)
	case *ssa.Function:
		return v
	}
	return nil
}

// closesSupplied reports whether none of the functions that supply the call's response hands out an open one.
func (e *engine) closesSupplied(c *ssa.CallCommon) bool {
	fns := suppliers(c)
	return len(fns) > 0 && !slices.ContainsFunc(fns, func(fn *ssa.Function) bool {
		outs, ok := e.outcomes(fn, opening)
		return !ok || slices.ContainsFunc(outs, func(o outcome) bool { return o.status != closed && opensIn(o, fn.Signature) })
	})
}

// suppliedWithin reports whether the call is of a literal in fn, or literals in fn supply its response: how fn hands over what
// they fetch is found by following that, and what fn was given is known there.
func suppliedWithin(fn *ssa.Function, c *ssa.CallCommon) bool {
	fns := suppliers(c)
	if lit := c.StaticCallee(); lit != nil && lit.Parent() == fn {
		fns = append(fns, lit)
	}
	return len(fns) > 0 && !slices.ContainsFunc(fns, func(lit *ssa.Function) bool { return lit.Parent() != fn })
}

// supply gives the call's results what the function that it was given has returned.
func (w *walk) supply(s *state, st site, arg int, results []value) {
	for _, sup := range supplies(st.common) {
		if sup.param == arg && sup.from < len(results) {
			w.setResult(s, st, sup.result, results[sup.from])
		}
	}
}
