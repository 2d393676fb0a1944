// Package cli is kaharness's command line.
package cli

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"syscall"
)

// Exit codes.
const (
	ok     = 0
	unmet  = 1 // something is not as a case expects
	refuse = 2 // could not run
)

// Main runs kaharness and returns its exit code.
func Main(args []string) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	defer stop()
	code, err := dispatch(ctx, args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		fmt.Print(usage)
		return ok
	case ctx.Err() != nil:
		fmt.Fprintln(os.Stderr, "kaharness: interrupted")
		return refuse
	case err != nil:
		fmt.Fprintln(os.Stderr, "kaharness: "+err.Error())
		return refuse
	}
	return code
}

// dispatch finds the command.
func dispatch(ctx context.Context, args []string) (int, error) {
	if len(args) > 0 {
		switch args[0] {
		case "help":
			return ok, flag.ErrHelp
		case "watch":
			return watchCommand(ctx, args[1:])
		case "figures":
			return figuresCommand(ctx, args[1:])
		}
	}
	o, err := parseArgs(args)
	if err != nil {
		return refuse, err
	}
	return runCases(ctx, o)
}

// inTemp runs f with a folder that is gone afterwards.
func inTemp(f func(dir string) (int, error)) (int, error) {
	dir, err := os.MkdirTemp("", "kaharness-")
	if err != nil {
		return refuse, err
	}
	defer os.RemoveAll(dir)
	return f(dir)
}

const usage = `Kaharness runs small programs that lose HTTP keep-alive, counts the connections
that they open, and counts again when kalint has mended them. It works anywhere
in a clone of kalint.

Usage:
	kaharness [flags] [RULE | RULE/CASE ...]   run the cases: all, or those named
	kaharness watch -- COMMAND ...             run a command and count its connections
	kaharness figures [-write]                 measure the figures in README.md and the rules' pages

Flags:
	-list            list the cases, and run none
	-json            print JSON
	-html FILE       write a page with charts too
	-pcap DIR        write the packets of each run too, for Wireshark
	-requests N      requests of each sequence or goroutine (10)
	-concurrency N   goroutines (10)
	-tls             speak TLS, and show what handshakes cost
	-latency D       hear of each new connection later, such as 20ms
	-go V,V          run under these releases of Go, such as go1.26.8,go1.27.4

What the cases expect is checked only without -requests, -concurrency, -tls and
-latency.

Exit codes: 0, all is as expected; 1, something is not; 2, could not run.
`
