package bodyclose

import (
	_ "embed"
	"fmt"
	"go/token"

	"golang.org/x/tools/go/analysis"

	"github.com/kalint/kalint/passes/internal/lifecycle"
	"github.com/kalint/kalint/passes/internal/ruledoc"
	"github.com/kalint/kalint/passes/internal/suppress"
)

//go:embed doc.go
var page string

// Analyzer is the rule with its default options.
var Analyzer = New()

// New returns the rule.
func New() *analysis.Analyzer {
	return &analysis.Analyzer{
		Name:     "bodyclose",
		Doc:      ruledoc.Extract(page, "bodyclose"),
		URL:      "https://github.com/kalint/kalint/tree/main/passes/bodyclose",
		Requires: []*analysis.Analyzer{lifecycle.Analyzer, suppress.Analyzer},
		Run:      suppress.Wrap(run, nil),
	}
}

func run(pass *analysis.Pass) (any, error) {
	responses, err := pass.ResultOf[lifecycle.Analyzer].(*lifecycle.Result).Responses()
	if err != nil {
		return nil, err
	}
	for _, r := range responses {
		if len(r.Leaks) > 0 {
			report(pass, r)
		}
	}
	return nil, nil
}

// report reports the response at its call, with the first path that leaves it open.
func report(pass *analysis.Pass, r *lifecycle.Response) {
	leak := r.Leaks[0]
	d := analysis.Diagnostic{
		Pos:            r.Call.Pos(),
		End:            r.Call.End(),
		Category:       "bodyclose",
		Message:        r.Name + " is not closed" + how(pass.Fset, r, leak),
		SuggestedFixes: fix(pass, r),
	}
	for _, s := range leak.Steps {
		d.Related = append(d.Related, analysis.RelatedInformation{Pos: s.Pos, Message: stepText(s)})
	}
	if leak.How != lifecycle.Discarded {
		d.Related = append(d.Related, analysis.RelatedInformation{Pos: leak.Pos, Message: "the path leaves here with the body open"})
	}
	pass.Report(d)
}

// how says where the path parts with the response.
func how(fset *token.FileSet, r *lifecycle.Response, leak lifecycle.Leak) string {
	line := fset.Position(leak.Pos).Line
	switch leak.How {
	case lifecycle.Discarded:
		if r.Bare {
			return ": it is discarded"
		}
		return ": the response is discarded"
	case lifecycle.Overwritten:
		return fmt.Sprintf(" when it is overwritten at line %d", line)
	case lifecycle.Looped:
		return fmt.Sprintf(" when the loop goes round at line %d", line)
	case lifecycle.Recalled:
		return fmt.Sprintf(" when the function literal is called again, at line %d", line)
	}
	return fmt.Sprintf(" when the function returns at line %d", line)
}

func stepText(s lifecycle.Step) string {
	if s.Taken {
		return "the path takes this branch: the condition is true"
	}
	return "the path passes this branch: the condition is false"
}
