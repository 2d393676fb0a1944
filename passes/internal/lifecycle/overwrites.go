package lifecycle

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// A span is a piece of the source.
type span struct{ pos, end token.Pos }

// overwrites lists the statements around the call's own that assign to the variable that first holds its response.
func (e *engine) overwrites(fn *ssa.Function, call ssa.CallInstruction) []span {
	node := e.declOf(fn, call)
	expr := callExpr(node, call.Common().Pos())
	if expr == nil {
		return nil
	}
	index := e.handedIn(call.Common())
	if index < 0 {
		return nil
	}
	name, blank, called := nameOf(node, expr, index)
	if blank || called {
		return nil
	}
	for top := fn; top.Parent() != nil; top = top.Parent() {
		if outer := top.Parent().Syntax(); outer != nil {
			node = outer
		}
	}
	var target types.Object
	var spans []span
	each := func(visit func(lhs ast.Expr, stmt *ast.AssignStmt)) {
		ast.Inspect(node, func(n ast.Node) bool {
			if a, ok := n.(*ast.AssignStmt); ok {
				for _, lhs := range a.Lhs {
					if types.ExprString(lhs) == name {
						visit(lhs, a)
					}
				}
			}
			return true
		})
	}
	own := func(a *ast.AssignStmt) bool { return a.Pos() <= expr.Pos() && expr.End() <= a.End() }
	each(func(lhs ast.Expr, a *ast.AssignStmt) {
		if own(a) {
			target = e.rootOf(lhs)
		}
	})
	each(func(lhs ast.Expr, a *ast.AssignStmt) {
		if !own(a) && target != nil && e.rootOf(lhs) == target && !e.mentions(a.Rhs, target) {
			spans = append(spans, span{a.Pos(), a.End()})
		}
	})
	return spans
}

// mentions reports whether an expression uses the variable, and so may give it back.
func (e *engine) mentions(exprs []ast.Expr, v types.Object) bool {
	found := false
	for _, x := range exprs {
		ast.Inspect(x, func(n ast.Node) bool {
			id, ok := n.(*ast.Ident)
			found = found || ok && e.pass.TypesInfo.Uses[id] == v
			return !found
		})
	}
	return found
}

// rootOf returns the variable at the root of x in x.f.g.
func (e *engine) rootOf(x ast.Expr) types.Object {
	for {
		switch y := x.(type) {
		case *ast.SelectorExpr:
			x = y.X
		case *ast.ParenExpr:
			x = y.X
		case *ast.StarExpr:
			x = y.X
		case *ast.Ident:
			return e.pass.TypesInfo.ObjectOf(y)
		default:
			return nil
		}
	}
}
