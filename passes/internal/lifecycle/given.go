package lifecycle

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// arguments notes the functions that a call of one of the package's functions passes.
func (t *funcTable) arguments(call *ast.CallExpr) {
	id := calleeName(call.Fun)
	if id == nil {
		return
	}
	fn, ok := t.eng.pass.TypesInfo.Uses[id].(*types.Func)
	if !ok || fn.Pkg() != t.eng.pass.Pkg {
		return
	}
	params := fn.Origin().Signature().Params()
	if len(call.Args) == 1 && params.Len() > 1 { // all that another call returns
		return
	}
	t.callees[id] = true
	for i, arg := range call.Args {
		if i < params.Len() {
			t.add(params.At(i), arg)
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
	fn := p.Parent()
	if o := fn.Origin(); o != nil {
		fn = o
	}
	obj, ok := fn.Object().(*types.Func)
	if !ok || fn.Synthetic != "" || obj.Exported() && (obj.Signature().Recv() != nil || e.pass.Pkg.Name() != "main") {
		return nil
	}
	t := e.functions()
	if t.values[obj] || obj.Signature().Recv() != nil && t.behind[obj.Name()] {
		return nil
	}
	for i := range obj.Signature().Params().Len() {
		if v := obj.Signature().Params().At(i); v.Name() == p.Name() && v.Pos() == p.Pos() {
			return t.heldBy(v)
		}
	}
	return nil
}
