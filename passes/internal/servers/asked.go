package servers

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/kalint/kalint/passes/internal/nethttp"
)

// maxVars bounds the variables that an address is followed through.
const maxVars = 8

// askedServer returns what makes the test server that the call asks: an expression; nil if there is none in the function, or the
// address may be that of another.
func (v *handlers) askedServer() ast.Expr {
	server := v.server()
	if server == nil {
		return nil
	}
	v.path = v.onlyPath()
	return v.madeBy(server, maxVars)
}

// server returns the variable of the one test server that the call asks; nil if there is none, or there are others.
func (v *handlers) server() *types.Var {
	var servers []*types.Var
	seen := make(map[*types.Var]bool)
	queue := []ast.Expr{v.call}
	for len(queue) > 0 && len(seen) < maxVars {
		x := queue[0]
		queue = queue[1:]
		v.notePath(x)
		ast.Inspect(x, func(n ast.Node) bool {
			id, ok := n.(*ast.Ident)
			if !ok {
				return true
			}
			obj, ok := v.pass.TypesInfo.Uses[id].(*types.Var)
			if !ok || obj.IsField() || seen[obj] {
				return true
			}
			seen[obj] = true
			switch {
			case nethttp.IsTestServer(obj.Type()):
				servers = append(servers, obj)
			case v.isLocal(obj):
				queue = append(queue, v.valuesOf(obj)...)
			}
			return true
		})
	}
	if len(servers) != 1 {
		return nil
	}
	return servers[0]
}

// madeBy returns the call that makes what a variable of the function holds, or what that is a part of; nil if there is none, or more
// than one.
func (v *handlers) madeBy(obj *types.Var, depth int) ast.Expr {
	if depth == 0 || !v.isLocal(obj) {
		return nil
	}
	values := v.valuesOf(obj)
	if len(values) != 1 {
		return nil
	}
	x := ast.Unparen(values[0])
	for {
		part, ok := x.(*ast.SelectorExpr)
		if !ok {
			break
		}
		x = ast.Unparen(part.X)
	}
	switch x := x.(type) {
	case *ast.CallExpr:
		return x
	case *ast.Ident:
		if of, ok := v.pass.TypesInfo.Uses[x].(*types.Var); ok {
			return v.madeBy(of, depth-1)
		}
	}
	return nil
}

// valuesOf returns what the function assigns to one of its variables.
func (v *handlers) valuesOf(obj *types.Var) []ast.Expr {
	var out []ast.Expr
	ast.Inspect(v.within.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for i, lhs := range n.Lhs {
				if id, ok := lhs.(*ast.Ident); ok && v.pass.TypesInfo.ObjectOf(id) == obj {
					out = append(out, n.Rhs[min(i, len(n.Rhs)-1)])
				}
			}
		case *ast.RangeStmt:
			for _, lhs := range []ast.Expr{n.Key, n.Value} {
				if id, ok := lhs.(*ast.Ident); ok && v.pass.TypesInfo.ObjectOf(id) == obj {
					out = append(out, n.X)
				}
			}
		case *ast.ValueSpec:
			for i, id := range n.Names {
				if v.pass.TypesInfo.Defs[id] == obj && len(n.Values) > 0 {
					out = append(out, n.Values[min(i, len(n.Values)-1)])
				}
			}
		}
		return true
	})
	return out
}

// trace looks at the handlers that are put into a variable of the function.
func (v *handlers) trace(id *ast.Ident) {
	obj, _ := v.pass.TypesInfo.Uses[id].(*types.Var)
	values := v.valuesOf(obj)
	v.others = v.others || len(values) == 0
	for _, x := range values {
		v.inspect(x)
	}
}

// follow looks at the handlers of a helper of the package that makes a test server.
func (v *handlers) follow(call *ast.CallExpr) {
	fd := v.declared(callee(v.pass, call))
	if fd == nil {
		return
	}
	sig := v.pass.TypesInfo.Defs[fd.Name].Type().(*types.Signature)
	for r := range sig.Results().Variables() {
		if nethttp.IsTestServer(r.Type()) {
			v.in(fd, fd.Body)
			return
		}
	}
}

// shared looks at the handlers of a test server that is in a variable of the package.
func (v *handlers) shared(id *ast.Ident) {
	obj, ok := v.pass.TypesInfo.Uses[id].(*types.Var)
	if !ok || obj.Parent() != v.pass.Pkg.Scope() {
		return
	}
	for _, file := range v.pass.Files {
		for _, d := range file.Decls {
			gd, ok := d.(*ast.GenDecl)
			if !ok || obj.Pos() < gd.Pos() || gd.End() <= obj.Pos() {
				continue
			}
			for _, spec := range gd.Specs {
				if spec.Pos() <= obj.Pos() && obj.Pos() < spec.End() {
					v.inspect(spec)
				}
			}
		}
	}
}

// in looks at a node of another function.
func (v *handlers) in(fd *ast.FuncDecl, n ast.Node) {
	around := v.within
	v.within = fd
	v.inspect(n)
	v.within = around
}

// inspect looks at the handlers in a node, once.
func (v *handlers) inspect(n ast.Node) {
	if v.seen[n] {
		return
	}
	if v.seen == nil {
		v.seen = make(map[ast.Node]bool)
	}
	v.seen[n] = true
	ast.Inspect(n, v.visit)
}

// declared returns the declaration of a function of this package with a body, or nil.
func (v *handlers) declared(fn *types.Func) *ast.FuncDecl {
	if fn == nil || fn.Pkg() != v.pass.Pkg {
		return nil
	}
	for _, file := range v.pass.Files {
		if file.FileStart > fn.Pos() || fn.Pos() >= file.FileEnd {
			continue
		}
		for _, d := range file.Decls {
			if fd, ok := d.(*ast.FuncDecl); ok && fd.Name.Pos() == fn.Origin().Pos() && fd.Body != nil {
				return fd
			}
		}
	}
	return nil
}

// callee returns the function that the call names; nil if it names none.
func callee(pass *analysis.Pass, call *ast.CallExpr) *types.Func {
	return typeutil.StaticCallee(pass.TypesInfo, call)
}

// rootOf returns the variable that a field is selected of; nil if it is something else.
func rootOf(x ast.Expr) *ast.Ident {
	for {
		switch e := ast.Unparen(x).(type) {
		case *ast.Ident:
			return e
		case *ast.SelectorExpr:
			x = e.X
		case *ast.IndexExpr:
			x = e.X
		case *ast.StarExpr:
			x = e.X
		default:
			return nil
		}
	}
}
