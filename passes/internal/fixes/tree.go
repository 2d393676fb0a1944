package fixes

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/astutil"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/kalint/kalint/passes/internal/nethttp"
)

// Path returns the node and the nodes around it, from the inside out.
func (s *Source) Path(n ast.Node) []ast.Node {
	path, _ := astutil.PathEnclosingInterval(s.File, n.Pos(), n.End())
	for len(path) > 0 && path[0] != n {
		path = path[1:]
	}
	return path
}

// A Spot is a statement in its list.
type Spot struct {
	List []ast.Stmt
	At   int
}

// Stmt returns the statement.
func (p Spot) Stmt() ast.Stmt { return p.List[p.At] }

// Next returns the statements that follow.
func (p Spot) Next() []ast.Stmt { return p.List[p.At+1:] }

// SpotOf returns the innermost statement on the path that stands in a list, and the path from it on.
func SpotOf(path []ast.Node) (Spot, []ast.Node, bool) {
	for i := range path[:max(len(path)-1, 0)] {
		stmt, ok := path[i].(ast.Stmt)
		if !ok {
			continue
		}
		list := listOf(path[i+1])
		if at := slices.Index(list, stmt); at >= 0 {
			return Spot{list, at}, path[i:], true
		}
	}
	return Spot{}, nil, false
}

// listOf returns the statements that stand directly in the node.
func listOf(n ast.Node) []ast.Stmt {
	switch n := n.(type) {
	case *ast.BlockStmt:
		return n.List
	case *ast.CaseClause:
		return n.Body
	case *ast.CommClause:
		return n.Body
	}
	return nil
}

// Leaves reports whether control never passes the end of the statements, as far as the last one shows.
func (s *Source) Leaves(list []ast.Stmt) bool {
	if len(list) == 0 {
		return false
	}
	switch last := list[len(list)-1].(type) {
	case *ast.ReturnStmt:
		return true
	case *ast.BranchStmt:
		return last.Tok != token.FALLTHROUGH
	case *ast.BlockStmt:
		return s.Leaves(last.List)
	case *ast.ExprStmt:
		call, ok := last.X.(*ast.CallExpr)
		return ok && s.neverReturns(call)
	}
	return false
}

func (s *Source) neverReturns(call *ast.CallExpr) bool {
	switch fn := typeutil.Callee(s.pass.TypesInfo, call).(type) {
	case *types.Builtin:
		return fn.Name() == "panic"
	case *types.Func:
		return nethttp.NeverReturns(fn)
	}
	return false
}

// Var returns the variable that the expression names; nil if it is not a plain variable's name.
func (s *Source) Var(x ast.Expr) *types.Var {
	id, ok := ast.Unparen(x).(*ast.Ident)
	if !ok {
		return nil
	}
	v, _ := s.pass.TypesInfo.ObjectOf(id).(*types.Var)
	return v
}

// Mentions reports whether the node names the variable.
func (s *Source) Mentions(n ast.Node, v *types.Var) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && s.pass.TypesInfo.ObjectOf(id) == v {
			found = true
		}
		return !found
	})
	return found
}

// Assigned lists the places below n that may give the variable another value: assignments, and & of it.
func (s *Source) Assigned(n ast.Node, v *types.Var) []ast.Node {
	var at []ast.Node
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			if slices.ContainsFunc(n.Lhs, func(x ast.Expr) bool { return s.Var(x) == v }) {
				at = append(at, n)
			}
		case *ast.RangeStmt:
			for _, x := range []ast.Expr{n.Key, n.Value} {
				if x != nil && s.Var(x) == v {
					at = append(at, n)
				}
			}
		case *ast.UnaryExpr:
			if n.Op == token.AND && s.Var(n.X) == v {
				at = append(at, n)
			}
		}
		return true
	})
	return at
}

// ClosedVar returns the variable v if the call is v.Body.Close(), or v.Close() of an io.ReadCloser.
func (s *Source) ClosedVar(call *ast.CallExpr) *types.Var {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok || sel.Sel.Name != "Close" || len(call.Args) > 0 {
		return nil
	}
	if v := s.Var(sel.X); v != nil && IsReadCloser(v.Type()) {
		return v
	}
	return s.BodyVar(sel.X)
}

// BodyVar returns the variable v if the expression is v.Body.
func (s *Source) BodyVar(x ast.Expr) *types.Var {
	sel, ok := ast.Unparen(x).(*ast.SelectorExpr)
	if !ok || sel.Sel.Name != "Body" {
		return nil
	}
	return s.Var(sel.X)
}

// CallAt returns the call below n that the position tells: by its left parenthesis, or by the word defer before it. The
// path leads from the call out.
func (s *Source) CallAt(n ast.Node, pos token.Pos) ([]ast.Node, *ast.CallExpr) {
	var call *ast.CallExpr
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			if n.Lparen == pos {
				call = n
			}
		case *ast.DeferStmt:
			if n.Defer == pos {
				call = n.Call
			}
		}
		return call == nil
	})
	if call == nil {
		return nil, nil
	}
	return s.Path(call), call
}

// SetsBody reports whether some assignment below n is to a field Body.
func (s *Source) SetsBody(n ast.Node) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		if a, ok := n.(*ast.AssignStmt); ok && slices.ContainsFunc(a.Lhs, func(x ast.Expr) bool { return s.BodyVar(x) != nil }) {
			found = true
		}
		return !found
	})
	return found
}
