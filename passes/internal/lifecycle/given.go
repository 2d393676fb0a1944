package lifecycle

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// arguments notes what a call of one of the package's functions passes.
func (t *funcTable) arguments(call *ast.CallExpr) {
	id := calleeName(call.Fun)
	if id == nil {
		return
	}
	fn, ok := t.eng.pass.TypesInfo.Uses[id].(*types.Func)
	if !ok || fn.Pkg() != t.eng.pass.Pkg {
		return
	}
	if !fn.Exported() || t.eng.pass.Pkg.Name() == "main" { // others call the rest
		t.calls[fn.Origin()] = append(t.calls[fn.Origin()], call)
	}
	if t.eng.isMethodExpr(call.Fun) {
		return
	}
	params := fn.Origin().Signature().Params()
	if len(call.Args) == 1 && params.Len() > 1 { // all that another call returns
		return
	}
	t.callees[id] = true
	for i, arg := range call.Args {
		if i >= params.Len() {
			break
		}
		p := params.At(i)
		t.add(p, arg)
		if isObject(p.Type()) && !t.eng.onlyTested(arg.Pos(), p.Pos()) {
			t.given[p] = append(t.given[p], arg)
		}
	}
}

// isMethodExpr reports whether a method is called as a function, with its receiver among the arguments.
func (e *engine) isMethodExpr(fun ast.Expr) bool {
	sel, ok := ast.Unparen(fun).(*ast.SelectorExpr)
	if !ok {
		return false
	}
	s := e.pass.TypesInfo.Selections[sel]
	return s != nil && s.Kind() == types.MethodExpr
}

// parameters notes whose parameters those are that may be nil.
func (t *funcTable) parameters(decl *ast.FuncDecl) {
	obj, ok := t.eng.pass.TypesInfo.Defs[decl.Name].(*types.Func)
	if !ok {
		return
	}
	for v := range obj.Signature().Params().Variables() {
		if isObject(v.Type()) {
			t.owners[v] = obj
		}
	}
}

// noteAssigned notes that something is put into the variable.
func (t *funcTable) noteAssigned(holder ast.Expr) {
	if id, ok := holder.(*ast.Ident); ok {
		if v, ok := t.eng.pass.TypesInfo.Uses[id].(*types.Var); ok && isObject(v.Type()) {
			t.assigned[v] = true
		}
	}
}

// calleeName returns the name of the function or method in a call; nil if there is none.
func calleeName(fun ast.Expr) *ast.Ident {
	switch f := ast.Unparen(fun).(type) {
	case *ast.Ident:
		return f
	case *ast.SelectorExpr:
		return f.Sel
	case *ast.IndexExpr:
		return calleeName(f.X)
	case *ast.IndexListExpr:
		return calleeName(f.X)
	}
	return nil
}

// paramFunctions returns the functions that the parameter may be; nil if they are not all known.
func (e *engine) paramFunctions(p *ssa.Parameter) []*ssa.Function {
	if v := e.paramInView(p); v != nil {
		return e.functions().calledBy(v)
	}
	return nil
}

// paramInView returns the variable that is the parameter, if the package has all calls of its function; else nil.
func (e *engine) paramInView(p *ssa.Parameter) *types.Var {
	fn := p.Parent()
	if o := fn.Origin(); o != nil {
		fn = o
	}
	obj, ok := fn.Object().(*types.Func)
	if !ok || fn.Synthetic != "" || !e.callsInView(obj) {
		return nil
	}
	for v := range obj.Signature().Params().Variables() {
		if v.Name() == p.Name() && v.Pos() == p.Pos() {
			return v
		}
	}
	return nil
}

// callsInView reports whether the package has all calls of the function: nothing else may, and it is no value.
func (e *engine) callsInView(obj *types.Func) bool {
	if obj.Exported() && (obj.Signature().Recv() != nil || e.pass.Pkg.Name() != "main") {
		return false
	}
	t := e.functions()
	return !t.values[obj] && !(obj.Signature().Recv() != nil && t.behind[obj.Name()])
}

// alwaysGiven reports whether all calls of its function give that constant for the parameter, and there are some.
func (e *engine) alwaysGiven(p *ssa.Parameter, constant string) bool {
	if e.paramInView(p) == nil {
		return false
	}
	obj, ok := p.Parent().Object().(*types.Func)
	if !ok {
		return false
	}
	i := slices.Index(p.Parent().Params, p)
	if obj.Signature().Recv() != nil {
		i--
	}
	calls := e.functions().calls[obj.Origin()]
	return i >= 0 && len(calls) > 0 && !slices.ContainsFunc(calls, func(call *ast.CallExpr) bool {
		if len(call.Args) != obj.Signature().Params().Len() || e.isMethodExpr(call.Fun) {
			return true
		}
		given := e.pass.TypesInfo.Types[call.Args[i]].Value
		return given == nil || given.ExactString() != constant
	})
}

// neverNil reports whether no call of its function gives nil for the parameter.
func (e *engine) neverNil(p *ssa.Parameter) bool {
	never, asked := e.nonNil[p]
	if !asked {
		v := e.paramInView(p)
		never = v != nil && e.functions().givenNonNil(v, maxDepth)
		e.nonNil[p] = never
	}
	return never
}

// givenNonNil reports whether all calls give something that is not nil for the parameter, and there are some.
func (t *funcTable) givenNonNil(param *types.Var, depth int) bool {
	args := t.given[param]
	return len(args) > 0 && depth > 0 && !slices.ContainsFunc(args, func(arg ast.Expr) bool { return !t.isNonNil(arg, param.Type(), depth) })
}

// isNonNil reports whether the expression, as a value of the type, is never nil.
func (t *funcTable) isNonNil(x ast.Expr, as types.Type, depth int) bool {
	tv := t.eng.pass.TypesInfo.Types[x]
	if tv.IsNil() || tv.Type == nil || generic(tv.Type) {
		return false
	}
	if types.IsInterface(as) && !types.IsInterface(tv.Type) { // whatever it holds
		return true
	}
	switch x := ast.Unparen(x).(type) {
	case *ast.UnaryExpr:
		return x.Op == token.AND
	case *ast.CallExpr:
		id, ok := ast.Unparen(x.Fun).(*ast.Ident)
		return ok && t.eng.pass.TypesInfo.Uses[id] == types.Universe.Lookup("new")
	case *ast.Ident:
		v, ok := t.eng.pass.TypesInfo.Uses[x].(*types.Var)
		return ok && t.owners[v] != nil && !t.assigned[v] && t.eng.callsInView(t.owners[v]) && t.givenNonNil(v, depth-1)
	}
	return false
}
