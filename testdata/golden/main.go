// Golden compares what kalint and timakin/bodyclose find in the modules of
// modules.txt with kalint.txt and bodyclose.txt, where each finding has a
// verdict. It ends with exit code 1 if something differs, and 2 if it could not
// run. Go test does the same with the small modules.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"time"
)

const usage = `usage: go run . [flags] [module...]

Runs kalint and bodyclose on the modules of modules.txt and on std and cmd, or
on those that are named, and prints what differs from kalint.txt and
bodyclose.txt.

`

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// options are what the command line says.
type options struct {
	update bool
	tools  []string
	limit  time.Duration
	names  []string
}

func parseArgs(args []string, stderr io.Writer) (o options, err error) {
	fs := flag.NewFlagSet("golden", flag.ContinueOnError)
	fs.SetOutput(stderr)
	fs.Usage = func() { fmt.Fprint(stderr, usage); fs.PrintDefaults() }
	fs.BoolVar(&o.update, "update", false, "write what differs to the files, and the README's figures; new findings are unread there")
	fs.DurationVar(&o.limit, "timeout", 10*time.Minute, "the longest that a tool may take for a module")
	tools := fs.String("tools", kalint+","+bodyclose, "the `tools` to run")
	if err := fs.Parse(args); err != nil {
		return o, err
	}
	o.tools, o.names = strings.Split(*tools, ","), fs.Args()
	for _, tool := range o.tools {
		if tool != kalint && tool != bodyclose {
			err = fmt.Errorf("-tools=%s: they are %s and %s", *tools, kalint, bodyclose)
			fmt.Fprintln(stderr, "golden:", err)
			return o, err
		}
	}
	return o, nil
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
	same, err := compareAll(ctx, ".", o, stdout)
	if err != nil {
		fmt.Fprintln(stderr, "golden:", err)
		return 2
	}
	if !same && !o.update {
		return 1
	}
	return 0
}
