package lifecycle

import (
	"cmp"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/kalint/kalint/passes/internal/nethttp"
)

// solveOpen follows every response that fn comes to own: it records them, and returns how fn hands them to its callers.
func (e *engine) solveOpen(fn *ssa.Function) ([]outcome, bool) {
	var responses []*Response
	var tooLarge []token.Pos
	var outs, settled []outcome
	followed, looked := true, false
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			call, ok := instr.(ssa.CallInstruction)
			if !ok || !e.mayOpen(call.Common()) || e.mocked(fn) {
				continue
			}
			if _, now := instr.(*ssa.Call); !now && e.handedIn(call.Common()) < 0 {
				continue // what it fills is there later
			}
			f, excess := e.follow(fn, call)
			if excess && e.handsBody(call.Common()) {
				continue
			}
			if excess {
				followed = false
				tooLarge = append(tooLarge, call.Pos())
				continue
			}
			f.single = f.single || e.alone(call.Common())
			if !suppliedWithin(fn, call.Common()) {
				outs, settled = append(outs, f.mark(f.outcomes)...), append(settled, f.mark(f.settled)...)
				looked = looked || f.looked
			}
			if f.detail == rough { // what it does not rule out may be impossible
				continue
			}
			if r := e.response(fn, call, f); r != nil {
				responses = append(responses, r)
			}
		}
	}
	if mayReturnResponse(fn.Signature) || returnsBody(fn.Signature) {
		inner, ok := e.fromLiterals(fn, fn.AnonFuncs)
		outs, followed = append(outs, inner...), followed && ok
	}
	outs = append(outs, e.unfollowed(fn)...)
	e.responses[fn], e.tooLarge[fn] = responses, tooLarge
	if !followed { // too large: silent here, and for its callers as if the body might be closed already
		outs = nil
		for i := range fn.Signature.Results().Len() {
			outs = append(outs, outcome{status: closed, results: []result{{index: i, is: value{kind: response}}}})
		}
	}
	outs = beside(outs, settled, looked, fn.Signature)
	telling(outs, fn.Signature.Results())
	return simplify(outs, opening)
}

// fromLiterals returns how fn hands over the responses that function literals in it fetch, such as the body of a loop
// over an iterator, or what a retrying helper is given; false if that is too large to follow.
func (e *engine) fromLiterals(fn *ssa.Function, literals []*ssa.Function) ([]outcome, bool) {
	var outs []outcome
	for _, lit := range literals {
		for _, b := range lit.Blocks {
			for _, instr := range b.Instrs {
				call, ok := instr.(*ssa.Call)
				if !ok || !e.mayOpen(call.Common()) {
					continue
				}
				f, excess := e.walkFrom(fn, call)
				if excess && e.handsBody(&call.Call) {
					continue
				}
				if excess {
					return nil, false
				}
				f.single = f.single || e.alone(call.Common())
				outs = append(outs, f.mark(f.outcomes)...)
			}
		}
		inner, ok := e.fromLiterals(fn, lit.AnonFuncs)
		if !ok {
			return nil, false
		}
		outs = append(outs, inner...)
	}
	return outs, true
}

// alone reports whether the call's response has a connection that is not kept for others, or not for net/http to keep.
func (e *engine) alone(c *ssa.CallCommon) bool {
	return readsRaw(c) || e.otherTransport(c) || e.unshared(c)
}

// mark has outcomes that a walk has found tell if no connection is kept.
func (f *findings) mark(outs []outcome) []outcome {
	if !f.single {
		return outs
	}
	outs = slices.Clone(outs) // other walks have them too
	for i := range outs {
		outs[i].single = true
	}
	return outs
}

// mayOpen reports whether the call may hand its caller an open response.
func (e *engine) mayOpen(c *ssa.CallCommon) bool {
	if _, ok := c.Value.(*ssa.Builtin); ok {
		return false
	}
	outs, known := e.opens(c)
	if !known {
		return responseIndex(c.Signature()) >= 0
	}
	return slices.ContainsFunc(outs, func(o outcome) bool { return o.status != closed && opensIn(o, c.Signature()) })
}

// follow walks the function from the call's response on and, where the response goes to a variable of an enclosing
// function, that function as well.
func (e *engine) follow(fn *ssa.Function, call ssa.CallInstruction) (findings, bool) {
	if _, ok := call.(*ssa.Call); !ok { // go or defer: nobody can get at the result
		return findings{reached: true, leaks: []Leak{{How: Discarded, Pos: call.Pos()}}}, false
	}
	all := findings{single: true}
	for top := fn; top != nil; top = top.Parent() {
		f, excess := e.walkFrom(top, call)
		if excess {
			return findings{}, true
		}
		if top == fn {
			all.outcomes, all.settled, all.looked = f.outcomes, f.settled, f.looked
		}
		all.leaks = append(all.leaks, f.leaks...)
		all.closes = append(all.closes, f.closes...)
		all.kept = f.kept && !f.outer
		all.read = all.read || f.read
		all.reached = all.reached || f.reached
		all.single = all.single && f.single
		all.detail = max(all.detail, f.detail)
		if !f.outer && (f.reached || top == fn) { // else a function further out may run the literal that the call is in
			break
		}
	}
	return all, false
}

// A journey is what a walk goes through: a function, from a response's source on, which may be in a literal in it.
type journey struct {
	top    *ssa.Function
	source ssa.CallInstruction
}

// walkFrom makes a walk from the response's source on, as closely as can be. Excess is that even the coarsest was too much.
// That of the function around a literal is made for the literal and for that function alike.
func (e *engine) walkFrom(top *ssa.Function, source ssa.CallInstruction) (f findings, excess bool) {
	j, before := journey{top, source}, e.assumed
	if made, ok := e.journeys[j]; ok {
		return made, false
	}
	overs := e.overwrites(source.Parent(), source)
	for d := fine; d <= rough; d++ {
		w := e.walkSource(top, source, d, overs)
		if w.bare && w.excess { // a coarser look would hardly be worth its while, nor a long one at the next
			e.tooMuch[top] = true
			break
		}
		if w.excess {
			continue
		}
		w.found.detail = d
		if source.Parent() != top && e.assumed == before { // else what was assumed may change
			e.journeys[j] = w.found
		}
		return w.found, false
	}
	return findings{}, true
}

// walkSource makes a walk from the response's source on in some detail: with its nuances, unless that is too much.
func (e *engine) walkSource(top *ssa.Function, source ssa.CallInstruction, d detail, overs []span) *walk {
	for nuances := nuancesUnasked; ; {
		w := &walk{eng: e, top: top, source: source, role: opening, detail: d, overs: overs, nuances: nuances, bare: e.handsBody(source.Common())}
		w.found.single = true
		w.run(w.atStart())
		coarser, ok := w.coarser()
		if !w.excess || !ok {
			return w
		}
		nuances = coarser
	}
}

// response describes what was found of the call's response; nil if there was nothing to find.
func (e *engine) response(fn *ssa.Function, call ssa.CallInstruction, f findings) *Response {
	node := e.declOf(fn, call)
	expr := callExpr(node, call.Common().Pos())
	if expr == nil || !f.reached {
		return nil
	}
	i := e.handedIn(call.Common())
	if i >= 0 && generic(call.Common().Signature().Results().At(i).Type()) { // that it is a response, callers know that hand in the function it comes from
		return nil
	}
	r := &Response{Call: expr, Func: node, Leaks: f.leaks, Closes: f.closes, Kept: f.kept, Read: f.read}
	r.Single = f.single
	if len(f.leaks) > 0 && !f.kept {
		r.Checks = e.checks(fn)
	}
	r.Bare = e.handsBare(call.Common())
	r.Field = !r.Bare && responseIndex(call.Common().Signature()) < 0
	name, blank, called := nameOf(node, expr, max(i, 0))
	if i < 0 {
		name, blank = e.nameFilled(call.Common(), expr), false
	}
	r.Name = "response body of " + name
	if r.Bare && !called {
		r.Name = "response body " + name
	}
	if blank {
		for i := range r.Leaks {
			r.Leaks[i].How = Discarded
		}
	}
	slices.SortFunc(r.Leaks, func(a, b Leak) int { return cmp.Compare(a.Pos, b.Pos) })
	slices.SortFunc(r.Closes, func(a, b Close) int { return cmp.Compare(a.Pos, b.Pos) })
	return r
}

// checks finds the calls in fn that return only where the one error that they are given is nil.
func (e *engine) checks(fn *ssa.Function) []token.Pos {
	var out []token.Pos
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			call, ok := instr.(*ssa.Call)
			if !ok || call.Call.IsInvoke() {
				continue
			}
			i := onlyError(call.Call.Args)
			callee := e.static(&call.Call)
			if i < 0 || callee == nil {
				continue
			}
			if outs, ok := e.outcomes(callee, role{param: valueRole}); ok && common(outs, i) == isNil {
				out = append(out, call.Pos())
			}
		}
	}
	return out
}

// onlyError returns the index of the argument that is an error; -1 if there is none, or more than one.
func onlyError(args []ssa.Value) int {
	index := -1
	for i, a := range args {
		if isError(a.Type()) {
			if index >= 0 {
				return -1
			}
			index = i
		}
	}
	return index
}

// readsRaw reports whether the call reads a response from a connection of the program's own.
func readsRaw(c *ssa.CallCommon) bool {
	fn := c.StaticCallee()
	if fn == nil {
		return false
	}
	obj, ok := fn.Object().(*types.Func)
	return ok && nethttp.ReadsRaw(obj)
}

// handedIn returns the index of the result that is the response or its body, or that it comes in; -1 if it comes in an argument.
func (e *engine) handedIn(c *ssa.CallCommon) int {
	if i := responseIndex(c.Signature()); i >= 0 {
		return i
	}
	outs, _ := e.opens(c)
	for _, o := range outs {
		for _, r := range o.results {
			if r.hands(c.Signature()) {
				return r.index
			}
		}
	}
	if slices.ContainsFunc(outs, outcome.fillsResponse) {
		return -1
	}
	return 0
}

// handsBody reports whether the call hands over a body without its response, by itself or in a part of an object.
func (e *engine) handsBody(c *ssa.CallCommon) bool {
	outs, _ := e.opens(c)
	return slices.ContainsFunc(outs, func(o outcome) bool {
		return slices.ContainsFunc(o.results, func(r result) bool { return r.is.kind == body && r.hands(c.Signature()) })
	})
}

// handsBare reports whether what the call hands over is a body without its response.
func (e *engine) handsBare(c *ssa.CallCommon) bool {
	i := e.handedIn(c)
	return i >= 0 && i < c.Signature().Results().Len() && mayBeBody(c.Signature().Results().At(i).Type())
}
