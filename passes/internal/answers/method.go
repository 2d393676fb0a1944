package answers

import (
	"go/ast"
	"go/token"

	"github.com/kalint/kalint/passes/internal/nethttp"
)

// Handlers ask for the request's method, and refuse most with an error page: what is done for others than the request's own
// does not count.

// statements looks at statements, up to where the method has the function return.
func (r *replying) statements(list []ast.Stmt) {
	for _, stmt := range list {
		ast.Inspect(stmt, r.visit)
		if taken, known := r.taken(stmt); known && returns(taken) {
			return
		}
	}
}

// branch looks at what a statement does for the request's method, if that decides; false if it does not.
func (r *replying) branch(stmt ast.Stmt) bool {
	taken, known := r.taken(stmt)
	if known {
		r.chose = true
		r.statements(taken)
	}
	return known
}

// taken returns the statements that a branching statement has done for the request's method; known is false where that does
// not decide.
func (r *replying) taken(stmt ast.Stmt) (list []ast.Stmt, known bool) {
	switch stmt := stmt.(type) {
	case *ast.IfStmt:
		holds, known := r.holds(stmt.Cond)
		switch {
		case !known || stmt.Init != nil:
			return nil, false
		case holds:
			return stmt.Body.List, true
		case stmt.Else != nil:
			return []ast.Stmt{stmt.Else}, true
		}
		return nil, true
	case *ast.SwitchStmt:
		if stmt.Init == nil && stmt.Tag != nil && r.asks(stmt.Tag) {
			return r.chosen(stmt.Body.List)
		}
	}
	return nil, false
}

// holds says whether a comparison of the request's method holds.
func (r *replying) holds(cond ast.Expr) (holds, known bool) {
	c, ok := ast.Unparen(cond).(*ast.BinaryExpr)
	if !ok || c.Op != token.EQL && c.Op != token.NEQ || !r.asks(c.X) || r.info.Types[c.Y].Value == nil {
		return false, false
	}
	return (r.text(c.Y) == r.method) == (c.Op == token.EQL), true
}

// chosen returns what a switch over the request's method does.
func (r *replying) chosen(clauses []ast.Stmt) (list []ast.Stmt, known bool) {
	found := false
	for _, c := range clauses {
		c := c.(*ast.CaseClause)
		if n := len(c.Body); n > 0 {
			if b, ok := c.Body[n-1].(*ast.BranchStmt); ok && b.Tok == token.FALLTHROUGH {
				return nil, false
			}
		}
		if c.List == nil && !found {
			list = c.Body
		}
		for _, e := range c.List {
			if r.info.Types[e].Value == nil {
				return nil, false
			}
			if !found && r.text(e) == r.method {
				list, found = c.Body, true
			}
		}
	}
	return list, true
}

// asks reports whether the expression is the method of the request that the function was called for, and that is known.
func (r *replying) asks(e ast.Expr) bool {
	sel, ok := ast.Unparen(e).(*ast.SelectorExpr)
	if !ok || r.method == "" || sel.Sel.Name != "Method" || !nethttp.IsType(r.info.TypeOf(sel.X), "Request") {
		return false
	}
	of := r.objectOf(sel.X)
	return of != nil && r.owners[of] == r.owners[r.w] && len(r.values[of]) == 0 && len(r.values[r.objectOf(sel)]) == 0
}

// returns reports whether the statements end in a return.
func returns(list []ast.Stmt) bool {
	if len(list) == 0 {
		return false
	}
	switch last := list[len(list)-1].(type) {
	case *ast.ReturnStmt:
		return true
	case *ast.BlockStmt: // an else
		return returns(last.List)
	}
	return false
}
