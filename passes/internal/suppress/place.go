package suppress

import (
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/astutil"
)

func fileOf(pass *analysis.Pass, pos token.Pos) *ast.File {
	for _, f := range pass.Files {
		if f.FileStart <= pos && pos < f.FileEnd {
			return f
		}
	}
	return nil
}

// linesOf returns the lines on which a directive silences a finding at the position: its own first, then those on which the
// statements or declarations begin that it is in, up to the block around them.
func linesOf(fset *token.FileSet, file *ast.File, pos token.Pos) []int {
	at := []int{line(fset, pos)}
	path, _ := astutil.PathEnclosingInterval(file, pos, pos)
	for _, n := range path {
		switch n := n.(type) {
		case *ast.BlockStmt, *ast.CaseClause, *ast.CommClause, *ast.FuncDecl, *ast.FuncLit:
			return at
		case ast.Stmt, ast.Spec, *ast.GenDecl:
			at = append(at, line(fset, n.Pos()))
		}
	}
	return at
}
