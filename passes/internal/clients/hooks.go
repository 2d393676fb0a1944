package clients

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"
)

// hooks knows the package variables that nothing but tests sets: elsewhere they are what they begin as, nil or false.
type hooks struct {
	pass  *analysis.Pass
	ready bool
	set   map[*types.Var]bool // those that something else sets, or may set through a pointer
}

// hinders reports whether the block is entered only where such a variable is something else.
func (h *hooks) hinders(b *ssa.BasicBlock) bool {
	top := b.Idom()
	if top == nil || len(b.Preds) != 1 {
		return false
	}
	cond, ok := top.Instrs[len(top.Instrs)-1].(*ssa.If)
	if !ok {
		return false
	}
	unset, ok := h.ifUnset(cond.Cond)
	return ok && (b == top.Succs[0]) != unset
}

// ifUnset returns what a condition on such a variable is; ok is false if it is on something else.
func (h *hooks) ifUnset(cond ssa.Value) (value, ok bool) {
	switch v := cond.(type) {
	case *ssa.BinOp:
		if c, isConst := v.Y.(*ssa.Const); !isConst || !c.IsNil() || !h.holds(v.X) {
			return false, false
		}
		return v.Op == token.EQL, v.Op == token.EQL || v.Op == token.NEQ
	case *ssa.UnOp:
		if v.Op == token.NOT {
			value, ok = h.ifUnset(v.X)
			return !value, ok
		}
		return false, h.holds(v)
	}
	return false, false
}

// holds reports whether the value is loaded from such a variable.
func (h *hooks) holds(v ssa.Value) bool {
	load, ok := v.(*ssa.UnOp)
	if !ok || load.Op != token.MUL {
		return false
	}
	g, ok := load.X.(*ssa.Global)
	if !ok || g.Object() == nil || g.Object().Exported() || g.Pkg == nil || g.Pkg.Pkg != h.pass.Pkg {
		return false
	}
	if !h.ready {
		h.find()
	}
	obj, ok := g.Object().(*types.Var)
	return ok && !h.set[obj]
}

// find looks for what sets variables in files that are not tests.
func (h *hooks) find() {
	h.ready, h.set = true, make(map[*types.Var]bool)
	for _, f := range h.pass.Files {
		if strings.HasSuffix(h.pass.Fset.Position(f.Package).Filename, "_test.go") {
			continue
		}
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.AssignStmt:
				h.sets(n.Lhs...)
			case *ast.RangeStmt:
				h.sets(n.Key, n.Value)
			case *ast.UnaryExpr:
				if n.Op == token.AND {
					h.sets(n.X)
				}
			case *ast.SelectorExpr:
				if m, ok := h.pass.TypesInfo.Uses[n.Sel].(*types.Func); ok && isPointer(m.Signature().Recv()) { // v.Set
					h.sets(n.X)
				}
			case *ast.ValueSpec:
				for _, name := range n.Names {
					if len(n.Values) > 0 {
						h.sets(name)
					}
				}
			}
			return true
		})
	}
}

func (h *hooks) sets(exprs ...ast.Expr) {
	for _, e := range exprs {
		if e == nil {
			continue
		}
		if id, ok := ast.Unparen(e).(*ast.Ident); ok {
			if v, ok := h.pass.TypesInfo.ObjectOf(id).(*types.Var); ok {
				h.set[v] = true
			}
		}
	}
}

func isPointer(recv *types.Var) bool {
	if recv == nil {
		return false
	}
	_, is := types.Unalias(recv.Type()).(*types.Pointer)
	return is
}
