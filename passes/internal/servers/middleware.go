package servers

import (
	"go/ast"
	"go/types"
)

// makes looks at the handlers that a function in view returns, such as one that wraps the handler that it is given; false if it is not in
// view, or its result is of a type that tells.
func (v *handlers) makes(call *ast.CallExpr) bool {
	if isConcrete(v.pass.TypesInfo.TypeOf(call)) {
		return false
	}
	fd := v.within
	body := v.literal(call.Fun)
	if body == nil {
		if fd = v.maker(call.Fun); fd == nil {
			return false
		}
		body = fd.Body
		if factory, ok := ast.Unparen(call.Fun).(*ast.CallExpr); ok && callee(v.pass, factory) != nil {
			if body = v.onlyLiteral(fd); body == nil {
				return false
			}
		}
	}
	for _, x := range returned(body) {
		v.in(fd, x)
	}
	return true
}

// literal returns the body of a function literal, which may be the only value of a variable; nil if there is none.
func (v *handlers) literal(x ast.Expr) *ast.BlockStmt {
	x = ast.Unparen(x)
	if id, ok := x.(*ast.Ident); ok {
		if obj, ok := v.pass.TypesInfo.Uses[id].(*types.Var); ok && v.isLocal(obj) {
			if values := v.valuesOf(obj); len(values) == 1 {
				x = ast.Unparen(values[0])
			}
		}
	}
	if lit, ok := x.(*ast.FuncLit); ok {
		return lit.Body
	}
	return nil
}

// maker returns the function of the package that is called, or that makes the one that is called; nil if it is another's.
func (v *handlers) maker(fun ast.Expr) *ast.FuncDecl {
	if call, ok := ast.Unparen(fun).(*ast.CallExpr); ok {
		return v.declared(callee(v.pass, call))
	}
	return v.declared(callee(v.pass, &ast.CallExpr{Fun: fun}))
}

// onlyLiteral returns the body of the function literal that a function always returns; nil if there is none.
func (v *handlers) onlyLiteral(fd *ast.FuncDecl) *ast.BlockStmt {
	results := returned(fd.Body)
	if len(results) != 1 {
		return nil
	}
	if lit, ok := ast.Unparen(results[0]).(*ast.FuncLit); ok {
		return lit.Body
	}
	return nil
}

// returned returns what a function's return statements return.
func returned(body *ast.BlockStmt) []ast.Expr {
	var out []ast.Expr
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt:
			out = append(out, n.Results...)
		}
		return true
	})
	return out
}

// isForward reports whether the call hands over to a handler that a function around is given.
func (v *handlers) isForward(call *ast.CallExpr, w types.Object) bool {
	if len(call.Args) != 2 {
		return false
	}
	if to, ok := ast.Unparen(call.Args[0]).(*ast.Ident); !ok || v.pass.TypesInfo.Uses[to] != w {
		return false
	}
	next := ast.Unparen(call.Fun)
	if sel, ok := next.(*ast.SelectorExpr); ok && sel.Sel.Name == "ServeHTTP" {
		next = ast.Unparen(sel.X)
	}
	return v.isGiven(next)
}

// isGiven reports whether x is a handler that a function is given which is not around the call that is looked at, and stays that: what
// it is stands where the function is called.
func (v *handlers) isGiven(x ast.Expr) bool {
	id, ok := x.(*ast.Ident)
	if !ok {
		return false
	}
	obj, ok := v.pass.TypesInfo.Uses[id].(*types.Var)
	return ok && obj.Kind() == types.ParamVar && isAnyHandler(obj.Type()) &&
		!obj.Parent().Contains(v.call.Pos()) && len(v.valuesOf(obj)) == 0
}
