package lifecycle

import (
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// importable reports whether another package may import this one and asks for facts: not of the standard library, whose
// summaries the table has, nor of an external test.
func importable(pass *analysis.Pass, std bool) bool {
	return !std && !(strings.HasSuffix(pass.Pkg.Name(), "_test") && inTest(pass.Fset, pass.Files[0].Package))
}

// callable reports whether another package may call the function: those that go test or a suite of tests runs stand in the
// package, and nobody else calls them.
func callable(fset *token.FileSet, fn *types.Func) bool {
	if !fn.Exported() {
		return false
	}
	run := func(prefix string) bool { return strings.HasPrefix(fn.Name(), prefix) }
	return !slices.ContainsFunc([]string{"Test", "Benchmark", "Fuzz", "Example"}, run) ||
		fn.Signature().Results().Len() > 0 || !inTest(fset, fn.Pos())
}

// inTest reports whether the position is in a file of tests.
func inTest(fset *token.FileSet, pos token.Pos) bool {
	f := fset.File(pos)
	return f != nil && strings.HasSuffix(f.Name(), "_test.go")
}
