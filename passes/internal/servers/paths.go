package servers

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"strings"

	"github.com/kalint/kalint/passes/internal/nethttp"
)

// notePath notes the paths of the addresses in an expression that net/http's functions are given.
func (v *handlers) notePath(x ast.Expr) {
	ast.Inspect(x, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		fn := callee(v.pass, call)
		if fn == nil || fn.Pkg() == nil || fn.Pkg().Path() != "net/http" {
			return true
		}
		for _, arg := range call.Args {
			if path, ok := v.pathOf(arg, maxVars); ok {
				if v.paths == nil {
					v.paths = make(map[string]bool)
				}
				v.paths[path] = true
			}
		}
		return true
	})
}

// onlyPath returns the path of the request, or "" if it is not known.
func (v *handlers) onlyPath() string {
	if len(v.paths) != 1 {
		return ""
	}
	for path := range v.paths {
		return path
	}
	return ""
}

// pathOf returns the path of an address that is made of a test server's, "" where it is not constant; false if it is no such address.
func (v *handlers) pathOf(x ast.Expr, depth int) (string, bool) {
	switch x := ast.Unparen(x).(type) {
	case *ast.SelectorExpr:
		return "/", x.Sel.Name == "URL" && nethttp.IsTestServer(v.pass.TypesInfo.TypeOf(x.X))
	case *ast.BinaryExpr:
		before, ok := v.pathOf(x.X, depth)
		if !ok || x.Op != token.ADD {
			return "", false
		}
		c := v.pass.TypesInfo.Types[x.Y].Value
		if before != "/" || c == nil || c.Kind() != constant.String {
			return "", true
		}
		path, _, _ := strings.Cut(constant.StringVal(c), "?")
		path, _, _ = strings.Cut(path, "#")
		if path == "" {
			path = "/"
		}
		if path[0] != '/' {
			path = ""
		}
		return path, true
	case *ast.Ident:
		obj, ok := v.pass.TypesInfo.Uses[x].(*types.Var)
		if !ok || depth == 0 || !v.isLocal(obj) {
			return "", false
		}
		values := v.valuesOf(obj)
		if len(values) != 1 {
			return "", len(values) > 1 && v.anyAddress(values, depth-1)
		}
		return v.pathOf(values[0], depth-1)
	}
	return "", false
}

// anyAddress reports whether one of the expressions is an address that is made of a test server's.
func (v *handlers) anyAddress(values []ast.Expr, depth int) bool {
	for _, x := range values {
		if _, ok := v.pathOf(x, depth); ok {
			return true
		}
	}
	return false
}

// waysThrough returns the parts of a statement that may run for the request's path; false if that does not tell.
func (v *handlers) waysThrough(n ast.Node) ([]ast.Node, bool) {
	if v.path == "" {
		return nil, false
	}
	switch n := n.(type) {
	case *ast.IfStmt:
		return v.branch(n)
	case *ast.SwitchStmt:
		return v.cases(n)
	}
	return nil, false
}

func (v *handlers) branch(n *ast.IfStmt) ([]ast.Node, bool) {
	cond, ok := ast.Unparen(n.Cond).(*ast.BinaryExpr)
	if !ok || cond.Op != token.EQL && cond.Op != token.NEQ || n.Init != nil || !v.isPath(cond.X) {
		return nil, false
	}
	with := v.pass.TypesInfo.Types[cond.Y].Value
	switch {
	case with == nil:
		return nil, false
	case (constant.StringVal(with) == v.path) == (cond.Op == token.EQL):
		return []ast.Node{n.Body}, true
	case n.Else != nil:
		return []ast.Node{n.Else}, true
	}
	return nil, true
}

func (v *handlers) cases(n *ast.SwitchStmt) ([]ast.Node, bool) {
	if n.Init != nil || n.Tag == nil || !v.isPath(n.Tag) {
		return nil, false
	}
	var otherwise []ast.Node
	for _, stmt := range n.Body.List {
		c := stmt.(*ast.CaseClause)
		if c.List == nil {
			otherwise = []ast.Node{c}
		}
		for _, x := range c.List {
			is := v.pass.TypesInfo.Types[x].Value
			if is == nil {
				return nil, false
			}
			if constant.StringVal(is) == v.path {
				return []ast.Node{c}, true
			}
		}
	}
	return otherwise, true
}

// isPath reports whether the expression is the path of a request.
func (v *handlers) isPath(x ast.Expr) bool {
	path, ok := ast.Unparen(x).(*ast.SelectorExpr)
	if !ok || path.Sel.Name != "Path" {
		return false
	}
	url, ok := ast.Unparen(path.X).(*ast.SelectorExpr)
	return ok && url.Sel.Name == "URL" && nethttp.IsType(v.pass.TypesInfo.TypeOf(url.X), "Request")
}

// routes looks at the handlers that a mux of the function has for the request's path; for all of them where a client has made the path:
// then it is one of theirs.
func (v *handlers) routes(x ast.Expr) {
	id, ok := ast.Unparen(x).(*ast.Ident)
	if !ok {
		v.others = true
		return
	}
	mux, ok := v.pass.TypesInfo.Uses[id].(*types.Var)
	if !ok || !v.isLocal(mux) || v.path == "" && len(v.paths) > 0 { // of a path that is none of the mux's the answer has a body
		v.others = true
		return
	}
	var found []ast.Expr
	ast.Inspect(v.within.Body, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			if h := v.registered(call, mux); h != nil {
				found = append(found, h)
			}
		}
		return true
	})
	v.others = v.others || len(found) == 0
	for _, h := range found {
		v.inspect(h)
	}
}

// registered returns the handler that the call gives the mux for the request's path; nil if it gives none.
func (v *handlers) registered(call *ast.CallExpr, mux *types.Var) ast.Expr {
	sel, ok := call.Fun.(*ast.SelectorExpr)
	if !ok || len(call.Args) != 2 || sel.Sel.Name != "Handle" && sel.Sel.Name != "HandleFunc" {
		return nil
	}
	id, ok := sel.X.(*ast.Ident)
	if !ok || v.pass.TypesInfo.Uses[id] != mux {
		return nil
	}
	pattern := v.pass.TypesInfo.Types[call.Args[0]].Value
	if v.path != "" && pattern != nil && !mayMatch(constant.StringVal(pattern), v.path) {
		return nil
	}
	return call.Args[1]
}

// mayMatch reports whether a mux's pattern may stand for the path.
func mayMatch(pattern, path string) bool {
	if _, rest, ok := strings.Cut(pattern, " "); ok { // the method
		pattern = rest
	}
	if !strings.HasPrefix(pattern, "/") || strings.Contains(pattern, "{") { // of one host, or for many paths
		return true
	}
	return pattern == path || strings.HasSuffix(pattern, "/") && strings.HasPrefix(path, pattern)
}
