// Package answers says of a request whether the code shows the server that answers it, and that its answers have no body, as
// the servers of many tests do.
//
// It goes back from the request to the handlers that may answer it (see search), through the variables, fields and functions
// of the package, and looks at what they do with their http.ResponseWriter (see reply). It asks for no order: what is put
// into a variable anywhere may be there. Whatever is out of view may answer with a body.
package answers

import (
	"go/ast"

	"golang.org/x/tools/go/analysis"
)

// A View is what one package shows of servers. It looks when it is first asked: most packages have no report that hangs on it.
type View struct {
	*index
	pass    *analysis.Pass
	replies map[occasion]*reply
}

// In returns the view of the pass's package.
func In(pass *analysis.Pass) *View { return &View{pass: pass} }

// Empty reports whether all answers to the request that the call makes are in view, and have no body.
func (v *View) Empty(call *ast.CallExpr) bool {
	if v.index == nil {
		v.index = read(v.pass)
		v.replies = make(map[occasion]*reply)
	}
	if v.local(call) {
		return true
	}
	if !v.serves {
		return false
	}
	s := &search{View: v, seen: make(map[any]bool), called: make(map[ast.Node]bool)}
	s.method = s.request(call).method
	s.ask(call)
	for len(s.work) > 0 && !s.other {
		e := s.work[len(s.work)-1]
		s.work = s.work[:len(s.work)-1]
		ast.Inspect(e, s.visit)
	}
	return !s.other && s.handlers > 0 && s.given() && s.arrives(call)
}
