package lifecycle

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/kalint/kalint/passes/internal/nethttp"
)

// deadEnd reports whether the address is of an error's field in which a response is put for its status or its header only: no
// other package sees the field, and this one never does anything else with what is in it. Nobody can close the body by it.
func (e *engine) deadEnd(addr ssa.Value) bool {
	fa, ok := addr.(*ssa.FieldAddr)
	if !ok {
		return false
	}
	field := fieldOf(fa.X.Type(), fa.Field)
	if field == nil || field.Exported() || field.Pkg() != e.pass.Pkg || !isResponse(field.Type()) || !types.Implements(fa.X.Type(), errorType.Underlying().(*types.Interface)) {
		return false
	}
	if e.looks == nil {
		e.looks = lookedAt(e.pass.Files, e.pass.TypesInfo)
	}
	return e.looks[field.Origin()]
}

// isReadOnly reports whether the address is of a field whose owner reads what is in it, and does not close it.
func isReadOnly(addr ssa.Value) bool {
	fa, ok := addr.(*ssa.FieldAddr)
	return ok && nethttp.OnlyReads(fa.X.Type(), fieldName(fa.X.Type(), fa.Field))
}

// lookedAt returns the unexported fields for responses of which only the status or the header is used.
func lookedAt(files []*ast.File, info *types.Info) map[*types.Var]bool {
	only := make(map[*types.Var]bool)
	harmless := make(map[*ast.SelectorExpr]bool) // which parents are visited before
	visit := func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for _, l := range n.Lhs {
				noteSelector(harmless, l)
			}
		case *ast.BinaryExpr:
			if info.Types[n.Y].IsNil() {
				noteSelector(harmless, n.X)
			}
		case *ast.Field:
			for _, name := range n.Names {
				if v, ok := info.Defs[name].(*types.Var); ok && v.IsField() && !v.Exported() && isResponse(v.Type()) {
					if _, used := only[v]; !used {
						only[v] = true
					}
				}
			}
		case *ast.SelectorExpr:
			if n.Sel.Name != "Body" && n.Sel.Name != "Write" {
				noteSelector(harmless, n.X)
			}
			if v, ok := info.Uses[n.Sel].(*types.Var); ok && v.IsField() && isResponse(v.Type()) && !harmless[n] {
				only[v.Origin()] = false
			}
		}
		return true
	}
	for _, f := range files {
		ast.Inspect(f, visit)
	}
	return only
}

func noteSelector(in map[*ast.SelectorExpr]bool, e ast.Expr) {
	if sel, ok := ast.Unparen(e).(*ast.SelectorExpr); ok {
		in[sel] = true
	}
}
