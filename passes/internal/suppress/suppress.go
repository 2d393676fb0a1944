// Package suppress leaves out what comments in the code silence: //kalint:ignore, and the //nolint and //lint:ignore of code
// that other linters look at as well.
package suppress

import (
	"go/ast"
	"go/token"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// Rules are the names that a comment may give, in the order in which the rules are documented.
var Rules = []string{"bodyclose", "bodydrain", "idleconns", "transportreuse"}

// Analyzer reads the comments of a package. Its result is a *Comments.
var Analyzer = &analysis.Analyzer{
	Name:             "suppress",
	Doc:              "read the comments that silence kalint's rules",
	URL:              "https://github.com/kalint/kalint/tree/main/passes/internal/suppress",
	Run:              read,
	ResultType:       reflect.TypeFor[*Comments](),
	RunDespiteErrors: true,
}

// Comments are those of a package that silence rules.
type Comments struct {
	Directives []*Directive // in source order
	ranges     []lines
}

// lines are lines of a file on which other comments silence rules.
type lines struct {
	file     *ast.File
	from, to int
	names    func(rule string) bool
	bare     func(rule string) bool // of golangci-lint's comments: they name the rule as such
}

// UnderGolangci returns the comments without those that golangci-lint takes care of itself. Left of its own are those that
// name a rule as such, which there is another linter, or none.
func (c *Comments) UnderGolangci() *Comments {
	left := &Comments{Directives: c.Directives}
	for _, r := range c.ranges {
		if r.bare != nil {
			r.names = r.bare
		}
		left.ranges = append(left.ranges, r)
	}
	return left
}

func read(pass *analysis.Pass) (any, error) {
	c := new(Comments)
	for _, f := range pass.Files {
		c.Directives = append(c.Directives, directives(pass.Fset, f)...)
		c.ranges = append(c.ranges, nolints(pass.Fset, f)...)
		c.ranges = append(c.ranges, lintIgnores(pass.Fset, f)...)
	}
	return c, nil
}

// Places says where a rule would report, were its flags or the module's go line others than they are.
type Places func(*analysis.Pass) []token.Pos

// Wrap returns the rule's run function, with what comments silence left out, and with a report for each directive that names
// the rule and silences nothing. One at another place where the rule may report has its use elsewhere; others may be nil.
// The rule must require Analyzer.
func Wrap(run func(*analysis.Pass) (any, error), others Places) func(*analysis.Pass) (any, error) {
	return func(pass *analysis.Pass) (any, error) {
		f := &filter{pass, pass.ResultOf[Analyzer].(*Comments), make(map[*Directive]bool)}
		var found []analysis.Diagnostic
		inner := *pass
		inner.Report = func(d analysis.Diagnostic) { found = append(found, d) }
		result, err := run(&inner)
		if err != nil {
			return nil, err
		}
		for _, d := range found {
			ignored := f.ignored(d.Pos) // asked in any case: the directive has its use
			if !ignored && !f.silencedByOthers(d.Pos) {
				pass.Report(d)
			}
		}
		f.reportUseless(others)
		return result, nil
	}
}

// A filter is what the findings of one rule go through.
type filter struct {
	pass     *analysis.Pass
	comments *Comments
	used     map[*Directive]bool
}

// ignored reports whether a directive silences a finding at the position, and notes all that do.
func (f *filter) ignored(pos token.Pos) bool {
	file := fileOf(f.pass, pos)
	if file == nil || len(f.comments.Directives) == 0 {
		return false
	}
	silent := false
	at := linesOf(f.pass.Fset, file, pos)
	for _, dir := range f.comments.Directives {
		if dir.file == file && dir.silences(f.pass.Analyzer.Name) && slices.Contains(at, dir.line) {
			f.used[dir], silent = true, true
		}
	}
	return silent
}

// silencedByOthers reports whether another linter's comment silences the rule at the position.
func (f *filter) silencedByOthers(pos token.Pos) bool {
	file, at := fileOf(f.pass, pos), line(f.pass.Fset, pos)
	return slices.ContainsFunc(f.comments.ranges, func(r lines) bool {
		return r.file == file && r.from <= at && at <= r.to && r.names(f.pass.Analyzer.Name)
	})
}

// isName reports whether another linter's comment means the rule: by kalint's name, its own, or that of its plugin.
func isName(name, rule string) bool {
	name = strings.ToLower(strings.TrimSpace(name))
	return name == "kalint" || name == rule || name == "kalint-"+rule
}
