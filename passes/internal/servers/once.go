package servers

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/kalint/kalint/passes/internal/nethttp"
)

// AskedOnce reports whether the call sends the only request that its server gets: the function around the call makes a test server,
// and nothing else there that knows its address, or what was made of it, sends a request. Nobody comes back for that connection.
func AskedOnce(pass *analysis.Pass, call *ast.CallExpr) bool {
	fd := around(pass, call)
	if fd == nil {
		return false
	}
	v := handlers{pass: pass, call: call, within: fd}
	server := v.server()
	if server == nil || !v.isLocal(server) {
		return false
	}
	values := v.valuesOf(server)
	if len(values) != 1 || !v.makesServer(values[0]) || !isMadeAsOften(fd.Body, values[0], call) {
		return false
	}
	o := others{handlers: &v, knows: map[types.Object]bool{server: true}}
	return o.spread() && !o.send()
}

// makesServer reports whether the expression makes a test server of its own: it calls net/http/httptest, or a helper of the package that
// does and has no other server at hand.
func (v *handlers) makesServer(x ast.Expr) bool {
	call, ok := ast.Unparen(x).(*ast.CallExpr)
	if !ok {
		return false
	}
	fn := callee(v.pass, call)
	if fn != nil && nethttp.MakesTestServer(fn) {
		return true
	}
	fd := v.declared(fn)
	if fd == nil {
		return false
	}
	makes, shares := false, false
	ast.Inspect(fd.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			fn := callee(v.pass, n)
			makes = makes || fn != nil && nethttp.MakesTestServer(fn)
		case *ast.Ident:
			obj, ok := v.pass.TypesInfo.Uses[n].(*types.Var)
			shares = shares || ok && nethttp.IsTestServer(obj.Type()) && (obj.Pos() < fd.Pos() || fd.End() <= obj.Pos())
		}
		return true
	})
	return makes && !shares
}

// isMadeAsOften reports whether every loop and function literal of the body that the call is in has the making of the server as well.
func isMadeAsOften(body ast.Node, made, call ast.Expr) bool {
	has := func(n, in ast.Node) bool { return n.Pos() <= in.Pos() && in.End() <= n.End() }
	often := true
	ast.Inspect(body, func(n ast.Node) bool {
		switch n.(type) {
		case *ast.ForStmt, *ast.RangeStmt, *ast.FuncLit:
			often = often && (!has(n, call) || has(n, made))
		}
		return often
	})
	return often
}

// others looks for what else in a function may ask its server.
type others struct {
	*handlers
	knows  map[types.Object]bool  // the variables with its address, or with what was made of that
	silent map[*ast.FuncDecl]bool // helpers that send nothing, or are being looked at
}

// spread finds the variables that know the server; false if one may be others' too.
func (o *others) spread() bool {
	kept := true
	for n := -1; n != len(o.knows) && kept; {
		n = len(o.knows)
		ast.Inspect(o.within.Body, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.AssignStmt:
				for i, lhs := range n.Lhs {
					kept = kept && (!o.knowing(n.Rhs[min(i, len(n.Rhs)-1)]) || o.learns(lhs))
				}
			case *ast.ValueSpec:
				for i, id := range n.Names {
					if len(n.Values) > 0 && o.knowing(n.Values[min(i, len(n.Values)-1)]) {
						o.learns(id)
					}
				}
			case *ast.RangeStmt:
				if o.knowing(n.X) {
					kept = kept && (n.Key == nil || o.learns(n.Key)) && (n.Value == nil || o.learns(n.Value))
				}
			case *ast.ReturnStmt:
				kept = kept && !o.knowingAny(n.Results)
			case *ast.SendStmt:
				kept = kept && !o.knowing(n.Value)
			case *ast.CallExpr:
				kept = kept && (n == o.call || !o.knowingAny(n.Args) || o.keepsApart(n))
			}
			return kept
		})
	}
	return kept
}

// learns notes what is assigned to; false if it is not the function's own.
func (o *others) learns(lhs ast.Expr) bool {
	id := rootOf(lhs)
	if id == nil || id.Name == "_" {
		return id != nil
	}
	obj, ok := o.pass.TypesInfo.ObjectOf(id).(*types.Var)
	if !ok || !carries(o.pass.TypesInfo.TypeOf(lhs)) {
		return ok
	}
	o.knows[obj] = true
	return o.isLocal(obj)
}

// keepsApart reports whether a call that is told of the server keeps that from others: what its method is called on knows it then. A
// function that returns nothing puts it somewhere, unless it is one for tests.
func (o *others) keepsApart(call *ast.CallExpr) bool {
	fn, ok := typeutil.Callee(o.pass.TypesInfo, call).(*types.Func)
	if !ok || fn.Pkg() == nil {
		return true
	}
	if nethttp.IsStd(fn.Pkg().Path()) {
		return !nethttp.TellsAll(fn)
	}
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && fn.Signature().Recv() != nil {
		return rootOf(sel.X) == nil || o.learns(sel.X)
	}
	return fn.Signature().Results().Len() > 0 || nethttp.IsTest(o.pass.TypesInfo.TypeOf(call.Args[0]))
}

// carries reports whether a value of the type may hold an address: errors only tell of it.
func carries(t types.Type) bool {
	if b, ok := t.Underlying().(*types.Basic); ok {
		return b.Info()&types.IsString != 0
	}
	return !types.Identical(t, types.Universe.Lookup("error").Type())
}

// knowing reports whether the expression has a variable that knows the server.
func (o *others) knowing(x ast.Node) bool {
	found := false
	ast.Inspect(x, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		found = found || ok && o.knows[o.pass.TypesInfo.ObjectOf(id)]
		return !found
	})
	return found
}

func (o *others) knowingAny(list []ast.Expr) bool {
	for _, x := range list {
		if o.knowing(x) {
			return true
		}
	}
	return false
}

// send reports whether a call of the function that knows the server may ask it, other than the one that is looked at.
func (o *others) send() bool {
	found := false
	ast.Inspect(o.within.Body, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok && call != o.call {
			found = found || (o.knowing(call.Fun) || o.knowingAny(call.Args)) && o.maySend(call)
		}
		return !found
	})
	return found
}

// maySend reports whether a call may send a request. What fails for want of a server has an error to tell of, where its code is not at
// hand.
func (o *others) maySend(call *ast.CallExpr) bool {
	tv := o.pass.TypesInfo.Types[call.Fun]
	if tv.IsType() || tv.IsBuiltin() {
		return false
	}
	if _, ok := ast.Unparen(call.Fun).(*ast.FuncLit); ok {
		return false // its calls are looked at where they stand
	}
	fn, _ := typeutil.Callee(o.pass.TypesInfo, call).(*types.Func)
	switch {
	case fn == nil || fn.Pkg() == nil:
		return true
	case nethttp.IsStd(fn.Pkg().Path()):
		return nethttp.MaySend(fn)
	}
	if fd := o.declared(fn); fd != nil {
		return o.bodySends(fd)
	}
	return fn.Pkg() == o.pass.Pkg || canFail(fn.Signature())
}

// bodySends reports whether a function of the package may send a request.
func (o *others) bodySends(fd *ast.FuncDecl) bool {
	if o.silent[fd] {
		return false
	}
	if o.silent == nil {
		o.silent = make(map[*ast.FuncDecl]bool)
	}
	o.silent[fd] = true
	found := false
	ast.Inspect(fd.Body, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		found = found || ok && o.maySend(call)
		return !found
	})
	o.silent[fd] = !found
	return found
}

// canFail reports whether the function has a result that is an error, or errors, or a response.
func canFail(sig *types.Signature) bool {
	for v := range sig.Results().Variables() {
		t := v.Type()
		if s, ok := t.Underlying().(*types.Slice); ok {
			t = s.Elem()
		}
		if types.Identical(t, types.Universe.Lookup("error").Type()) || nethttp.IsType(t, "Response") {
			return true
		}
	}
	return false
}
