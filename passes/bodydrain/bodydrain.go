package bodydrain

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/analysis"

	"github.com/kalint/kalint/passes/internal/clients"
	"github.com/kalint/kalint/passes/internal/goline"
	"github.com/kalint/kalint/passes/internal/lifecycle"
	"github.com/kalint/kalint/passes/internal/ruledoc"
	"github.com/kalint/kalint/passes/internal/servers"
	"github.com/kalint/kalint/passes/internal/suppress"
)

//go:embed doc.go
var page string

// Analyzer is the rule with its default options.
var Analyzer = New()

// An Option sets the rule up.
type Option func(*level)

// Level makes the rule report at a level: unread (the default), paths or eof. It panics for any other.
func Level(name string) Option {
	return func(l *level) {
		if err := l.Set(name); err != nil {
			panic("bodydrain: level " + name + ": " + err.Error())
		}
	}
}

// New returns the rule.
func New(opts ...Option) *analysis.Analyzer {
	l := new(level)
	for _, opt := range opts {
		opt(l)
	}
	a := &analysis.Analyzer{
		Name:     "bodydrain",
		Doc:      ruledoc.Extract(page, "bodydrain"),
		URL:      "https://github.com/kalint/kalint/tree/main/passes/bodydrain",
		Requires: []*analysis.Analyzer{lifecycle.Analyzer, clients.Analyzer, suppress.Analyzer},
		Run:      suppress.Wrap(func(pass *analysis.Pass) (any, error) { return run(pass, *l) }, places),
	}
	a.Flags.Var(l, "level", "what to report: unread (no path reads the body), paths (some path closes it unread) or eof (some path may stop before its end)")
	return a
}

func run(pass *analysis.Pass, l level) (any, error) {
	responses, err := responsesOf(pass)
	if err != nil {
		return nil, err
	}
	for _, r := range responses {
		c, ok := find(r, l)
		file := fileOf(pass, r.Call)
		if !ok || file == nil || goline.CloseDrains(pass, file) {
			continue
		}
		spared, err := isSpared(pass, r)
		if err != nil {
			return nil, err
		}
		if !spared {
			report(pass, r, c, l)
		}
	}
	return nil, nil
}

// isSpared reports whether the response costs no connection that others could have: its server sends no body, is
// asked once or is a mock, or the connection is kept for nobody.
func isSpared(pass *analysis.Pass, r *lifecycle.Response) (bool, error) {
	if r.Single || servers.AnswerEmpty(pass, r.Call) || servers.AskedOnce(pass, r.Call) || servers.AskMock(pass, r.Call) {
		return true, nil
	}
	return pass.ResultOf[clients.Analyzer].(*clients.Result).Unkept(r.Call)
}

// places says where the rule reports at any level, in a module with any go line.
func places(pass *analysis.Pass) []token.Pos {
	responses, err := responsesOf(pass)
	if err != nil {
		return nil // run has said so
	}
	var found []token.Pos
	for _, r := range responses {
		file := fileOf(pass, r.Call)
		if _, ok := find(r, eof); !ok || file == nil {
			continue
		}
		if spared, err := isSpared(pass, r); err == nil && !spared {
			found = append(found, r.Call.Pos())
		}
	}
	return found
}

func responsesOf(pass *analysis.Pass) ([]*lifecycle.Response, error) {
	return pass.ResultOf[lifecycle.Analyzer].(*lifecycle.Result).Responses()
}

// fileOf returns the file that the node stands in.
func fileOf(pass *analysis.Pass, n ast.Node) *ast.File {
	for _, f := range pass.Files {
		if f.FileStart <= n.Pos() && n.Pos() < f.FileEnd {
			return f
		}
	}
	return nil
}

// find returns the close to report at the level: the first that comes unread or else, at level eof, the first that may
// come before the end.
func find(r *lifecycle.Response, l level) (lifecycle.Close, bool) {
	var early []lifecycle.Close
	var partly []lifecycle.Close
	for _, c := range r.Closes {
		switch {
		case c.Unread():
			early = append(early, c)
		case c.Partly():
			partly = append(partly, c)
		}
	}
	never := len(early) == len(r.Closes) && !r.Read && !r.Kept
	switch {
	case len(early) > 0 && (l >= paths || never):
		return early[0], true
	case len(partly) > 0 && l >= eof:
		return partly[0], true
	}
	return lifecycle.Close{}, false
}

// report reports the response at its call.
func report(pass *analysis.Pass, r *lifecycle.Response, c lifecycle.Close, l level) {
	d := analysis.Diagnostic{
		Pos:            r.Call.Pos(),
		End:            r.Call.End(),
		Category:       "bodydrain",
		Message:        r.Name + what(c, pass.Fset.Position(c.Pos).Line),
		SuggestedFixes: fix(pass, r, l),
	}
	for _, s := range c.Steps {
		d.Related = append(d.Related, analysis.RelatedInformation{Pos: s.Pos, Message: stepText(s)})
	}
	d.Related = append(d.Related, analysis.RelatedInformation{Pos: c.Pos, Message: "the body is closed here"})
	pass.Report(d)
}

// what says how the body is closed too early at the line.
func what(c lifecycle.Close, line int) string {
	if c.Unread() {
		return fmt.Sprintf(" is closed unread at line %d, so the connection is not reused", line)
	}
	return fmt.Sprintf(" may be closed before it was read to its end, at line %d, and then the connection is not reused", line)
}

func stepText(s lifecycle.Step) string {
	if s.Taken {
		return "the path takes this branch: the condition is true"
	}
	return "the path passes this branch: the condition is false"
}
