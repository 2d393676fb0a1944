package answers

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/kalint/kalint/passes/internal/nethttp"
)

// An index finds what the package does with its variables, fields and functions, in any of them.
type index struct {
	pkg    *types.Package
	info   *types.Info
	values map[types.Object][]ast.Expr      // what is put into a variable or a field, or into a part of it
	uses   map[types.Object][]*ast.CallExpr // calls that are made on a listener or a mux, or are given it
	names  map[types.Object][]types.Object  // more variables for a listener or a mux, or those that a function's result is put into
	decls  map[types.Object]*ast.FuncDecl
	owners map[types.Object]ast.Node // the declaration or literal of the function that a parameter belongs to
	serves bool                      // there is a server
}

func read(pass *analysis.Pass) *index {
	x := &index{
		pkg:    pass.Pkg,
		info:   pass.TypesInfo,
		values: make(map[types.Object][]ast.Expr),
		uses:   make(map[types.Object][]*ast.CallExpr),
		names:  make(map[types.Object][]types.Object),
		decls:  make(map[types.Object]*ast.FuncDecl),
		owners: make(map[types.Object]ast.Node),
	}
	for _, f := range pass.Files {
		ast.Inspect(f, x.note)
	}
	return x
}

func (x *index) note(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.FuncDecl:
		if fn, ok := x.info.Defs[n.Name].(*types.Func); ok {
			x.decls[fn] = n
			x.own(n, fn.Signature())
		}
	case *ast.FuncLit:
		if sig, ok := x.info.TypeOf(n).(*types.Signature); ok {
			x.own(n, sig)
		}
	case *ast.AssignStmt:
		x.putAll(n.Lhs, n.Rhs)
	case *ast.ValueSpec:
		for i, name := range n.Names {
			if len(n.Values) > 0 {
				x.put(name, n.Values[min(i, len(n.Values)-1)])
			}
		}
	case *ast.RangeStmt:
		x.put(n.Key, n.X)
		x.put(n.Value, n.X)
	case *ast.SendStmt:
		x.put(n.Chan, n.Value)
	case *ast.CompositeLit:
		x.fields(n)
	case *ast.CallExpr:
		x.use(n)
		fn := typeutil.StaticCallee(x.info, n)
		x.serves = x.serves || fn != nil && nethttp.Serves(fn)
	}
	return true
}

// own notes the function of the parameters.
func (x *index) own(fn ast.Node, sig *types.Signature) {
	if recv := sig.Recv(); recv != nil {
		x.owners[recv] = fn
	}
	for p := range sig.Params().Variables() {
		x.owners[p] = fn
	}
}

func (x *index) putAll(to, from []ast.Expr) {
	for i, l := range to {
		x.put(l, from[min(i, len(from)-1)])
	}
}

// put notes that the value is put there, and with it into all that it is a part of: up to a struct of the package, whose
// fields are told apart.
func (x *index) put(to, value ast.Expr) {
	for to != nil {
		obj := x.objectOf(to)
		if obj != nil {
			x.set(obj, value)
		}
		if field, ok := obj.(*types.Var); ok && field.IsField() && field.Pkg() == x.pkg {
			return
		}
		switch e := to.(type) {
		case *ast.ParenExpr:
			to = e.X
		case *ast.SelectorExpr:
			to = e.X
		case *ast.IndexExpr:
			to = e.X
		case *ast.StarExpr:
			to = e.X
		default:
			return
		}
	}
}

func (x *index) set(obj types.Object, value ast.Expr) {
	x.values[obj] = append(x.values[obj], value)
	if !used(obj.Type()) {
		return
	}
	if call, ok := ast.Unparen(value).(*ast.CallExpr); ok {
		value = call.Fun
	}
	if of := x.objectOf(value); of != nil && of.Pkg() == x.pkg {
		x.names[of] = append(x.names[of], obj)
	}
}

// fields notes what a struct literal puts into the struct's fields.
func (x *index) fields(lit *ast.CompositeLit) {
	st, ok := structOf(x.info.TypeOf(lit))
	if !ok {
		return
	}
	for i, e := range lit.Elts {
		if kv, ok := e.(*ast.KeyValueExpr); ok {
			x.put(kv.Key, kv.Value)
		} else if i < st.NumFields() {
			x.set(st.Field(i).Origin(), e)
		}
	}
}

// use notes on which listeners and muxes the call is made, and which it is given.
func (x *index) use(call *ast.CallExpr) {
	operands := call.Args
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok {
		operands = append([]ast.Expr{sel.X}, operands...)
	}
	for _, e := range operands {
		if t := x.info.TypeOf(e); t == nil || !used(t) {
			continue
		}
		e = ast.Unparen(e)
		if u, ok := e.(*ast.UnaryExpr); ok {
			e = u.X
		}
		if obj := x.objectOf(e); obj != nil {
			x.uses[obj] = append(x.uses[obj], call)
		}
	}
}

// used reports whether what answers the requests that come by a value of the type may be known to a call that is given it,
// and not to what made it.
func used(t types.Type) bool { return nethttp.IsListener(t) || nethttp.IsType(t, "ServeMux") }

// objectOf returns the variable, field or function that the expression names; nil if it names none.
func (x *index) objectOf(e ast.Expr) types.Object {
	var obj types.Object
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		obj = x.info.ObjectOf(e)
	case *ast.SelectorExpr:
		obj = x.info.Uses[e.Sel]
	case *ast.IndexExpr: // an instance of a generic function
		if x.info.Types[e.Index].IsType() {
			return x.objectOf(e.X)
		}
	}
	switch obj := obj.(type) {
	case *types.Var:
		return obj.Origin()
	case *types.Func:
		return obj.Origin()
	}
	return nil
}

// functions returns the functions that a call of the expression may reach; none if there is one that is not in view.
func (x *index) functions(fun ast.Expr) []ast.Node {
	if lit, ok := ast.Unparen(fun).(*ast.FuncLit); ok {
		return []ast.Node{lit}
	}
	obj := x.objectOf(fun)
	if decl := x.decls[obj]; decl != nil && decl.Body != nil {
		return []ast.Node{decl}
	}
	if _, ok := obj.(*types.Var); !ok || x.owners[obj] != nil {
		return nil
	}
	var fns []ast.Node
	for _, v := range x.values[obj] {
		lit, ok := ast.Unparen(v).(*ast.FuncLit)
		if !ok {
			return nil
		}
		fns = append(fns, lit)
	}
	return fns
}

// parts returns a function's signature and body.
func (x *index) parts(fn ast.Node) (*types.Signature, *ast.BlockStmt) {
	if decl, ok := fn.(*ast.FuncDecl); ok {
		return x.info.Defs[decl.Name].(*types.Func).Signature(), decl.Body
	}
	lit := fn.(*ast.FuncLit)
	return x.info.TypeOf(lit).(*types.Signature), lit.Body
}
