package lifecycle

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// declOf returns the syntax of the function around the call: for a loop body that ranges over a function that of the
// function around it, for the initialization of a package variable the file.
func (e *engine) declOf(fn *ssa.Function, call ssa.CallInstruction) ast.Node {
	for fn.Parent() != nil {
		if lit, ok := fn.Syntax().(*ast.FuncLit); ok {
			return lit
		}
		fn = fn.Parent()
	}
	if node := fn.Syntax(); node != nil {
		return node
	}
	for _, f := range e.pass.Files {
		if f.FileStart <= call.Pos() && call.Pos() < f.FileEnd {
			return f
		}
	}
	return nil
}

// callExpr finds the call whose left parenthesis is at pos.
func callExpr(node ast.Node, pos token.Pos) *ast.CallExpr {
	var found *ast.CallExpr
	if node == nil {
		return nil
	}
	ast.Inspect(node, func(n ast.Node) bool {
		if c, ok := n.(*ast.CallExpr); ok && c.Lparen == pos {
			found = c
		}
		return found == nil
	})
	return found
}

// nameOf returns what the source assigns result index of the call to and, for want of a name, the callee, as called says; blank says
// that the result is dropped on the spot.
func nameOf(node ast.Node, call *ast.CallExpr, index int) (name string, blank, called bool) {
	name, called = types.ExprString(call.Fun), true
	if len(name) > 40 {
		if sel, ok := call.Fun.(*ast.SelectorExpr); ok {
			name = sel.Sel.Name
		}
	}
	target := func(exprs []ast.Expr) {
		if index >= len(exprs) {
			return
		}
		if id, ok := exprs[index].(*ast.Ident); ok && id.Name == "_" {
			blank = true
		} else {
			name, called = types.ExprString(exprs[index]), false
		}
	}
	ast.Inspect(node, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			if len(n.Rhs) == 1 && ast.Unparen(n.Rhs[0]) == call {
				target(n.Lhs)
			} else if i := slices.Index(n.Rhs, ast.Expr(call)); i >= 0 && len(n.Rhs) == len(n.Lhs) {
				target(n.Lhs[i:])
			}
		case *ast.ValueSpec:
			if len(n.Values) == 1 && ast.Unparen(n.Values[0]) == call {
				exprs := make([]ast.Expr, len(n.Names))
				for i, id := range n.Names {
					exprs[i] = id
				}
				target(exprs)
			}
		case *ast.ExprStmt:
			blank = blank || ast.Unparen(n.X) == call
		case *ast.GoStmt:
			blank = blank || n.Call == call
		case *ast.DeferStmt:
			blank = blank || n.Call == call
		}
		return true
	})
	return name, blank, called
}
