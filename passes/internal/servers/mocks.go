package servers

import (
	"go/ast"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/kalint/kalint/passes/internal/nethttp"
)

// mockDepth bounds how many helpers, functions and variables a client is followed through.
const mockDepth = 6

// AskMock reports whether the call goes through a client or a transport that the function around it is given, a helper of tests, and
// whoever calls that gives it one that makes its answers up: there is no connection.
func AskMock(pass *analysis.Pass, call *ast.CallExpr) bool {
	fd := around(pass, call)
	if fd == nil {
		return false
	}
	v := handlers{pass: pass, call: call, within: fd}
	m := mocks{others{handlers: &v}}
	given := m.givenClient()
	return given != nil && m.isGivenMocks(fd, given, mockDepth)
}

// mocks looks for transports that make their answers up.
type mocks struct{ others }

// givenClient returns the parameter with the client or transport that the call goes through; nil if it is not one that stays what it was.
func (m *mocks) givenClient() *types.Var {
	var given *types.Var
	seen := make(map[*types.Var]bool)
	queue := []ast.Expr{m.call}
	only := true
	for len(queue) > 0 && len(seen) < maxVars {
		x := queue[0]
		queue = queue[1:]
		ast.Inspect(x, func(n ast.Node) bool {
			id, ok := n.(*ast.Ident)
			if !ok {
				return true
			}
			obj, ok := m.pass.TypesInfo.Uses[id].(*types.Var)
			if !ok || obj.IsField() || seen[obj] {
				return true
			}
			seen[obj] = true
			switch {
			case m.isLocal(obj):
				queue = append(queue, m.valuesOf(obj)...)
			case isClient(obj.Type()):
				only = only && given == nil && obj.Kind() == types.ParamVar && len(m.valuesOf(obj)) == 0
				given = obj
			}
			return true
		})
	}
	if !only {
		return nil
	}
	return given
}

// isClient reports whether t is that of a client, or of transports.
func isClient(t types.Type) bool { return nethttp.IsType(t, "Client") || roundTrip(t) != nil }

// roundTrip returns the method by which a transport of the type answers; nil if it has none.
func roundTrip(t types.Type) *types.Func {
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, "RoundTrip")
	fn, _ := obj.(*types.Func)
	return fn
}

// isGivenMocks reports whether all calls of the function, which only this package calls, give it a mock for the parameter.
func (m *mocks) isGivenMocks(fd *ast.FuncDecl, param *types.Var, depth int) bool {
	file := m.pass.Fset.File(fd.Pos())
	if fd.Recv != nil || fd.Name.IsExported() && !strings.HasSuffix(file.Name(), "_test.go") { // others may call it
		return false
	}
	fn, _ := m.pass.TypesInfo.Defs[fd.Name].(*types.Func)
	i := indexOf(fn.Signature(), param)
	if i < 0 || depth == 0 {
		return false
	}
	calls := m.callsOf(fn)
	for call, caller := range calls {
		if i >= len(call.Args) || !m.isMock(call.Args[i], caller, depth-1) {
			return false
		}
	}
	return len(calls) > 0
}

// callsOf returns the calls of a function and the functions that they are in; none if it is handed to others as a value.
func (m *mocks) callsOf(fn *types.Func) map[*ast.CallExpr]*ast.FuncDecl {
	calls := make(map[*ast.CallExpr]*ast.FuncDecl)
	for _, f := range m.pass.Files {
		for _, d := range f.Decls {
			caller, ok := d.(*ast.FuncDecl)
			if !ok || caller.Body == nil {
				continue
			}
			ast.Inspect(caller.Body, func(n ast.Node) bool {
				if call, ok := n.(*ast.CallExpr); ok && callee(m.pass, call) == fn {
					calls[call] = caller
				}
				return true
			})
		}
	}
	uses := 0
	for _, obj := range m.pass.TypesInfo.Uses {
		if obj == fn {
			uses++
		}
	}
	if uses != len(calls) {
		return nil
	}
	return calls
}

// indexOf returns which parameter of the function it is; -1 if it is none of its own, or one of many.
func indexOf(sig *types.Signature, param *types.Var) int {
	for i := range sig.Params().Len() {
		if sig.Params().At(i) == param && !sig.Variadic() {
			return i
		}
	}
	return -1
}

// isMock reports whether a function's expression is a transport that makes its answers up, or a client with one.
func (m *mocks) isMock(x ast.Expr, in *ast.FuncDecl, depth int) bool {
	if depth == 0 {
		return false
	}
	around := m.within
	m.within = in
	defer func() { m.within = around }()
	switch x := ast.Unparen(x).(type) {
	case *ast.UnaryExpr:
		return m.isMock(x.X, in, depth)
	case *ast.FuncLit:
		return !m.sendsIn(x.Body)
	case *ast.CompositeLit:
		return m.isMockLiteral(x, in, depth-1)
	case *ast.Ident:
		switch obj := m.pass.TypesInfo.Uses[x].(type) {
		case *types.Func:
			fd := m.declared(obj)
			return fd != nil && !m.bodySends(fd)
		case *types.Var:
			values := m.valuesOf(obj)
			switch {
			case m.isLocal(obj) && len(values) == 1:
				return m.isMock(values[0], in, depth-1)
			case obj.Kind() == types.ParamVar && len(values) == 0:
				return m.isGivenMocks(in, obj, depth-1)
			}
		}
	case *ast.CallExpr:
		if m.pass.TypesInfo.Types[x.Fun].IsType() {
			return m.isMock(x.Args[0], in, depth)
		}
		fd := m.declared(callee(m.pass, x))
		if fd == nil || fd.Type.Results.NumFields() != 1 {
			return false
		}
		results := returned(fd.Body)
		for _, r := range results {
			if !m.isMock(r, fd, depth-1) {
				return false
			}
		}
		return len(results) > 0
	}
	return false
}

// isMockLiteral is isMock for the literal of a struct: of a client it is the Transport that counts, of a transport its method, which may
// call the function literals in it.
func (m *mocks) isMockLiteral(x *ast.CompositeLit, in *ast.FuncDecl, depth int) bool {
	t := m.pass.TypesInfo.TypeOf(x)
	if nethttp.IsType(t, "Client") {
		for _, elt := range x.Elts {
			kv, ok := elt.(*ast.KeyValueExpr)
			if !ok { // the Transport comes first
				return m.isMock(elt, in, depth)
			}
			if id, ok := kv.Key.(*ast.Ident); ok && id.Name == "Transport" {
				return m.isMock(kv.Value, in, depth)
			}
		}
		return false
	}
	fn := roundTrip(types.NewPointer(t))
	if fn == nil {
		return false
	}
	fd := m.declared(fn)
	return fd != nil && !m.bodySends(fd)
}

// sendsIn reports whether the body of a function literal may send a request.
func (m *mocks) sendsIn(body *ast.BlockStmt) bool { return m.bodySends(&ast.FuncDecl{Body: body}) }
