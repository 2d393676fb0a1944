package ignore

import (
	_ "embed"

	"golang.org/x/tools/go/analysis"

	"github.com/kalint/kalint/passes/internal/ruledoc"
	"github.com/kalint/kalint/passes/internal/suppress"
)

//go:embed doc.go
var page string

// Analyzer is the rule.
var Analyzer = New()

// New returns the rule.
func New() *analysis.Analyzer {
	return &analysis.Analyzer{
		Name:     "ignore",
		Doc:      ruledoc.Extract(page, "ignore"),
		URL:      "https://github.com/kalint/kalint/tree/main/passes/ignore",
		Requires: []*analysis.Analyzer{suppress.Analyzer},
		Run:      suppress.Wrap(run, nil),
	}
}

func run(pass *analysis.Pass) (any, error) {
	for _, d := range pass.ResultOf[suppress.Analyzer].(*suppress.Comments).Directives {
		if text := d.Fault(); text != "" {
			pass.Report(analysis.Diagnostic{Pos: d.Comment.Pos(), End: d.Comment.End(), Category: "ignore", Message: text})
		}
	}
	return nil, nil
}
