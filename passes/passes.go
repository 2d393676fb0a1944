// Package passes lists kalint's rules.
package passes

import (
	"go/ast"

	"golang.org/x/tools/go/analysis"

	"github.com/kalint/kalint/passes/bodyclose"
	"github.com/kalint/kalint/passes/bodydrain"
	"github.com/kalint/kalint/passes/idleconns"
	"github.com/kalint/kalint/passes/ignore"
	"github.com/kalint/kalint/passes/internal/clients"
	"github.com/kalint/kalint/passes/internal/lifecycle"
	"github.com/kalint/kalint/passes/internal/suppress"
	"github.com/kalint/kalint/passes/transportreuse"
)

// All returns the rules in the order in which they are documented.
func All() []*analysis.Analyzer {
	return []*analysis.Analyzer{
		bodyclose.Analyzer,
		bodydrain.Analyzer,
		idleconns.Analyzer,
		transportreuse.Analyzer,
		ignore.Analyzer,
	}
}

// Concerns reports whether the rules may have anything to tell of a package, as findings or as facts. If not, a driver
// need not look into it.
//
// sees reports whether something in the package, or a type of it, may be of the package with the path given. outline
// returns a pass for the package that has facts, files and types, but for those of what is in the bodies of functions;
// nil if it cannot be made. It is called where the files and what is seen do not decide.
func Concerns(files []*ast.File, sees func(path string) bool, outline func() *analysis.Pass) bool {
	if lifecycle.PlainlyConcerns(files) || suppress.Concerns(files) || sees("net/http") {
		return true
	}
	pass := outline()
	return pass == nil || lifecycle.Concerns(pass) || clients.Concerns(pass)
}
