package clients

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/kalint/kalint/passes/internal/nethttp"
)

// addresses knows which of the package's variables, fields and functions never hold or return anything but addresses of https, and
// which integers the others may be.
type addresses struct {
	pass  *analysis.Pass
	ready bool
	set   map[*types.Var][]ast.Expr // what variables of the package and fields are set to; nil stands for anything
	decls map[*types.Func]*ast.FuncDecl
}

// ofVar reports whether nothing else is ever put into the variable or field, which nobody elsewhere can set.
func (a *addresses) ofVar(v *types.Var, depth int) bool {
	if v == nil || v.Exported() || v.Pkg() != a.pass.Pkg || depth == 0 {
		return false
	}
	a.find()
	if len(a.set[v]) == 0 {
		return false
	}
	for _, e := range a.set[v] {
		if e == nil || !a.ofExpr(e, depth-1) {
			return false
		}
	}
	return true
}

// ofResult reports whether the function, one of this package, returns nothing else but errors: an address, or a request to one.
func (a *addresses) ofResult(fn *types.Func, depth int) bool {
	if fn == nil || fn.Pkg() != a.pass.Pkg || depth == 0 {
		return false
	}
	a.find()
	decl := a.decls[fn.Origin()]
	if decl == nil || decl.Body == nil {
		return false
	}
	found, others := false, false
	ast.Inspect(decl.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt:
			switch {
			case len(n.Results) == 0 || !a.ofExpr(n.Results[0], depth-1) && !a.isEmpty(n.Results[0]):
				others = true
			case !a.isEmpty(n.Results[0]):
				found = true
			}
		}
		return !others
	})
	return found && !others
}

// isEmpty reports whether the expression is nil or "", as it is beside an error.
func (a *addresses) isEmpty(e ast.Expr) bool {
	tv := a.pass.TypesInfo.Types[e]
	return tv.IsNil() || tv.Value != nil && tv.Value.Kind() == constant.String && constant.StringVal(tv.Value) == ""
}

// ofExpr reports whether the expression is such an address, or a request to one.
func (a *addresses) ofExpr(e ast.Expr, depth int) bool {
	if tv := a.pass.TypesInfo.Types[e]; tv.Value != nil {
		return tv.Value.Kind() == constant.String && isSecure(constant.StringVal(tv.Value))
	}
	switch e := ast.Unparen(e).(type) {
	case *ast.BinaryExpr:
		return e.Op == token.ADD && a.ofExpr(e.X, depth)
	case *ast.Ident:
		v, _ := a.pass.TypesInfo.Uses[e].(*types.Var)
		return v != nil && v.Parent() == a.pass.Pkg.Scope() && a.ofVar(v, depth)
	case *ast.SelectorExpr:
		v, _ := a.pass.TypesInfo.Uses[e.Sel].(*types.Var)
		return v != nil && v.IsField() && a.ofVar(v, depth)
	case *ast.CallExpr:
		return a.ofCall(e, depth)
	case *ast.UnaryExpr:
		return e.Op == token.AND && a.ofExpr(e.X, depth)
	case *ast.CompositeLit:
		return a.ofURL(e)
	}
	return false
}

// ofURL reports whether the literal is a URL of https with a host.
func (a *addresses) ofURL(lit *ast.CompositeLit) bool {
	if !nethttp.IsURL(a.pass.TypesInfo.TypeOf(lit)) {
		return false
	}
	parts := make(map[string]string)
	for _, e := range lit.Elts {
		kv, ok := e.(*ast.KeyValueExpr)
		if !ok {
			return false
		}
		key, ok := kv.Key.(*ast.Ident)
		if value := a.pass.TypesInfo.Types[kv.Value].Value; ok && value != nil && value.Kind() == constant.String {
			parts[key.Name] = constant.StringVal(value)
		}
	}
	return isSecure(parts["Scheme"] + "://" + parts["Host"])
}

func (a *addresses) ofCall(call *ast.CallExpr, depth int) bool {
	fn := typeutil.StaticCallee(a.pass.TypesInfo, call)
	if fn == nil {
		return false
	}
	if arg, ok := nethttp.KeepsStart(fn); ok {
		return a.ofArg(call, fn, arg, depth)
	}
	if nethttp.Formats(fn) && len(call.Args) > 0 {
		if format := a.pass.TypesInfo.Types[call.Args[0]].Value; format != nil && format.Kind() == constant.String && startsWithVerb(constant.StringVal(format)) {
			return len(call.Args) > 1 && a.ofExpr(call.Args[1], depth)
		}
		return a.ofExpr(call.Args[0], depth)
	}
	return a.ofResult(fn, depth)
}

// ofArg is ofExpr for an argument of a call, the receiver counted as the first.
func (a *addresses) ofArg(call *ast.CallExpr, fn *types.Func, arg, depth int) bool {
	if fn.Signature().Recv() != nil {
		if arg == 0 {
			sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
			return ok && a.ofExpr(sel.X, depth)
		}
		arg--
	}
	return arg < len(call.Args) && a.ofExpr(call.Args[arg], depth)
}

// startsWithVerb reports whether a format begins with its first argument.
func startsWithVerb(format string) bool {
	return strings.HasPrefix(format, "%s") || strings.HasPrefix(format, "%v")
}

// find looks for what sets variables and fields.
func (a *addresses) find() {
	if a.ready {
		return
	}
	a.ready, a.set, a.decls = true, make(map[*types.Var][]ast.Expr), make(map[*types.Func]*ast.FuncDecl)
	for _, f := range a.pass.Files {
		ast.Inspect(f, a.visit)
	}
}

func (a *addresses) visit(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.FuncDecl:
		if fn, ok := a.pass.TypesInfo.Defs[n.Name].(*types.Func); ok {
			a.decls[fn] = n
		}
	case *ast.ValueSpec:
		for i, name := range n.Names {
			a.puts(name, valueOf(i, len(n.Names), n.Values))
		}
	case *ast.AssignStmt:
		for i, to := range n.Lhs {
			if n.Tok == token.ASSIGN || n.Tok == token.DEFINE {
				a.puts(to, valueOf(i, len(n.Lhs), n.Rhs))
			} else {
				a.puts(to, nil)
			}
		}
	case *ast.IncDecStmt:
		a.puts(n.X, nil)
	case *ast.RangeStmt:
		a.puts(n.Key, nil)
		a.puts(n.Value, nil)
	case *ast.UnaryExpr:
		if n.Op == token.AND {
			a.puts(n.X, nil)
		}
	case *ast.CompositeLit:
		a.literal(n)
	}
	return true
}

// isNoted reports whether it matters what variables of the type are set to.
func isNoted(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return isAddress(t) || ok && b.Info()&types.IsInteger != 0
}

// valueOf returns what the one of n variables at i is set to: of several results the call, for the first one.
func valueOf(i, n int, values []ast.Expr) ast.Expr {
	switch {
	case len(values) == n:
		return values[i]
	case len(values) == 1 && i == 0:
		return values[0]
	}
	return nil
}

// puts notes what a variable or field is set to.
func (a *addresses) puts(to, what ast.Expr) {
	var id *ast.Ident
	switch to := to.(type) {
	case *ast.Ident:
		id = to
	case *ast.SelectorExpr:
		id = to.Sel
	case *ast.StarExpr:
		a.puts(to.X, what)
		return
	default:
		return
	}
	if v, ok := a.pass.TypesInfo.ObjectOf(id).(*types.Var); ok && isNoted(v.Type()) && (v.IsField() || v.Parent() == a.pass.Pkg.Scope()) {
		a.set[v] = append(a.set[v], what)
	}
}

// literal notes what a struct's fields are set to; those that are left out are not addresses at all.
func (a *addresses) literal(lit *ast.CompositeLit) {
	t := a.pass.TypesInfo.TypeOf(lit)
	if t == nil {
		return
	}
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return
	}
	for i, e := range lit.Elts {
		if kv, ok := e.(*ast.KeyValueExpr); ok {
			a.puts(kv.Key, kv.Value)
		} else if i < s.NumFields() && isNoted(s.Field(i).Type()) {
			a.set[s.Field(i)] = append(a.set[s.Field(i)], e)
		}
	}
}
