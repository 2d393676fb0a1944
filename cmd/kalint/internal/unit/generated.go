package unit

import (
	"go/ast"
	"path/filepath"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// isGenerated reports whether a finding is in a file that a program wrote. What
// cgo makes of a file is still somebody's own.
func (u *unit) isGenerated(d analysis.Diagnostic) bool {
	for _, f := range u.files {
		if f.FileStart <= d.Pos && d.Pos < f.FileEnd {
			name := filepath.Base(u.fset.File(f.FileStart).Name())
			return ast.IsGenerated(f) && !strings.HasSuffix(name, ".cgo1.go")
		}
	}
	return false
}
