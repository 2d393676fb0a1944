package bodydrain

import (
	"golang.org/x/tools/go/analysis"

	"github.com/kalint/kalint/passes/internal/lifecycle"
)

// Analyzer is the rule with its default options.
var Analyzer = New()

// New returns the rule.
func New() *analysis.Analyzer {
	a := &analysis.Analyzer{
		Name:     "bodydrain",
		Doc:      "report HTTP response bodies that are closed before they were read to their end",
		URL:      "https://github.com/kalint/kalint/tree/main/passes/bodydrain",
		Requires: []*analysis.Analyzer{lifecycle.Analyzer},
		Run:      run,
	}
	a.Flags.String("level", "unread", "what to report: unread, paths or eof")
	return a
}

func run(pass *analysis.Pass) (any, error) { return nil, nil }
