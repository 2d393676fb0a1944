package idleconns

import (
	"fmt"
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/analysis"

	"github.com/kalint/kalint/passes/internal/fixes"
)

// transport is the name of the variable that a fix declares.
const transport = "tr"

// A giving is a fix in the making that gives a client a Transport of its own. It knows these forms:
//
//	c := &http.Client{...}
//	c := http.Client{...}
type giving struct {
	*fixes.Source
	pass   *analysis.Pass
	lit    literal
	assign *ast.AssignStmt
	fn     *ast.FuncDecl
}

// fixClient gives the client a clone of DefaultTransport, in code that runs once: elsewhere it would be a new one, without
// any connections, for each call.
func fixClient(pass *analysis.Pass, s *fixes.Source, l literal, n int) []analysis.SuggestedFix {
	g := &giving{Source: s, pass: pass, lit: l}
	if l.fields["Transport"] != nil || !g.parse() || !g.free() || !g.runsOnce() {
		return nil
	}
	pkg, imports, ok := s.Import("net/http", l.Pos())
	if !ok || len(imports) > 0 {
		return nil
	}
	indent := s.Indent(g.assign.Pos())
	text := fmt.Sprintf("%s := %s.DefaultTransport.(*%[2]s.Transport).Clone()\n%s", transport, pkg, indent)
	if n > defaultTotal {
		text += fmt.Sprintf("%s.MaxIdleConns = %d\n%s", transport, n, indent)
	}
	text += fmt.Sprintf("%s.MaxIdleConnsPerHost = %d", transport, n)
	edits, ok := s.Tidy([]analysis.TextEdit{s.Insert(text, g.assign), l.add(s, pass, "Transport: "+transport, "")})
	if !ok {
		return nil
	}
	return []analysis.SuggestedFix{{
		Message:   fmt.Sprintf("Give the client a Transport that keeps %d idle connections per host", n),
		TextEdits: edits,
	}}
}

// defaultTotal is what DefaultTransport has for MaxIdleConns.
const defaultTotal = 100

// parse finds the assignment and the function around the literal.
func (g *giving) parse() bool {
	path := g.Path(g.lit.CompositeLit)
	if len(path) > 1 {
		if _, ok := path[1].(*ast.UnaryExpr); ok {
			path = path[1:]
		}
	}
	if len(path) < 2 {
		return false
	}
	assign, ok := path[1].(*ast.AssignStmt)
	if !ok || assign.Tok != token.DEFINE || len(assign.Lhs) != 1 || g.Var(assign.Lhs[0]) == nil {
		return false
	}
	spot, around, ok := fixes.SpotOf(path[1:])
	if !ok || spot.Stmt() != ast.Stmt(assign) || !g.First(assign) {
		return false
	}
	g.assign = assign
	g.fn, ok = enclosing(around)
	return ok && g.fn != nil
}

// enclosing returns the function that the path leads to, nil for a package variable's value. It gives up where a loop or
// a literal lies between.
func enclosing(path []ast.Node) (*ast.FuncDecl, bool) {
	for _, n := range path {
		switch n := n.(type) {
		case *ast.ForStmt, *ast.RangeStmt, *ast.FuncLit:
			return nil, false
		case *ast.FuncDecl:
			return n, true
		}
	}
	return nil, true
}

// free reports whether nothing in the function, nor around it, has the name of the variable that the fix declares.
func (g *giving) free() bool {
	inner := g.pass.Pkg.Scope().Innermost(g.lit.Pos())
	if inner == nil {
		return false
	}
	_, taken := inner.LookupParent(transport, token.NoPos)
	used := taken != nil
	ast.Inspect(g.fn, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && id.Name == transport {
			used = true
		}
		return !used
	})
	return !used
}
