package bodyclose

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
)

// A place is where a fix puts the close: below the line of pos.
type place struct {
	pos    token.Pos
	indent string
	loop   bool // at the end of a loop's body, where a defer would be wrong
}

// place finds where the response is there for certain and still untouched.
func (c *closing) place() (place, bool) {
	after, ok := c.known()
	if !ok {
		return place{}, false
	}
	loop := c.loop()
	if loop == nil {
		return after, true
	}
	return c.loopEnd(loop, after)
}

// known finds where the error is known to be nil: below the if statement that leaves when it is not, or at the start of
// the branch for when it is.
func (c *closing) known() (place, bool) {
	indent := c.Indent(c.spot.Stmt().Pos())
	if c.err == nil {
		if c.assign != c.spot.Stmt() || !c.used() {
			return place{}, false
		}
		return place{pos: c.assign.End(), indent: indent}, true
	}
	if call := c.insists(); call != nil {
		return place{pos: call.End(), indent: indent}, true
	}
	check := c.check()
	if check == nil {
		return place{}, false
	}
	if x, ok := ast.Unparen(check.Cond).(*ast.BinaryExpr); ok && x.Op == token.EQL && c.comparesErr(x) {
		return place{pos: check.Body.Lbrace + 1, indent: indent + "\t"}, len(check.Body.List) > 0
	}
	if !c.failure(check.Cond) {
		return place{}, false
	}
	if block, ok := check.Else.(*ast.BlockStmt); ok {
		return place{pos: block.Lbrace + 1, indent: indent + "\t"}, len(block.List) > 0
	}
	visible := c.v != nil && c.v.Pos() < check.Pos() || c.assign == c.spot.Stmt()
	return place{pos: check.End(), indent: indent}, check.Else == nil && visible && c.Leaves(check.Body.List)
}

// insists finds the statement next to the call that is a call which returns only where the error is nil, such as
// require.NoError(t, err).
func (c *closing) insists() ast.Stmt {
	if c.assign != c.spot.Stmt() || len(c.spot.Next()) == 0 {
		return nil
	}
	stmt, ok := c.spot.Next()[0].(*ast.ExprStmt)
	if !ok {
		return nil
	}
	call, ok := stmt.X.(*ast.CallExpr)
	if !ok || !slices.Contains(c.r.Checks, call.Lparen) {
		return nil
	}
	for _, arg := range call.Args {
		if types.Identical(c.pass.TypesInfo.TypeOf(arg), types.Universe.Lookup("error").Type()) {
			if c.Var(arg) == c.err {
				return stmt
			}
			return nil
		}
	}
	return nil
}

// check finds the if statement that looks at the error. What stands before it may not touch the response.
func (c *closing) check() *ast.IfStmt {
	if check, ok := c.spot.Stmt().(*ast.IfStmt); ok && check.Init == ast.Stmt(c.assign) {
		return check
	}
	if c.spot.Stmt() != ast.Stmt(c.assign) {
		return nil
	}
	for _, next := range c.spot.Next() {
		switch next := next.(type) {
		case *ast.IfStmt:
			if next.Init == nil && c.Mentions(next.Cond, c.err) {
				return next
			}
			return nil
		case *ast.AssignStmt, *ast.ExprStmt, *ast.IncDecStmt, *ast.DeclStmt:
			if c.v != nil && c.Mentions(next, c.v) || len(c.Assigned(next, c.err)) > 0 {
				return nil
			}
		default:
			return nil
		}
	}
	return nil
}

// failure reports whether the condition is true whenever the error is not nil: err != nil, or that or something more.
func (c *closing) failure(cond ast.Expr) bool {
	x, ok := ast.Unparen(cond).(*ast.BinaryExpr)
	switch {
	case !ok:
		return false
	case x.Op == token.LOR:
		return c.failure(x.X) || c.failure(x.Y)
	}
	return x.Op == token.NEQ && c.comparesErr(x)
}

// comparesErr reports whether the call's error is compared with nil.
func (c *closing) comparesErr(x *ast.BinaryExpr) bool {
	return c.Var(x.X) == c.err && c.isNil(x.Y) || c.Var(x.Y) == c.err && c.isNil(x.X)
}

func (c *closing) isNil(x ast.Expr) bool { return c.pass.TypesInfo.Types[x].IsNil() }

// used reports whether the next statement uses a field or method of the response without asking whether it is there.
func (c *closing) used() bool {
	if len(c.spot.Next()) == 0 {
		return false
	}
	found := false
	ast.Inspect(head(c.spot.Next()[0]), func(n ast.Node) bool {
		if sel, ok := n.(*ast.SelectorExpr); ok && c.v != nil && c.Var(sel.X) == c.v {
			found = true
		}
		_, lit := n.(*ast.FuncLit)
		return !found && !lit
	})
	return found
}

// head returns the part of a statement that is run in any case.
func head(stmt ast.Stmt) ast.Node {
	switch stmt := stmt.(type) {
	case *ast.IfStmt:
		if stmt.Init != nil {
			return stmt.Init
		}
		return stmt.Cond
	case *ast.SwitchStmt:
		if stmt.Init == nil && stmt.Tag != nil {
			return stmt.Tag
		}
	case *ast.ExprStmt, *ast.AssignStmt, *ast.ReturnStmt, *ast.DeferStmt:
		return stmt
	}
	return &ast.EmptyStmt{}
}

// loop returns the innermost loop around the call in its function.
func (c *closing) loop() ast.Stmt {
	for _, n := range c.around {
		switch n := n.(type) {
		case *ast.ForStmt:
			return n
		case *ast.RangeStmt:
			return n
		case *ast.FuncDecl, *ast.FuncLit:
			return nil
		}
	}
	return nil
}

// loopEnd is the place at the end of the loop's body, if every way through the body from the check on comes by there
// and the check is the body's own statement.
func (c *closing) loopEnd(loop ast.Stmt, after place) (place, bool) {
	if len(c.around) < 3 || c.around[2] != ast.Node(loop) || len(c.r.Closes) > 0 || after.indent != c.Indent(c.spot.Stmt().Pos()) {
		return place{}, false
	}
	if c.v != nil && len(c.Assigned(c.r.Func, c.v)) > 1 {
		return place{}, false
	}
	for _, stmt := range c.spot.Next() {
		if stmt.Pos() >= after.pos && (jumps(stmt) || c.Leaves([]ast.Stmt{stmt})) {
			return place{}, false
		}
	}
	last := c.spot.List[len(c.spot.List)-1]
	return place{pos: last.End(), indent: after.indent, loop: true}, true
}

// jumps reports whether the statement may leave by a return, break, continue or goto.
func jumps(stmt ast.Stmt) bool {
	found := false
	ast.Inspect(stmt, func(n ast.Node) bool {
		switch n.(type) {
		case *ast.ReturnStmt, *ast.BranchStmt:
			found = true
		case *ast.FuncLit:
			return false
		}
		return !found
	})
	return found
}

// single reports whether the function is plain enough for one close to end what the call began: no goto, nothing that
// asks whether the response is nil, no goroutine that has it, no other body put into it, no pointer to its variable.
func (c *closing) single() bool {
	if c.SetsBody(c.r.Func) {
		return false
	}
	ok := true
	ast.Inspect(c.r.Func, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.LabeledStmt:
			ok = false
		case *ast.GoStmt:
			ok = ok && (c.v == nil || !c.Mentions(n, c.v))
		case *ast.UnaryExpr:
			ok = ok && (n.Op != token.AND || c.v == nil || c.Var(n.X) != c.v)
		case *ast.BinaryExpr:
			ok = ok && (c.v == nil || c.isNil(n.X) == c.isNil(n.Y) || c.Var(n.X) != c.v && c.Var(n.Y) != c.v)
		}
		return ok
	})
	return ok
}
