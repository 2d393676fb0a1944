package idleconns

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/astutil"
)

// assigned returns what the literal is assigned to, from the inside out past & and parentheses: a variable or field or, in
// another literal, a key; nil if it is none of them.
func assigned(file *ast.File, lit *ast.CompositeLit) ast.Expr {
	path, _ := astutil.PathEnclosingInterval(file, lit.Pos(), lit.End())
	at := slices.Index(path, ast.Node(lit))
	if at < 0 {
		return nil
	}
	for value := ast.Expr(lit); at+1 < len(path); at++ {
		switch n := path[at+1].(type) {
		case *ast.UnaryExpr:
			value = n
		case *ast.ParenExpr:
			value = n
		case *ast.KeyValueExpr:
			if key, ok := n.Key.(*ast.Ident); ok {
				return key
			}
			return nil // an index or a map's key, which names nothing
		case *ast.AssignStmt:
			if i := slices.Index(n.Rhs, value); len(n.Lhs) == len(n.Rhs) && i >= 0 {
				return n.Lhs[i]
			}
			return nil
		case *ast.ValueSpec:
			if i := slices.Index(n.Values, value); len(n.Names) == len(n.Values) && i >= 0 {
				return n.Names[i]
			}
			return nil
		default:
			return nil
		}
	}
	return nil
}

// target returns the variable or field that the expression names; nil if it is none.
func target(pass *analysis.Pass, x ast.Expr) *types.Var {
	switch x := x.(type) {
	case *ast.Ident:
		v, _ := pass.TypesInfo.ObjectOf(x).(*types.Var)
		return v
	case *ast.SelectorExpr:
		v, _ := pass.TypesInfo.Uses[x.Sel].(*types.Var)
		return v
	case *ast.ParenExpr:
		return target(pass, x.X)
	}
	return nil
}
