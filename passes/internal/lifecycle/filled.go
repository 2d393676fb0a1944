package lifecycle

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// fills puts the response that was given by val where the outcome says.
func (w *walk) fills(s *state, st site, o outcome, val value) {
	for _, f := range o.fills {
		c, of := w.place(s, st, f)
		switch {
		case of == nil && f.is.tracked():
			w.stash(s, passedOn(f.is, val))
		case of == nil:
		case f.is.kind == isNil || f.is.kind == isTrue || f.is.kind == isFalse:
			s.put(c, f.is)
		case !f.is.tracked():
			s.put(c, value{})
			s.mark(c)
		default:
			w.fill(s, c, of, passedOn(f.is, val))
		}
	}
}

// fill puts v into a part of what the value of points to.
func (w *walk) fill(s *state, c cell, of ssa.Value, v value) {
	if _, local := of.(*ssa.Alloc); !local {
		w.lodge(s, c, v)
	} else if !w.isLent(s, of, c.path, v) {
		w.stash(s, v)
	}
	s.put(c, v)
}

// place returns the cell that a called function has filled, and the local variable or the parameter that it belongs to; no
// value if it is of something else.
func (w *walk) place(s *state, st site, f fill) (cell, ssa.Value) {
	i := f.param
	if st.common.IsInvoke() && len(st.args) == len(st.common.Args) { // summaries count the receiver
		i--
	}
	if i < 0 || i >= len(st.args) {
		return cell{}, nil
	}
	v := st.args[i]
	if v.kind == nonNil && len(st.args) == len(st.common.Args) { // that it is not nil does not make it another object
		v = w.raw(s, st.common.Args[i])
	}
	switch of := w.eng.vals[v.id].(type) {
	case *ssa.Alloc:
		if v.kind == pointer && w.running(of.Parent()) {
			return cell{v.id, v.path + f.path}, of
		}
	case *ssa.Parameter:
		if (v.kind == pointer || v.kind == symbol) && of.Parent() == w.top {
			return cell{v.id, v.path + f.path}, of
		}
	}
	return cell{}, nil
}

// follows reports whether the path can go on with the response that the outcome of a call hands over: it is in a result, or in
// something that only this function and its callers have.
func (w *walk) follows(s *state, st site, o outcome) bool {
	if slices.ContainsFunc(o.results, func(r result) bool { return r.is.kind == response }) {
		return true
	}
	for _, f := range o.fills {
		if !f.is.tracked() {
			continue
		}
		c, of := w.place(s, st, f)
		if of == nil || strings.Contains(c.path, "[]") || !w.isLent(s, of, c.path, f.is) {
			return false
		}
	}
	return !w.eng.onlyPassesError(st.instr)
}

// put records what a called function has put into a part of an object, and so into what the part is in.
func (s *state) put(c cell, v value) {
	s.mem = slices.DeleteFunc(s.mem, func(e content) bool {
		return e.cell.id == c.id && e.cell.path != "" && e.cell.path != fresh && e.cell.path != c.path && within(c.path, e.cell.path)
	})
	s.store(c, v)
}

// nameFilled returns what the source calls the argument that the call puts its response into, or the callee if that is no name.
func (e *engine) nameFilled(c *ssa.CallCommon, call *ast.CallExpr) string {
	name, _, _ := nameOf(call, call, 0)
	outs, _ := e.opens(c)
	i := slices.IndexFunc(outs, outcome.fillsResponse)
	if i < 0 {
		return name
	}
	param := outs[i].fills[0].param
	arg := ast.Expr(nil)
	if sel, ok := call.Fun.(*ast.SelectorExpr); ok && (c.IsInvoke() || c.Signature().Recv() != nil) {
		if param--; param < 0 {
			arg = sel.X
		}
	}
	if param >= 0 && param < len(call.Args) {
		arg = call.Args[param]
	}
	if u, ok := arg.(*ast.UnaryExpr); ok {
		arg = u.X
	}
	switch arg.(type) {
	case *ast.Ident, *ast.SelectorExpr:
		return types.ExprString(arg)
	}
	return name
}

// fillsBehind returns how the call of an interface method puts responses into its arguments, or hands over a body; false if that is
// not known.
func (e *engine) fillsBehind(c *ssa.CallCommon) ([]outcome, bool) {
	if pkg := c.Method.Pkg(); pkg == nil || pkg != e.pass.Pkg {
		outs, ok := e.summaryOf(c.Method)[opening]
		return outs, ok
	}
	outs, ok := e.behindFills[c.Method]
	if !ok {
		before := e.assumed
		outs, _ = e.handsBehind(c.Value.Type(), c.Method)
		if e.assumed == before { // else what was assumed may change
			e.behindFills[c.Method] = outs
		}
	}
	return outs, len(outs) > 0
}

// allFill returns how the methods by which the package's types have the interface put responses into their arguments; false if
// one of them does not.
func (e *engine) allFill(iface types.Type, method *types.Func) ([]outcome, bool) {
	if !takesCarrier(method.Signature()) {
		return nil, false
	}
	var all []outcome
	for _, fn := range e.methods(iface, method) {
		outs, ok := e.outcomes(fn, opening)
		if !ok || !slices.ContainsFunc(outs, func(o outcome) bool { return o.status == open && o.fillsResponse() && !o.fails(fn.Signature) }) {
			return nil, false
		}
		for _, o := range outs {
			if slices.ContainsFunc(o.fills, func(f fill) bool { return f.param == 0 }) {
				return nil, false
			}
			if !o.fails(fn.Signature) {
				all = append(all, outcome{status: o.status, read: o.read, fills: o.fills})
			}
		}
	}
	return all, len(all) > 0
}

// takesCarrier reports whether a parameter points to a struct that a response can be put into.
func takesCarrier(sig *types.Signature) bool {
	for v := range sig.Params().Variables() {
		p, ok := v.Type().Underlying().(*types.Pointer)
		if ok && slices.ContainsFunc(rolesIn(p, 0, "", 0), func(r role) bool { return r.whole && r.path != "" }) {
			return true
		}
	}
	return false
}

// onlyPassesError reports whether all that is done with the call's error is to give it to a function that is not known to go by
// it: one that may expect the call to fail.
func (e *engine) onlyPassesError(call ssa.CallInstruction) bool {
	v := call.Value()
	if v == nil {
		return false
	}
	passes := false
	work := []ssa.Value{v}
	for len(work) > 0 {
		v := work[0]
		work = work[1:]
		for _, ref := range *v.Referrers() {
			switch ref := ref.(type) {
			case *ssa.Extract:
				if isError(ref.Type()) {
					work = append(work, ref)
				}
			case *ssa.ChangeInterface, *ssa.BinOp, *ssa.MakeInterface: // whether it is nil may be what is passed
				work = append(work, ref.(ssa.Value))
			case *ssa.DebugRef:
			case *ssa.Call:
				if !e.expects(ref.Common(), v) {
					return false
				}
				passes = true
			case *ssa.Store:
				if _, ok := ref.Addr.(*ssa.IndexAddr); !ok { // else it is in a list of arguments
					return false
				}
				passes = true
			default:
				return false
			}
		}
	}
	return passes
}

// expects reports whether the called function may expect the error v.
func (e *engine) expects(c *ssa.CallCommon, v ssa.Value) bool {
	fn := e.static(c)
	if isAssertion(c) || fn == nil {
		return !isAssertion(c)
	}
	outs, ok := e.outcomes(fn, role{param: valueRole})
	return !ok || common(outs, slices.Index(c.Args, v)) != isNil
}
