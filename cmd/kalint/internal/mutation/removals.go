package mutation

import (
	"go/ast"
	"go/types"
	"strings"
)

// removals are the mutants in which a close is gone.
func (f *function) removals() []Mutant {
	var out []Mutant
	for _, c := range f.closes {
		kind := Remove
		if f.closesOf(c.obj) > 1 {
			kind = OneBranch
			if f.deferredBefore(c) {
				continue // the deferred one still closes it
			}
		}
		m := f.mutant(kind, c.call.Pos(), f.without(c.call, c.resp))
		m.Doubtful = f.doubtful(c.obj)
		out = append(out, m)
	}
	return out
}

// deferredBefore reports whether another close of the response is deferred above, in a block around c's.
func (f *function) deferredBefore(c closing) bool {
	for _, other := range f.closes {
		d := f.deferOf(other.call)
		if other.obj != c.obj || other.call == c.call || d == nil || d.Pos() > c.call.Pos() || f.assignedBetween(c.obj, d, c.call) {
			continue
		}
		if block := f.parents[d]; block.Pos() <= c.call.Pos() && c.call.End() <= block.End() {
			return true
		}
	}
	return false
}

// assignedBetween reports whether a response variable is filled anew between two nodes.
func (f *function) assignedBetween(obj types.Object, from, to ast.Node) bool {
	for _, s := range f.sources[obj] {
		if from.End() <= s.at.Pos() && s.at.Pos() < to.Pos() {
			return true
		}
	}
	return false
}

// without is an edit that takes a call out which is given a response. The response's variable stays in use.
func (f *function) without(call *ast.CallExpr, resp *ast.Ident) Edit {
	switch stmt := f.parents[call].(type) {
	case *ast.ExprStmt, *ast.DeferStmt:
		return f.replace(stmt, "_ = "+resp.Name)
	}
	return f.replace(call, f.nothing(call, resp))
}

// nothing is an expression of a call's type that does nothing.
func (f *function) nothing(call *ast.CallExpr, resp *ast.Ident) string {
	t := f.Info.TypeOf(call)
	if isError(t) && f.uses(f.object(resp)) > 1 {
		return "error(nil)"
	}
	var results []string
	if tuple, ok := t.(*types.Tuple); ok {
		for v := range tuple.Variables() {
			results = append(results, "_ "+types.TypeString(v.Type(), f.qualify))
		}
	} else {
		results = []string{"_ " + types.TypeString(t, f.qualify)}
	}
	return "func() (" + strings.Join(results, ", ") + ") { _ = " + resp.Name + "; return }()"
}

// uses counts where a variable is used.
func (f *function) uses(obj types.Object) int {
	n := 0
	each(f.decl, func(id *ast.Ident) {
		if f.Info.Uses[id] == obj {
			n++
		}
	})
	return n
}

// qualify is how the file names a package.
func (f *function) qualify(p *types.Package) string {
	for _, spec := range f.file.Imports {
		if name := f.Info.PkgNameOf(spec); name != nil && name.Imported() == p {
			if name.Name() == "." {
				return ""
			}
			return name.Name()
		}
	}
	if p == f.Types {
		return ""
	}
	return p.Name() // does not compile, and is left out for that
}
