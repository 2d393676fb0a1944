package lifecycle

import (
	"go/types"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/kalint/kalint/passes/internal/nethttp"
)

// callee calls a function that is known: its summary says what becomes of what it is given.
func (w *walk) callee(s *state, st site, fn *ssa.Function) []*state {
	obj, known := fn.Object().(*types.Func)
	switch {
	case known && w.eng.neverReturns(obj):
		return nil
	case known && nethttp.CleansUp(obj.Origin()): // what is given to it, or in it, is closed when nobody has it any more
		for _, a := range st.args {
			w.keep(s, a)
		}
		s.res.tended = s.res.tended || s.res.status == kept
		return s.only()
	case isAssertion(st.common):
		return w.demand(s, st.common)
	case onlyWraps(fn) && len(st.args) > 0:
		w.setResult(s, st, 0, st.args[0])
		return s.only()
	}
	if w.callsBack(s, st, fn) {
		return w.enterLiteral(s, st, fn)
	}
	states := []*state{s}
	touched := false
	for i, a := range st.args {
		if a.kind == function {
			continue
		}
		for _, c := range w.carried(s, a) {
			touched = true
			var after []*state
			for _, t := range states {
				passed := w.pass(t, st, fn, i, c)
				if t != s && (len(passed) != 1 || passed[0] != t) {
					w.drop(t)
				}
				after = append(after, passed...)
			}
			states = w.distinct(after)
		}
	}
	switch {
	case !touched:
		states = w.values(s, st, fn)
	case !slices.Contains(states, s):
		w.drop(s)
	}
	var out []*state
	for _, t := range states {
		err := w.awaitedBy(t, st)
		w.disturbAll(t, st)
		w.wait(t, st, err)
		out = append(out, w.literals(t, st)...)
	}
	return out
}

// callsBack reports whether the response goes to a function that gives it to another one, which it is given as well: what that does,
// no summary tells.
func (w *walk) callsBack(s *state, st site, fn *ssa.Function) bool {
	if len(fn.Blocks) == 0 || len(fn.Params) != len(st.args) || !slices.ContainsFunc(st.args, func(a value) bool { return a.kind != function && len(w.carried(s, a)) > 0 }) {
		return false
	}
	for i, a := range st.args {
		if a.kind == function && givesTo(fn.Params[i]) {
			return true
		}
	}
	return false
}

// givesTo reports whether the function calls its parameter with a response, or with a body.
func givesTo(param *ssa.Parameter) bool {
	return slices.ContainsFunc(*param.Referrers(), func(ref ssa.Instruction) bool {
		call, ok := ref.(*ssa.Call)
		return ok && call.Call.Value == param && slices.ContainsFunc(call.Call.Args, func(a ssa.Value) bool { return isResponse(a.Type()) || reads(a.Type()) })
	})
}

// onlyWraps reports whether what the function returns calls the function that it is given, and nothing is called before.
func onlyWraps(fn *ssa.Function) bool {
	if o := fn.Origin(); o != nil {
		fn = o
	}
	obj, ok := fn.Object().(*types.Func)
	return ok && nethttp.WrapsFunc(obj)
}

// pass hands the tracked response to parameter i of fn by the way c.
func (w *walk) pass(s *state, st site, fn *ssa.Function, i int, c carry) []*state {
	r := w.roleOf(s, st, i, &c)
	var outs []outcome
	ok := len(r.path) <= maxPath // a recursion that wraps its argument each time must come to an end
	if ok {
		outs, ok = w.eng.outcomes(fn, r)
	}
	if c.val.kind == wire && (!ok || getsWire(fn, i)) {
		s.res.released = true
		return s.only()
	}
	if !ok || c.val.kind == responseV || c.val.kind == bodyField {
		if c.val.owns() {
			s.give()
			s.res.tended = s.res.tended || s.res.status == kept && w.withCloser(st.common)
		}
		s.noteRead(partly)
		return s.only()
	}
	ample, discards, whole := w.ample(st, fn), w.discards(st, fn), w.whole(s, st, fn)
	var out []*state
	for _, o := range outs {
		if !w.matches(s, o.when, st.args) || w.contradicted(s, st, o) {
			continue
		}
		if ample {
			o = widened(o)
		}
		if whole {
			o = unlimited(o)
		}
		t := w.clone(s)
		if !w.narrowTo(t, o) || !w.accept(t, st, o.when) {
			w.drop(t)
			continue
		}
		w.effect(t, st, o, c.val)
		if discards && (ample || c.val.path == enough) || whole && o.read > unread {
			t.noteRead(drained)
		}
		w.setResults(t, st, o.results, c.val)
		w.fills(t, st, o, c.val)
		if len(o.results) == 0 { // what it returns may have nothing to do with the response
			out = append(out, w.values(t, st, fn)...)
			continue
		}
		out = append(out, t)
	}
	return out
}

// contradicted reports whether the call is known to return something else than in the outcome: by what it does to the response
// that comes in another way.
func (w *walk) contradicted(s *state, st site, o outcome) bool {
	call, ok := st.instr.(*ssa.Call)
	if !ok {
		return false
	}
	for _, r := range o.results {
		k := key{w.eng.id(call), int16(r.index)}
		if st.common.Signature().Results().Len() == 1 {
			k.idx = self
		}
		is := s.get(k).kind
		if r.path == "" && (is == isTrue || is == isFalse || is == isNil || is == nonNil) && complement(r.is).kind == is {
			return true
		}
	}
	return false
}

// roleOf returns the role by which the response comes in through argument i by the way c, which is adjusted to what a
// parameter that is an interface shows of it.
func (w *walk) roleOf(s *state, st site, i int, c *carry) role {
	if c.path != "" && i < len(st.common.Args) && types.IsInterface(st.common.Args[i].Type()) {
		*c = carry{val: w.seal(s, st.args[i], *c)}
	}
	r := role{param: i, whole: c.val.kind == response || c.val.kind == responseV, path: rolePath(*c)}
	if r.path == "" && i < len(st.common.Args) && pointsToVariable(st.common.Args[i].Type()) {
		r.path = pointee
	}
	return r
}

// pointsToVariable reports whether the type is that of the address of a variable for responses or bodies.
func pointsToVariable(t types.Type) bool {
	p, ok := t.Underlying().(*types.Pointer)
	return ok && (isResponse(p.Elem()) || types.IsInterface(p.Elem()))
}

// ample reports whether the call bounds what is read by so much that reading up to there and throwing it away counts as
// reading to the end.
func (w *walk) ample(st site, fn *ssa.Function) bool {
	obj, ok := fn.Object().(*types.Func)
	if !ok {
		return false
	}
	p, ok := nethttp.Bound(obj)
	if !ok || p >= len(st.args) || st.args[p].kind != constant {
		return false
	}
	n, err := strconv.ParseInt(st.args[p].path, 10, 64)
	return err == nil && n >= nethttp.DrainBound
}

// discards reports whether the call copies to io.Discard.
func (w *walk) discards(st site, fn *ssa.Function) bool {
	obj, ok := fn.Object().(*types.Func)
	if !ok || !nethttp.Copies(obj) || len(st.common.Args) == 0 {
		return false
	}
	load, ok := st.common.Args[0].(*ssa.UnOp)
	if !ok {
		return false
	}
	g, ok := load.X.(*ssa.Global)
	return ok && g.Name() == "Discard"
}

// widened is the outcome of a call whose bound is ample.
func widened(o outcome) outcome {
	o.results = slices.Clone(o.results)
	for i := range o.results {
		if o.results[i].is == (value{kind: reader, path: limited}) {
			o.results[i].is.path = enough
		}
	}
	return o
}

// rolePath is the path of a way to the response as roles spell it.
func rolePath(c carry) string {
	if c.val.kind == closeFn {
		return c.path + "()"
	}
	return c.path
}

// effect applies what an outcome says of the response that came in by val.
func (w *walk) effect(s *state, st site, o outcome, val value) {
	s.res.tested = s.res.tested || o.tested && (w.mixed || w.source == nil)
	if val.kind == wire {
		s.res.released = s.res.released || o.status != open
		return
	}
	if val.kind == reader {
		if o.read > unread || o.status == kept {
			s.noteRead(throughLimit(max(o.read, partly), val))
		}
		return
	}
	if val.kind == response && s.res.field.kind != body { // what it finds in the Body field is not this body
		if s.res.field.kind == reader && o.read > unread {
			s.noteRead(throughLimit(o.read, s.res.field))
		}
		return
	}
	s.noteRead(throughLimit(o.read, val))
	if o.code != "" && val.kind == response {
		codes := w.codes(s, o.code, st.args)
		s.learnCodes(codes)
		if code := one(codes); w.source == nil && w.role.whole && (strings.HasPrefix(code, "p") || bodiless(code)) { // it says so to its callers in its turn
			s.res.proved = code
		}
	}
	switch {
	case o.status == closed:
		s.noteCloser(val) // which the callee has called
		w.close(s, st.pos)
		if o.field.kind != unknown && val.kind == response {
			s.res.field = o.field
		}
	case o.status == kept:
		s.give()
		s.res.tended = s.res.tended || s.res.status == kept && w.withCloser(st.common)
	case o.field.kind != unknown && val.kind == response && s.res.status == open:
		s.replace(o.field, st.pos)
	}
}

// throughLimit is what reading to level means for the body behind val.
func throughLimit(l level, val value) level {
	if l == drained && (val.path == limited || val.path == enough) {
		return partly
	}
	return l
}

// objectType returns the type of the object that carries the response by the way c; nil if it is not known.
func (w *walk) objectType(v value, c carry) types.Type {
	switch of := w.eng.vals[v.id].(type) {
	case *ssa.Alloc:
		if v.kind == structure {
			return of.Type().Underlying().(*types.Pointer).Elem()
		}
		return of.Type()
	case *ssa.Call: // what it returned: of that a summary tells which field holds the response, or the function that closes the body
		if (c.val.kind == closeFn || c.val.kind == response) && v.path == "" {
			return w.closable(of.Call.Signature().Results())
		}
	}
	return nil
}

// closable returns the type among a call's results that has a method Close; nil if there is none, or more than one.
func (w *walk) closable(results *types.Tuple) types.Type {
	var found types.Type
	for v := range results.Variables() {
		if w.eng.methodOf(v.Type(), nil, "Close") == nil {
			continue
		}
		if found != nil {
			return nil
		}
		found = v.Type()
	}
	return found
}

// seal says what closing the object means for the body that it carries, where only its interface is passed on.
func (w *walk) seal(s *state, v value, c carry) value {
	if c.val.kind == reader || c.val.kind == wire {
		return c.val
	}
	t := w.objectType(v, c)
	if t == nil {
		return c.val
	}
	if isNamed(t, "io", "LimitedReader") {
		return value{kind: reader, path: limited}
	}
	fn := w.eng.methodOf(t, nil, "Close")
	if fn == nil {
		return value{kind: reader, path: unclosable}
	}
	outs, ok := w.eng.outcomes(fn, role{0, c.val.kind == response, rolePath(c)})
	if !ok {
		return value{kind: body}
	}
	closes, drains := false, true
	for _, o := range outs {
		closes, drains = closes || o.status != open, drains && (o.status == open || o.read == drained)
	}
	switch {
	case closes && drains:
		return value{kind: body, path: thorough}
	case closes:
		return value{kind: body}
	}
	return value{kind: reader}
}
