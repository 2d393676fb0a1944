package lifecycle

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/kalint/kalint/passes/internal/nethttp"
)

// assertStatus notes the status of a response where a call that nobody asks for its result says whether two things are equal:
// if they are not, a test has failed.
func (w *walk) assertStatus(s *state, st site, outs []outcome) {
	call, ok := st.instr.(*ssa.Call)
	if !ok || len(*call.Referrers()) > 0 {
		return
	}
	for _, o := range outs {
		for _, c := range o.when {
			other := int(c.is.id)
			if c.is.kind != symbol || c.path != "" || c.is.path != "" || max(c.param, other) >= len(call.Call.Args) {
				continue
			}
			x, y := unboxed(call.Call.Args[c.param]), unboxed(call.Call.Args[other])
			if w.isStatus(s, y) {
				x, y = y, x
			}
			if code := w.val(s, y); code.kind == constant && w.isStatus(s, x) {
				s.learnStatus(code.path)
			}
		}
	}
}

// expectStatus notes y as the status of a response, if x is that: it is not, but a test has failed for that.
func (w *walk) expectStatus(s *state, x, y ssa.Value) {
	if !w.isStatus(s, x) {
		return
	}
	switch is := w.val(s, y); {
	case w.source == nil:
		if w.role.whole {
			w.proves(s, y, is)
		}
	case is.kind == constant:
		s.learnStatus(is.path)
	}
}

// failsTest reports whether the branch that is taken where the condition comes out as truth begins with a call that has a test fail.
func failsTest(cond ssa.Value, truth bool) bool {
	for _, ref := range *cond.Referrers() {
		branch, ok := ref.(*ssa.If)
		if !ok {
			continue
		}
		to := branch.Block().Succs[1]
		if truth {
			to = branch.Block().Succs[0]
		}
		if slices.ContainsFunc(to.Instrs, isTestFailure) {
			return true
		}
	}
	return false
}

func isTestFailure(instr ssa.Instruction) bool {
	call, ok := instr.(*ssa.Call)
	if !ok {
		return false
	}
	if call.Call.IsInvoke() {
		return nethttp.FailsTest(call.Call.Method)
	}
	obj := callee(&call.Call)
	return obj != nil && nethttp.FailsTest(obj)
}

// typeAssert interprets v.(T); false if it panics.
func (w *walk) typeAssert(s *state, v *ssa.TypeAssert) bool {
	x := w.raw(s, v.X)
	known := s.resolve(x)
	ok := w.asserts(s, known, v)
	told := uint32(0)
	if ok == unknown {
		told, ok = w.askType(s, x, v.AssertedType)
	}
	if !v.CommaOk {
		if ok == isFalse {
			return false
		}
		w.define(s, v, x)
		if known.kind == symbol {
			s.set(key{known.id, fact}, value{kind: nonNil})
			w.define(s, v, value{kind: symbol, id: w.eng.id(v)})
		}
		return true
	}
	w.define(s, v, value{kind: symbol, id: w.eng.id(v)})
	id := w.eng.id(v)
	switch ok {
	case isFalse:
		s.set(key{id, 0}, value{kind: isNil})
		s.set(key{id, 1}, truth(false))
	case isTrue:
		s.set(key{id, 0}, x)
		s.set(key{id, 1}, truth(true))
	default:
		if known.kind != symbol {
			s.set(key{id, 0}, known)
		}
		if told != 0 {
			s.set(key{id, 1}, value{kind: symbol, id: told})
		}
	}
	return true
}

// asserts says whether a value has the type that is asserted.
func (w *walk) asserts(s *state, v value, assert *ssa.TypeAssert) kind {
	switch v.kind {
	case isNil:
		return isFalse
	case response:
		if w.eng.responseType == nil {
			return unseen(assert.AssertedType)
		}
	case body:
		if i, ok := assert.AssertedType.Underlying().(*types.Interface); ok && isReadCloser(i) {
			return isTrue
		}
		if !types.IsInterface(assert.AssertedType) {
			return isFalse // the transport's own types have no names that others could assert to
		}
	}
	dynamic := w.dynamicType(v)
	if dynamic == nil {
		return unknown
	}
	if i, ok := assert.AssertedType.Underlying().(*types.Interface); ok {
		return truth(types.Implements(dynamic, i)).kind
	}
	return truth(types.Identical(dynamic, assert.AssertedType)).kind
}

// unseen says whether a response has the type, which is of a package that cannot see net/http.
func unseen(t types.Type) kind {
	i, ok := t.Underlying().(*types.Interface)
	if !ok {
		return isFalse
	}
	result := isTrue
	for m := range i.Methods() {
		if !nethttp.IsResponseMethod(m.Name()) {
			return isFalse
		}
		result = unknown
	}
	return result
}
