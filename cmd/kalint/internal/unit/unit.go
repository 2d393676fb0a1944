// Package unit analyses one package for go vet or go fix. It differs from
// golang.org/x/tools/go/analysis/unitchecker in where types come from: out of
// what the compiler wrote, so that a package which cannot matter needs no answer
// but an empty one.
package unit

import (
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/kalint/kalint/cmd/kalint/internal/facts"
)

// Options say what is done with the findings.
type Options struct {
	JSON    bool // print JSON instead of lines
	Context int  // print so many lines of source around a finding; negative: none
	Fix     bool // apply the findings' fixes instead of printing them
	Diff    bool // with Fix: print what would change
	Deps    bool // report on dependencies too
	Stack   bool // show the stack of a rule that panics

	Generated bool // report on generated files too
	Relative  bool // with JSON: name files as seen from the package's directory

	Concerns Screen // nil: each package has to be looked into
}

// Run analyses the package that the go command describes in a file, with the
// rules given. All are the rules that there are, whose facts may come in. The
// result is the exit code.
func Run(cfgFile string, rules, all []*analysis.Analyzer, opts Options) int {
	cfg, err := ReadConfig(cfgFile)
	if err != nil {
		return fail(err)
	}
	if skip(cfg) && !opts.Deps || !opts.reportsOn(cfg) && len(factMakers(rules)) == 0 {
		return writeFacts(cfg, nil)
	}
	if heap := heapFor(sourceSize(cfg)); heap > 0 {
		enlarge(heap)
	}
	collectLater()
	u, err := load(cfg)
	if err != nil {
		return refuse(cfg, err)
	}
	u.deps = opts.Deps
	known := factTypes(all)
	handed, concerns := u.screen(opts.Concerns, known)
	if err := u.check(concerns, opts.reportsOn(cfg)); err != nil {
		return refuse(cfg, err)
	}
	if !concerns {
		return u.passOn(handed, opts)
	}
	return u.analyze(rules, known, opts)
}

// refuse says why a unit cannot be analysed.
func refuse(cfg *Config, err error) int {
	if cfg.SucceedOnTypecheckFailure {
		return writeFacts(cfg, nil)
	}
	fmt.Fprintln(os.Stderr, err)
	return 1
}

// passOn answers for a unit that the rules have nothing to do with: it has the
// facts of its imports, and no findings.
func (u *unit) passOn(store *facts.Store, opts Options) int {
	data, err := store.Encode()
	if err != nil {
		return fail(err)
	}
	if standard(u.cfg) && !opts.Deps {
		data = nil
	}
	if code := writeFacts(u.cfg, data); code != 0 || !opts.reportsOn(u.cfg) || u.cfg.VetxOnly {
		return code
	}
	return u.deliver(nil, opts)
}

// reportsOn reports whether the findings in a package are wanted.
func (o Options) reportsOn(cfg *Config) bool {
	if cfg.VetxOnly && o.Fix {
		return false
	}
	return !cfg.VetxOnly || o.Deps || o.JSON && forgotten(cfg)
}

// analyze runs the rules and puts facts and findings where they belong.
func (u *unit) analyze(rules []*analysis.Analyzer, known []analysis.Fact, opts Options) int {
	store, err := u.readFacts(known)
	if err != nil {
		return fail(err)
	}
	var results []result
	wanted := opts.reportsOn(u.cfg)
	if !wanted {
		rules = factMakers(rules)
	}
	r := newRunner(u, store, opts.Stack, rules)
	for _, a := range rules {
		res := u.result(a, r.run(a))
		if !opts.Generated {
			res.diags = slices.DeleteFunc(res.diags, u.isGenerated)
		}
		results = append(results, res)
	}
	data, err := store.Encode()
	if err != nil {
		return fail(err)
	}
	if standard(u.cfg) && !opts.Deps {
		data = nil // as when it is skipped: whether it was asked about before must not matter
	}
	if code := writeFacts(u.cfg, data); code != 0 {
		return code
	}
	if !wanted || u.cfg.VetxOnly && !slices.ContainsFunc(results, result.tells) {
		return printFailures(results)
	}
	return u.deliver(results, opts)
}

// readFacts takes in what the analysis of the imports wrote. The distribution's
// own have no facts, unless they are asked about as well.
func (u *unit) readFacts(known []analysis.Fact) (*facts.Store, error) {
	if err := facts.Register(known); err != nil {
		return nil, err
	}
	store := facts.NewStore(u.pkg)
	paths := make([]string, 0, len(u.cfg.PackageVetx))
	for path := range u.cfg.PackageVetx {
		if u.cfg.Standard[path] && !u.deps {
			continue
		}
		paths = append(paths, path)
	}
	slices.Sort(paths)
	for _, path := range paths {
		data, err := os.ReadFile(u.cfg.PackageVetx[path])
		if err != nil {
			return nil, fmt.Errorf("cannot read the facts of %s: %v", path, err)
		}
		if err := store.Decode(path, data, u.imports.seen); err != nil {
			return nil, err
		}
	}
	return store, nil
}

// writeFacts answers the go command, which keeps the file for next time; an
// empty one says that there are no facts.
func writeFacts(cfg *Config, data []byte) int {
	if cfg.VetxOutput == "" {
		return 0
	}
	if err := os.WriteFile(cfg.VetxOutput, data, 0o666); err != nil {
		return fail(err)
	}
	return 0
}

// factMakers returns those of the analyzers, and of what they require, that
// have facts: where nothing else is wanted, the others need not run.
func factMakers(all []*analysis.Analyzer) []*analysis.Analyzer {
	var makers []*analysis.Analyzer
	for _, a := range all {
		if len(a.FactTypes) > 0 {
			makers = append(makers, a)
		}
		for _, m := range factMakers(a.Requires) {
			if !slices.Contains(makers, m) {
				makers = append(makers, m)
			}
		}
	}
	return makers
}

// factTypes lists the types of facts of analyzers and of all that they require,
// in a fixed order.
func factTypes(all []*analysis.Analyzer) []analysis.Fact {
	var out []analysis.Fact
	seen := make(map[*analysis.Analyzer]bool)
	var visit func(as []*analysis.Analyzer)
	visit = func(as []*analysis.Analyzer) {
		for _, a := range as {
			if !seen[a] {
				seen[a] = true
				visit(a.Requires)
				out = append(out, a.FactTypes...)
			}
		}
	}
	visit(all)
	return out
}

// fail says in one line why there is no answer.
func fail(err error) int {
	fmt.Fprintln(os.Stderr, "kalint: "+strings.TrimPrefix(err.Error(), "kalint: "))
	return 1
}

// stdout is where output other than facts goes: the file that the go command
// names, which it caches, or else standard output.
func (u *unit) stdout() (io.WriteCloser, error) {
	if u.cfg.Stdout != "" {
		return os.Create(u.cfg.Stdout)
	}
	return os.Stdout, nil
}
