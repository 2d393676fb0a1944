package answers

import (
	"go/ast"
	"go/constant"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/kalint/kalint/passes/internal/nethttp"
)

// A reply is what a function does with an http.ResponseWriter that it is given.
type reply struct {
	body   bool         // it may write a body
	gives  bool         // it gives it to others
	sends  bool         // it may send the client elsewhere
	chose  bool         // that is for requests of one method
	others []ast.Expr   // handlers that it gives it to, and where it may send the client
	passed []*types.Var // parameters of functions that it gives it to
}

// An occasion is for what a function does with the parameter when it answers a request of the method, "" if that is not known.
type occasion struct {
	w      *types.Var
	method string
}

// replyOn returns what the function of the parameter does with it.
func (v *View) replyOn(o occasion) *reply {
	r, ok := v.replies[o]
	if !ok {
		r = new(reply)
		v.replies[o] = r
		_, body := v.parts(v.owners[o.w])
		ast.Inspect(body, (&replying{v, o, r}).visit)
	}
	return r
}

// A replying looks through a function for its reply.
type replying struct {
	*View
	occasion
	*reply
}

func (r *replying) visit(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.BlockStmt:
		r.statements(n.List)
		return false
	case *ast.CaseClause:
		for _, e := range n.List {
			ast.Inspect(e, r.visit)
		}
		r.statements(n.Body)
		return false
	case *ast.IfStmt, *ast.SwitchStmt:
		return !r.branch(n.(ast.Stmt))
	case *ast.CallExpr:
		return r.call(n)
	case *ast.SelectorExpr:
		if r.is(n.X) {
			r.body = r.body || n.Sel.Name != "Header" && n.Sel.Name != "WriteHeader"
			return false
		}
	case *ast.Ident:
		r.body = r.body || r.is(n)
	}
	return !r.body
}

// is reports whether the expression is the http.ResponseWriter.
func (r *replying) is(e ast.Expr) bool {
	id, ok := ast.Unparen(e).(*ast.Ident)
	return ok && r.info.Uses[id] == r.w
}

// call looks at a call, and goes on to its operands if it returns true.
func (r *replying) call(c *ast.CallExpr) bool {
	if fn := typeutil.StaticCallee(r.info, c); fn != nil {
		if nethttp.SetsHeader(fn) {
			return false
		}
		if len(c.Args) == 2 && nethttp.Redirects(fn, r.text(c.Args[0])) {
			r.sends = true
			r.others = append(r.others, c.Args[1])
		}
	}
	for i, a := range c.Args {
		if r.is(a) {
			r.body = r.body || !r.pass(c, i)
			for j, b := range c.Args {
				if j != i {
					ast.Inspect(b, r.visit)
				}
			}
			ast.Inspect(c.Fun, r.visit)
			return false
		}
	}
	return true
}

// pass notes who is given the http.ResponseWriter as argument i of the call; false if that is not in view.
func (r *replying) pass(c *ast.CallExpr, i int) bool {
	r.gives = true
	fns := r.functions(c.Fun)
	for _, fn := range fns {
		sig, _ := r.parts(fn)
		if len(c.Args) != sig.Params().Len() || sig.Variadic() { // of a method expression, the receiver is one of them
			return false
		}
		r.passed = append(r.passed, sig.Params().At(i))
	}
	switch t := r.info.TypeOf(c.Fun); {
	case len(fns) > 0:
		r.others = append(r.others, c) // for what else they are given
	case i == 0 && t != nil && isHandlerFunc(t):
		r.others = append(r.others, c.Fun)
	default:
		return false
	}
	return true
}

// text returns the string that the expression is a constant of; "" if it is none.
func (v *View) text(e ast.Expr) string {
	if c := v.info.Types[e].Value; c != nil && c.Kind() == constant.String {
		return constant.StringVal(c)
	}
	return ""
}
