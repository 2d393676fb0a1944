// Package passes lists kalint's rules.
package passes

import (
	"golang.org/x/tools/go/analysis"

	"github.com/kalint/kalint/passes/bodyclose"
	"github.com/kalint/kalint/passes/bodydrain"
)

// All returns the rules in the order in which they are documented.
func All() []*analysis.Analyzer {
	return []*analysis.Analyzer{
		bodyclose.Analyzer,
		bodydrain.Analyzer,
	}
}
