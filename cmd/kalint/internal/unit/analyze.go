package unit

import (
	"fmt"
	"os"
	"reflect"
	"runtime/debug"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/kalint/kalint/cmd/kalint/internal/facts"
)

// A runner applies analyzers to one unit, each after those that it requires.
type runner struct {
	*unit
	store *facts.Store
	stack bool // a panic's message carries the stack
	done  map[*analysis.Analyzer]*outcome
	wants map[*analysis.Analyzer]int // how many analyzers have yet to see the result
}

// newRunner returns a runner for the analyzers given.
func newRunner(u *unit, store *facts.Store, stack bool, analyzers []*analysis.Analyzer) *runner {
	r := &runner{unit: u, store: store, stack: stack, done: make(map[*analysis.Analyzer]*outcome), wants: make(map[*analysis.Analyzer]int)}
	seen := make(map[*analysis.Analyzer]bool)
	var count func(as []*analysis.Analyzer)
	count = func(as []*analysis.Analyzer) {
		for _, a := range as {
			if !seen[a] {
				seen[a] = true
				for _, req := range a.Requires {
					r.wants[req]++
				}
				count(a.Requires)
			}
		}
	}
	count(analyzers)
	return r
}

// An outcome is what one analyzer made of the unit.
type outcome struct {
	result any
	diags  []analysis.Diagnostic
	err    error
}

// run applies an analyzer, once.
func (r *runner) run(a *analysis.Analyzer) *outcome {
	if out, ok := r.done[a]; ok {
		return out
	}
	out := new(outcome)
	r.done[a] = out
	inputs := make(map[*analysis.Analyzer]any)
	for _, req := range a.Requires {
		in := r.run(req)
		if in.err != nil {
			out.err = fmt.Errorf("%s: %w", req.Name, in.err)
			return out
		}
		inputs[req] = in.result
	}
	r.call(r.pass(a, inputs, out), out)
	for _, req := range a.Requires {
		if r.wants[req]--; r.wants[req] == 0 {
			r.done[req].result = nil // what it holds may be as large as the package
		}
	}
	return out
}

// call runs an analyzer and turns a panic into an error.
func (r *runner) call(pass *analysis.Pass, out *outcome) {
	defer func() {
		if p := recover(); p != nil {
			out.err = fmt.Errorf("panic: %s", oneLine(fmt.Sprint(p)))
			if r.stack {
				out.err = fmt.Errorf("panic: %v\n%s", p, debug.Stack())
			}
		}
	}()
	a := pass.Analyzer
	out.result, out.err = a.Run(pass)
	if got := reflect.TypeOf(out.result); out.err == nil && got != a.ResultType {
		out.err = fmt.Errorf("returned a %v instead of a %v", got, a.ResultType)
	}
}

// pass is what an analyzer gets to see.
func (r *runner) pass(a *analysis.Analyzer, inputs map[*analysis.Analyzer]any, out *outcome) *analysis.Pass {
	return &analysis.Pass{
		Analyzer:          a,
		Fset:              r.fset,
		Files:             r.files,
		OtherFiles:        r.cfg.NonGoFiles,
		IgnoredFiles:      r.cfg.IgnoredFiles,
		Pkg:               r.pkg,
		TypesInfo:         r.info,
		TypesSizes:        r.sizes,
		Module:            r.cfg.module(),
		ResultOf:          inputs,
		Report:            func(d analysis.Diagnostic) { out.diags = append(out.diags, d) },
		ReadFile:          r.readFile,
		ImportObjectFact:  r.store.ImportObjectFact,
		ExportObjectFact:  r.store.ExportObjectFact,
		ImportPackageFact: r.store.ImportPackageFact,
		ExportPackageFact: r.store.ExportPackageFact,
		AllObjectFacts:    func() []analysis.ObjectFact { return r.store.ObjectFacts(a.FactTypes) },
		AllPackageFacts:   func() []analysis.PackageFact { return r.store.PackageFacts(a.FactTypes) },
	}
}

// readFile lets an analyzer read the files of its package only: the go command
// would not notice a change in any other.
func (r *runner) readFile(name string) ([]byte, error) {
	for _, files := range [][]string{r.cfg.GoFiles, r.cfg.NonGoFiles, r.cfg.IgnoredFiles} {
		if slices.Contains(files, name) {
			return os.ReadFile(name)
		}
	}
	return nil, fmt.Errorf("%s is no file of package %s", name, r.cfg.ImportPath)
}

// oneLine folds what may be several lines into one.
func oneLine(s string) string {
	return strings.Join(strings.Fields(s), " ")
}
