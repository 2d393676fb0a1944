package lifecycle

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/kalint/kalint/passes/internal/nethttp"
)

// dynamicCall makes a call of which only the possible callees are known, if all of them leave to the caller what they are given:
// the methods of the types that have an interface, or the functions that are put into a field. It reports whether it did.
func (w *walk) dynamicCall(s *state, st site) bool {
	type passed struct {
		carry
		outs []outcome
	}
	var all []passed
	for i, a := range st.args {
		if a.kind == function {
			continue
		}
		for _, c := range w.carried(s, a) {
			outs, ok := w.eng.dynamicOutcomes(st.common, w.roleOf(s, st, i, &c))
			if !ok {
				return false
			}
			all = append(all, passed{c, outs})
		}
	}
	for _, p := range all {
		for _, o := range p.outs {
			w.effect(s, st, o, p.val)
			w.setResults(s, st, o.results, p.val)
		}
	}
	return len(all) > 0
}

// dynamicOutcomes returns what the possible callees do with a response that comes in by the role, not counting a
// receiver; false if they are not known, or one of them does not leave it to its caller.
func (e *engine) dynamicOutcomes(c *ssa.CallCommon, r role) ([]outcome, bool) {
	if !c.IsInvoke() {
		return e.calledLeave(e.calledBy(c.Value), r)
	}
	r.param++
	if pkg := c.Method.Pkg(); pkg == nil || pkg != e.pass.Pkg {
		outs, ok := e.summaryOf(c.Method)[r]
		return outs, ok
	}
	return e.allLeave(e.methods(c.Value.Type(), c.Method), r)
}

// allLeave returns what the functions do with a response; false if one of them does not leave it to its caller.
func (e *engine) allLeave(fns []*ssa.Function, r role) ([]outcome, bool) {
	var all []outcome
	for _, fn := range fns {
		outs, ok := e.outcomes(fn, r)
		if !ok || slices.ContainsFunc(outs, func(o outcome) bool { return o.status != open || o.field.kind != unknown || o.puts() }) {
			return nil, false
		}
		for _, o := range outs {
			all = append(all, outcome{status: open, read: o.read, tested: o.tested, results: ways(o)})
		}
	}
	return all, len(fns) > 0
}

// calledLeave is allLeave for functions that are called as func values: methods among them have their receivers.
func (e *engine) calledLeave(fns []*ssa.Function, r role) ([]outcome, bool) {
	var all []outcome
	for _, fn := range fns {
		of := r
		if fn.Signature.Recv() != nil {
			of.param++
		}
		outs, ok := e.allLeave([]*ssa.Function{fn}, of)
		if !ok {
			return nil, false
		}
		all = append(all, outs...)
	}
	return all, len(fns) > 0
}

// ways returns the results of an outcome by which the response comes out again.
func ways(o outcome) []result {
	return slices.DeleteFunc(slices.Clone(o.results), func(r result) bool { return !r.is.tracked() })
}

// opensBehind returns how the call of an interface method hands over a response, if all the types in view that have the
// interface close it first; false if they are not known, or one of them hands over an open one.
func (e *engine) opensBehind(c *ssa.CallCommon) ([]outcome, bool) {
	if responseIndex(c.Signature()) < 0 {
		return e.fillsBehind(c)
	}
	return e.opensMethod(c.Value.Type(), c.Method)
}

// opensMethod is opensBehind for a method of an interface that returns a response.
func (e *engine) opensMethod(iface types.Type, method *types.Func) ([]outcome, bool) {
	if pkg := method.Pkg(); pkg == nil || pkg != e.pass.Pkg {
		outs, ok := e.summaryOf(method)[opening]
		return outs, ok || asksForNothing(method)
	}
	return e.behind(iface, method)
}

// asksForNothing reports whether the method has no parameters and returns a response alone: one that sends something has an error.
func asksForNothing(method *types.Func) bool {
	return method.Signature().Params().Len() == 0 && method.Signature().Results().Len() == 1
}

// behind returns how the method hands over responses, by the types of the package that have the interface; false if that may
// be open, or is not known.
func (e *engine) behind(iface types.Type, method *types.Func) ([]outcome, bool) {
	fns := e.methods(iface, method)
	if len(fns) > 0 && !slices.ContainsFunc(fns, func(fn *ssa.Function) bool { return !e.getter(fn, maxDepth) }) {
		return nil, true
	}
	if len(fns) == 0 && asksForNothing(method) {
		return nil, true
	}
	return e.allClose(fns, method)
}

// getter reports whether the method does no more than give back a response that is kept in what it is called on.
func (e *engine) getter(fn *ssa.Function, depth int) bool {
	if obj, ok := fn.Object().(*types.Func); ok && fn.Synthetic != "" { // it is promoted
		fn = e.prog.FuncValue(obj)
	}
	if fn == nil || len(fn.Blocks) == 0 || len(fn.Params) != 1 || fn.Signature.Results().Len() != 1 {
		return false
	}
	return returnsOnly(fn, 0, func(v ssa.Value) bool {
		return isFieldOf(v, fn.Params[0]) || depth > 0 && e.gets(v, fn.Params[0], depth-1)
	})
}

// gets reports whether v is what a getter of a field of the parameter gives back.
func (e *engine) gets(v ssa.Value, param *ssa.Parameter, depth int) bool {
	call, ok := v.(*ssa.Call)
	if !ok || len(call.Call.Args) != 1 || !isFieldOf(call.Call.Args[0], param) || call.Call.Args[0] == ssa.Value(param) {
		return false
	}
	callee := call.Call.StaticCallee()
	return callee != nil && callee.Signature.Recv() != nil && (callee == param.Parent() || e.getter(callee, depth))
}

// isFieldOf reports whether v was loaded from a field of the parameter, or of one of its fields.
func isFieldOf(v ssa.Value, param *ssa.Parameter) bool {
	for range maxDepth {
		switch x := v.(type) {
		case *ssa.UnOp:
			v = x.X
		case *ssa.FieldAddr:
			v = x.X
		case *ssa.Field:
			v = x.X
		case *ssa.Alloc: // a copy of the parameter
			return spilled(x) == ssa.Value(param)
		default:
			return v == ssa.Value(param)
		}
	}
	return false
}

// allClose returns the outcomes of functions that hand over closed responses; false if one of them hands over an open one,
// or none has fetched its own, other than by the method: what makes its answers up does not tell what the others do.
func (e *engine) allClose(fns []*ssa.Function, method *types.Func) ([]outcome, bool) {
	var all []outcome
	fetched, closes := false, false
	for _, fn := range fns {
		outs, ok := e.outcomes(fn, opening)
		if !ok || slices.ContainsFunc(outs, func(o outcome) bool { return o.status != closed && opensIn(o, fn.Signature) }) {
			return nil, false
		}
		for _, o := range outs {
			if o.status == closed {
				all = append(all, outcome{status: closed, results: o.results})
			}
		}
		fetched = fetched || e.fetches(fn, method)
		closes = closes || e.closesReturned(fn, maxDepth)
	}
	return all, fetched && (len(all) > 0 || closes)
}

// closesReturned reports whether the function, or one whose results it returns, closes or defers to close the body of whatever
// response it returns, or makes that up: it may have it from a goroutine, and no call of its own hands it over.
func (e *engine) closesReturned(fn *ssa.Function, depth int) bool {
	i := responseIndex(fn.Signature)
	return i >= 0 && returnsOnly(fn, i, func(v ssa.Value) bool { return e.closesValue(fn, v, depth) })
}

// closesValue is closesReturned for one value that the function returns.
func (e *engine) closesValue(fn *ssa.Function, v ssa.Value, depth int) bool {
	if part, ok := v.(*ssa.Extract); ok && depth > 0 {
		if call, ok := part.Tuple.(*ssa.Call); ok && e.closesCalled(&call.Call, depth-1) {
			return true
		}
	}
	holder := heldIn(v)
	if closesBodyOf(fn, holder) || e.isMadeUp(v) {
		return true
	}
	result, ok := holder.(*ssa.Alloc)
	return ok && holder != v && depth > 0 && e.closesStored(fn, result, depth-1)
}

// closesCalled reports whether what the call returns is closed by its callee, or by all that are in view.
func (e *engine) closesCalled(c *ssa.CallCommon, depth int) bool {
	if callee := c.StaticCallee(); callee != nil {
		return e.closesReturned(callee, depth) || e.handsClosed(c)
	}
	return e.closesBehind(c, depth)
}

// closesStored is closesValue for all that is put into a variable, such as the function's result.
func (e *engine) closesStored(fn *ssa.Function, in *ssa.Alloc, depth int) bool {
	closes := false
	for _, ref := range *in.Referrers() {
		st, ok := ref.(*ssa.Store)
		if !ok || isZero(st.Val) || heldIn(st.Val) == in { // the function's result is returned by its name
			continue
		}
		if closes = st.Addr == in && e.closesValue(fn, st.Val, depth); !closes {
			return false
		}
	}
	return closes
}

// handsClosed reports whether it is known that the call hands over a response, and that it is closed.
func (e *engine) handsClosed(c *ssa.CallCommon) bool {
	outs, known := e.opens(c)
	hands := func(o outcome) bool { return opensIn(o, c.Signature()) }
	return known && slices.ContainsFunc(outs, hands) && !slices.ContainsFunc(outs, func(o outcome) bool { return hands(o) && o.status != closed })
}

// closesBehind reports whether the call is one of an interface method, and all that is in view behind it closes what it returns.
func (e *engine) closesBehind(c *ssa.CallCommon, depth int) bool {
	if !c.IsInvoke() || responseIndex(c.Signature()) < 0 {
		return false
	}
	if pkg := c.Method.Pkg(); pkg == nil || pkg != e.pass.Pkg {
		outs, ok := e.summaryOf(c.Method)[opening]
		return ok && !slices.ContainsFunc(outs, func(o outcome) bool { return o.status != closed })
	}
	fns := e.methods(c.Value.Type(), c.Method)
	return len(fns) > 0 && !slices.ContainsFunc(fns, func(fn *ssa.Function) bool { return !e.closesReturned(fn, depth) })
}

// isMadeUp reports whether v is a response that is made in place, without a body or with one in memory.
func (e *engine) isMadeUp(v ssa.Value) bool {
	a, ok := v.(*ssa.Alloc)
	return ok && isResponse(a.Type()) && a.Comment == "complit" &&
		!slices.ContainsFunc(storesTo(a, "Body"), func(st *ssa.Store) bool { return !e.isInMemory(st.Val) })
}

// isInMemory reports whether v is a body that is no connection's.
func (e *engine) isInMemory(v ssa.Value) bool {
	if isNilConst(v) || isNoBody(unboxed(v)) {
		return true
	}
	call, ok := v.(*ssa.Call)
	if !ok || len(call.Call.Args) != 1 {
		return false
	}
	fn := callee(&call.Call)
	return fn != nil && nethttp.IgnoresClose(fn) && e.holdsBytes(call.Call.Args[0], nil, maxDepth)
}

// heldIn returns the variable that v was loaded from, or v.
func heldIn(v ssa.Value) ssa.Value {
	if load, ok := v.(*ssa.UnOp); ok && load.Op == token.MUL {
		if a := variable(load.X); a != nil {
			return a
		}
	}
	return v
}

// closesBodyOf reports whether the function, or a literal in it, closes the body of the response in that variable.
func closesBodyOf(fn *ssa.Function, holder ssa.Value) bool {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			call, ok := instr.(ssa.CallInstruction)
			if !ok || !call.Common().IsInvoke() || call.Common().Method.Name() != "Close" {
				continue
			}
			load, ok := call.Common().Value.(*ssa.UnOp)
			if !ok {
				continue
			}
			fa, ok := load.X.(*ssa.FieldAddr)
			if ok && isResponse(fa.X.Type()) && heldIn(fa.X) == holder {
				return true
			}
		}
	}
	return slices.ContainsFunc(fn.AnonFuncs, func(lit *ssa.Function) bool { return closesBodyOf(lit, holder) })
}

// fetches reports whether the function, or a literal in it, calls what returns a response that is not made up, other than
// the method.
func (e *engine) fetches(fn *ssa.Function, method *types.Func) bool {
	if o := fn.Origin(); o != nil {
		fn = o
	}
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			call, ok := instr.(*ssa.Call)
			if ok && responseIndex(call.Call.Signature()) >= 0 && !(call.Call.IsInvoke() && call.Call.Method == method) && !e.inMemory(&call.Call) && !e.madeUp(&call.Call) {
				return true
			}
		}
	}
	return slices.ContainsFunc(fn.AnonFuncs, func(lit *ssa.Function) bool { return e.fetches(lit, method) })
}

// methods returns the methods by which the package's types have the interface. One of a func type is whatever its maker
// likes, as is one of a type that only tests have: they tell nothing.
func (e *engine) methods(iface types.Type, method *types.Func) []*ssa.Function {
	return e.methodsOf(iface, method, func(t types.Type) bool { return !isFunc(t) })
}

// funcMethods returns those of the package's func types.
func (e *engine) funcMethods(iface types.Type, method *types.Func) []*ssa.Function {
	return e.methodsOf(iface, method, isFunc)
}

// methodsOf returns the methods by which the package's types that are of the kind have the interface.
func (e *engine) methodsOf(iface types.Type, method *types.Func, are func(types.Type) bool) []*ssa.Function {
	i, ok := iface.Underlying().(*types.Interface)
	if !ok {
		return nil
	}
	var fns []*ssa.Function
	scope := e.pass.Pkg.Scope()
	for _, name := range scope.Names() {
		obj, ok := scope.Lookup(name).(*types.TypeName)
		if !ok || obj.IsAlias() || types.IsInterface(obj.Type()) || !are(obj.Type()) || e.onlyTested(obj.Pos(), method.Pos()) {
			continue
		}
		if n, ok := obj.Type().(*types.Named); ok && n.TypeParams().Len() > 0 {
			continue
		}
		for _, t := range []types.Type{obj.Type(), types.NewPointer(obj.Type())} {
			if types.Implements(t, i) {
				if fn := e.methodOf(t, e.pass.Pkg, method.Name()); fn != nil {
					fns = append(fns, fn)
				}
				break
			}
		}
	}
	return fns
}

func isFunc(t types.Type) bool {
	_, ok := t.Underlying().(*types.Signature)
	return ok
}

// onlyTested reports whether what stands at pos is of a test, and what it is for is not.
func (e *engine) onlyTested(pos, purpose token.Pos) bool {
	return inTest(e.pass.Fset, pos) && !inTest(e.pass.Fset, purpose)
}

// calledBy returns the functions that the value may be, methods among them, if it is a parameter or was loaded from a field or a
// map; nil if they are not all known.
func (e *engine) calledBy(v ssa.Value) []*ssa.Function {
	if p, ok := v.(*ssa.Parameter); ok {
		return e.paramFunctions(p)
	}
	if table := tableOf(v); table != nil {
		return e.functions().entriesOf(table)
	}
	if field := e.ownField(v); field != nil {
		return e.functions().calledBy(field)
	}
	return nil
}

// openedBy returns how the value, a function that is a parameter or was loaded from a field, hands over responses, if all that it may be
// in view close them first; false if that is not known, or one of them hands over an open one.
func (e *engine) openedBy(v ssa.Value) ([]outcome, bool) {
	of := e.ownField(v)
	if p, ok := v.(*ssa.Parameter); ok {
		of, _ = p.Object().(*types.Var)
	}
	if of == nil {
		return nil, false
	}
	fns, methods := e.functions().inView(of)
	var all []outcome
	for _, m := range methods {
		outs, ok := e.opensMethod(m.Signature().Recv().Type(), m)
		if !ok || slices.ContainsFunc(outs, func(o outcome) bool { return o.status != closed }) {
			return nil, false
		}
		all = append(all, outs...)
	}
	if len(fns) == 0 {
		return all, len(methods) > 0
	}
	outs, ok := e.allClose(fns, nil)
	return append(all, outs...), ok
}

// ownField returns the field that v was loaded from, if it is of the package; else nil.
func (e *engine) ownField(v ssa.Value) *types.Var {
	load, ok := v.(*ssa.UnOp)
	if !ok || load.Op != token.MUL {
		return nil
	}
	fa, ok := load.X.(*ssa.FieldAddr)
	if !ok {
		return nil
	}
	field := fieldOf(fa.X.Type(), fa.Field)
	if field == nil || field.Pkg() != e.pass.Pkg {
		return nil
	}
	return field
}
