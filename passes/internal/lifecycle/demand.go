package lifecycle

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/kalint/kalint/passes/internal/nethttp"
)

// isAssertion reports whether the call is an assertion that is told what it demands by a matcher, or the part of one that is
// told of what. It keeps nothing that it is given; a matcher may.
func isAssertion(c *ssa.CallCommon) bool {
	if c.IsInvoke() {
		_, matches := nethttp.Matches(c.Method)
		_, expects := nethttp.Expects(c.Method)
		return matches || expects
	}
	obj := callee(c)
	if obj == nil {
		return false
	}
	_, asserts := nethttp.Asserts(obj)
	_, expects := nethttp.Expects(obj)
	return asserts || expects
}

// demand makes the call of an assertion, which returns where what it demands holds.
func (w *walk) demand(s *state, c *ssa.CallCommon) []*state {
	v, demand := demanded(c)
	if c.IsInvoke() && v != nil && !onlyLooks(c.Args[0], maxDepth) {
		w.keep(s, w.val(s, v))
	}
	if demand == nethttp.NoDemand {
		return s.only()
	}
	if change, ok := v.(*ssa.ChangeInterface); ok {
		v = change.X
	}
	v = unboxed(v)
	if nilable(v.Type()) && !w.refineNil(s, v, w.raw(s, v), demand == nethttp.ToBeNil) {
		return nil
	}
	return s.only()
}

// demanded returns the value that the call is an assertion about, and what it demands of it.
func demanded(c *ssa.CallCommon) (ssa.Value, nethttp.Demand) {
	if c.IsInvoke() {
		not, ok := nethttp.Matches(c.Method)
		if !ok || len(c.Args) == 0 {
			return nil, nethttp.NoDemand
		}
		v := expected(c.Value)
		demand := checker(c.Args[0])
		if not {
			demand = demand.Not()
		}
		if v == nil {
			demand = nethttp.NoDemand
		}
		return v, demand
	}
	obj := callee(c)
	if obj == nil {
		return nil, nethttp.NoDemand
	}
	i, ok := nethttp.Asserts(obj)
	if !ok || i >= len(c.Args) {
		return nil, nethttp.NoDemand
	}
	if told, ok := c.Args[i].(*ssa.Call); ok && len(told.Call.Args) > 0 {
		if demand := nethttp.Checker(objectOf(told)); demand != nethttp.NoDemand {
			return told.Call.Args[0], demand
		}
	}
	if i+1 >= len(c.Args) {
		return nil, nethttp.NoDemand
	}
	return c.Args[i], checker(c.Args[i+1])
}

// checker returns what the checker or matcher v demands.
func checker(v ssa.Value) nethttp.Demand {
	if call, ok := v.(*ssa.Call); ok && len(call.Call.Args) == 1 {
		if obj := callee(&call.Call); obj != nil && nethttp.Negates(obj) {
			return checker(call.Call.Args[0]).Not()
		}
	}
	return nethttp.Checker(objectOf(v))
}

// onlyLooks reports whether the matcher, and those that it is made of, are known to do no more than look at what they match: others
// may close a body.
func onlyLooks(matcher ssa.Value, depth int) bool {
	call, ok := unboxed(matcher).(*ssa.Call)
	if !ok || depth == 0 {
		return false
	}
	if obj := callee(&call.Call); obj == nil || !nethttp.OnlyLooks(obj) {
		return false
	}
	for _, arg := range call.Call.Args {
		all := elements(arg)
		if _, ok := arg.Type().Underlying().(*types.Slice); !ok {
			all = []ssa.Value{arg}
		} else if all == nil && !isNilConst(arg) {
			return false
		}
		if slices.ContainsFunc(all, func(a ssa.Value) bool { return !looksAlong(unboxed(a), call.Type(), depth-1) }) {
			return false
		}
	}
	return true
}

// looksAlong reports whether a matcher that is given v still only looks: v is no function, and if it is a matcher, it only looks.
func looksAlong(v ssa.Value, matcher types.Type, depth int) bool {
	if types.Identical(v.Type(), matcher) {
		return onlyLooks(v, depth)
	}
	return !isFunc(v.Type())
}

// expected returns what something is expected of through v; nil if that is not in view.
func expected(v ssa.Value) ssa.Value {
	call, ok := v.(*ssa.Call)
	if !ok {
		return nil
	}
	c, receiver := &call.Call, 0
	obj := callee(c)
	if c.IsInvoke() {
		obj, receiver = c.Method, 1 // which is not among the arguments
	}
	if obj == nil {
		return nil
	}
	if i, ok := nethttp.Expects(obj); ok && i-receiver < len(c.Args) {
		return c.Args[i-receiver]
	}
	return nil
}

// objectOf returns the function that made v, or the package variable that it was loaded from; nil if it is neither.
func objectOf(v ssa.Value) types.Object {
	switch v := v.(type) {
	case *ssa.MakeInterface:
		return objectOf(v.X)
	case *ssa.ChangeInterface:
		return objectOf(v.X)
	case *ssa.ChangeType:
		return objectOf(v.X)
	case *ssa.Call:
		if obj := callee(&v.Call); obj != nil {
			return obj
		}
	case *ssa.UnOp:
		if g, ok := v.X.(*ssa.Global); ok && v.Op == token.MUL {
			return g.Object()
		}
	}
	return nil
}

// callee returns the function that the call names; nil if it is a literal, or not known.
func callee(c *ssa.CallCommon) *types.Func {
	fn := c.StaticCallee()
	if fn == nil {
		return nil
	}
	obj, _ := fn.Object().(*types.Func)
	return obj
}
