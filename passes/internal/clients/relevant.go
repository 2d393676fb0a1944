package clients

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/analysis"

	"github.com/kalint/kalint/passes/internal/nethttp"
)

// relevant finds the functions through which clients flow, and those that call them.
type relevant struct {
	pass    *analysis.Pass
	carrier *carrier
	find    func(name string) *Func // in other packages
	needed  map[*ast.FuncDecl]bool
	calls   map[*types.Func][]*ast.FuncDecl // who uses it
	decls   map[*types.Func]*ast.FuncDecl
}

func findRelevant(pass *analysis.Pass, find func(string) *Func) *relevant {
	r := &relevant{
		pass: pass, find: find, carrier: &carrier{known: make(map[types.Type]bool)},
		needed: make(map[*ast.FuncDecl]bool), calls: make(map[*types.Func][]*ast.FuncDecl), decls: make(map[*types.Func]*ast.FuncDecl),
	}
	for _, f := range pass.Files {
		for _, d := range f.Decls {
			if fd, ok := d.(*ast.FuncDecl); ok && fd.Body != nil {
				if obj, ok := pass.TypesInfo.Defs[fd.Name].(*types.Func); ok {
					r.decls[obj] = fd
				}
			}
		}
	}
	for _, f := range pass.Files {
		for _, d := range f.Decls {
			fd, _ := d.(*ast.FuncDecl)
			if r.matters(d, fd) && fd != nil {
				r.need(fd)
			}
		}
	}
	return r
}

// need marks a function and, as they may reach clients through it, those that use it.
func (r *relevant) need(fd *ast.FuncDecl) {
	if r.needed[fd] {
		return
	}
	r.needed[fd] = true
	if obj, ok := r.pass.TypesInfo.Defs[fd.Name].(*types.Func); ok {
		for _, user := range r.calls[obj] {
			r.need(user)
		}
	}
}

// matters reports whether something in the declaration has to do with clients; it notes which functions it uses.
func (r *relevant) matters(d ast.Decl, fd *ast.FuncDecl) bool {
	found, starts := false, false
	ast.Inspect(d, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.GoStmt:
			starts = true
		case *ast.Ident:
			found = r.concerns(n, fd, &starts) || found
		}
		return true
	})
	if fd != nil && starts && takesFunc(r.pass.TypesInfo.Defs[fd.Name]) {
		found = true
	}
	return found
}

// concerns reports whether the name is one of something that has to do with clients.
func (r *relevant) concerns(id *ast.Ident, fd *ast.FuncDecl, starts *bool) bool {
	switch obj := r.pass.TypesInfo.Uses[id].(type) {
	case *types.Var, *types.TypeName:
		return r.carrier.carries(obj.Type())
	case *types.Func:
		obj = obj.Origin()
		if callee := r.decls[obj]; callee != nil {
			if fd != nil {
				r.calls[obj] = append(r.calls[obj], fd)
			}
			return r.needed[callee]
		}
		if _, ok := nethttp.Spawner(obj); ok {
			*starts = true
		}
		return nethttp.EffectOf(obj) != nethttp.NoEffect || r.carrier.carries(obj.Signature()) ||
			obj.Pkg() != nil && obj.Pkg() != r.pass.Pkg && r.find(obj.FullName()) != nil
	}
	return false
}

// takesFunc reports whether the function has a parameter that is a function.
func takesFunc(obj types.Object) bool {
	fn, ok := obj.(*types.Func)
	if !ok {
		return false
	}
	for p := range fn.Signature().Params().Variables() {
		if _, ok := p.Type().Underlying().(*types.Signature); ok {
			return true
		}
	}
	return false
}
