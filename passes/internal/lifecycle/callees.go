package lifecycle

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/kalint/kalint/passes/internal/closures"
	"github.com/kalint/kalint/passes/internal/nethttp"
	"github.com/kalint/kalint/passes/internal/partial"
)

// opens returns how the call may hand its caller a response; false if its callee is not known.
func (e *engine) opens(c *ssa.CallCommon) ([]outcome, bool) {
	if e.inMemory(c) || responseIndex(c.Signature()) >= 0 && e.madeUp(c) {
		return memory(c), true
	}
	fn := e.static(c)
	if rt := e.roundTripper(c); rt != nil && responseIndex(c.Signature()) >= 0 {
		outs, ok := e.outcomes(rt, opening)
		if ok && !slices.ContainsFunc(outs, func(o outcome) bool { return o.status != closed }) {
			return memory(c), true
		}
	}
	if fn == nil {
		if transforms(c.Signature()) {
			return nil, true
		}
		if c.IsInvoke() {
			if opensWebsocket(c.Signature()) {
				return nil, true
			}
			if text, ok := nethttp.Summary(c.Method); ok {
				s, err := parseSummary(text)
				outs, ok := s[opening]
				return outs, ok && err == nil
			}
			return e.opensBehind(c)
		}
		if responseIndex(c.Signature()) < 0 {
			return nil, false
		}
		if made, ok := e.origin(c.Value, nil).v.(*ssa.MakeClosure); playedBack(c.Value) || ok && e.answersItself(made.Fn.(*ssa.Function)) {
			return memory(c), true
		}
		return e.openedBy(c.Value)
	}
	if obj, ok := fn.Object().(*types.Func); ok && nethttp.GivesBack(obj) || e.closesSupplied(c) {
		return nil, true
	}
	if obj, ok := fn.Object().(*types.Func); ok && len(fn.Blocks) > 0 { // the table knows what documentation says
		if text, ok := nethttp.Summary(obj); ok {
			if s, err := parseSummary(text); err == nil {
				if outs, ok := s[opening]; ok {
					return outs, true
				}
			}
		}
	}
	outs, ok := e.outcomes(fn, opening)
	if !ok {
		return nil, false
	}
	outs = slices.DeleteFunc(slices.Clone(outs), func(o outcome) bool { return o.fails(c.Signature()) })
	if responseIndex(c.Signature()) < 0 && slices.ContainsFunc(outs, func(o outcome) bool { return o.status != closed && opensIn(o, c.Signature()) }) && e.madeUp(c) {
		for i := range outs {
			outs[i].status = closed
		}
	}
	return outs, true
}

// transforms reports whether a function of the signature makes a response of another one, and returns no error: it sends nothing.
func transforms(sig *types.Signature) bool {
	if sig.Results().Len() != 1 || !isResponse(sig.Results().At(0).Type()) {
		return false
	}
	for v := range sig.Params().Variables() {
		if isResponse(v.Type()) {
			return true
		}
	}
	return false
}

// opensWebsocket reports whether a function of that signature dials for a connection that is a websocket: what comes back
// besides has no body of its own.
func opensWebsocket(sig *types.Signature) bool {
	for v := range sig.Results().Variables() {
		if nethttp.IsWebsocket(v.Type()) {
			return true
		}
	}
	return false
}

// static returns the function that the call reaches, also through a variable that holds one function only, or a function that
// returns one literal only; nil if that is not known.
func (e *engine) static(c *ssa.CallCommon) *ssa.Function {
	if c.IsInvoke() {
		return nil
	}
	if fn := c.StaticCallee(); fn != nil {
		return fn
	}
	if made, ok := c.Value.(*ssa.Call); ok {
		returned, _ := e.onlyResult(made, 0)
		return functionIn(returned)
	}
	load, ok := c.Value.(*ssa.UnOp)
	if !ok || load.Op != token.MUL {
		return nil
	}
	cell := load.X
	for depth := 0; depth < maxDepth; depth++ {
		free, ok := cell.(*ssa.FreeVar)
		if !ok {
			break
		}
		cell = closures.Binding(free)
	}
	switch cell := cell.(type) {
	case *ssa.Alloc:
		return onlyFunction(cell)
	case *ssa.Global:
		if fns := e.heldBy(cell.Object()); len(fns) == 1 {
			return fns[0]
		}
	}
	return nil
}

// heldBy returns the functions that the package's own variable may hold, but for what tests put there instead; nil if they
// are not all known.
func (e *engine) heldBy(obj types.Object) []*ssa.Function {
	v, ok := obj.(*types.Var)
	if !ok || v.Exported() || v.Pkg() != e.pass.Pkg || !isFunc(v.Type()) {
		return nil
	}
	return e.functions().heldBy(v)
}

// onlyFunction returns the function that is stored in a local variable, if that is the only store.
func onlyFunction(a *ssa.Alloc) *ssa.Function {
	var fn *ssa.Function
	for _, ref := range *a.Referrers() {
		st, ok := ref.(*ssa.Store)
		if !ok || st.Addr != a {
			continue
		}
		if fn != nil {
			return nil
		}
		switch v := st.Val.(type) {
		case *ssa.Function:
			fn = v
		case *ssa.MakeClosure:
			fn = v.Fn.(*ssa.Function)
		default:
			return nil
		}
	}
	return fn
}

// methodOf returns the method of type t, or nil.
func (e *engine) methodOf(t types.Type, pkg *types.Package, name string) *ssa.Function {
	if types.IsInterface(t) {
		return nil
	}
	sel := e.prog.MethodSets.MethodSet(t).Lookup(pkg, name)
	if sel == nil {
		return nil
	}
	return e.prog.MethodValue(sel)
}

// neverReturns reports whether the table says so.
func (e *engine) neverReturns(obj *types.Func) bool { return nethttp.NeverReturns(obj) }

// isErrorsIs reports whether fn is errors.Is.
func (e *engine) isErrorsIs(fn *ssa.Function) bool {
	obj, ok := fn.Object().(*types.Func)
	return ok && nethttp.ComparesErrors(obj)
}

// isMembership reports whether fn says if a list has an element.
func (e *engine) isMembership(fn *ssa.Function) bool {
	obj, ok := fn.Object().(*types.Func)
	return ok && nethttp.TestsMembership(obj)
}

// isEOF reports whether v is the value of io.EOF.
func (e *engine) isEOF(v ssa.Value) bool {
	load, ok := v.(*ssa.UnOp)
	if !ok || load.Op != token.MUL {
		return false
	}
	g, ok := load.X.(*ssa.Global)
	return ok && g.Name() == "EOF" && g.Pkg != nil && g.Pkg.Pkg.Path() == "io"
}

// sentinel reports whether the package variable is an error that is set once and for all. Those of other packages are
// taken to be.
func (e *engine) sentinel(g *ssa.Global) bool {
	if !isError(g.Type().Underlying().(*types.Pointer).Elem()) {
		return false
	}
	if g.Pkg == nil || g.Pkg.Pkg != e.pass.Pkg {
		return true
	}
	if e.assigned == nil {
		e.findAssigned()
	}
	set, ok := e.assigned[g]
	return ok && !set
}

// isSentinel reports whether v is the value of such a variable: also where the load is so far back that the path has forgotten it.
func (e *engine) isSentinel(v ssa.Value) bool {
	load, ok := v.(*ssa.UnOp)
	if !ok || load.Op != token.MUL {
		return false
	}
	g, ok := load.X.(*ssa.Global)
	return ok && e.sentinel(g)
}

// findAssigned finds the package variables that are assigned: true outside init, false there.
func (e *engine) findAssigned() {
	e.assigned = make(map[*ssa.Global]bool)
	var look func(fn *ssa.Function)
	look = func(fn *ssa.Function) {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				if st, ok := instr.(*ssa.Store); ok {
					if g, ok := st.Addr.(*ssa.Global); ok {
						e.assigned[g] = e.assigned[g] || fn.Synthetic != "package initializer"
					}
				}
			}
		}
		for _, lit := range fn.AnonFuncs {
			look(lit)
		}
	}
	for _, fn := range partial.Functions(e.pass, e.prog) {
		look(fn)
	}
}
