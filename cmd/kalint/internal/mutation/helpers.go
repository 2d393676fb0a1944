package mutation

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/types"
	"regexp"
	"slices"
)

// Functions that only read, which are put at the end of a file.
const (
	readsResponse = `

func kalintReads(resp *%s) {
	if resp == nil {
		return
	}
	buf := make([]byte, 512)
	for {
		if _, err := resp.Body.Read(buf); err != nil {
			return
		}
	}
}
`
	readsBody = `

func kalintReads(body interface{ Read([]byte) (int, error) }) {
	buf := make([]byte, 512)
	for {
		if _, err := body.Read(buf); err != nil {
			return
		}
	}
}
`
)

// helpers are the mutants in which a function that only reads is called in place of one that closes.
func (f *function) helpers() []Mutant {
	var out []Mutant
	each(f.decl, func(call *ast.CallExpr) {
		switch f.parents[call].(type) {
		case *ast.ExprStmt, *ast.DeferStmt:
		default:
			return
		}
		fn := f.callee(call)
		for i, arg := range call.Args {
			resp, body := f.responseOf(arg), f.bodyOf(arg)
			if fn == nil || resp == nil && body == nil || !f.helperCloses(fn, i) {
				continue
			}
			helper := readsBody
			if resp != nil && !isResponse(f.Info.TypeOf(resp)) {
				continue
			}
			if resp != nil {
				helper = fmt.Sprintf(readsResponse, types.TypeString(f.object(resp).Type().(*types.Pointer).Elem(), f.qualify))
			}
			end := len(f.src)
			m := f.mutant(ReadingHelper, call.Pos(), f.replace(call, "kalintReads("+f.text(arg)+")"), Edit{end, end, helper})
			m.Doubtful = f.returned(f.object(cmp.Or(resp, body)))
			out = append(out, m)
			return
		}
	})
	return out
}

// helperCloses reports whether a function closes the response or body that is its argument i.
func (f *function) helperCloses(fn *types.Func, i int) bool {
	if fn.Pkg() != f.Types {
		return f.summaryCloses(fn, i)
	}
	sig := fn.Signature()
	if i >= sig.Params().Len() {
		return false
	}
	param := sig.Params().At(i)
	closes := false
	for _, file := range f.Files {
		for _, decl := range file.Decls {
			if decl, ok := decl.(*ast.FuncDecl); ok && f.Info.Defs[decl.Name] == fn && decl.Body != nil {
				each(decl.Body, func(call *ast.CallExpr) { closes = closes || f.closesParam(call, param) })
			}
		}
	}
	return closes
}

// closesParam reports whether a call closes a parameter or its body.
func (f *function) closesParam(call *ast.CallExpr, param *types.Var) bool {
	sel, ok := call.Fun.(*ast.SelectorExpr)
	if !ok || sel.Sel.Name != "Close" {
		return false
	}
	x := ast.Unparen(sel.X)
	if body, ok := x.(*ast.SelectorExpr); ok && body.Sel.Name == "Body" {
		x = ast.Unparen(body.X)
	}
	id, ok := x.(*ast.Ident)
	return ok && f.object(id) == param
}

var closesRole = regexp.MustCompile(`(?:body|resp)(\d+): ([^;]*)`)

// summaryCloses reports whether a function of another package is known to close its argument i in any case.
func (f *function) summaryCloses(fn *types.Func, i int) bool {
	if f.Summary == nil {
		return false
	}
	if fn.Signature().Recv() != nil {
		i++
	}
	return slices.ContainsFunc(closesRole.FindAllStringSubmatch(f.Summary(fn), -1), func(m []string) bool {
		return m[1] == fmt.Sprint(i) && regexp.MustCompile(`^closes(, (drains|reads))?$`).MatchString(m[2])
	})
}

// doubtful reports whether a response has other ways to be seen to than its closes: it is returned, or a function that is
// given it closes it.
func (f *function) doubtful(obj types.Object) bool {
	found := f.returned(obj)
	each(f.decl, func(call *ast.CallExpr) {
		fn := f.callee(call)
		for i, arg := range call.Args {
			id := cmp.Or(f.responseOf(arg), f.bodyOf(arg))
			found = found || fn != nil && id != nil && f.object(id) == obj && f.helperCloses(fn, i)
		}
	})
	return found
}
