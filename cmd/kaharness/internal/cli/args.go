package cli

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/kalint/kalint/cmd/kaharness/internal/proof"
)

// What a user may ask for at most. Each request can take a port for a minute.
const (
	maxLoad    = 1000
	maxTotal   = 10_000
	maxLatency = 2 * time.Second
)

// An options is a command line.
type options struct {
	list, json bool
	html, pcap string
	load       proof.Load
	releases   []string
	names      []string
}

// newFlags makes a set of flags that says nothing itself.
func newFlags() *flag.FlagSet {
	fs := flag.NewFlagSet("kaharness", flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	fs.Usage = func() {}
	return fs
}

// parse reads flags, and words the error.
func parse(fs *flag.FlagSet, args []string) error {
	err := fs.Parse(args)
	if err != nil && !errors.Is(err, flag.ErrHelp) {
		return fmt.Errorf("%w; see kaharness help", err)
	}
	return err
}

// parseArgs reads the command line for running cases.
func parseArgs(args []string) (*options, error) {
	o := new(options)
	fs := newFlags()
	fs.BoolVar(&o.list, "list", false, "")
	fs.BoolVar(&o.json, "json", false, "")
	fs.StringVar(&o.html, "html", "", "")
	fs.StringVar(&o.pcap, "pcap", "", "")
	fs.IntVar(&o.load.Requests, "requests", proof.DefaultLoad, "")
	fs.IntVar(&o.load.Concurrency, "concurrency", proof.DefaultLoad, "")
	fs.BoolVar(&o.load.TLS, "tls", false, "")
	fs.DurationVar(&o.load.Latency, "latency", 0, "")
	releases := fs.String("go", "", "")
	if err := parse(fs, args); err != nil {
		return nil, err
	}
	o.names = fs.Args()
	for _, name := range o.names {
		if strings.HasPrefix(name, "-") {
			return nil, fmt.Errorf("flags go before the cases: %s", name)
		}
	}
	o.releases = strings.Split(*releases, ",")
	for i, name := range o.releases {
		if *releases != "" && name == "" || slices.Contains(o.releases[:i], name) {
			return nil, fmt.Errorf("-go %s: want different releases of Go, with commas between", *releases)
		}
	}
	return o, o.check()
}

// check bounds the load.
func (o *options) check() error {
	l := &o.load
	for _, n := range []struct {
		flag  string
		value int
	}{{"requests", l.Requests}, {"concurrency", l.Concurrency}} {
		if n.value < 1 || n.value > maxLoad {
			return fmt.Errorf("-%s %d: want a number from 1 to %d", n.flag, n.value, maxLoad)
		}
	}
	if l.Requests*l.Concurrency > maxTotal {
		return fmt.Errorf("-requests %d times -concurrency %d is more than %d", l.Requests, l.Concurrency, maxTotal)
	}
	if l.Latency < 0 || l.Latency > maxLatency {
		return fmt.Errorf("-latency %s: want a time from 0s to %s", l.Latency, maxLatency)
	}
	// The defaults are what the programs do by themselves.
	if l.Requests == proof.DefaultLoad {
		l.Requests = 0
	}
	if l.Concurrency == proof.DefaultLoad {
		l.Concurrency = 0
	}
	return nil
}
