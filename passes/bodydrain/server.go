package bodydrain

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/kalint/kalint/passes/internal/nethttp"
)

// answersEmpty reports whether the function around the call shows the server that answers it, and that its answers have no
// body: every http.Handler there is a function literal that writes a header at most. That is how tests look.
func answersEmpty(pass *analysis.Pass, file *ast.File, call *ast.CallExpr) bool {
	for _, d := range file.Decls {
		if fd, ok := d.(*ast.FuncDecl); ok && fd.Body != nil && fd.Pos() <= call.Pos() && call.Pos() < fd.End() {
			v := handlers{pass: pass, call: call}
			ast.Inspect(fd.Body, v.visit)
			return v.empty > 0 && !v.others
		}
	}
	return false
}

// handlers looks for the HTTP handlers that a function makes or uses.
type handlers struct {
	pass   *analysis.Pass
	call   *ast.CallExpr
	empty  int  // literals that write no body
	others bool // there is a handler that may write one
}

func (v *handlers) visit(n ast.Node) bool {
	x, ok := n.(ast.Expr)
	if !ok {
		return true
	}
	if lit, ok := x.(*ast.FuncLit); ok && isHandlerFunc(v.pass.TypesInfo.TypeOf(lit)) {
		if lit.Pos() <= v.call.Pos() && v.call.Pos() < lit.End() || v.writes(lit) {
			v.others = true
		} else {
			v.empty++
		}
		return true
	}
	tv, ok := v.pass.TypesInfo.Types[x]
	if !ok || !tv.IsValue() {
		return true
	}
	if call, ok := x.(*ast.CallExpr); ok && v.pass.TypesInfo.Types[call.Fun].IsType() {
		return true // a conversion, such as http.HandlerFunc(literal)
	}
	if isHandlerFunc(tv.Type) || hasServeHTTP(tv.Type) {
		v.others = true
	}
	return true
}

// writes reports whether the literal does anything with its http.ResponseWriter but look at the header and send it.
func (v *handlers) writes(lit *ast.FuncLit) bool {
	names := lit.Type.Params.List[0].Names
	if len(names) == 0 {
		return false
	}
	w := v.pass.TypesInfo.Defs[names[0]]
	found := false
	ast.Inspect(lit.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			if fn := typeutil.StaticCallee(v.pass.TypesInfo, n); fn != nil && nethttp.SetsHeader(fn) {
				return false
			}
		case *ast.TypeAssertExpr: // of an answer that is taken over, net/http keeps no connection
			if n.Type != nil && nethttp.IsType(v.pass.TypesInfo.TypeOf(n.Type), "Hijacker") {
				return false
			}
		case *ast.SelectorExpr:
			if id, ok := n.X.(*ast.Ident); ok && w != nil && v.pass.TypesInfo.Uses[id] == w {
				found = found || n.Sel.Name != "Header" && n.Sel.Name != "WriteHeader"
				return false
			}
		case *ast.Ident:
			found = found || w != nil && v.pass.TypesInfo.Uses[n] == w
		}
		return !found
	})
	return found
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
