package lifecycle

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// setErrors gives the call's error results a value.
func (w *walk) setErrors(s *state, st site, v value) {
	results := st.common.Signature().Results()
	for i := range results.Len() {
		if isError(results.At(i).Type()) {
			w.setResult(s, st, i, v)
		}
	}
}

// errorCells lists the error variables of the function that the call is given the addresses of, instead of returning an error, and
// which are nil: they stay that if the call succeeds.
func (w *walk) errorCells(s *state, st site) []cell {
	results := st.common.Signature().Results()
	for i := range results.Len() {
		if isError(results.At(i).Type()) {
			return nil
		}
	}
	var cells []cell
	for i, a := range st.common.Args {
		p, ok := a.Type().Underlying().(*types.Pointer)
		if !ok || !isError(p.Elem()) || st.args[i].kind != pointer {
			continue
		}
		c := cell{st.args[i].id, st.args[i].path}
		if known := s.resolve(s.load(c)); known.kind == isNil || known.kind == unknown && s.load(cell{c.id, fresh}).kind != unknown {
			cells = append(cells, c)
		}
	}
	return cells
}

// setResult gives result i of the call a value.
func (w *walk) setResult(s *state, st site, i int, v value) {
	call, ok := st.instr.(*ssa.Call)
	if !ok || v.kind == unknown {
		return
	}
	if st.common.Signature().Results().Len() > 1 {
		s.set(key{w.eng.id(call), int16(i)}, v)
	} else {
		w.define(s, call, v)
	}
}

// resultOf returns what is known of result i of the call.
func (w *walk) resultOf(s *state, st site, i int) value {
	call, ok := st.instr.(*ssa.Call)
	if !ok {
		return value{}
	}
	if st.common.Signature().Results().Len() > 1 {
		return s.get(key{w.eng.id(call), int16(i)})
	}
	return w.val(s, call)
}

// setResults defines the call's results as an outcome describes them.
func (w *walk) setResults(s *state, st site, results []result, val value) {
	for _, r := range results {
		v := r.is
		if v.kind == nonNil && r.path == "" && hasParts(results, r.index) { // which object it is says that as well
			continue
		}
		switch {
		case v.kind == symbol:
			if int(v.id) >= len(st.args) {
				continue
			}
			v = w.part(s, w.whichever(s, st, int(v.id), v.path), v.path)
			if v == zeroPart {
				v = zeroValue(st.common.Signature().Results().At(r.index).Type())
			}
		default:
			v = passedOn(v, val)
			if v.kind == reader && r.path == "" && w.resultOf(s, st, r.index).kind == body { // by another way it comes in, it is what closes it
				continue
			}
		}
		if r.path != "" {
			id := w.eng.resultID(st.instr, r.index)
			s.store(cell{id, r.path}, v)
			v = value{kind: pointer, id: id}
			if _, ok := st.common.Signature().Results().At(r.index).Type().Underlying().(*types.Struct); ok {
				v.kind = structure
			}
		}
		w.setResult(s, st, r.index, v)
	}
}

// passedOn is what comes out as v where val went in.
func passedOn(v, val value) value {
	switch {
	case val.kind == wire && v.tracked():
		return val
	case v.kind == body && val.kind == reader:
		return val
	case v.kind == closeFn && val.kind == reader: // it closes what does not close the body
		return value{kind: nonNil}
	case (v.kind == reader || v.kind == readMore) && (val.path == limited || val.path == enough):
		v.path = val.path
	case v.kind == readErr && val.path != "":
		v.path = ""
	}
	return v
}

// hasParts reports whether something is said of a part of the result.
func hasParts(results []result, index int) bool {
	return slices.ContainsFunc(results, func(r result) bool { return r.index == index && r.path != "" })
}

// values applies what fn returns for arguments that have nothing to do with the response.
func (w *walk) values(s *state, st site, fn *ssa.Function) []*state {
	outs, ok := w.eng.outcomes(fn, role{param: valueRole})
	if !ok {
		return s.only()
	}
	feasible := those(outs, func(o *outcome) bool { return w.mayMatch(s, o.when, st.common, st.args) })
	if len(feasible) == 0 {
		return nil // it does not return for these arguments
	}
	w.assertStatus(s, st, feasible)
	if !w.acceptCommon(s, st.common, feasible) {
		return nil
	}
	if len(feasible) == 1 {
		w.setResults(s, st, feasible[0].results, value{})
		return s.only()
	}
	if len(feasible) <= maxMethods && undisputed(feasible) == nil && namesMethod(feasible) {
		return w.choose(s, st, feasible)
	}
	for _, r := range feasible[0].results {
		agreed := r.is.kind != symbol && r.path == ""
		for _, o := range feasible[1:] {
			agreed = agreed && slices.Contains(o.results, r)
		}
		if agreed {
			w.setResults(s, st, []result{r}, value{})
		}
	}
	for _, r := range undisputed(feasible) {
		w.setResults(s, st, []result{r}, value{})
	}
	return s.only()
}

// those returns the outcomes that is holds of: the list itself if these are all.
func those(outs []outcome, is func(*outcome) bool) []outcome {
	n := 0
	for n < len(outs) && is(&outs[n]) {
		n++
	}
	if n == len(outs) {
		return outs
	}
	some := slices.Clone(outs[:n])
	for n++; n < len(outs); n++ {
		if is(&outs[n]) {
			some = append(some, outs[n])
		}
	}
	return some
}

// maxMethods bounds the ways to make a request that are told apart.
const maxMethods = 4

// choose goes on with each of the outcomes by itself.
func (w *walk) choose(s *state, st site, outs []outcome) []*state {
	var chosen []*state
	for _, o := range outs {
		t := w.clone(s)
		if !w.accept(t, st, o.when) {
			w.drop(t)
			continue
		}
		w.setResults(t, st, o.results, value{})
		chosen = append(chosen, t)
	}
	w.drop(s)
	return chosen
}

// namesMethod reports whether an outcome says what the method of a request is, or is to be.
func namesMethod(outs []outcome) bool {
	return slices.ContainsFunc(outs, func(o outcome) bool {
		return slices.ContainsFunc(o.results, func(r result) bool { return r.path == ".Method" || isHead(r.is) })
	})
}

// returnsRequest reports whether a result of the function is a request.
func returnsRequest(fn *ssa.Function) bool {
	for v := range fn.Signature.Results().Variables() {
		if isRequest(v.Type()) {
			return true
		}
	}
	return false
}

// namesHead reports whether the function returns HEAD somewhere, as the method of a request to be.
func namesHead(fn *ssa.Function) bool {
	for _, b := range fn.Blocks {
		if ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return); ok && slices.ContainsFunc(ret.Results, isHeadConst) {
			return true
		}
	}
	return false
}

// isHeadConst reports whether v is the constant HEAD.
func isHeadConst(v ssa.Value) bool {
	c, ok := v.(*ssa.Const)
	return ok && c.Value != nil && isHead(value{kind: constant, path: c.Value.ExactString()})
}

// undisputed returns what some outcome says of a part of a result and no other one contradicts: of a request's method,
// which is of interest only where there is a request.
func undisputed(outs []outcome) []result {
	var found []result
	for _, o := range outs {
		for _, r := range o.results {
			if r.path != ".Method" {
				continue
			}
			i := slices.IndexFunc(found, func(f result) bool { return f.index == r.index })
			if i < 0 {
				found = append(found, r)
			} else if found[i] != r {
				return nil
			}
		}
	}
	return found
}
