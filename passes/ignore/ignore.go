package ignore

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

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
		Run:      run,
	}
}

func run(pass *analysis.Pass) (any, error) {
	for _, d := range pass.ResultOf[suppress.Analyzer].(*suppress.Comments).Directives {
		if text := fault(d); text != "" {
			pass.Report(analysis.Diagnostic{Pos: d.Comment.Pos(), End: d.Comment.End(), Category: "ignore", Message: text})
		}
	}
	return nil, nil
}

// fault says what is wrong with a directive; "" if nothing is.
func fault(d *suppress.Directive) string {
	if len(d.Rules) == 0 {
		return "kalint:ignore names no rule: it takes one or more of " + strings.Join(suppress.Rules, ",") + ", and a reason"
	}
	for _, name := range d.Rules {
		if !slices.Contains(suppress.Rules, name) {
			return fmt.Sprintf("kalint:ignore names %q, which is no rule: the rules are %s", name, strings.Join(suppress.Rules, ", "))
		}
	}
	if d.Reason == "" {
		return "kalint:ignore gives no reason, and silences nothing: say why after " + strings.Join(d.Rules, ",")
	}
	return ""
}
