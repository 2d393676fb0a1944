package lifecycle

import (
	consts "go/constant"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/kalint/kalint/passes/internal/nethttp"
)

// isSource reports whether the call is the one whose response the walk tracks.
func (w *walk) isSource(instr ssa.CallInstruction) bool { return w.source != nil && w.source == instr }

// again reaches the source a second time with what it handed over before still open: that is lost if nothing holds it. It
// reports whether the path is to follow the new response instead.
func (w *walk) again(s *state, instr *ssa.Call) bool {
	if !w.referenced(s) {
		if s.res.over.IsValid() {
			w.leak(s, Overwritten, s.res.over)
		} else {
			w.leak(s, Looped, instr.Pos())
		}
		return true
	}
	return false
}

// begin makes the source's call: from here on its response is tracked, on the paths on which the call succeeded.
func (w *walk) begin(s *state, st site) []*state {
	call := st.instr.(*ssa.Call)
	openings, ok := w.openings(s, st)
	w.found.single = w.found.single && (w.single(s, st) || ok && allSingle(openings))
	w.found.reached = w.found.reached || ok || w.eng.handedIn(st.common) >= 0
	if !ok {
		w.define(s, call, value{kind: symbol, id: w.eng.id(call)})
		return w.apply(s, st)
	}
	loops := w.eng.info(call.Parent()).loops // it may fail, or be another request, in a later turn
	hinges := slices.ContainsFunc(openings, func(o outcome) bool { return o.status == closed && w.hinges(s, st, o) })
	w.define(s, call, value{kind: symbol, id: w.eng.id(call)})
	s.leave(&st)
	// The arguments may carry function literals, which the call may run.
	var out []*state
	for _, o := range openings {
		taken := w.clone(s)
		errs := w.errorCells(taken, st)
		if !w.accept(taken, st, o.when) {
			w.drop(taken)
			continue
		}
		w.disturbAll(taken, st)
		for _, c := range errs {
			taken.store(c, value{kind: isNil})
		}
		for _, t := range w.literals(taken, st) {
			if w.deliver(t, st, o, hinges) {
				out = append(out, t)
			} else if loops {
				t.res = resource{}
				out = append(out, t)
			}
		}
	}
	w.disturbAll(s, st)
	if loops {
		w.shut(s)
		s.res = resource{}
		w.fail(s, st)
		out = append(out, s)
	}
	return out
}

// deliver gives the path the response of a call that succeeded; false if that is the answer to a HEAD request.
func (w *walk) deliver(s *state, st site, o outcome, hinges bool) bool {
	w.setErrors(s, st, value{kind: isNil})
	w.shut(s)
	codes := w.codes(s, o.code, st.args)
	s.res = resource{status: open, read: o.read, field: value{kind: body}, code: one(codes), codes: o.codes, behind: o.behind}
	s.learnCodes(codes)
	w.link(s, st)
	if o.status == closed {
		s.res.status, s.res.before = closed, true
	}
	s.res.hinges = hinges
	if w.eng.closedInChain(st.common, o.behind) {
		s.res.hinges, s.res.read = true, drained
	}
	s.trail = nil
	if o.head != nil && o.head.param < len(st.args) {
		m := w.requestPart(s, w.whichever(s, st, o.head.param, o.head.path), o.head.path)
		if made := w.constructed(s, st.common.Args[o.head.param], o.head.path); made.kind != unknown {
			m = made
		}
		if o.head.path == ".Method" {
			if again := w.resentMethod(s, st.common.Args[o.head.param]); again.kind != unknown {
				m = again
			}
		}
		if isHead(m) || w.alwaysHead(m) {
			return false
		}
		s.res.method = m
	}
	w.setResults(s, st, o.results, value{kind: response})
	w.fills(s, st, o, value{kind: response})
	w.setErrors(s, st, value{kind: isNil})
	if w.mixed && o.fillsResponse() { // its parts may tell it as well
		s.res.tested = true
	}
	return true
}

// allSingle reports whether the callee sees to it, whatever way it takes, that the connection is not kept.
func allSingle(openings []outcome) bool {
	return len(openings) > 0 && !slices.ContainsFunc(openings, func(o outcome) bool { return !o.single })
}

// single reports whether the request has Close set, or goes through a transport that keeps no connections.
func (w *walk) single(s *state, st site) bool {
	for i, a := range st.common.Args {
		v := st.args[i]
		switch t := a.Type(); {
		case isNamed(t, "net/http", "Request"):
			of := copied(a) // which closes the connection if the original does
			if w.setting(s, v, ".Close").kind == isTrue || asksToClose(of) || of != a && of.Referrers() != nil && slices.ContainsFunc(storesTo(of, "Close"), func(st *ssa.Store) bool { return isOn(st.Val) }) {
				return true
			}
		case isNamed(t, "net/http", "Client"):
			if w.setting(s, w.setting(s, v, ".Transport"), ".DisableKeepAlives").kind == isTrue {
				return true
			}
		case isNamed(t, "net/http", "Transport"):
			if w.setting(s, v, ".DisableKeepAlives").kind == isTrue {
				return true
			}
		}
	}
	return false
}

// copied returns the request that the value is a copy of, or else the value.
func copied(req ssa.Value) ssa.Value {
	for range maxDepth {
		of := copiedBy(req)
		if of == nil {
			break
		}
		req = of
	}
	return req
}

// copiedBy returns the request of which the value is a copy; nil if it is none.
func copiedBy(req ssa.Value) ssa.Value {
	call, ok := req.(*ssa.Call)
	if !ok {
		return nil
	}
	fn := call.Call.StaticCallee()
	if fn == nil {
		return nil
	}
	if obj, ok := fn.Object().(*types.Func); !ok || !nethttp.CopiesRequest(obj) {
		return nil
	}
	return call.Call.Args[0]
}

// asksToClose reports whether the function sets the request's header field Connection to anything but keep-alive: the
// connection is then not kept, or is for another protocol.
func asksToClose(req ssa.Value) bool {
	refs := req.Referrers()
	if refs == nil { // of constants nobody keeps book
		return false
	}
	for _, ref := range *refs {
		fa, ok := ref.(*ssa.FieldAddr)
		if !ok || fieldName(fa.X.Type(), fa.Field) != "Header" {
			continue
		}
		for _, use := range *fa.Referrers() {
			if load, ok := use.(*ssa.UnOp); ok && slices.ContainsFunc(*load.Referrers(), endsConnection) {
				return true
			}
		}
	}
	return false
}

// endsConnection reports whether the instruction sets that field of the header that it is called on.
func endsConnection(instr ssa.Instruction) bool {
	call, ok := instr.(*ssa.Call)
	if !ok || len(call.Call.Args) != 3 || call.Call.StaticCallee() == nil {
		return false
	}
	obj, ok := call.Call.StaticCallee().Object().(*types.Func)
	field, ok1 := call.Call.Args[1].(*ssa.Const)
	val, ok2 := call.Call.Args[2].(*ssa.Const)
	return ok && ok1 && ok2 && nethttp.EndsConnection(obj, text(field), text(val))
}

// text is the value of a constant that is a string, or "".
func text(c *ssa.Const) string {
	if c.Value == nil || c.Value.Kind() != consts.String {
		return ""
	}
	return consts.StringVal(c.Value)
}

// setting returns what the function itself has put into a field of v.
func (w *walk) setting(s *state, v value, field string) value {
	switch v.kind {
	case pointer, structure, symbol:
		return s.resolve(s.load(cell{v.id, v.path + field}))
	}
	return value{}
}

// fail makes the call return an error and no response.
func (w *walk) fail(s *state, st site) {
	results := st.common.Signature().Results()
	for i := range results.Len() {
		if isResponse(results.At(i).Type()) {
			w.setResult(s, st, i, value{kind: isNil})
		}
	}
	w.setErrors(s, st, value{kind: nonNil})
}

// openings returns the ways in which the call hands over an open response here, with those in which it is closed instead if
// the function's callers know which it is; false if it may hand over none.
func (w *walk) openings(s *state, st site) ([]outcome, bool) {
	outs, known := w.eng.opens(st.common)
	if fn := w.literalOf(st.fn); fn != nil {
		outs, known = w.eng.outcomes(fn, opening)
	}
	if !known {
		o := outcome{status: open, results: []result{{index: responseIndex(st.common.Signature()), is: value{kind: response}}}}
		if p := requestParam(st.common); p >= 0 {
			o.head = &cond{param: p, path: ".Method"}
		}
		o.behind = behindMethod(st.common)
		return []outcome{o}, true
	}
	var openings, closings []outcome
	for _, o := range outs {
		switch {
		case !opensIn(o, st.common.Signature()) || !w.matches(s, o.when, st.args) || !w.follows(s, st, o):
		case o.status == closed:
			closings = append(closings, o)
			w.found.read = w.found.read || o.read > unread
		default:
			openings = append(openings, o)
		}
	}
	if len(closings) > 0 { // one that somebody else was given on the way may be closed as well
		openings = slices.DeleteFunc(openings, func(o outcome) bool { return o.status == kept })
	}
	told := w.told(s, st, openings, closings)
	undecided := func(c outcome) bool {
		return w.hinges(s, st, c) && slices.ContainsFunc(openings, c.excludes) && !slices.ContainsFunc(told, c.same)
	}
	if len(openings) > 0 && slices.ContainsFunc(closings, undecided) { // the function around may know the arguments
		w.found.outer = w.found.outer || w.top.Parent() != nil
		return nil, false
	}
	w.mixed = w.mixed || len(openings) > 0 && len(closings) > len(told)
	return append(openings, told...), len(openings) > 0
}

// opensIn reports whether the outcome hands over a response, or its body, in a call of that signature.
func opensIn(o outcome, sig *types.Signature) bool {
	return o.fillsResponse() || slices.ContainsFunc(o.results, func(r result) bool { return r.hands(sig) })
}

// hands reports whether the result is an open response or body in a call of that signature: a generic function's summary speaks of a
// type parameter, which stands for many types.
func (r result) hands(sig *types.Signature) bool {
	t := sig.Results().At(r.index).Type()
	switch r.is.kind {
	case response:
		return r.path != "" || isResponse(t) || isAny(t)
	case body:
		return r.path != "" || mayBeBody(t)
	}
	return false
}

// responseIndex returns the index of the first result that is a *http.Response, or -1.
func responseIndex(sig *types.Signature) int {
	for i := range sig.Results().Len() {
		if isResponse(sig.Results().At(i).Type()) {
			return i
		}
	}
	return -1
}

// requestParam returns the index of the argument that is a *http.Request, or -1.
func requestParam(c *ssa.CallCommon) int {
	for i, a := range c.Args {
		if isNamed(a.Type(), "net/http", "Request") {
			return i
		}
	}
	return -1
}

// requestPart returns the part of an argument that is the request's method: a constant, or a symbol with the path from
// there for the caller to resolve.
func (w *walk) requestPart(s *state, v value, path string) value {
	if v.kind == symbol {
		if path == "" {
			return v
		}
		if set := s.resolve(s.load(cell{v.id, path})); set.kind == constant {
			return set
		}
		return value{kind: symbol, id: v.id, path: path}
	}
	m := w.part(s, v, path)
	if m.kind == differs {
		m = s.load(cell{v.id, v.path + path})
	}
	if m.kind == unknown && v.kind == pointer {
		if _, ok := w.eng.vals[v.id].(*ssa.Parameter); ok {
			return value{kind: symbol, id: v.id, path: v.path + path}
		}
	}
	return m
}

// whichever returns what an argument is: where no more is known of it than what it is not, by its name.
func (w *walk) whichever(s *state, st site, i int, path string) value {
	v := st.args[i]
	if v.kind == differs && path == "" && i < len(st.common.Args) {
		if of := w.raw(s, st.common.Args[i]); of.kind == symbol {
			return of
		}
	}
	return v
}

// alwaysHead reports whether the method is a parameter for which every call gives HEAD.
func (w *walk) alwaysHead(method value) bool {
	if method.kind != symbol {
		return false
	}
	i, path, ok := w.param(method)
	return ok && (path == "" || path == pointee) && w.eng.alwaysGiven(w.top.Params[i], methodHead)
}

// methodHead is the constant that says of a request that it asks for no body.
const methodHead = `"HEAD"`

func isHead(v value) bool { return v.kind == constant && v.path == methodHead }
