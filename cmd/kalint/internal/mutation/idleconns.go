package mutation

import (
	"go/ast"
	"go/token"
)

const idleField = "MaxIdleConnsPerHost"

// idleConns are the mutants in which the field of an http.Transport is not set.
func (f *function) idleConns(root ast.Node) []Mutant {
	var out []Mutant
	each(root, func(lit *ast.CompositeLit) {
		if !isNamed(f.Info.TypeOf(lit), "net/http", "Transport") {
			return
		}
		for i := range lit.Elts {
			if kv, ok := lit.Elts[i].(*ast.KeyValueExpr); ok && f.text(kv.Key) == idleField {
				out = append(out, f.mutant(IdleConns, kv.Pos(), f.withoutElement(lit, i)))
			}
		}
	})
	each(root, func(a *ast.AssignStmt) {
		if len(a.Lhs) != 1 || a.Tok != token.ASSIGN {
			return
		}
		sel, ok := a.Lhs[0].(*ast.SelectorExpr)
		if !ok || sel.Sel.Name != idleField {
			return
		}
		if s := f.Info.Selections[sel]; s != nil && s.Obj().Pkg() != nil && s.Obj().Pkg().Path() == "net/http" {
			out = append(out, f.mutant(IdleConns, a.Pos(), f.replace(sel, "_")))
		}
	})
	return out
}

// withoutElement is an edit that takes element i out of a literal, and its comma.
func (f *function) withoutElement(lit *ast.CompositeLit, i int) Edit {
	edit := f.replace(lit.Elts[i], "")
	switch {
	case i+1 < len(lit.Elts):
		edit.End = f.offset(lit.Elts[i+1].Pos())
	case i > 0:
		edit.Start = f.offset(lit.Elts[i-1].End())
	default:
		edit = Edit{f.offset(lit.Lbrace) + 1, f.offset(lit.Rbrace), ""}
	}
	return edit
}
