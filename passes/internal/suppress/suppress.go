// Package suppress leaves out what comments in the code silence: //kalint:ignore, and the //nolint and //lint:ignore of code
// that other linters look at as well.
package suppress

import (
	"fmt"
	"go/ast"
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

// Wrap returns the rule's run function, with what comments silence left out, and with a report for each directive that names
// the rule and silences nothing. Sure says whether the rule would have found all that it ever may in a file; where it would
// not, a directive may have its use elsewhere. The rule must require Analyzer.
func Wrap(run func(*analysis.Pass) (any, error), sure func(*analysis.Pass, *ast.File) bool) func(*analysis.Pass) (any, error) {
	return func(pass *analysis.Pass) (any, error) {
		comments := pass.ResultOf[Analyzer].(*Comments)
		var found []analysis.Diagnostic
		inner := *pass
		inner.Report = func(d analysis.Diagnostic) { found = append(found, d) }
		result, err := run(&inner)
		if err != nil {
			return nil, err
		}
		used := make(map[*Directive]bool)
		for _, d := range found {
			if !comments.silence(pass, d, used) {
				pass.Report(d)
			}
		}
		for _, dir := range comments.Directives {
			if dir.silences(pass.Analyzer.Name) && !used[dir] && sure(pass, dir.file) {
				pass.Report(useless(pass, dir))
			}
		}
		return result, nil
	}
}

// Always is for rules that find the same however they are set up.
func Always(*analysis.Pass, *ast.File) bool { return true }

// silence reports whether a comment silences the finding, and notes all the directives that do.
func (c *Comments) silence(pass *analysis.Pass, d analysis.Diagnostic, used map[*Directive]bool) bool {
	rule, file := pass.Analyzer.Name, fileOf(pass, d.Pos)
	if file == nil {
		return false
	}
	silent := false
	at := linesOf(pass.Fset, file, d.Pos)
	for _, dir := range c.Directives {
		if dir.file == file && dir.silences(rule) && slices.Contains(at, dir.line) {
			used[dir], silent = true, true
		}
	}
	for _, r := range c.ranges {
		if r.file == file && r.from <= at[0] && at[0] <= r.to && r.names(rule) {
			silent = true
		}
	}
	return silent
}

// useless says that a directive silences nothing.
func useless(pass *analysis.Pass, dir *Directive) analysis.Diagnostic {
	name := pass.Analyzer.Name
	d := analysis.Diagnostic{
		Pos: dir.Comment.Pos(), End: dir.Comment.End(), Category: name,
		Message: fmt.Sprintf("kalint:ignore silences nothing: %s finds nothing here", name),
	}
	if len(dir.Rules) == 1 {
		d.SuggestedFixes = dir.removal(pass)
	}
	return d
}

// isName reports whether another linter's comment means the rule: by kalint's name, its own, or that of its plugin.
func isName(name, rule string) bool {
	name = strings.ToLower(strings.TrimSpace(name))
	return name == "kalint" || name == rule || name == "kalint-"+rule
}
