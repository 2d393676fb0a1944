package lifecycle

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// assume takes the branch on which the condition is truth. It reports false if what the path knows rules that out.
func (w *walk) assume(s *state, cond ssa.Value, truth_ bool) bool {
	want := truth(truth_)
	switch v := w.val(s, cond); v.kind {
	case isTrue, isFalse:
		return v == want
	case readMore:
		if !truth_ && v.path == "" {
			s.noteRead(drained)
		}
		return true
	}
	r := w.raw(s, cond)
	if r.kind != symbol {
		return true
	}
	if w.rulesOut(s, r, want) || !w.learn(s, w.eng.vals[r.id], truth_) {
		return false
	}
	s.set(key{r.id, fact}, want)
	return true
}

// learn refines what the path knows by the outcome of the instruction that computed a condition.
func (w *walk) learn(s *state, cond ssa.Value, truth bool) bool {
	s.res.tested = s.res.tested || (w.mixed || w.source == nil) && w.ofStatus(s, cond)
	s.res.buffered = s.res.buffered || w.inReader() && w.ofObject(cond, false)
	if w.closedBefore(s, cond, truth) {
		return false
	}
	switch v := cond.(type) {
	case *ssa.UnOp:
		if v.Op == token.NOT {
			return w.assume(s, v.X, !truth)
		}
	case *ssa.BinOp:
		return w.compare(s, v, truth)
	case *ssa.Call:
		return w.learnCall(s, v, truth)
	case *ssa.Extract:
		if assert, ok := v.Tuple.(*ssa.TypeAssert); ok && v.Index == 1 && truth { // nil has no type
			return w.refineNil(s, assert.X, w.raw(s, assert.X), false)
		}
	}
	return true
}

// compare refines by a comparison that came out as truth.
func (w *walk) compare(s *state, b *ssa.BinOp, truth bool) bool {
	if known := w.evaluate(s, b); known != unknown {
		return (known == isTrue) == truth
	}
	if list := filledList(b, truth); list != nil && !w.refineNil(s, list, w.raw(s, list), false) {
		return false
	}
	if !w.learnNumber(s, b, truth) || !w.narrow(s, b, truth) {
		return false
	}
	w.learnOrder(s, b, truth)
	if b.Op != token.EQL && b.Op != token.NEQ {
		return w.bound(s, b, truth)
	}
	equal := (b.Op == token.EQL) == truth
	if !equal && failsTest(b, truth) {
		w.expectStatus(s, b.X, b.Y)
		w.expectStatus(s, b.Y, b.X)
	}
	return w.refine(s, b.X, b.Y, equal) && w.refine(s, b.Y, b.X, equal)
}

// refine notes that x is, or is not, what y is.
func (w *walk) refine(s *state, x, y ssa.Value, equal bool) bool {
	xv, yv := w.raw(s, x), w.val(s, y)
	if w.eng.isEOF(y) && equal {
		w.atEnd(s, xv)
	}
	if equal && s.resolve(xv).kind == body && isNoBody(unboxed(y)) {
		w.findsEmpty(s)
	}
	switch {
	case yv.kind == isNil && equal:
		return w.refineNil(s, x, xv, true)
	case yv.kind == isNil:
		return w.refineNil(s, x, xv, false)
	case (yv.known() == nonNil || w.eng.isSentinel(y)) && equal && nilable(x.Type()):
		return w.refineNil(s, x, xv, false)
	case xv.kind != symbol:
		return true
	case equal && w.source == nil && w.role.whole && w.isStatus(s, x) && w.proves(s, y, yv):
	case equal && w.source != nil && yv.kind == symbol && w.isStatus(s, x):
		w.findsStatus(s, w.statusParam(s, y))
	case (yv.kind == isTrue || yv.kind == isFalse) && basicBool(x.Type()):
		return w.assume(s, x, (yv.kind == isTrue) == equal)
	case yv.kind == constant && equal:
		if w.isStatus(s, x) {
			s.learnStatus(yv.path)
			s.res.empty = s.res.empty || yv.path == switching && w.source != nil && readsRaw(w.source.Common()) // what comes next is not its body
			if w.source != nil {
				w.findsStatus(s, yv.path)
			}
		}
		if yv.path == "0" && w.isOfResponse(s, x, "ContentLength") || isHead(yv) && w.isMethod(s, x) {
			w.findsEmpty(s)
		}
		s.set(key{xv.id, fact}, yv)
		w.noteMethod(s, x, yv)
	case yv.kind == constant && w.tellsOptions() && w.chosen(xv):
		return s.restrict(xv.id, other(yv))
	}
	return true
}

// noteMethod notes that a request's method, where x is that, is HEAD. What else it may be makes no difference, and that a caller has
// given it would be forgotten.
func (w *walk) noteMethod(s *state, x ssa.Value, is value) {
	load, ok := x.(*ssa.UnOp)
	if !ok || !isHead(is) {
		return
	}
	fa, ok := load.X.(*ssa.FieldAddr)
	if !ok || !isRequest(fa.X.Type()) || fieldName(fa.X.Type(), fa.Field) != "Method" {
		return
	}
	if at := w.val(s, fa); at.kind == pointer {
		s.store(cell{at.id, at.path}, is)
	}
}

// findsEmpty notes that the response comes without a body: for callers that have it, as if its status said so.
func (w *walk) findsEmpty(s *state) {
	s.res.empty = true
	if w.source == nil && w.role.whole {
		s.res.proved = "204"
	}
}

// findsStatus notes, for callers that get the response, that its status is the code.
func (w *walk) findsStatus(s *state, code string) {
	if code != "" && w.detail == fine && responseIndex(w.top.Signature) >= 0 {
		s.res.code = code
	}
}

// proves notes that the status is the value, if that is one that callers may want to know of: what they give themselves, or the
// code of a response that has no body.
func (w *walk) proves(s *state, y ssa.Value, v value) bool {
	switch v.kind {
	case symbol:
		if p := w.statusParam(s, y); p != "" {
			s.res.proved = p
			return true
		}
	case constant:
		if bodiless(v.path) {
			s.res.proved = v.path
			s.learnStatus(v.path)
			return true
		}
	}
	return false
}

// switching is the status of an answer after which the connection is for another protocol.
const switching = "101"

// bodiless reports whether a response with the status has no body of its own.
func bodiless(code string) bool { return code == switching || comesEmpty(code) }

// comesEmpty reports whether a response with the status comes without a body.
func comesEmpty(code string) bool { return code == "204" || code == "304" }

func basicBool(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsBoolean != 0
}

// learnStatus notes that the response's status is the code.
func (s *state) learnStatus(code string) {
	switch {
	case code == switching: // the connection is for another protocol from here on: nothing to drain
		s.res.read = drained
	case comesEmpty(code):
		s.res.empty = true
	}
}

// isStatus reports whether x is the response's status code.
func (w *walk) isStatus(s *state, x ssa.Value) bool { return w.isOfResponse(s, x, "StatusCode") }

// isOfResponse reports whether x is that field of the response.
func (w *walk) isOfResponse(s *state, x ssa.Value, field string) bool {
	load, ok := x.(*ssa.UnOp)
	if !ok {
		return false
	}
	fa, ok := load.X.(*ssa.FieldAddr)
	return ok && w.val(s, fa.X).kind == response && fieldName(fa.X.Type(), fa.Field) == field
}

// isMethod reports whether x is the method of the request that the response answers.
func (w *walk) isMethod(s *state, x ssa.Value) bool {
	load, ok := x.(*ssa.UnOp)
	if !ok {
		return false
	}
	fa, ok := load.X.(*ssa.FieldAddr)
	return ok && isRequest(fa.X.Type()) && fieldName(fa.X.Type(), fa.Field) == "Method" && w.isOfResponse(s, fa.X, "Request")
}

// ofStatus reports whether a condition is computed from the response's status code.
func (w *walk) ofStatus(s *state, cond ssa.Value) bool {
	switch v := cond.(type) {
	case *ssa.BinOp:
		return w.ofStatus(s, v.X) || w.ofStatus(s, v.Y)
	case *ssa.Convert:
		return w.ofStatus(s, v.X)
	case *ssa.Call:
		return slices.ContainsFunc(v.Call.Args, func(a ssa.Value) bool { return w.ofStatus(s, a) })
	}
	return w.isStatus(s, cond)
}

// refineNil notes that x is nil, or that it is not.
func (w *walk) refineNil(s *state, x ssa.Value, v value, null bool) bool {
	switch k := s.resolve(v).known(); {
	case k == isNil:
		return null
	case k == nonNil, v.isBasic():
		return !null
	}
	is := value{kind: nonNil}
	if null {
		if w.isNeverNil(v) {
			return false
		}
		is = value{kind: isNil}
	}
	switch v.kind {
	case symbol:
		s.set(key{v.id, fact}, is)
		w.pair(s, v, null)
	case readErr:
		if !null {
			if v.path == raw || v.path == whole {
				s.noteRead(drained)
				s.res.broken = s.res.broken || v.path == whole
			}
			is = value{kind: readErr, path: v.path + failed}
		}
		w.assign(s, x, is)
	}
	return true
}

// isNeverNil reports whether v is a parameter for which no call gives nil. What a role's callers give is told apart by themselves.
func (w *walk) isNeverNil(v value) bool {
	if v.kind != symbol || w.source == nil {
		return false
	}
	p, ok := w.eng.vals[v.id].(*ssa.Parameter)
	return ok && w.eng.neverNil(p)
}

// assign replaces what is known of x, without giving it a new identity.
func (w *walk) assign(s *state, x ssa.Value, v value) {
	if _, ok := x.(*ssa.Const); !ok {
		s.set(key{w.eng.canon(x).canID, self}, v)
	}
}

// atEnd notes that an error of reading the body turned out to be io.EOF.
func (w *walk) atEnd(s *state, err value) {
	if err.kind == readErr {
		s.noteRead(drained)
	}
}

// evaluate computes a comparison where both sides are known.
func (w *walk) evaluate(s *state, b *ssa.BinOp) kind {
	x, y := w.val(s, b.X), w.val(s, b.Y)
	result := unknown
	if x.kind == past || y.kind == past {
		return w.comparePast(s, b, x, y)
	}
	switch b.Op {
	case token.EQL, token.NEQ:
		result = w.equal(s, b, x, y)
		if b.Op == token.NEQ {
			switch result {
			case isTrue:
				result = isFalse
			case isFalse:
				result = isTrue
			}
		}
	case token.LSS, token.LEQ, token.GTR, token.GEQ:
		result = ordered(b.Op, x, y)
	}
	return result
}

// equal compares two values for equality.
func (w *walk) equal(s *state, b *ssa.BinOp, x, y value) kind {
	xk, yk := x.known(), y.known()
	switch {
	case x.kind == symbol && x == y, xk == isNil && yk == isNil:
		return isTrue
	case xk == isNil && yk == nonNil, xk == nonNil && yk == isNil, x.isBasic() && y == (value{kind: isNil}), y.isBasic() && x == (value{kind: isNil}),
		x.kind == body && !y.tracked() && isOtherType(b.Y), y.kind == body && !x.tracked() && isOtherType(b.X):
		return isFalse
	case x.kind == constant && y.kind == constant,
		(x.kind == isTrue || x.kind == isFalse) && (y.kind == isTrue || y.kind == isFalse):
		return truth(x == y).kind
	case x.kind == differs && y.kind == constant && !compatible(x, y), y.kind == differs && x.kind == constant && !compatible(y, x):
		return isFalse
	case x.kind != constant || y.kind != constant:
		if ordered(token.GTR, x, y) == isTrue || ordered(token.LSS, x, y) == isTrue {
			return isFalse
		}
	}
	return unknown
}

// isOtherType reports whether v is an interface that is made of something of a type that no body has.
func isOtherType(v ssa.Value) bool {
	box, ok := v.(*ssa.MakeInterface)
	return ok && !types.IsInterface(box.X.Type()) && !isNoBody(box.X)
}

// isNoBody reports whether v is http.NoBody.
func isNoBody(v ssa.Value) bool {
	load, ok := v.(*ssa.UnOp)
	if !ok {
		return false
	}
	g, ok := load.X.(*ssa.Global)
	return ok && g.Name() == "NoBody" && g.Pkg != nil && g.Pkg.Pkg.Path() == "net/http"
}
