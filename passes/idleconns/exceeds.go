package idleconns

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"strconv"

	"golang.org/x/tools/go/analysis"

	"github.com/kalint/kalint/passes/internal/fixes"
)

// An excess is the literal of a Transport that is to keep more idle connections for one host than for all.
type excess struct {
	literal
	file           *ast.File
	perHost, total int
}

// exceeding finds them in the package.
func exceeding(pass *analysis.Pass) []excess {
	var all []excess
	for _, file := range pass.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			lit, ok := n.(*ast.CompositeLit)
			if !ok || !isTransport(pass.TypesInfo.TypeOf(lit)) {
				return true
			}
			if l, ok := parse(lit); ok {
				perHost, _ := l.number(pass, "MaxIdleConnsPerHost")
				total, _ := l.number(pass, "MaxIdleConns")
				if 0 < total && total < perHost && !l.off(pass) && !reset(pass, assigned(file, lit)) {
					all = append(all, excess{l, file, perHost, total})
				}
			}
			return true
		})
	}
	return all
}

// off reports whether the Transport may keep no connections at all.
func (l literal) off(pass *analysis.Pass) bool {
	kv := l.fields["DisableKeepAlives"]
	if kv == nil {
		return false
	}
	value := pass.TypesInfo.Types[kv.Value].Value
	return value == nil || constant.BoolVal(value)
}

// reset reports whether one of the two numbers is set again on what the literal is assigned to.
func reset(pass *analysis.Pass, to ast.Expr) bool {
	v := target(pass, to)
	found := false
	for _, file := range pass.Files {
		if v == nil {
			break
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if a, ok := n.(*ast.AssignStmt); ok {
				for _, lhs := range a.Lhs {
					sel, ok := ast.Unparen(lhs).(*ast.SelectorExpr)
					found = found || ok && isLimit(sel.Sel.Name) && target(pass, sel.X) == v
				}
			}
			return !found
		})
	}
	return found
}

func isLimit(field string) bool { return field == "MaxIdleConns" || field == "MaxIdleConnsPerHost" }

// reportExceeding reports the literal.
func reportExceeding(pass *analysis.Pass, x excess) {
	name := "http.Transport"
	if x.Type != nil {
		name = types.ExprString(x.Type)
	}
	if to := assigned(x.file, x.CompositeLit); to != nil {
		name = types.ExprString(to)
	}
	pass.Report(analysis.Diagnostic{
		Pos:      x.Pos(),
		End:      x.End(),
		Category: "idleconns",
		Message: fmt.Sprintf("MaxIdleConnsPerHost %d of %s exceeds MaxIdleConns %d, so %[3]d idle connections at most are kept",
			x.perHost, name, x.total),
		SuggestedFixes: fixExceeding(pass, x),
	})
}

// fixExceeding raises MaxIdleConns, if both are written as plain numbers.
func fixExceeding(pass *analysis.Pass, x excess) []analysis.SuggestedFix {
	total, ok := x.fields["MaxIdleConns"].Value.(*ast.BasicLit)
	perHost, plain := x.fields["MaxIdleConnsPerHost"].Value.(*ast.BasicLit)
	s := fixes.Open(pass, x.Pos())
	if !ok || !plain || total.Kind != token.INT || perHost.Kind != token.INT || s == nil {
		return nil
	}
	edits, ok := s.Tidy([]analysis.TextEdit{fixes.Replace(total, perHost.Value)})
	if !ok {
		return nil
	}
	return []analysis.SuggestedFix{{Message: "Raise MaxIdleConns to " + strconv.Itoa(x.perHost), TextEdits: edits}}
}
