package mutation

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
)

// late are the mutants in which a deferred close comes later, or on the last path only.
func (f *function) late() []Mutant {
	var out []Mutant
	seen := make(map[*ast.DeferStmt]bool)
	for _, c := range f.closes {
		d := f.deferOf(c.call)
		if d == nil || seen[d] || f.closesOf(c.obj) > 1 {
			continue
		}
		seen[d] = true
		list := f.list(f.parents[d])
		i := slices.Index(list, ast.Stmt(d))
		if i < 0 {
			continue
		}
		for _, make := range []func(closing, *ast.DeferStmt, []ast.Stmt) (Mutant, bool){f.belowReturn, f.successOnly} {
			if m, ok := make(c, d, list[i+1:]); ok {
				m.Doubtful = f.doubtful(c.obj)
				out = append(out, m)
			}
		}
	}
	return out
}

// belowReturn moves a defer statement below the next if that returns, among the statements behind it.
func (f *function) belowReturn(c closing, d *ast.DeferStmt, rest []ast.Stmt) (Mutant, bool) {
	for _, s := range rest {
		branch, ok := s.(*ast.IfStmt)
		if !ok || !f.returnsOpen(c, branch) {
			continue
		}
		end := f.offset(branch.End())
		return f.mutant(BelowReturn, d.Pos(), f.replace(d, ""), Edit{end, end, "\n" + f.text(d)}), true
	}
	return Mutant{}, false
}

// successOnly puts a call before the last return in place of a defer statement, if there is a return before.
func (f *function) successOnly(c closing, d *ast.DeferStmt, rest []ast.Stmt) (Mutant, bool) {
	if len(rest) == 0 {
		return Mutant{}, false
	}
	last := rest[len(rest)-1]
	early := slices.ContainsFunc(rest[:len(rest)-1], func(s ast.Stmt) bool { return f.returnsOpen(c, s) })
	call := f.text(d.Call)
	at := f.offset(last.Pos())
	text := call + "\n"
	if _, ok := last.(*ast.ReturnStmt); !ok {
		if f.parents[d] != ast.Node(f.decl.Body) || f.decl.Type.Results != nil || endless(last) {
			return Mutant{}, false
		}
		early = early || f.returnsOpen(c, last)
		at, text = f.offset(last.End()), "\n"+call
	}
	if !early {
		return Mutant{}, false
	}
	return f.mutant(SuccessOnly, d.Pos(), f.replace(d, ""), Edit{at, at, text}), true
}

// endless reports whether nothing comes after a statement.
func endless(s ast.Stmt) bool {
	loop, ok := s.(*ast.ForStmt)
	return ok && loop.Cond == nil
}

// returnsOpen reports whether a statement has a return on which the response may be there, and is not handed on.
func (f *function) returnsOpen(c closing, s ast.Stmt) bool {
	switch s := s.(type) {
	case *ast.IfStmt:
		body := !f.tellsNoResponse(c, s.Cond, s) && f.returnsOpen(c, s.Body)
		return body || s.Else != nil && f.returnsOpen(c, s.Else)
	case *ast.ReturnStmt:
		return !f.handsOn(s, c.obj)
	}
	found := false
	ast.Inspect(s, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.IfStmt:
			found = found || n != s && f.returnsOpen(c, n)
			return false
		case *ast.ReturnStmt:
			found = found || !f.handsOn(n, c.obj)
		}
		return true
	})
	return found
}

// handsOn reports whether a return hands on a response, or its body, rather than something that is read out of it.
func (f *function) handsOn(r *ast.ReturnStmt, obj types.Object) bool {
	found := false
	each(r, func(id *ast.Ident) {
		if f.object(id) != obj {
			return
		}
		sel, ok := f.parents[id].(*ast.SelectorExpr)
		if ok && sel.Sel.Name == "Body" {
			_, ok = f.parents[sel].(*ast.CallExpr) // most calls only read it
		}
		found = found || !ok
	})
	return found
}

// tellsNoResponse reports whether a condition says that there is no response: its call's error is not nil, or it is nil.
func (f *function) tellsNoResponse(c closing, cond ast.Expr, branch ast.Stmt) bool {
	if bin, ok := ast.Unparen(cond).(*ast.BinaryExpr); ok {
		if bin.Op == token.LOR || bin.Op == token.LAND {
			x, y := f.tellsNoResponse(c, bin.X, branch), f.tellsNoResponse(c, bin.Y, branch)
			return x && y || bin.Op == token.LAND && (x || y)
		}
		if bin.Op == token.EQL && f.isNil(bin.Y) && f.responseOf(bin.X) != nil && f.object(f.responseOf(bin.X)) == c.obj {
			return true
		}
	}
	for _, s := range f.sources[c.obj] {
		if f.mentions(cond, s.err) && !f.assigned(s.err, s.at, branch) {
			return true
		}
	}
	return false
}

func (f *function) isNil(e ast.Expr) bool { return f.Info.Types[e].IsNil() }

// assigned reports whether a variable is assigned to behind a statement, up to the condition of another.
func (f *function) assigned(obj types.Object, from, to ast.Stmt) bool {
	end := to.Pos()
	if branch, ok := to.(*ast.IfStmt); ok {
		end = branch.Cond.Pos()
	}
	found := false
	each(f.decl, func(a *ast.AssignStmt) {
		if from.End() <= a.Pos() && a.Pos() < end {
			found = found || slices.ContainsFunc(a.Lhs, func(lhs ast.Expr) bool {
				id, ok := lhs.(*ast.Ident)
				return ok && f.object(id) == obj
			})
		}
	})
	return found
}

// list are the statements of a block or clause.
func (f *function) list(n ast.Node) []ast.Stmt {
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
