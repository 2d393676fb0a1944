package idleconns

import (
	_ "embed"
	"go/token"

	"golang.org/x/tools/go/analysis"

	"github.com/kalint/kalint/passes/internal/clients"
	"github.com/kalint/kalint/passes/internal/ruledoc"
	"github.com/kalint/kalint/passes/internal/suppress"
)

//go:embed doc.go
var page string

// Analyzer is the rule with its default options.
var Analyzer = New()

// An Option sets the rule up.
type Option func(*options)

type options struct {
	shared bool // report what keeps its connections in http.DefaultTransport
}

// Default says whether http.Get, http.DefaultClient and all clients that share http.DefaultTransport are reported. They
// are unless it says otherwise.
func Default(on bool) Option {
	return func(o *options) { o.shared = on }
}

// New returns the rule.
func New(opts ...Option) *analysis.Analyzer {
	o := &options{shared: true}
	for _, opt := range opts {
		opt(o)
	}
	a := &analysis.Analyzer{
		Name:     "idleconns",
		Doc:      ruledoc.Extract(page, "idleconns"),
		URL:      "https://github.com/kalint/kalint/tree/main/passes/idleconns",
		Requires: []*analysis.Analyzer{clients.Analyzer, suppress.Analyzer},
		Run:      suppress.Wrap(func(pass *analysis.Pass) (any, error) { return run(pass, *o) }, places),
	}
	a.Flags.BoolVar(&o.shared, "default", o.shared, "report http.Get, http.DefaultClient and clients that share http.DefaultTransport as well")
	return a
}

func run(pass *analysis.Pass, o options) (any, error) {
	idle, err := pass.ResultOf[clients.Analyzer].(*clients.Result).Idle()
	if err != nil {
		return nil, err
	}
	for _, c := range idle {
		if o.shared || !c.Default {
			report(pass, c)
		}
	}
	for _, l := range exceeding(pass) {
		reportExceeding(pass, l)
	}
	return nil, nil
}

// places says where the rule reports with http.DefaultTransport left out or not.
func places(pass *analysis.Pass) []token.Pos {
	idle, err := pass.ResultOf[clients.Analyzer].(*clients.Result).Idle()
	if err != nil {
		return nil // run has said so
	}
	var found []token.Pos
	for _, c := range idle {
		found = append(found, c.Expr.Pos())
	}
	return found
}

// report reports a client where it is made or, if it is shared by all, the request.
func report(pass *analysis.Pass, c *clients.Idle) {
	d := analysis.Diagnostic{
		Pos:            c.Expr.Pos(),
		End:            c.Expr.End(),
		Category:       "idleconns",
		Message:        message(c, pass.Fset.Position(c.Expr.Pos()).Filename),
		SuggestedFixes: fix(pass, c),
	}
	if c.Spawn.Pos.IsValid() {
		text := "the goroutines are started here"
		if c.How == clients.Handler {
			text = "a server runs this handler in a goroutine for each request"
		}
		d.Related = append(d.Related, analysis.RelatedInformation{Pos: c.Spawn.Pos, Message: text})
	}
	if c.Request.Pos.IsValid() && c.Request.Pos != c.Spawn.Pos && c.Kind != clients.Shared {
		d.Related = append(d.Related, analysis.RelatedInformation{Pos: c.Request.Pos, Message: "a request goes through it here"})
	}
	pass.Report(d)
}
