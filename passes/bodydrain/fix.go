package bodydrain

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/kalint/kalint/passes/internal/fixes"
	"github.com/kalint/kalint/passes/internal/lifecycle"
)

// fix drains the body before each of the closes that come too early. It gives up if one of them is out of its reach, and
// if some path never closes the body, or reads it when it is closed: that is to be mended first.
func fix(pass *analysis.Pass, r *lifecycle.Response, l level) []analysis.SuggestedFix {
	s := fixes.Open(pass, r.Call.Pos())
	if s == nil || len(r.Leaks) > 0 {
		return nil
	}
	var edits []analysis.TextEdit
	done := make(map[token.Pos]bool)
	for _, c := range r.Closes {
		if done[c.Pos] || !c.Unread() && (l < eof || !c.Partly()) {
			continue
		}
		if c.Late {
			return nil
		}
		done[c.Pos] = true
		more, ok := drain(pass, s, r, c.Pos)
		if !ok {
			return nil
		}
		for _, e := range more {
			if !slices.ContainsFunc(edits, func(had analysis.TextEdit) bool { return same(had, e) }) {
				edits = append(edits, e)
			}
		}
	}
	return []analysis.SuggestedFix{{Message: "Drain the body before it is closed", TextEdits: edits}}
}

// same reports whether two edits do the same, as the import that two closes ask for.
func same(a, b analysis.TextEdit) bool {
	return a.Pos == b.Pos && a.End == b.End && string(a.NewText) == string(b.NewText)
}

// drain returns the edits that drain the body before the close at pos.
func drain(pass *analysis.Pass, s *fixes.Source, r *lifecycle.Response, pos token.Pos) ([]analysis.TextEdit, bool) {
	path, call := s.CallAt(r.Func, pos)
	if call == nil {
		return nil, false
	}
	body := closedBody(pass, s, call)
	spot, _, ok := fixes.SpotOf(path)
	if !ok || body == "" || !s.First(spot.Stmt()) {
		return nil, false
	}
	ioName, edits, ok := s.Import("io", call.Pos())
	if !ok {
		return nil, false
	}
	if d, ok := spot.Stmt().(*ast.DeferStmt); ok {
		if d.Call != call || !lasting(pass, s, r, call) {
			return nil, false
		}
		text := fixes.DrainAndClose(ioName, body, s.Text(call), s.Indent(d.Pos()))
		return append(edits, fixes.Replace(d, text)), true
	}
	if !evaluatedFirst(spot.Stmt(), path, call) {
		return nil, false
	}
	return append(edits, s.Insert(fixes.DrainCall(ioName, body), spot.Stmt())), true
}

// closedBody returns the body that the call closes, as written: x in x.Close(), or the one argument from which a helper
// has it. It is empty if the expression is too much to be written twice.
func closedBody(pass *analysis.Pass, s *fixes.Source, call *ast.CallExpr) string {
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && sel.Sel.Name == "Close" && len(call.Args) == 0 {
		if fixes.IsReadCloser(pass.TypesInfo.TypeOf(sel.X)) && plain(sel.X) {
			return s.Text(sel.X)
		}
		return ""
	}
	if len(call.Args) != 1 || !plain(call.Args[0]) {
		return ""
	}
	arg := call.Args[0]
	switch t := pass.TypesInfo.TypeOf(arg); {
	case fixes.IsReadCloser(t):
		return s.Text(arg)
	case fixes.IsResponse(t):
		return s.Text(arg) + ".Body"
	}
	return ""
}

// plain reports whether the expression is a variable or a field, so that it can be evaluated twice.
func plain(x ast.Expr) bool {
	for {
		switch y := x.(type) {
		case *ast.Ident:
			return y.Name != "_"
		case *ast.SelectorExpr:
			x = y.X
		default:
			return false
		}
	}
}

// lasting reports whether what a deferred call names is still the same when the function returns, so that a literal may
// name it in the call's stead.
func lasting(pass *analysis.Pass, s *fixes.Source, r *lifecycle.Response, call *ast.CallExpr) bool {
	ok := true
	ast.Inspect(call, func(n ast.Node) bool {
		id, isIdent := n.(*ast.Ident)
		if !isIdent {
			return true
		}
		v, isVar := pass.TypesInfo.ObjectOf(id).(*types.Var)
		if !isVar || v.IsField() {
			return true
		}
		if v.Pos() < r.Func.Pos() || r.Func.End() <= v.Pos() {
			ok = false
			return false
		}
		for _, a := range s.Assigned(r.Func, v) {
			ok = ok && a.End() <= call.Pos() && !runsAgain(s, a, v)
		}
		return ok
	})
	return ok && !s.SetsBody(r.Func)
}

// runsAgain reports whether the assignment may run again after the defer: a loop around it does not declare
// the variable anew each time.
func runsAgain(s *fixes.Source, a ast.Node, v *types.Var) bool {
	for _, n := range s.Path(a) {
		switch n.(type) {
		case *ast.ForStmt, *ast.RangeStmt:
			if v.Pos() < n.Pos() {
				return true
			}
		case *ast.FuncDecl:
			return false
		}
	}
	return false
}

// evaluatedFirst reports whether the statement evaluates the call whatever it finds before, so that what is put above it
// is put before the call and nothing else.
func evaluatedFirst(stmt ast.Stmt, path []ast.Node, call *ast.CallExpr) bool {
	for i, n := range path {
		if n == ast.Node(stmt) {
			break
		}
		switch n := n.(type) {
		case *ast.BinaryExpr:
			if (n.Op == token.LAND || n.Op == token.LOR) && i > 0 && path[i-1] == ast.Node(n.Y) {
				return false
			}
		case *ast.FuncLit, *ast.GoStmt:
			return false
		}
	}
	switch stmt := stmt.(type) {
	case *ast.ExprStmt, *ast.AssignStmt, *ast.ReturnStmt, *ast.DeclStmt:
		return true
	case *ast.IfStmt:
		return stmt.Init != nil && within(stmt.Init, call) || stmt.Init == nil && within(stmt.Cond, call)
	}
	return false
}

func within(outer, inner ast.Node) bool {
	return outer.Pos() <= inner.Pos() && inner.End() <= outer.End()
}
