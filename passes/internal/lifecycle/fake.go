package lifecycle

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// madeUp reports whether the call's answer comes from a transport in view that makes its answers up: one that the call is
// given, or that what it is given was built around, such as a client or another transport.
func (e *engine) madeUp(c *ssa.CallCommon) bool {
	if known, ok := e.fakes[c]; ok {
		e.assumed += e.looking
		return known
	}
	e.looking++
	defer func() { e.looking-- }()
	e.fakes[c] = false // for want of a better answer while this one is looked for
	fake := e.fake()
	dynamic := c.IsInvoke() || c.StaticCallee() == nil // what the method is called on, or what made the function
	e.fakes[c] = dynamic && fake.around(c.Value) || slices.ContainsFunc(c.Args, fake.around)
	return e.fakes[c]
}

// fake is the quest for a transport that makes its answers up.
func (e *engine) fake() quest { return quest{eng: e, fn: e.answersOn, told: e.isSaidToAnswer} }

// isSaidToAnswer reports whether a function of another package is called of which it is known that what it returns makes its
// answers up.
func (e *engine) isSaidToAnswer(c *ssa.CallCommon) bool {
	fn := e.static(c)
	if fn == nil || len(fn.Blocks) > 0 {
		return false
	}
	obj, ok := fn.Object().(*types.Func)
	return ok && len(e.summaryOf(obj)[answering]) > 0
}

// givesFake reports whether the client or transport that the function returns makes its answers up, whenever it returns one.
func (e *engine) givesFake(fn *ssa.Function) bool {
	i := clientResult(fn.Signature)
	if i < 0 {
		return false
	}
	return returnsOnly(fn, i, e.fake().around)
}

// returnsOnly reports whether result i of the function is as asked for whenever it is not nil, and sometimes is.
func returnsOnly(fn *ssa.Function, i int, is func(ssa.Value) bool) bool {
	found := false
	for _, b := range fn.Blocks {
		ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
		if !ok {
			continue
		}
		if isNilConst(ret.Results[i]) {
			continue
		}
		if !is(ret.Results[i]) {
			return false
		}
		found = true
	}
	return found
}

// clientResult returns the index of the first result that is a client or a transport, or -1.
func clientResult(sig *types.Signature) int {
	for i := range sig.Results().Len() {
		if t := sig.Results().At(i).Type(); isNamed(t, "net/http", "Client") || isNamed(t, "net/http", "RoundTripper") {
			return i
		}
	}
	return -1
}

// answersItself reports whether the function answers, and never with a response from elsewhere.
func (e *engine) answersItself(fn *ssa.Function) bool { return e.answersOn(fn, nil) }

// answersOn is answersItself for a method that is called on the object, if that is known.
func (e *engine) answersOn(fn *ssa.Function, on ssa.Value) bool {
	if o := fn.Origin(); o != nil {
		fn = o
	}
	if responseIndex(fn.Signature) < 0 {
		return false
	}
	outs, ok := e.outcomes(fn, opening)
	if m := e.memo[memoKey{fn, opening}]; m != nil && !m.done { // a recursion of which too little is known yet
		e.assumed++
		return false
	}
	return ok && !slices.ContainsFunc(outs, func(o outcome) bool { return o.status != closed && (on == nil || o.comesFor(on)) })
}
