package alone

import (
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/kalint/kalint/cmd/kalint/internal/completion"
	"github.com/kalint/kalint/cmd/kalint/internal/format"
	"github.com/kalint/kalint/cmd/kalint/internal/rules"
)

// buildBools and buildValues are the build flags that go vet has. Those that
// choose another tool or print nothing but commands are not among them.
var (
	buildBools = []string{"a", "asan", "buildvcs", "cover", "linkshared", "modcacherw", "msan", "race", "trimpath", "v", "work", "x"}

	buildValues = []string{
		"asmflags", "buildmode", "compiler", "covermode", "coverpkg", "gccgoflags", "gcflags", "installsuffix",
		"ldflags", "mod", "modfile", "overlay", "p", "pgo", "pkgdir", "tags", "toolexec",
	}
)

// A passed is a flag that is handed on as it was given.
type passed struct {
	name string
	bool bool
	to   *[]string
}

func (p *passed) IsBoolFlag() bool { return p.bool }
func (p *passed) String() string   { return "" }
func (p *passed) Set(s string) error {
	*p.to = append(*p.to, "-"+p.name+"="+s)
	return nil
}

// A name is a flag that names something which exists outside of kalint.
type name struct {
	to   *string
	kind completion.Kind
}

func (n *name) Kind() completion.Kind { return n.kind }
func (n *name) String() string {
	if n.to == nil {
		return ""
	}
	return *n.to
}
func (n *name) Set(s string) error {
	if s == "" {
		return fmt.Errorf("want a %s", n.kind)
	}
	*n.to = s
	return nil
}

// A formatFlag is the name of a format.
type formatFlag string

// Values are the names that there are.
func (f *formatFlag) Values() []string { return format.Names() }
func (f *formatFlag) String() string   { return string(*f) }
func (f *formatFlag) Set(s string) error {
	if !slices.Contains(format.Names(), s) {
		return fmt.Errorf("want one of %s", strings.Join(format.Names(), ", "))
	}
	*f = formatFlag(s)
	return nil
}

// Flags are those of kalint on its own, for shell completion.
func Flags(all []*analysis.Analyzer) *flag.FlagSet {
	fs, _, _ := newFlags(new(options), all)
	return fs
}

// newFlags makes the flags that set options. Own are those of the rules, which
// fs has as well.
func newFlags(o *options, all []*analysis.Analyzer) (fs, own *flag.FlagSet, chosen *rules.Choice) {
	fs = flag.NewFlagSet("kalint", flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	fs.Usage = func() {}
	o.format = format.Text
	fs.Var(&name{&o.dir, completion.Dir}, "C", "work in a directory")
	fs.IntVar(&o.context, "c", -1, "print so many lines of source around each finding")
	fs.BoolVar(&o.fix, "fix", false, "apply the first fix of each finding")
	fs.BoolVar(&o.diff, "diff", false, "print the fixes as a patch, and change nothing")
	fs.BoolVar(&o.json, "json", false, "print findings as JSON")
	fs.Var(&o.format, "format", "the form of findings")
	fs.Var(&name{&o.out, completion.File}, "o", "write findings to a file")
	fs.Var(&name{&o.baseline, completion.File}, "baseline", "leave out the findings in a baseline")
	fs.Var(&name{&o.writeBaseline, completion.File}, "write-baseline", "write the findings to a baseline")
	fs.Var(&name{&o.newFrom, completion.Revision}, "new-from", "leave out findings on lines that are as in a git revision")
	fs.BoolVar(&o.modules, "modules", false, "look at the modules that a change of files concerns, or at all below")
	fs.BoolVar(&o.tests, "tests", true, "report on test files as well")
	fs.BoolVar(&o.generated, "generated", false, "report on generated files as well")
	fs.BoolVar(&o.stack, "stack", false, "show the stack of a rule that panics")
	for _, name := range buildBools {
		fs.Var(&passed{name, true, &o.build}, name, "build flag, as go vet takes it")
	}
	for _, name := range buildValues {
		fs.Var(&passed{name, false, &o.build}, name, "build flag, as go vet takes it")
	}
	own = flag.NewFlagSet("", flag.ContinueOnError)
	chosen = rules.Define(own, all)
	own.VisitAll(func(f *flag.Flag) { fs.Var(f.Value, f.Name, f.Usage) })
	return fs, own, chosen
}
