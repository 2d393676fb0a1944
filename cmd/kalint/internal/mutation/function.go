package mutation

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
)

// A function is a declaration that mutants are made of.
type function struct {
	*Package
	file    *ast.File
	src     []byte
	decl    *ast.FuncDecl
	parents map[ast.Node]ast.Node
	sources map[types.Object][]source // of the response variables that the function fills itself
	closes  []closing                 // of those
}

// A source is an assignment of a call's results to a response variable.
type source struct {
	at  *ast.AssignStmt
	err types.Object // the call's error; nil if it has none or drops it
}

// A closing is a call of a response's Body.Close.
type closing struct {
	call *ast.CallExpr
	resp *ast.Ident
	obj  types.Object // the response's variable
}

func newFunction(p *Package, file *ast.File, src []byte, decl *ast.FuncDecl) *function {
	f := &function{
		Package: p, file: file, src: src, decl: decl,
		parents: make(map[ast.Node]ast.Node),
		sources: make(map[types.Object][]source),
	}
	var stack []ast.Node
	ast.Inspect(decl, func(n ast.Node) bool {
		if n == nil {
			stack = stack[:len(stack)-1]
			return true
		}
		if len(stack) > 0 {
			f.parents[n] = stack[len(stack)-1]
		}
		stack = append(stack, n)
		return true
	})
	each(decl, f.addSource)
	each(decl, func(call *ast.CallExpr) {
		if sel, ok := call.Fun.(*ast.SelectorExpr); ok && sel.Sel.Name == "Close" && len(call.Args) == 0 {
			if id := f.bodyOf(sel.X); id != nil {
				f.closes = append(f.closes, closing{call, id, f.object(id)})
			}
		}
	})
	return f
}

// each calls visit for all nodes of a type below root.
func each[N ast.Node](root ast.Node, visit func(N)) {
	ast.Inspect(root, func(n ast.Node) bool {
		if n, ok := n.(N); ok {
			visit(n)
		}
		return true
	})
}

func (f *function) addSource(a *ast.AssignStmt) {
	if len(a.Rhs) != 1 {
		return
	}
	call, ok := ast.Unparen(a.Rhs[0]).(*ast.CallExpr)
	if !ok || f.inMemory(call) {
		return
	}
	var s = source{at: a}
	for _, lhs := range a.Lhs {
		if id, ok := lhs.(*ast.Ident); ok && isError(f.Info.TypeOf(id)) {
			s.err = f.object(id)
		}
	}
	for _, lhs := range a.Lhs {
		id, ok := lhs.(*ast.Ident)
		if !ok {
			continue
		}
		if obj := f.object(id); obj != nil && carriesResponse(obj.Type()) && f.decl.Body.Pos() <= obj.Pos() && obj.Pos() < f.decl.Body.End() {
			f.sources[obj] = append(f.sources[obj], s)
		}
	}
}

// inMemory reports whether a call is known to hand out a response without a connection.
func (f *function) inMemory(call *ast.CallExpr) bool {
	fn := f.callee(call)
	return fn != nil && fn.FullName() == "(*net/http/httptest.ResponseRecorder).Result"
}

// asksForHead reports whether the function sends a request for the headers alone.
func (f *function) asksForHead() bool {
	found := false
	ast.Inspect(f.decl, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			fn := f.callee(n)
			found = found || fn != nil && fn.Name() == "Head"
		case ast.Expr:
			v := f.Info.Types[n].Value
			found = found || v != nil && v.Kind() == constant.String && constant.StringVal(v) == "HEAD"
		}
		return true
	})
	return found
}

// returned reports whether the function returns the response itself.
func (f *function) returned(obj types.Object) bool {
	found := false
	each(f.decl, func(r *ast.ReturnStmt) {
		for _, e := range r.Results {
			id, ok := ast.Unparen(e).(*ast.Ident)
			found = found || ok && f.object(id) == obj
		}
	})
	return found
}

// callee is the function or method that a call names; nil if it is not known.
func (f *function) callee(call *ast.CallExpr) *types.Func {
	var id *ast.Ident
	switch fun := ast.Unparen(call.Fun).(type) {
	case *ast.Ident:
		id = fun
	case *ast.SelectorExpr:
		id = fun.Sel
	default:
		return nil
	}
	fn, _ := f.Info.Uses[id].(*types.Func)
	return fn
}

// object is what an identifier stands for.
func (f *function) object(id *ast.Ident) types.Object { return f.Info.ObjectOf(id) }

// bodyOf returns the variable of a response that the function fills, if e is the response's body.
func (f *function) bodyOf(e ast.Expr) *ast.Ident {
	sel, ok := ast.Unparen(e).(*ast.SelectorExpr)
	if !ok || sel.Sel.Name != "Body" {
		return nil
	}
	return f.responseOf(sel.X)
}

// responseOf returns the variable of a response that the function fills, if e is that.
func (f *function) responseOf(e ast.Expr) *ast.Ident {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok || f.sources[f.object(id)] == nil {
		return nil
	}
	return id
}

// mentions reports whether a variable stands below n.
func (f *function) mentions(n ast.Node, obj types.Object) bool {
	found := false
	each(n, func(id *ast.Ident) { found = found || obj != nil && f.object(id) == obj })
	return found
}

// closesOf counts the closes of a response.
func (f *function) closesOf(obj types.Object) int {
	n := 0
	for _, c := range f.closes {
		if c.obj == obj {
			n++
		}
	}
	return n
}

// deferOf returns the defer statement that runs the call, itself or in a function literal; nil if there is none.
func (f *function) deferOf(call *ast.CallExpr) *ast.DeferStmt {
	for n := f.parents[call]; n != nil; n = f.parents[n] {
		switch n := n.(type) {
		case *ast.DeferStmt:
			return n
		case *ast.FuncLit:
			outer, ok := f.parents[n].(*ast.CallExpr)
			if !ok || outer.Fun != n {
				return nil
			}
			d, _ := f.parents[outer].(*ast.DeferStmt)
			return d
		}
	}
	return nil
}

func (f *function) offset(p token.Pos) int { return f.Fset.File(p).Offset(p) }

// text is the source of a node.
func (f *function) text(n ast.Node) string {
	return string(f.src[f.offset(n.Pos()):f.offset(n.End())])
}

// replace is an edit that puts text in the place of a node.
func (f *function) replace(n ast.Node, text string) Edit {
	return Edit{f.offset(n.Pos()), f.offset(n.End()), text}
}

func isError(t types.Type) bool {
	return t != nil && types.Identical(t, types.Universe.Lookup("error").Type())
}

// carriesResponse reports whether t is *http.Response, or a struct or a pointer to one that embeds it.
func carriesResponse(t types.Type) bool {
	for _, name := range []string{"Body", "StatusCode"} { // a Request has no StatusCode
		field, _, _ := types.LookupFieldOrMethod(t, true, nil, name)
		if field == nil || field.Pkg() == nil || field.Pkg().Path() != "net/http" {
			return false
		}
	}
	return true
}

// isResponse reports whether t is *http.Response.
func isResponse(t types.Type) bool {
	p, ok := types.Unalias(t).(*types.Pointer)
	return ok && isNamed(p.Elem(), "net/http", "Response")
}

func isNamed(t types.Type, path, name string) bool {
	n, ok := types.Unalias(t).(*types.Named)
	return ok && n.Obj().Name() == name && n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == path
}
