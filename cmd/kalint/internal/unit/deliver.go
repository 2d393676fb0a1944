package unit

import (
	"cmp"
	"fmt"
	"os"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/kalint/kalint/cmd/kalint/internal/report"
)

// A result is what one rule has to say about the unit.
type result struct {
	rule  *analysis.Analyzer
	diags []analysis.Diagnostic
	err   error
}

// tells reports whether there is anything to say.
func (r result) tells() bool { return len(r.diags) > 0 || r.err != nil }

// result checks what a rule handed over.
func (u *unit) result(a *analysis.Analyzer, out *outcome) result {
	res := result{rule: a, diags: out.diags, err: out.err}
	slices.SortStableFunc(res.diags, func(a, b analysis.Diagnostic) int { return cmp.Compare(a.Pos, b.Pos) })
	for i := range res.diags {
		fixes, err := u.validFixes(res.diags[i].SuggestedFixes)
		if err != nil && res.err == nil {
			res.err = err
		}
		res.diags[i].SuggestedFixes = fixes
	}
	if res.err != nil {
		res.err = fmt.Errorf("kalint: rule %s failed on package %s: %w", a.Name, u.cfg.ImportPath, res.err)
	}
	return res
}

// deliver prints findings or applies their fixes, and returns the exit code.
func (u *unit) deliver(results []result, opts Options) (code int) {
	if !opts.JSON && !opts.Fix {
		return u.printPlain(results, opts.Context)
	}
	w, err := u.stdout()
	if err != nil {
		return fail(err)
	}
	if opts.JSON {
		err = u.tree(results, opts.Relative).Write(w)
	} else {
		code, err = u.applyFixes(w, results, opts.Diff)
	}
	if w != os.Stdout {
		if cerr := w.Close(); err == nil {
			err = cerr
		}
	}
	if err != nil {
		return fail(err)
	}
	return code
}

// printPlain prints lines on standard error, as go vet did before Go 1.26.
func (u *unit) printPlain(results []result, context int) int {
	code := printFailures(results)
	for _, res := range results {
		for _, d := range res.diags {
			report.Plain(os.Stderr, u.fset, context, d)
			code = 1
		}
	}
	return code
}

// printFailures names the rules that failed.
func printFailures(results []result) (code int) {
	for _, res := range results {
		if res.err != nil {
			fmt.Fprintln(os.Stderr, res.err)
			code = 1
		}
	}
	return code
}

// tree is the JSON form of the results. A tool that prints JSON must exit with
// 0, or else go vet drops what it printed: so failures are told there as well.
func (u *unit) tree(results []result, relative bool) report.Tree {
	tree := make(report.Tree)
	found := false
	for _, res := range results {
		found = found || len(res.diags) > 0
	}
	for _, res := range results {
		diags := report.Diagnostics(u.fset, res.diags)
		if relative {
			for i := range diags {
				diags[i].SeenFrom(u.cfg.Dir)
			}
		}
		switch {
		case res.err != nil && !found:
			tree.Set(u.cfg.ID, res.rule.Name, report.Failure{Err: res.err.Error()})
		case res.err != nil:
			tree.Set(u.cfg.ID, res.rule.Name, append(diags, u.failure(res.err)))
		case len(diags) > 0:
			tree.Set(u.cfg.ID, res.rule.Name, diags)
		}
	}
	return tree
}

// failure tells of a failed rule as a diagnostic at the package clause.
func (u *unit) failure(err error) report.Diagnostic {
	posn := u.fset.Position(u.files[0].Name.Pos()).String()
	return report.Diagnostic{Category: report.FailureCategory, Posn: posn, End: posn, Message: err.Error()}
}
