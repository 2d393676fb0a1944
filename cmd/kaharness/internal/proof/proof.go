// Package proof runs the cases: kalint on each, the program before and after its
// fix against a server, and the counts of both against what the case expects.
package proof

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/kalint/kalint/cmd/kaharness/internal/cases"
	"github.com/kalint/kalint/cmd/kaharness/internal/observe"
	"github.com/kalint/kalint/cmd/kaharness/internal/server"
	"github.com/kalint/kalint/cmd/kaharness/internal/toolchain"
)

// Load is what the programs are told to do. Its zero fields are the defaults.
type Load struct {
	Requests    int           // of each sequence or goroutine
	Concurrency int           // goroutines
	TLS         bool          // where a case does not ask for it itself
	Latency     time.Duration // of each new connection
}

// Custom reports whether the load is another than that which the cases speak of.
func (l Load) Custom() bool { return l != Load{} }

// A Suite is what is to be run, and where.
type Suite struct {
	Root  string // of the repository
	Temp  string // for all that is written
	Cases []*cases.Case
	Tools []*toolchain.Toolchain
	Load  Load
	Pcap  string // folder for captured packets, or ""
	Step  func(Progress)
}

// Progress tells how far a suite has come.
type Progress struct {
	Doing       string
	Done, Total int
}

// A Result is what became of a case under one Go.
type Result struct {
	Case     *cases.Case
	Go       string   // such as "go1.26.8"
	Messages []string // kalint's
	Fix      string   // who mended the program: "kalint", "by hand", or "" where nothing is to be
	Expected *cases.Expect
	Before   *Run
	After    *Run // nil where nothing is to be mended
	Skipped  string
	Problems []string // what is not as the case says
}

// A Run is one process of a program.
type Run struct {
	Requests int           `json:"requests"` // as they arrived at the server
	Elapsed  time.Duration `json:"elapsed_ns"`
	CPU      time.Duration `json:"cpu_ns"` // of the program
	*observe.Counts
}

// Connections is the number that the server accepted.
func (r *Run) Connections() int { return r.Accepts.Opened }

// problem notes what is not as the case says.
func (r *Result) problem(format string, args ...any) {
	r.Problems = append(r.Problems, fmt.Sprintf(format, args...))
}

// Run runs all cases under all releases of Go. The results come case by case.
func (s *Suite) Run(ctx context.Context) ([]*Result, error) {
	if s.Step == nil {
		s.Step = func(Progress) {}
	}
	authority, err := server.NewAuthority(s.Temp)
	if err != nil {
		return nil, err
	}
	var all []*Result
	for _, tc := range s.Tools {
		b := &bench{Suite: s, tc: tc, authority: authority}
		results, err := b.run(ctx)
		if err != nil {
			return nil, fmt.Errorf("under %s: %w", tc.Version, err)
		}
		all = append(all, results...)
	}
	at := func(r *Result) int { return slices.Index(s.Cases, r.Case) }
	slices.SortStableFunc(all, func(a, b *Result) int { return at(a) - at(b) })
	return all, nil
}
