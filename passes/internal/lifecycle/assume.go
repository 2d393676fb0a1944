package lifecycle

import (
	"go/token"
	"go/types"
	"slices"
	"strings"

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
	switch v := cond.(type) {
	case *ssa.UnOp:
		if v.Op == token.NOT {
			return w.assume(s, v.X, !truth)
		}
	case *ssa.BinOp:
		return w.compare(s, v, truth)
	case *ssa.Call:
		return w.learnCall(s, v, truth)
	}
	return true
}

// compare refines by a comparison that came out as truth.
func (w *walk) compare(s *state, b *ssa.BinOp, truth bool) bool {
	if known := w.evaluate(s, b); known != unknown {
		return (known == isTrue) == truth
	}
	w.learnOrder(s, b, truth)
	if b.Op != token.EQL && b.Op != token.NEQ {
		return true
	}
	equal := (b.Op == token.EQL) == truth
	return w.refine(s, b.X, b.Y, equal) && w.refine(s, b.Y, b.X, equal)
}

// refine notes that x is, or is not, what y is.
func (w *walk) refine(s *state, x, y ssa.Value, equal bool) bool {
	xv, yv := w.raw(s, x), w.val(s, y)
	if w.eng.isEOF(y) && equal {
		w.atEnd(s, xv)
	}
	switch {
	case yv.kind == isNil && equal:
		return w.refineNil(s, x, xv, true)
	case yv.kind == isNil:
		return w.refineNil(s, x, xv, false)
	case yv.known() == nonNil && equal && nilable(x.Type()):
		return w.refineNil(s, x, xv, false)
	case xv.kind != symbol:
		return true
	case (yv.kind == isTrue || yv.kind == isFalse) && basicBool(x.Type()):
		return w.assume(s, x, (yv.kind == isTrue) == equal)
	case yv.kind == constant && equal:
		if w.isStatus(s, x) {
			s.learnStatus(yv.path)
			if w.source != nil && w.detail == fine && responseIndex(w.top.Signature) >= 0 {
				s.res.code = yv.path
			}
		}
		s.set(key{xv.id, fact}, yv)
	case yv.kind == constant && w.tellsOptions() && w.chosen(xv):
		return s.restrict(xv.id, other(yv))
	}
	return true
}

func basicBool(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsBoolean != 0
}

// learnStatus notes that the response's status is the code.
func (s *state) learnStatus(code string) {
	switch code {
	case "101": // the connection is for another protocol from here on: nothing to drain
		s.res.read = drained
	case "204", "304": // comes without a body
		s.res.empty = true
	}
}

// isStatus reports whether x is the response's status code.
func (w *walk) isStatus(s *state, x ssa.Value) bool {
	load, ok := x.(*ssa.UnOp)
	if !ok {
		return false
	}
	fa, ok := load.X.(*ssa.FieldAddr)
	return ok && w.val(s, fa.X).kind == response && fieldName(fa.X.Type(), fa.Field) == "StatusCode"
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
	case k == nonNil:
		return !null
	}
	is := value{kind: nonNil}
	if null {
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
	case xk == isNil && yk == nonNil, xk == nonNil && yk == isNil:
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

// learnCall refines by the bool that a call returned: what must have held of its arguments, and the end of the body.
func (w *walk) learnCall(s *state, call *ssa.Call, truth_ bool) bool {
	fn := call.Call.StaticCallee()
	if fn == nil {
		return true
	}
	if truth_ && w.eng.isErrorsIs(fn) && len(call.Call.Args) == 2 && w.eng.isEOF(call.Call.Args[1]) {
		w.atEnd(s, w.raw(s, call.Call.Args[0]))
	}
	outs, ok := w.eng.outcomes(fn, role{param: valueRole})
	if !ok {
		return true
	}
	feasible := outs[:0:0]
	for _, o := range outs {
		if w.mayMatch(s, o.when, &call.Call, w.operands(s, &call.Call)) && !contradicts(o, truth(truth_)) {
			feasible = append(feasible, o)
		}
	}
	if len(outs) > 0 && len(feasible) == 0 {
		return false
	}
	return w.acceptCommon(s, &call.Call, feasible)
}

// acceptCommon notes what all outcomes that are possible take for granted of the arguments being nil, or true.
func (w *walk) acceptCommon(s *state, c *ssa.CallCommon, feasible []outcome) bool {
	if len(feasible) == 1 {
		for _, when := range feasible[0].when {
			if when.is.kind == symbol && !w.equate(s, c, when) {
				return false
			}
		}
	}
	for i, arg := range c.Args {
		k := common(feasible, i)
		if k == isTrue || k == isFalse {
			if b := unboxed(arg); basicBool(b.Type()) && !w.assume(s, b, k == isTrue) {
				return false
			}
			continue
		}
		if k == unknown || !nilable(arg.Type()) {
			continue
		}
		if x := w.nilInside(s, arg); x != nil {
			arg = x
			if w.val(s, x).kind == isNil {
				continue
			}
		}
		if !w.refineNil(s, arg, w.raw(s, arg), k == isNil) {
			return false
		}
	}
	return true
}

// equate notes that two arguments of a call are equal, as the condition says.
func (w *walk) equate(s *state, c *ssa.CallCommon, when cond) bool {
	other := int(when.is.id)
	if when.path != "" || when.is.path != "" || max(when.param, other) >= len(c.Args) {
		return true
	}
	x, y := unboxed(c.Args[when.param]), unboxed(c.Args[other])
	if xv, yv := w.raw(s, x), w.val(s, y); xv.kind == symbol && yv.kind == symbol && xv != yv {
		s.set(key{xv.id, fact}, yv)
		return true
	}
	return w.refine(s, x, y, true) && w.refine(s, y, x, true)
}

// unboxed returns what an interface is made of, where that stands in the code.
func unboxed(v ssa.Value) ssa.Value {
	if box, ok := v.(*ssa.MakeInterface); ok {
		return box.X
	}
	return v
}

// nilInside returns what the interface v is made of, if that may be nil: a function that asks whether v is nil may do so by
// reflection, and mean that. Nil if v is no such interface.
func (w *walk) nilInside(s *state, v ssa.Value) ssa.Value {
	box, ok := v.(*ssa.MakeInterface)
	if !ok || !nilable(box.X.Type()) {
		return nil
	}
	if k := w.val(s, box.X).kind; k != symbol && k != isNil {
		return nil
	}
	return box.X
}

// contradicts reports whether the outcome's only result is something else than v.
func contradicts(o outcome, v value) bool {
	for _, r := range o.results {
		if r.index == 0 && r.path == "" && (r.is.kind == isTrue || r.is.kind == isFalse) {
			return r.is != v
		}
	}
	return false
}

// common returns what all outcomes take for granted of parameter i being nil, or true.
func common(outs []outcome, i int) kind {
	result := unknown
	for n, o := range outs {
		k := unknown
		for _, c := range o.when {
			if c.param != i || c.path != "" {
				continue
			}
			switch c.is.kind {
			case isNil, nonNil, isTrue, isFalse:
				k = c.is.kind
			}
		}
		if k == unknown || n > 0 && k != result {
			return unknown
		}
		result = k
	}
	return result
}

// mayMatch is matches where a nil inside an interface may be meant: by a function that returns, or says something, for nil only.
func (w *walk) mayMatch(s *state, when []cond, call *ssa.CallCommon, args []value) bool {
	inside := func(c cond) bool {
		return c.path == "" && c.param < len(call.Args) && w.nilInside(s, call.Args[c.param]) != nil
	}
	return w.matches(s, slices.DeleteFunc(slices.Clone(when), inside), args)
}

// matches reports whether the conditions can hold of the arguments.
func (w *walk) matches(s *state, when []cond, args []value) bool {
	for _, c := range when {
		if c.param >= len(args) {
			continue
		}
		if !compatible(w.part(s, args[c.param], c.path), c.is) {
			return false
		}
	}
	return true
}

// accept notes what an outcome takes for granted of the arguments, now that the path takes it.
func (w *walk) accept(s *state, st site, when []cond) bool {
	call, ok := st.instr.(*ssa.Call)
	for _, c := range when {
		switch {
		case c.path != "":
			if c.param < len(st.args) && !w.acceptPart(s, st.args[c.param], c) {
				return false
			}
			continue
		case !ok || c.param >= len(call.Call.Args):
			continue
		}
		arg := call.Call.Args[c.param]
		feasible := true
		switch c.is.kind {
		case symbol:
			feasible = w.equate(s, &call.Call, c)
		case isTrue, isFalse:
			feasible = w.assume(s, arg, c.is.kind == isTrue)
		case constant, differs:
			if v := w.raw(s, arg); v.kind == symbol && w.tellsOptions() && w.chosen(v) {
				feasible = s.restrict(v.id, c.is)
			}
		case isNil, nonNil:
			if nilable(arg.Type()) && w.raw(s, arg).kind == symbol {
				feasible = w.refineNil(s, arg, w.raw(s, arg), c.is.kind == isNil)
			}
		}
		if !feasible {
			return false
		}
	}
	return true
}

// part returns the part of what v is or points to.
func (w *walk) part(s *state, v value, path string) value {
	if path == "" {
		return v
	}
	if v.kind != pointer && v.kind != structure && v.kind != symbol {
		return value{}
	}
	if path == pointee {
		return w.pointee(s, v)
	}
	c := cell{v.id, v.path + path}
	if i, ok := s.findCell(c); ok {
		return s.resolve(s.mem[i].val)
	}
	for i := len(path) - 1; i > 0; i-- {
		if path[i] != '.' && path[i] != '[' {
			continue
		}
		if j, ok := s.findCell(cell{v.id, v.path + path[:i]}); ok { // it is behind a pointer
			return w.part(s, s.resolve(s.mem[j].val), path[i:])
		}
	}
	if s.load(cell{v.id, fresh}).kind != unknown && !strings.Contains(c.path, "[]") {
		return value{kind: isNil, path: "zero"}
	}
	if id := w.partID(v, path); id != 0 {
		return s.get(key{id, fact})
	}
	return value{}
}

// pointee returns what v points to.
func (w *walk) pointee(s *state, v value) value {
	if v.kind != pointer {
		return value{}
	}
	if i, ok := s.findCell(cell{v.id, v.path}); ok {
		return s.resolve(s.mem[i].val)
	}
	if v.path == "" && s.load(cell{v.id, fresh}).kind != unknown {
		return value{kind: isNil, path: "zero"}
	}
	return value{}
}

// compatible reports whether v may be what is says.
func compatible(v, is value) bool {
	if v.kind == isNil && v.path == "zero" {
		switch is.kind {
		case isTrue, nonNil:
			return false
		case constant:
			return is.path == "0" || is.path == `""`
		case differs:
			return !is.lists("0") && !is.lists(`""`)
		}
		return true
	}
	switch is.kind {
	case isNil, nonNil:
		k := v.known()
		return k == unknown || k == is.kind
	case isTrue, isFalse:
		return v.kind != isTrue && v.kind != isFalse || v.kind == is.kind
	case constant:
		return (v.kind != constant || v.path == is.path) && !(v.kind == differs && v.lists(is.path))
	case differs:
		return v.kind != constant || !is.lists(v.path)
	}
	return true
}
