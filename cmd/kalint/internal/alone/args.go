package alone

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/kalint/kalint/cmd/kalint/internal/rules"
)

// An options is a command line.
type options struct {
	dir      string // where to work; "" is here
	context  int    // lines of source around a finding; negative: as the output suits
	fix      bool
	diff     bool
	json     bool
	tests    bool
	verbose  bool     // the go command was asked to print what it does
	build    []string // flags of the go command
	rules    []string // flags of the rules
	patterns []string // packages
}

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

// parseArgs reads the command line.
func parseArgs(args []string, all []*analysis.Analyzer) (*options, error) {
	o := new(options)
	fs := flag.NewFlagSet("kalint", flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	fs.Usage = func() {}
	stack := fs.Bool("stack", false, "")
	fs.StringVar(&o.dir, "C", "", "")
	fs.IntVar(&o.context, "c", -1, "")
	fs.BoolVar(&o.fix, "fix", false, "")
	fs.BoolVar(&o.diff, "diff", false, "")
	fs.BoolVar(&o.json, "json", false, "")
	fs.BoolVar(&o.tests, "tests", true, "")
	for _, name := range buildBools {
		fs.Var(&passed{name, true, &o.build}, name, "")
	}
	for _, name := range buildValues {
		fs.Var(&passed{name, false, &o.build}, name, "")
	}
	own := flag.NewFlagSet("", flag.ContinueOnError)
	rules.Define(own, all)
	own.VisitAll(func(f *flag.Flag) { fs.Var(f.Value, f.Name, f.Usage) })

	if err := fs.Parse(args); errors.Is(err, flag.ErrHelp) {
		return nil, err
	} else if err != nil {
		return nil, fmt.Errorf("%v; see kalint help", err)
	}
	fs.Visit(func(f *flag.Flag) {
		if own.Lookup(f.Name) != nil {
			o.rules = append(o.rules, "-"+f.Name+"="+f.Value.String())
		}
		o.verbose = o.verbose || f.Name == "x" || f.Name == "v"
	})
	if *stack {
		o.rules = append(o.rules, "-stack")
	}
	return o, o.finish(fs.Args())
}

// finish takes the packages and checks what goes together.
func (o *options) finish(patterns []string) error {
	o.patterns = patterns
	if len(patterns) == 0 {
		o.patterns = []string{"./..."}
	}
	for _, p := range patterns {
		if strings.HasPrefix(p, "-") {
			return fmt.Errorf("flags go before the packages: %s", p)
		}
	}
	if o.json && (o.fix || o.diff) {
		return errors.New("-json goes with neither -fix nor -diff")
	}
	return nil
}
