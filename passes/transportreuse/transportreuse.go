package transportreuse

import (
	_ "embed"
	"fmt"
	"path/filepath"

	"golang.org/x/tools/go/analysis"

	"github.com/kalint/kalint/passes/internal/clients"
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
		Name:     "transportreuse",
		Doc:      ruledoc.Extract(page, "transportreuse"),
		URL:      "https://github.com/kalint/kalint/tree/main/passes/transportreuse",
		Requires: []*analysis.Analyzer{clients.Analyzer, suppress.Analyzer},
		Run:      suppress.Wrap(run, nil),
	}
}

func run(pass *analysis.Pass) (any, error) {
	builds, err := pass.ResultOf[clients.Analyzer].(*clients.Result).Builds()
	if err != nil {
		return nil, err
	}
	for _, b := range builds {
		report(pass, b)
	}
	return nil, nil
}

// report reports the Transport where it is built. Where it should be kept instead is for its authors to decide, so there
// is no fix.
func report(pass *analysis.Pass, b *clients.Build) {
	d := analysis.Diagnostic{
		Pos:      b.Expr.Pos(),
		End:      b.Expr.End(),
		Category: "transportreuse",
		Message:  message(b, filepath.Base(pass.Fset.Position(b.Expr.Pos()).Filename)),
	}
	if b.Request.Pos.IsValid() {
		d.Related = []analysis.RelatedInformation{{Pos: b.Request.Pos, Message: "the request that it is built for"}}
	}
	pass.Report(d)
}

// message says what is built too often and what to do instead. File is where the report stands.
func message(b *clients.Build, file string) string {
	text := "http.Transport is built anew for each call"
	if b.Looped {
		text = "http.Transport is built anew in each round of a loop"
	}
	if b.Func != "" {
		text += " of " + b.Func
	}
	if b.Request.IsValid() {
		text += fmt.Sprintf(", for the request at line %d", b.Request.Line)
		if !b.Request.Pos.IsValid() || b.Request.File != file {
			text += " of " + b.Request.File
		}
	}
	return text + ": build it once and share it, or close its idle connections"
}
