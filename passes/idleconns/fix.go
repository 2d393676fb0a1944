package idleconns

import (
	"fmt"
	"go/ast"
	"slices"
	"strconv"

	"golang.org/x/tools/go/analysis"

	"github.com/kalint/kalint/passes/internal/clients"
	"github.com/kalint/kalint/passes/internal/fixes"
)

// enough is how many connections to keep where the code does not show how many it uses.
const enough = 100

// fix sets MaxIdleConnsPerHost where the client is made.
func fix(pass *analysis.Pass, c *clients.Idle) []analysis.SuggestedFix {
	s := fixes.Open(pass, c.Expr.Pos())
	if s == nil {
		return nil
	}
	l, ok := parse(value(s, c.Expr))
	if !ok {
		return nil
	}
	n := c.Bound
	if n <= 0 {
		n = enough
	}
	switch c.Kind {
	case clients.Transport:
		return fixTransport(pass, s, l, n)
	case clients.Client:
		return fixClient(pass, s, l, n)
	}
	return nil
}

// value returns what a variable is declared with, if the report stands at its name: c := http.Client{} is no more than that.
func value(s *fixes.Source, x ast.Expr) ast.Expr {
	path := s.Path(x)
	if len(path) < 2 {
		return x
	}
	switch n := path[1].(type) {
	case *ast.AssignStmt:
		if i := slices.Index(n.Lhs, x); i >= 0 && len(n.Lhs) == len(n.Rhs) {
			return n.Rhs[i]
		}
	case *ast.ValueSpec:
		if id, ok := x.(*ast.Ident); ok {
			if i := slices.Index(n.Names, id); i >= 0 && len(n.Names) == len(n.Values) {
				return n.Values[i]
			}
		}
	}
	return x
}

// fixTransport adds the field to the literal. More than MaxConnsPerHost would be of no use, and more than MaxIdleConns
// is not to be had, so that is raised.
func fixTransport(pass *analysis.Pass, s *fixes.Source, l literal, n int) []analysis.SuggestedFix {
	if !isTransport(pass.TypesInfo.TypeOf(l.CompositeLit)) || l.fields["MaxIdleConnsPerHost"] != nil {
		return nil
	}
	if limit, ok := l.number(pass, "MaxConnsPerHost"); ok && limit > 0 {
		n = min(n, limit)
	}
	edits := []analysis.TextEdit{l.add(s, pass, fmt.Sprintf("MaxIdleConnsPerHost: %d", n), "MaxIdleConns")}
	if total, ok := l.number(pass, "MaxIdleConns"); ok && 0 < total && total < n {
		value := l.fields["MaxIdleConns"].Value
		if !local(value) {
			return nil
		}
		edits = append(edits, fixes.Replace(value, strconv.Itoa(n)))
	}
	edits, ok := s.Tidy(edits)
	if !ok {
		return nil
	}
	return []analysis.SuggestedFix{{Message: fmt.Sprintf("Set MaxIdleConnsPerHost to %d", n), TextEdits: edits}}
}

// local reports whether the constant does without another package, whose import might be left without a use.
func local(x ast.Expr) bool {
	ok := true
	ast.Inspect(x, func(n ast.Node) bool {
		if _, sel := n.(*ast.SelectorExpr); sel {
			ok = false
		}
		return ok
	})
	return ok
}
