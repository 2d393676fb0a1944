package answers

import "go/ast"

// local reports whether all handlers in the function around the call are literals there, and write a header at most: whoever
// sends the request, such a function shows the server that answers it.
func (v *View) local(call *ast.CallExpr) bool {
	for _, f := range v.pass.Files {
		if call.Pos() < f.FileStart || f.FileEnd <= call.Pos() {
			continue
		}
		for _, d := range f.Decls {
			if fd, ok := d.(*ast.FuncDecl); ok && fd.Body != nil && fd.Pos() <= call.Pos() && call.Pos() < fd.End() {
				l := around{View: v, call: call}
				ast.Inspect(fd.Body, l.visit)
				return l.empty > 0 && !l.others
			}
		}
	}
	return false
}

// An around looks through the function around a call.
type around struct {
	*View
	call   *ast.CallExpr
	empty  int  // literals that write no body
	others bool // there is a handler that may write one
}

func (l *around) visit(n ast.Node) bool {
	e, ok := n.(ast.Expr)
	if !ok || l.others {
		return !l.others
	}
	if lit, ok := e.(*ast.FuncLit); ok && isHandlerFunc(l.info.TypeOf(lit)) {
		l.literal(lit)
		return true
	}
	tv, ok := l.info.Types[e]
	if !ok || !tv.IsValue() {
		return true
	}
	if call, ok := e.(*ast.CallExpr); ok && l.info.Types[call.Fun].IsType() {
		return true // a conversion, such as http.HandlerFunc(literal)
	}
	l.others = isHandler(tv.Type)
	return true
}

// literal looks at what a handler does with its http.ResponseWriter.
func (l *around) literal(lit *ast.FuncLit) {
	within := lit.Pos() <= l.call.Pos() && l.call.Pos() < lit.End()
	sig, _ := l.parts(lit)
	r := l.replyOn(occasion{w: sig.Params().At(0)})
	if within || r.body || r.gives {
		l.others = true
	} else {
		l.empty++
	}
}
