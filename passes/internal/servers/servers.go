// Package servers knows what the test servers answer that stand in the code beside the calls that ask them.
package servers

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/analysis"

	"github.com/kalint/kalint/passes/internal/nethttp"
)

// AnswerEmpty reports whether the function around the call shows the server that answers it, and that its answers have no body:
// every http.Handler there, or of the one server that the call asks, writes a header at most, or takes the connection over. That is how
// tests look.
func AnswerEmpty(pass *analysis.Pass, call *ast.CallExpr) bool {
	fd := around(pass, call)
	if fn := callee(pass, call); fd == nil || fn != nil && nethttp.ReadsRaw(fn) { // what was sent before is not followed
		return false
	}
	v := handlers{pass: pass, call: call, within: fd, follows: followsRedirects(pass, fd, call)}
	if made := v.askedServer(); made != nil {
		ast.Inspect(made, v.visit)
		if !v.redirects {
			return v.empty > 0 && !v.others
		}
	}
	ast.Inspect(fd.Body, v.visit)
	return v.empty > 0 && !v.others
}

// around returns the declaration of the function that the call stands in; nil if it is in none.
func around(pass *analysis.Pass, call *ast.CallExpr) *ast.FuncDecl {
	for _, file := range pass.Files {
		if call.Pos() < file.FileStart || file.FileEnd <= call.Pos() {
			continue
		}
		for _, d := range file.Decls {
			if fd, ok := d.(*ast.FuncDecl); ok && fd.Body != nil && fd.Pos() <= call.Pos() && call.Pos() < fd.End() {
				return fd
			}
		}
	}
	return nil
}

// handlers looks for the HTTP handlers that a function makes or uses.
type handlers struct {
	pass      *analysis.Pass
	call      *ast.CallExpr
	within    *ast.FuncDecl
	follows   bool              // the client follows redirects
	redirects bool              // there is one: what answers in the end may be another handler
	seen      map[ast.Node]bool // what else was looked at
	path      string            // of the request; "" if it is not known
	paths     map[string]bool   // those that were found for it
	forwards  bool              // the handler that is looked at hands over to one that a function around it is given
	empty     int               // handlers that write no body
	others    bool              // there is a handler that may write one
}

func (v *handlers) visit(n ast.Node) bool {
	x, ok := n.(ast.Expr)
	if !ok {
		return true
	}
	tv, ok := v.pass.TypesInfo.Types[x]
	if !ok || !tv.IsValue() {
		return true
	}
	switch x := x.(type) {
	case *ast.FuncLit:
		if isHandlerFunc(tv.Type) {
			v.add(v.holdsCall(x) || v.writes(x.Type, x.Body))
			return false
		}
		return true
	case *ast.CallExpr:
		if v.pass.TypesInfo.Types[x.Fun].IsType() {
			return true // a conversion, such as http.HandlerFunc(literal)
		}
		v.follow(x)
		if isAnyHandler(tv.Type) && v.makes(x) {
			return true // what it wraps is given to it here
		}
	case *ast.Ident:
		if nethttp.IsTestServer(tv.Type) {
			v.shared(x)
		}
	}
	if !isAnyHandler(tv.Type) || v.isGiven(x) {
		return true
	}
	if nethttp.IsType(tv.Type, "ServeMux") {
		v.routes(x)
		return false
	}
	switch def := v.definition(x).(type) {
	case *ast.FuncDecl:
		v.add(v.writes(def.Type, def.Body))
		return false
	case *ast.Ident: // a variable of the function
		v.trace(def)
		return false
	}
	v.others = true
	return true
}

// add counts a handler. One that only forwards writes what another does.
func (v *handlers) add(writes bool) {
	switch {
	case writes:
		v.others = true
	case !v.forwards:
		v.empty++
	}
	v.forwards = false
}

// holdsCall reports whether the call is made in the literal.
func (v *handlers) holdsCall(lit *ast.FuncLit) bool {
	return lit.Pos() <= v.call.Pos() && v.call.Pos() < lit.End()
}

// definition returns where a handler is written: the declaration of a function, or of the method ServeHTTP of its type, in this
// package, or the name of a variable of the function that it is, or is a field of. Nil if it comes from elsewhere.
func (v *handlers) definition(x ast.Expr) ast.Node {
	switch x := ast.Unparen(x).(type) {
	case *ast.Ident:
		switch obj := v.pass.TypesInfo.Uses[x].(type) {
		case *types.Func:
			return v.declaration(obj)
		case *types.Var:
			if v.isLocal(obj) && !isConcrete(obj.Type()) {
				return x
			}
		}
	case *ast.SelectorExpr:
		if fn, ok := v.pass.TypesInfo.Uses[x.Sel].(*types.Func); ok {
			return v.declaration(fn)
		}
		root := rootOf(x)
		if obj, ok := v.pass.TypesInfo.Uses[root].(*types.Var); ok && v.isLocal(obj) && !isConcrete(v.pass.TypesInfo.TypeOf(x)) {
			return root
		}
	}
	if t := v.pass.TypesInfo.TypeOf(x); isConcrete(t) {
		obj, _, _ := types.LookupFieldOrMethod(t, true, nil, "ServeHTTP")
		fn, _ := obj.(*types.Func)
		return v.declaration(fn)
	}
	return nil
}

// declaration returns the function's declaration, nil if it is not one of this package with a body.
func (v *handlers) declaration(fn *types.Func) ast.Node {
	if fd := v.declared(fn); fd != nil {
		return fd
	}
	return nil
}

// isLocal reports whether the variable is declared in the function's body.
func (v *handlers) isLocal(obj *types.Var) bool {
	return !obj.IsField() && v.within.Body.Pos() <= obj.Pos() && obj.Pos() < v.within.Body.End()
}

// writes reports whether a handler does anything with its http.ResponseWriter but look at the header and send it.
func (v *handlers) writes(sig *ast.FuncType, body *ast.BlockStmt) bool {
	names := sig.Params.List[0].Names
	if len(names) == 0 {
		return false
	}
	w := v.pass.TypesInfo.Defs[names[0]]
	return w != nil && v.uses(body, w)
}

// uses reports whether a part of a handler does anything else with its http.ResponseWriter, where the request's path leads there.
func (v *handlers) uses(n ast.Node, w types.Object) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.IfStmt, *ast.SwitchStmt:
			if ways, ok := v.waysThrough(n); ok {
				for _, way := range ways {
					found = found || v.uses(way, w)
				}
				return false
			}
		case *ast.CallExpr:
			if v.isForward(n, w) {
				v.forwards = true
				found = found || v.uses(n.Args[1], w)
				return false
			}
			fn := callee(v.pass, n)
			if fn != nil && nethttp.SetsHeader(fn) {
				return false
			}
			if fn != nil && v.follows && nethttp.AnswersRedirect(fn) { // its page is read by the client
				v.redirects = true
				return false
			}
		case *ast.TypeAssertExpr: // of an answer that is taken over, net/http keeps no connection
			if n.Type != nil && nethttp.IsType(v.pass.TypesInfo.TypeOf(n.Type), "Hijacker") {
				return false
			}
		case *ast.SelectorExpr:
			if id, ok := n.X.(*ast.Ident); ok && v.pass.TypesInfo.Uses[id] == w {
				found = found || n.Sel.Name != "Header" && n.Sel.Name != "WriteHeader"
				return false
			}
		case *ast.Ident:
			found = found || v.pass.TypesInfo.Uses[n] == w
		}
		return !found
	})
	return found
}

// followsRedirects reports whether the call, which stands in the function, may not stop at a redirect.
func followsRedirects(pass *analysis.Pass, fd *ast.FuncDecl, call *ast.CallExpr) bool {
	if fn := callee(pass, call); fn == nil || fn.Name() == "RoundTrip" {
		return false
	}
	stops := false
	ast.Inspect(fd.Body, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		stops = stops || ok && id.Name == "CheckRedirect"
		return !stops
	})
	return !stops
}

// isHandlerFunc reports whether t is func(http.ResponseWriter, *http.Request).
func isHandlerFunc(t types.Type) bool {
	sig, ok := t.Underlying().(*types.Signature)
	if !ok || sig.Params().Len() != 2 || sig.Results().Len() != 0 {
		return false
	}
	return nethttp.IsType(sig.Params().At(0).Type(), "ResponseWriter") && nethttp.IsType(sig.Params().At(1).Type(), "Request")
}

// hasServeHTTP reports whether t is an http.Handler.
func hasServeHTTP(t types.Type) bool {
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, "ServeHTTP")
	fn, ok := obj.(*types.Func)
	return ok && isHandlerFunc(fn.Type())
}

// isAnyHandler reports whether t is an http.Handler or may be made one.
func isAnyHandler(t types.Type) bool { return isHandlerFunc(t) || hasServeHTTP(t) }

// isConcrete reports whether t is a type with a ServeHTTP of its own, rather than an interface or a function.
func isConcrete(t types.Type) bool {
	return !types.IsInterface(t) && !isHandlerFunc(t)
}
