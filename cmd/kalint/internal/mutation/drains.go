package mutation

import (
	"cmp"
	"go/ast"
	"go/types"
	"slices"
)

// drains are the mutants in which the body of a response is not read to its end where it was.
func (f *function) drains() []Mutant {
	var out []Mutant
	each(f.decl, func(call *ast.CallExpr) {
		var body *ast.Ident
		for _, arg := range call.Args {
			body = cmp.Or(body, f.bodyOf(arg))
		}
		if body == nil || f.closesOf(f.object(body)) == 0 || !f.readsAll(call) {
			return
		}
		edit := f.replace(call, f.nothing(call, body))
		if stmt, ok := f.parents[call].(*ast.ExprStmt); ok {
			edit = f.replace(stmt, "_ = "+body.Name)
		}
		m := f.mutant(Drain, call.Pos(), edit)
		m.Only = f.readers(f.object(body)) == 1
		out = append(out, m)
	})
	return out
}

// readsAll reports whether a call is one of the standard library's that read to the end of their argument.
func (f *function) readsAll(call *ast.CallExpr) bool {
	fn := f.callee(call)
	if fn == nil || fn.Pkg() == nil {
		return false
	}
	return slices.Contains([]string{"io.ReadAll", "io/ioutil.ReadAll", "io.Copy"}, fn.FullName())
}

// readers counts the places that may read a response's body: those that mention the body, but for its closes, or hand the
// response to a call.
func (f *function) readers(obj types.Object) int {
	n := 0
	each(f.decl, func(id *ast.Ident) {
		if f.Info.Uses[id] != obj {
			return
		}
		switch parent := f.parents[id].(type) {
		case *ast.SelectorExpr:
			if parent.Sel.Name == "Body" {
				n++
			}
		case *ast.CallExpr:
			n++
		}
	})
	return n - f.closesOf(obj)
}
