package answers

import (
	"go/ast"
	"go/types"

	"github.com/kalint/kalint/passes/internal/nethttp"
)

// A search goes back from a request to what may answer it: through all that its call mentions, to the values of the variables
// among it, and into what the package's functions return.
type search struct {
	*View
	work     []ast.Expr
	seen     map[any]bool      // variables and functions that were come by
	handlers int               // functions that answer, and write no body
	other    bool              // there is one that may write a body, or is not in view
	called   map[ast.Node]bool // functions whose arguments were looked at
	params   []ast.Node        // those whose arguments are to be
	muxes    map[any]bool
	routes   []*ast.CallExpr // what gives a mux its handlers
	method   string          // the request's, "" if that is not known
	sends    bool            // an answer may send the client elsewhere
	chose    bool            // what some function does hangs on the method
}

func (s *search) ask(exprs ...ast.Expr) { s.work = append(s.work, exprs...) }

// first reports whether this is the first time that the search comes by.
func (s *search) first(at any) bool {
	was := s.seen[at]
	s.seen[at] = true
	return !was
}

// given reports whether all arguments that matter were looked at: then the parameters are known.
func (s *search) given() bool {
	for _, fn := range s.params {
		if !s.called[fn] {
			return false
		}
	}
	return true
}

// visit looks at a part of an expression.
func (s *search) visit(n ast.Node) bool {
	e, ok := n.(ast.Expr)
	if !ok || s.other || s.info.Types[e].IsType() {
		return false
	}
	if t := s.info.TypeOf(e); t != nil && answering(t) {
		s.source(e, t)
	}
	switch e := e.(type) {
	case *ast.FuncLit:
		if isHandlerFunc(s.info.TypeOf(e)) {
			s.handler(e)
		} else {
			s.results(e)
		}
		return false
	case *ast.KeyValueExpr: // a field's name is none of its values
		s.ask(e.Value)
		return false
	case *ast.SelectorExpr:
		s.selected(e)
		return false
	case *ast.Ident:
		s.object(s.objectOf(e))
	case *ast.CallExpr:
		if to := s.sent(e); to != nil { // by whichever client
			s.ask(to)
			return false
		}
		s.call(e)
	}
	return true
}

// source looks at an expression whose value answers requests: by its type, if that has a method for it, or else by where it
// comes from.
func (s *search) source(e ast.Expr, t types.Type) {
	if fn := serveHTTP(t); fn != nil && s.tells(fn.Signature().Recv().Type()) {
		s.function(fn)
	}
	switch e := e.(type) {
	case *ast.CallExpr:
		s.other = s.other || !s.makes(e)
	case *ast.TypeAssertExpr:
		s.other = true
	case *ast.CompositeLit:
		if nethttp.IsType(t, "ServeMux") {
			s.mux(e)
		}
	}
}

// tells reports whether a handler's type says how it answers: an interface does not, nor does http.HandlerFunc, and what an
// http.ServeMux does hangs on what it is given.
func (s *search) tells(t types.Type) bool {
	return !types.IsInterface(t) && !nethttp.IsType(t, "HandlerFunc") && !nethttp.IsType(t, "ServeMux")
}

// selected looks at a field, a method or something of another package.
func (s *search) selected(e *ast.SelectorExpr) {
	sel, ok := s.info.Selections[e]
	if !ok {
		s.object(s.objectOf(e))
		return
	}
	s.ask(e.X) // what has the field or the method
	obj := s.objectOf(e)
	if sel.Kind() == types.FieldVal && obj.Pkg() != s.pkg || obj.Name() == "ServeHTTP" && isHandler(sel.Recv()) {
		return
	}
	s.object(obj)
}

func (s *search) object(obj types.Object) {
	if obj == nil || !s.first(obj) {
		return
	}
	switch obj := obj.(type) {
	case *types.Func:
		if isHandlerFunc(obj.Type()) {
			s.function(obj)
		}
	case *types.Var:
		s.variable(obj)
	}
	for _, name := range s.names[obj] {
		s.object(name)
	}
}

// variable looks at what is put into a variable.
func (s *search) variable(v *types.Var) {
	values, matters := s.values[v], answering(v.Type())
	switch {
	case v.Pkg() != s.pkg:
		s.other = s.other || matters
		return
	case s.owners[v] != nil:
		if matters || used(v.Type()) {
			s.params = append(s.params, s.owners[v])
		}
	case len(values) > 0:
	case nethttp.IsType(v.Type(), "ServeMux"): // its zero value is one
		s.mux(v)
	default:
		s.other = s.other || matters
	}
	s.ask(values...)
	for _, call := range s.uses[v] {
		s.ask(call)
	}
}

// function looks at a declared function that answers requests.
func (s *search) function(fn *types.Func) {
	decl := s.decls[fn]
	if decl == nil || decl.Body == nil {
		s.other = true
		return
	}
	s.called[decl] = true // the receiver is known by its type
	s.handler(decl)
}

// handler looks at a function that answers requests.
func (s *search) handler(fn ast.Node) {
	s.handlers++
	sig, _ := s.parts(fn)
	s.reply(sig.Params().At(0))
}

// reply looks at what the function of the parameter, an http.ResponseWriter, does with it.
func (s *search) reply(w *types.Var) {
	r := s.replyOn(occasion{w, s.method})
	if !s.first(r) {
		return
	}
	s.other = s.other || r.body
	s.sends, s.chose = s.sends || r.sends, s.chose || r.chose
	s.ask(r.others...)
	for _, p := range r.passed {
		s.reply(p)
	}
}

// results looks at what a function returns.
func (s *search) results(fn ast.Node) {
	if !s.first(fn) {
		return
	}
	sig, body := s.parts(fn)
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt:
			s.ask(n.Results...)
			if len(n.Results) == 0 {
				for r := range sig.Results().Variables() {
					s.object(r)
				}
			}
		}
		return true
	})
}
