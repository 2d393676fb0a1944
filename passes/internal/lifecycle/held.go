package lifecycle

import (
	"go/ast"
	"go/types"
)

// needHeld marks the functions that are held in fields and package variables by which those that handle responses call them, and
// those with the literals that are.
func (r *relevant) needHeld() {
	called := make(map[*types.Var]bool)
	for fd := range r.handles {
		ast.Inspect(fd.Body, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok {
				r.noteHolder(called, call.Fun)
			}
			return true
		})
	}
	if len(called) == 0 {
		return
	}
	for _, file := range r.pass.Files {
		for _, decl := range file.Decls {
			ast.Inspect(decl, func(n ast.Node) bool {
				r.eachPut(n, func(holder *types.Var, value ast.Expr) {
					if called[holder] {
						r.needValue(decl, value)
					}
				})
				return true
			})
		}
	}
}

// noteHolder notes the package's field or variable that the called function is loaded from, if a response can be given to it.
func (r *relevant) noteHolder(called map[*types.Var]bool, fun ast.Expr) {
	v := r.holder(fun)
	if v == nil {
		return
	}
	t := r.pass.TypesInfo.TypeOf(fun)
	if t == nil {
		return
	}
	if sig, ok := t.Underlying().(*types.Signature); ok && len(rolesOf(sig)) > 0 {
		called[v] = true
	}
}

// holder returns the field or package variable of the package that the expression names, or that it is an element of; nil if there is none.
func (r *relevant) holder(x ast.Expr) *types.Var {
	x = ast.Unparen(x)
	if at, ok := x.(*ast.IndexExpr); ok {
		x = ast.Unparen(at.X)
	}
	if sel, ok := x.(*ast.SelectorExpr); ok {
		x = sel.Sel
	}
	id, ok := x.(*ast.Ident)
	if !ok {
		return nil
	}
	v, ok := r.pass.TypesInfo.ObjectOf(id).(*types.Var)
	if !ok || v.Pkg() != r.pass.Pkg || !v.IsField() && v.Parent() != v.Pkg().Scope() {
		return nil
	}
	return v.Origin()
}

// eachPut calls put for what the node puts into fields and package variables.
func (r *relevant) eachPut(n ast.Node, put func(holder *types.Var, value ast.Expr)) {
	switch n := n.(type) {
	case *ast.KeyValueExpr:
		put(r.holder(n.Key), n.Value)
	case *ast.AssignStmt:
		for i, l := range n.Lhs {
			put(r.holder(l), n.Rhs[min(i, len(n.Rhs)-1)])
		}
	case *ast.ValueSpec:
		for i, v := range n.Values {
			put(r.holder(n.Names[i]), v)
		}
	case *ast.CompositeLit:
		t := r.pass.TypesInfo.TypeOf(n)
		if t == nil {
			return
		}
		s, ok := t.Underlying().(*types.Struct)
		for i, elt := range n.Elts {
			if _, keyed := elt.(*ast.KeyValueExpr); ok && !keyed && i < s.NumFields() {
				put(s.Field(i).Origin(), elt)
			}
		}
	}
}

// needValue marks the functions that a value in a declaration names, or the one that has literals in it.
func (r *relevant) needValue(decl ast.Decl, value ast.Expr) {
	if fd, ok := decl.(*ast.FuncDecl); ok && fd.Body != nil {
		r.need(fd, 0)
	} else {
		r.initializers = true
	}
	ast.Inspect(value, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			if fn, ok := r.pass.TypesInfo.Uses[id].(*types.Func); ok && r.decls[fn.Origin()] != nil {
				r.need(r.decls[fn.Origin()], 0)
			}
		}
		return true
	})
}
