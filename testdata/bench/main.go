// Bench measures what kalint costs, beside other tools: CPU time under go vet and
// golangci-lint, memory, start-up, and growth with the size of what is looked at.
// It needs Linux and the module proxy. It judges nothing by exit code: that is 2 if
// something could not be measured, or else 0. Go test measures a very small module.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
)

const usage = `usage: go run . [flags]

Measures kalint and other tools in turn, and prints tables of medians and, in
brackets, the least and the most. Ratios are those of tools that ran one after the
other in the same round.

`

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// options are what the command line says.
type options struct {
	runs     int
	only     string
	markdown bool
	update   bool
	cache    string
}

func parseArgs(args []string, stderr io.Writer) (o options, err error) {
	fs := flag.NewFlagSet("bench", flag.ContinueOnError)
	fs.SetOutput(stderr)
	fs.Usage = func() { fmt.Fprint(stderr, usage); fs.PrintDefaults() }
	fs.IntVar(&o.runs, "runs", 3, "how often each is measured")
	fs.StringVar(&o.only, "only", "", "measure `one` of "+measureNames()+" alone")
	fs.BoolVar(&o.markdown, "markdown", false, "print the tables as Markdown")
	fs.BoolVar(&o.update, "update", false, "put the tables into the README as well")
	fs.StringVar(&o.cache, "cache", "", "the build cache of what is looked at, a `directory` to keep for next time; without it, all of that is compiled first")
	if err := fs.Parse(args); err != nil {
		return o, err
	}
	switch {
	case fs.NArg() > 0:
		err = fmt.Errorf("there is nothing to name but flags: %s", fs.Arg(0))
	case o.runs < 1:
		err = fmt.Errorf("-runs=%d: want one or more", o.runs)
	case o.only != "" && chosen(o.only) == nil:
		err = fmt.Errorf("-only=%s: want one of %s", o.only, measureNames())
	case o.only != "" && o.update:
		err = errors.New("-update wants everything measured, not -only")
	}
	if err != nil {
		fmt.Fprintln(stderr, "bench:", err)
	}
	return o, err
}

func run(args []string, stdout, stderr io.Writer) int {
	o, err := parseArgs(args, stderr)
	if errors.Is(err, flag.ErrHelp) {
		return 0
	}
	if err != nil {
		return 2
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := measureAll(ctx, o, stdout, stderr); err != nil {
		fmt.Fprintln(stderr, "bench:", err)
		return 2
	}
	return 0
}

// measureAll measures what o says, and tells it as o says.
func measureAll(ctx context.Context, o options, stdout, log io.Writer) error {
	dir, err := os.MkdirTemp("", "kalint-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	b, err := newBench(ctx, ".", dir, o, log)
	if err != nil {
		return err
	}
	rep, err := b.measure(ctx, public, o.only)
	if err != nil {
		return err
	}
	if err := rep.print(stdout, o.markdown); err != nil || !o.update {
		return err
	}
	return rep.writeREADME(filepath.Join("..", "..", "README.md"))
}
