package clients

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

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
	makers  map[*types.TypeName][]*ast.FuncDecl // who makes values of a type with a literal
	called  map[*types.TypeName]bool            // has methods that are needed
	vars    bool                                // package variables may hold clients
	aides   map[*types.Func]bool                // they take locks or wait for their callers, or may
}

func findRelevant(pass *analysis.Pass, find func(string) *Func) *relevant {
	r := &relevant{
		pass: pass, find: find, carrier: &carrier{known: make(map[types.Type]bool)},
		needed: make(map[*ast.FuncDecl]bool), calls: make(map[*types.Func][]*ast.FuncDecl), decls: make(map[*types.Func]*ast.FuncDecl),
		makers: make(map[*types.TypeName][]*ast.FuncDecl), called: make(map[*types.TypeName]bool), aides: make(map[*types.Func]bool),
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
			switch {
			case !r.matters(d, fd):
			case fd != nil:
				r.need(fd)
			default:
				r.vars = r.vars || setsVars(d)
			}
		}
	}
	var aides []*ast.FuncDecl
	for fn := range r.aides {
		if slices.ContainsFunc(r.calls[fn], func(user *ast.FuncDecl) bool { return r.needed[user] }) {
			aides = append(aides, r.decls[fn])
		}
	}
	for _, fd := range aides {
		r.needed[fd] = true
	}
	return r
}

// need marks a function and, as they may reach clients through it, those that use it; of a method, also those that make
// what it is called on.
func (r *relevant) need(fd *ast.FuncDecl) {
	if r.needed[fd] {
		return
	}
	r.needed[fd] = true
	if obj, ok := r.pass.TypesInfo.Defs[fd.Name].(*types.Func); ok {
		for _, user := range r.calls[obj] {
			r.need(user)
		}
		if recv := obj.Signature().Recv(); recv != nil {
			name := typeName(recv.Type())
			r.called[name] = true
			for _, maker := range r.makers[name] {
				r.need(maker)
			}
		}
	}
}

// matters reports whether something in the declaration has to do with clients; it notes which functions it uses.
func (r *relevant) matters(d ast.Decl, fd *ast.FuncDecl) bool {
	found, starts, aides := false, false, false
	ast.Inspect(d, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.GoStmt:
			starts = true
		case *ast.CompositeLit:
			if name := typeName(r.pass.TypesInfo.TypeOf(n)); name != nil && fd != nil {
				r.makers[name] = append(r.makers[name], fd)
				found = found || r.called[name]
			}
		case *ast.UnaryExpr:
			aides = aides || n.Op == token.ARROW
		case *ast.Ident:
			found = r.concerns(n, fd, &starts) || found
			aides = aides || r.locksOrWaits(n)
		}
		return true
	})
	if fd != nil && starts && takesFunc(r.pass.TypesInfo.Defs[fd.Name]) {
		found = true
	}
	if aides && fd != nil && fd.Body != nil && len(fd.Body.List) <= maxAide {
		if obj, ok := r.pass.TypesInfo.Defs[fd.Name].(*types.Func); ok {
			r.aides[obj] = true
		}
	}
	return found
}

// typeName returns the name of a type, or of what a pointer of the type points to; nil if it has none.
func typeName(t types.Type) *types.TypeName {
	t = types.Unalias(t)
	if p, ok := t.(*types.Pointer); ok {
		t = types.Unalias(p.Elem())
	}
	if n, ok := t.(*types.Named); ok {
		return n.Origin().Obj()
	}
	return nil
}

const maxAide = 4 // statements of a function that does no more than take a lock or wait

func (r *relevant) locksOrWaits(id *ast.Ident) bool {
	fn, ok := r.pass.TypesInfo.Uses[id].(*types.Func)
	return ok && (nethttp.Locks(fn) || nethttp.Unlocks(fn) || isWaitMethod(fn))
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

// setsVars reports whether the declaration gives values to variables.
func setsVars(d ast.Decl) bool {
	gd, ok := d.(*ast.GenDecl)
	return ok && gd.Tok == token.VAR
}
