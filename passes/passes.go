// Package passes lists kalint's rules.
package passes

import (
	"golang.org/x/tools/go/analysis"

	"github.com/kalint/kalint/passes/bodyclose"
	"github.com/kalint/kalint/passes/bodydrain"
	"github.com/kalint/kalint/passes/idleconns"
	"github.com/kalint/kalint/passes/ignore"
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
