// Golden compares what kalint and timakin/bodyclose find in the modules of
// modules.txt with kalint.txt and bodyclose.txt, where each finding has a
// verdict. It ends with exit code 1 if something differs, and 2 if it could not
// run. Go test does the same with the small modules.
//
// With -fixes it checks kalint's fixes, with -limits that kalint does not crash and
// what it takes; exit code 1 then says that something is wrong.
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

With -fixes it applies kalint's fixes to copies of the modules and checks that they
compile, are formatted, pass their tests, and leave kalint nothing to report.

With -limits it checks that kalint does not crash and how much time and memory it
takes, on the modules of more.txt too, which has Go's own test programs.

`

func main() {
	if os.Getenv(measureTool) != "" {
		os.Exit(measure(os.Args[1:], os.Stdout, os.Stderr))
	}
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
}

// options are what the command line says.
type options struct {
	update bool
	fixes  bool
	limits bool
	tools  []string
	limit  time.Duration
	names  []string
}

func parseArgs(args []string, stderr io.Writer) (o options, err error) {
	fs := flag.NewFlagSet("golden", flag.ContinueOnError)
	fs.SetOutput(stderr)
	fs.Usage = func() { fmt.Fprint(stderr, usage); fs.PrintDefaults() }
	fs.BoolVar(&o.update, "update", false, "write what differs to the files, and the README's figures; new findings are unread there")
	fs.BoolVar(&o.fixes, "fixes", false, "check kalint's fixes instead")
	fs.BoolVar(&o.limits, "limits", false, "check what kalint takes instead")
	fs.DurationVar(&o.limit, "timeout", 10*time.Minute, "the longest that a tool may take for a module")
	tools := fs.String("tools", kalint+","+bodyclose, "the `tools` to run")
	if err := fs.Parse(args); err != nil {
		return o, err
	}
	o.tools, o.names = strings.Split(*tools, ","), fs.Args()
	for _, tool := range o.tools {
		if tool != kalint && tool != bodyclose {
			err = fmt.Errorf("-tools=%s: they are %s and %s", *tools, kalint, bodyclose)
		}
	}
	if o.fixes && o.limits || (o.fixes || o.limits) && o.update {
		err = errors.New("-fixes, -limits and -update do not go together")
	}
	if err != nil {
		fmt.Fprintln(stderr, "golden:", err)
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
	do := compareAll
	switch {
	case o.fixes:
		do = fixAll
	case o.limits:
		do = limitAll
	}
	ok, err := do(ctx, ".", o, stdout)
	if err != nil {
		fmt.Fprintln(stderr, "golden:", err)
		return 2
	}
	if !ok && !o.update {
		return 1
	}
	return 0
}
