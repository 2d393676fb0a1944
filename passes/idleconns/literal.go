package idleconns

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"

	"github.com/kalint/kalint/passes/internal/fixes"
)

// A literal is a composite literal of a struct, with its fields by name.
type literal struct {
	*ast.CompositeLit
	fields map[string]*ast.KeyValueExpr
}

// parse returns the composite literal that the expression is, or has the address of, if it names its fields.
func parse(x ast.Expr) (literal, bool) {
	x = ast.Unparen(x)
	if u, ok := x.(*ast.UnaryExpr); ok && u.Op == token.AND {
		x = ast.Unparen(u.X)
	}
	lit, ok := x.(*ast.CompositeLit)
	if !ok {
		return literal{}, false
	}
	l := literal{lit, make(map[string]*ast.KeyValueExpr)}
	for _, elt := range lit.Elts {
		kv, ok := elt.(*ast.KeyValueExpr)
		if !ok {
			return literal{}, false
		}
		key, ok := kv.Key.(*ast.Ident)
		if !ok {
			return literal{}, false
		}
		l.fields[key.Name] = kv
	}
	return l, true
}

// number returns the constant that a field is set to, if it is.
func (l literal) number(pass *analysis.Pass, field string) (int, bool) {
	kv := l.fields[field]
	if kv == nil {
		return 0, false
	}
	value := pass.TypesInfo.Types[kv.Value].Value
	if value == nil {
		return 0, false
	}
	n, exact := constant.Int64Val(constant.ToInt(value))
	return int(n), exact
}

// add returns the edit that sets another field: behind the field of that name, if there is one, or else at the end.
// What gofmt wants beyond that is up to Tidy.
func (l literal) add(s *fixes.Source, pass *analysis.Pass, text, behind string) analysis.TextEdit {
	line := func(pos token.Pos) int { return pass.Fset.Position(pos).Line }
	if len(l.Elts) == 0 {
		if line(l.Lbrace) != line(l.Rbrace) {
			text = "\t" + text + ",\n" + s.Indent(l.Rbrace)
		}
		return edit(l.Rbrace, l.Rbrace, text)
	}
	last := l.Elts[len(l.Elts)-1]
	if kv := l.fields[behind]; kv != nil {
		last = kv
	}
	end := last.End()
	if line(end) != line(l.Rbrace) && s.Text(fixes.Span{From: end, To: end + 1}) == "," {
		if eol, ok := s.Behind(end + 1); ok {
			return edit(eol, eol, "\n"+s.Indent(last.Pos())+text+",")
		}
	}
	return edit(end, end, ", "+text)
}

// isTransport reports whether the type is http.Transport or a pointer to it, as that of a literal in a slice or map may be.
func isTransport(t types.Type) bool {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	n, ok := types.Unalias(t).(*types.Named)
	return ok && n.Obj().Name() == "Transport" && n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == "net/http"
}

func edit(pos, end token.Pos, text string) analysis.TextEdit {
	return analysis.TextEdit{Pos: pos, End: end, NewText: []byte(text)}
}
