// Package cli is kalint's command line. The go command talks to it in one way
// (-V=full, -flags, unit.cfg), people in another.
package cli

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/kalint/kalint/cmd/kalint/internal/alone"
	"github.com/kalint/kalint/cmd/kalint/internal/atomicfile"
	"github.com/kalint/kalint/cmd/kalint/internal/rules"
	"github.com/kalint/kalint/cmd/kalint/internal/unit"
)

// Main runs kalint with the rules given and returns its exit code. The screen
// tells which packages they have nothing to do with; it may be nil.
func Main(args []string, concerns unit.Screen, all ...*analysis.Analyzer) int {
	if err := analysis.Validate(all); err != nil {
		return refuse(err)
	}
	switch {
	case len(args) > 0 && (args[0] == "-V=full" || args[0] == "--V=full"):
		return printID()
	case len(args) > 0 && (args[0] == "-flags" || args[0] == "--flags"):
		return describe(all)
	case len(args) > 0 && strings.HasSuffix(args[len(args)-1], ".cfg"):
		return runUnit(args, concerns, all)
	case len(args) > 0 && args[0] == "help":
		return help(args[1:], all)
	case len(args) > 0 && args[0] == "completion":
		return complete(args[1:], all)
	case slices.Equal(args, []string{"version"}):
		return print(versionLine())
	}
	code, err := alone.Run(args, all)
	if errors.Is(err, flag.ErrHelp) {
		return help(nil, all)
	}
	if err != nil {
		return refuse(err)
	}
	return code
}

// describe tells go vet and go fix which flags they may pass.
func describe(all []*analysis.Analyzer) int {
	fs, _, _ := toolFlags(all)
	var b bytes.Buffer
	if err := rules.Describe(&b, fs); err != nil {
		return refuse(err)
	}
	return print(b.Bytes())
}

// runUnit answers the go command about one package.
func runUnit(args []string, concerns unit.Screen, all []*analysis.Analyzer) int {
	fs, chosen, opts := toolFlags(all)
	if err := fs.Parse(args); err != nil {
		return refuse(err)
	}
	if fs.NArg() != 1 {
		return refuse(errors.New("want one .cfg file; it is the go command that makes them"))
	}
	opts.Concerns = concerns
	return unit.Run(fs.Arg(0), chosen.Chosen(), all, *opts)
}

// toolFlags are the flags that go vet and go fix may pass.
func toolFlags(all []*analysis.Analyzer) (*flag.FlagSet, *rules.Choice, *unit.Options) {
	fs := flag.NewFlagSet("kalint", flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	fs.Usage = func() {}
	opts := new(unit.Options)
	fs.BoolVar(&opts.JSON, "json", false, "print findings and fixes as JSON")
	fs.IntVar(&opts.Context, "c", -1, "print so many lines of source around a finding")
	fs.BoolVar(&opts.Fix, "fix", false, "apply the first fix of each finding")
	fs.BoolVar(&opts.Diff, "diff", false, "with -fix, print what would change instead")
	fs.BoolVar(&opts.Deps, "deps", false, "report on dependencies too")
	fs.BoolVar(&opts.Generated, "generated", false, "report on generated files too")
	fs.BoolVar(&opts.Relative, "relative", false, "with -json, name files as seen from the package's directory")
	fs.BoolVar(&opts.Stack, "stack", false, "show the stack of a rule that panics")
	return fs, rules.Define(fs, all), opts
}

// print writes to standard output, which may be a full disk.
func print(data []byte) int {
	if _, err := os.Stdout.Write(data); err != nil {
		return refuse(fmt.Errorf("cannot write to standard output: %v", atomicfile.Cause(err)))
	}
	return 0
}

// refuse says in one line why kalint did nothing.
func refuse(err error) int {
	fmt.Fprintln(os.Stderr, "kalint: "+err.Error())
	return 2
}
