package bodyclose

import (
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/analysis"

	"github.com/kalint/kalint/passes/internal/fixes"
)

// superfluous returns the edits that take away the closes that come after the place: a defer further down, and a close
// right before a return. It gives up where the body is closed in any other manner.
func (c *closing) superfluous(p place) ([]analysis.TextEdit, bool) {
	var edits []analysis.TextEdit
	done := make(map[token.Pos]bool)
	for _, cl := range c.r.Closes {
		if done[cl.Pos] {
			continue
		}
		done[cl.Pos] = true
		path, call := c.CallAt(c.r.Func, cl.Pos)
		if call == nil || call.Pos() < p.pos || c.v == nil || c.ClosedVar(call) != c.v || len(c.Assigned(c.r.Func, c.v)) > 1 {
			return nil, false
		}
		spot, around, ok := fixes.SpotOf(path)
		if !ok || !c.mayGo(spot, around, call) {
			return nil, false
		}
		e, ok := c.Delete(spot.Stmt())
		if !ok {
			return nil, false
		}
		edits = append(edits, e)
	}
	return edits, true
}

// mayGo reports whether a statement that closes the body can be taken away once the body is closed when the function
// returns: it is a defer in the same list of statements, or the function returns right behind it.
func (c *closing) mayGo(spot fixes.Spot, around []ast.Node, call *ast.CallExpr) bool {
	switch stmt := spot.Stmt().(type) {
	case *ast.DeferStmt:
		return stmt.Call == call && spot.List[0] == c.spot.List[0]
	case *ast.ExprStmt:
		if ast.Unparen(stmt.X) != ast.Expr(call) || functionOf(around) != c.r.Func {
			return false
		}
		if len(spot.Next()) > 0 {
			_, returns := spot.Next()[0].(*ast.ReturnStmt)
			return returns
		}
		return len(around) > 2 && around[2] == c.r.Func && c.noResults()
	}
	return false
}

// functionOf returns the innermost function on the path.
func functionOf(path []ast.Node) ast.Node {
	for _, n := range path {
		switch n.(type) {
		case *ast.FuncDecl, *ast.FuncLit:
			return n
		}
	}
	return nil
}

// noResults reports whether control may run off the end of the function.
func (c *closing) noResults() bool {
	var t *ast.FuncType
	switch f := c.r.Func.(type) {
	case *ast.FuncDecl:
		t = f.Type
	case *ast.FuncLit:
		t = f.Type
	}
	return t != nil && t.Results == nil
}
