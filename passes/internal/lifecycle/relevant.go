package lifecycle

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/kalint/kalint/passes/internal/nethttp"
)

// callDepth bounds how far the bodies of called functions are looked into for what they return, where no response goes in.
const callDepth = 2

// relevant finds the functions whose bodies the engine needs: those that mention a response, those whose summaries other
// packages may ask for, and those that they call.
type relevant struct {
	pass         *analysis.Pass
	decls        map[*types.Func]*ast.FuncDecl
	needed       map[*ast.FuncDecl]int // how far its calls are to be followed
	carriers     map[depthOf]bool
	handles      map[*ast.FuncDecl]bool          // those that mention a response, or call for its body
	readers      map[*ast.FuncDecl][]*types.Func // of the others: what they call that returns a reader, or an object with one
	lenders      map[*ast.FuncDecl][]*types.Func // what they call with a literal that a reader can be given
	initializers bool                            // a package variable's initialization is needed
}

// A depthOf is a type and how far into it to look.
type depthOf struct {
	t     types.Type
	depth int
}

func newRelevant(pass *analysis.Pass) *relevant {
	r := &relevant{pass: pass, decls: make(map[*types.Func]*ast.FuncDecl), needed: make(map[*ast.FuncDecl]int), carriers: make(map[depthOf]bool),
		handles: make(map[*ast.FuncDecl]bool), readers: make(map[*ast.FuncDecl][]*types.Func), lenders: make(map[*ast.FuncDecl][]*types.Func)}
	for _, f := range pass.Files {
		for _, d := range f.Decls {
			if fd, ok := d.(*ast.FuncDecl); ok && fd.Body != nil {
				if obj, ok := pass.TypesInfo.Defs[fd.Name].(*types.Func); ok {
					r.decls[obj] = fd
				}
			}
		}
	}
	return r
}

// needAsked marks the functions whose summaries other packages may ask for.
func (r *relevant) needAsked() {
	for obj, fd := range r.decls {
		if callable(r.pass.Fset, obj) && (asked(obj.Signature()) || clientResult(obj.Signature()) >= 0 || r.endsProgram(fd) || setsDefault(fd)) {
			r.need(fd, callDepth)
		}
	}
}

// none reports whether no function matters.
func (r *relevant) none() bool { return len(r.needed) == 0 && !r.initializers }

// needs reports whether the function matters.
func (r *relevant) needs(fd *ast.FuncDecl) bool {
	_, ok := r.needed[fd]
	return ok
}

// needResponses marks the functions in which some expression is a response or calls for one.
func (r *relevant) needResponses(responseType types.Type) {
	if responseType == nil {
		return
	}
	for _, file := range r.pass.Files {
		for _, decl := range file.Decls {
			switch d := decl.(type) {
			case *ast.FuncDecl:
				if d.Body != nil && r.hasResponse(d) {
					r.handles[d] = true
					r.need(d, callDepth)
				}
			case *ast.GenDecl:
				r.initializers = r.initializers || r.hasResponse(d)
			}
		}
	}
	r.needBodies()
	r.needLent()
	r.needHeld()
}

// hasResponse reports whether some expression in the declaration is a response or calls for one. If not, it notes the calls for
// readers, and those with literals for them.
func (r *relevant) hasResponse(decl ast.Decl) bool {
	found := false
	var readers, lent []*types.Func
	ast.Inspect(decl, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Ident, *ast.SelectorExpr, *ast.CallExpr, *ast.IndexExpr, *ast.StarExpr, *ast.UnaryExpr, *ast.TypeAssertExpr, *ast.CompositeLit:
			t := r.pass.TypesInfo.TypeOf(n.(ast.Expr))
			found = found || r.involvesResponse(t)
			if call, ok := n.(*ast.CallExpr); ok {
				if returnsReader(t) {
					readers = r.addCallee(readers, call)
				}
				if slices.ContainsFunc(call.Args, r.takesReader) {
					lent = r.addCallee(lent, call)
				}
			}
		}
		return !found
	})
	if d, ok := decl.(*ast.FuncDecl); ok && !found && len(readers) > 0 {
		r.readers[d] = readers
	}
	if d, ok := decl.(*ast.FuncDecl); ok && !found && len(lent) > 0 {
		r.lenders[d] = lent
	}
	return found
}

// addCallee adds the function that is called, if it is known.
func (r *relevant) addCallee(fns []*types.Func, call *ast.CallExpr) []*types.Func {
	if fn, ok := typeutil.Callee(r.pass.TypesInfo, call).(*types.Func); ok {
		fns = append(fns, fn.Origin())
	}
	return fns
}

// takesReader reports whether the expression is a literal of a function that a body can be given.
func (r *relevant) takesReader(x ast.Expr) bool {
	lit, ok := x.(*ast.FuncLit)
	if !ok {
		return false
	}
	sig, ok := r.pass.TypesInfo.TypeOf(lit).(*types.Signature)
	return ok && len(rolesOf(sig)) > 0
}

// returnsReader reports whether a call's type is a reader's, or has one.
func returnsReader(t types.Type) bool {
	tuple, ok := t.(*types.Tuple)
	if !ok {
		return t != nil && hasReader(t, 2)
	}
	for v := range tuple.Variables() {
		if hasReader(v.Type(), 2) {
			return true
		}
	}
	return false
}

// hasReader reports whether t is a reader's type, or that of a struct, or a pointer to one, that has one in a field.
func hasReader(t types.Type, depth int) bool {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok || depth == 0 {
		return mayBeBody(t)
	}
	for f := range s.Fields() {
		if hasReader(f.Type(), depth-1) {
			return true
		}
	}
	return false
}

// needBodies marks the functions that call for the body of a response, without the response.
func (r *relevant) needBodies() {
	for added := true; added; {
		added = false
		for fd, callees := range r.readers {
			if !r.handles[fd] && slices.ContainsFunc(callees, r.handsBody) {
				r.handles[fd], added = true, true
				r.need(fd, callDepth)
			}
		}
	}
}

// needLent marks the functions that give literals to those that handle responses.
func (r *relevant) needLent() {
	for fd, callees := range r.lenders {
		if slices.ContainsFunc(callees, func(fn *types.Func) bool { return r.handles[r.decls[fn]] }) {
			r.need(fd, 0)
		}
	}
}

// handsBody reports whether calls of the function may be handed the body of a response.
func (r *relevant) handsBody(fn *types.Func) bool {
	if fd := r.decls[fn]; fd != nil {
		return r.handles[fd]
	}
	if fn.Pkg() == r.pass.Pkg && ofInterface(fn) {
		return r.handled(fn.Name())
	}
	var f Fact
	return r.pass.ImportObjectFact(fn, &f) && f.handsBody()
}

// handled reports whether a method of that name mentions a response, or calls for its body.
func (r *relevant) handled(method string) bool {
	for fd := range r.handles {
		if fd.Recv != nil && fd.Name.Name == method {
			return true
		}
	}
	return false
}

// involvesResponse reports whether t is a response, or a tuple with one.
func (r *relevant) involvesResponse(t types.Type) bool {
	if t == nil {
		return false
	}
	if tuple, ok := t.(*types.Tuple); ok {
		for v := range tuple.Variables() {
			if r.involvesResponse(v.Type()) {
				return true
			}
		}
		return false
	}
	return isNamed(t, "net/http", "Response") || r.carriesResponse(t)
}

// carriesResponse reports whether t is a struct, or points to one, that has a response in a field, or in one of a field.
func (r *relevant) carriesResponse(t types.Type) bool { return r.carriesWithin(t, 2) }

func (r *relevant) carriesWithin(t types.Type, depth int) bool {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok || depth == 0 {
		return false
	}
	k := depthOf{t, depth}
	carries, known := r.carriers[k]
	if known {
		return carries
	}
	for f := range s.Fields() {
		if isResponse(f.Type()) || r.carriesWithin(f.Type(), depth-1) {
			carries = true
			break
		}
	}
	r.carriers[k] = carries
	return carries
}

// asked reports whether a caller in another package may need the summary of a function of that signature.
func asked(sig *types.Signature) bool {
	if len(rolesOf(sig)) > 0 || mayReturnResponse(sig) {
		return true
	}
	for v := range sig.Params().Variables() {
		if isError(v.Type()) || mayRepeat(v.Type()) {
			return true
		}
	}
	return false
}

// need marks a function and what it calls, also by what it converts to a func type.
func (r *relevant) need(fd *ast.FuncDecl, depth int) {
	if d, ok := r.needed[fd]; ok && d >= depth {
		return
	}
	r.needed[fd] = depth
	ast.Inspect(fd.Body, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if !ok {
			return true
		}
		switch obj := r.pass.TypesInfo.Uses[id].(type) {
		case *types.Func:
			r.needCallee(obj, depth)
		case *types.TypeName:
			if t, ok := obj.Type().(*types.Named); ok && isFunc(t) {
				for m := range t.Methods() {
					r.needCallee(m, depth)
				}
			}
		}
		return true
	})
}

// needCallee marks a function that one which was marked to that depth calls.
func (r *relevant) needCallee(obj *types.Func, depth int) {
	callee := r.decls[obj.Origin()]
	switch {
	case callee == nil:
	case len(rolesOf(obj.Signature())) > 0 || mayReturnResponse(obj.Signature()):
		r.need(callee, depth)
	case depth > 0:
		r.need(callee, depth-1)
	}
}

// setsDefault reports whether the body assigns to what goes by the name of one of net/http's variables, or to a part of it.
func setsDefault(fd *ast.FuncDecl) bool {
	found := false
	ast.Inspect(fd.Body, func(n ast.Node) bool {
		assign, ok := n.(*ast.AssignStmt)
		if !ok {
			return !found
		}
		for _, to := range assign.Lhs {
			for sel, ok := to.(*ast.SelectorExpr); ok && !found; sel, ok = sel.X.(*ast.SelectorExpr) {
				found = slices.Contains(defaults, sel.Sel.Name)
			}
		}
		return !found
	})
	return found
}

// endsProgram reports whether the body calls a function that is known not to return.
func (r *relevant) endsProgram(fd *ast.FuncDecl) bool {
	found := false
	ast.Inspect(fd.Body, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			obj, ok := r.pass.TypesInfo.Uses[id].(*types.Func)
			found = found || ok && nethttp.NeverReturns(obj)
		}
		return !found
	})
	return found
}
