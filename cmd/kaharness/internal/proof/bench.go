package proof

import (
	"context"
	"os"
	"path/filepath"
	"runtime"

	"github.com/kalint/kalint/cmd/kaharness/internal/cases"
	"github.com/kalint/kalint/cmd/kaharness/internal/observe"
	"github.com/kalint/kalint/cmd/kaharness/internal/server"
	"github.com/kalint/kalint/cmd/kaharness/internal/toolchain"
)

// A bench runs the suite under one Go.
type bench struct {
	*Suite
	tc        *toolchain.Toolchain
	authority *server.Authority
	temp      string // for this Go
	copies    string // the module of mended programs
	overlay   string // for go build, or ""
	goroot    string // that goes with it
	untraced  error  // why there is no overlay
	done      int
}

// step tells that something begins.
func (b *bench) step(doing string) {
	b.Step(Progress{Doing: b.tc.Version + ": " + doing, Done: b.done, Total: b.total()})
	b.done++
}

// total is the number of steps under one Go: kalint twice, all builds, two runs a case.
func (b *bench) total() int { return 3 + 2*len(b.Cases) }

// run does all the building first, so that nothing disturbs the runs.
func (b *bench) run(ctx context.Context) ([]*Result, error) {
	b.temp = filepath.Join(b.Temp, b.tc.Version)
	b.copies = filepath.Join(b.temp, "mended")
	if err := os.MkdirAll(b.copies, 0o700); err != nil {
		return nil, err
	}
	results := make([]*Result, len(b.Cases))
	for i, c := range b.Cases {
		results[i] = &Result{Case: c, Go: b.tc.Version, Expected: c.For(b.tc.Version)}
		if (c.TLS || b.Load.TLS) && !server.ProgramsTrust {
			results[i].Skipped = "programs trust the system's certificates only on " + runtime.GOOS
		}
	}
	b.overlay, b.goroot, b.untraced = observe.Overlay(b.tc.Root, b.temp)
	if err := b.judge(ctx, results); err != nil {
		return nil, err
	}
	b.step("building the programs")
	if err := b.build(ctx, results); err != nil {
		return nil, err
	}
	for _, r := range results {
		if err := b.measure(ctx, r); err != nil {
			return nil, err
		}
	}
	return results, nil
}

// measure runs a case before and after its fix.
func (b *bench) measure(ctx context.Context, r *Result) error {
	if r.Skipped != "" {
		return nil
	}
	var err error
	b.step(r.Case.ID())
	if r.Before, err = b.execute(ctx, r.Case, before); err != nil {
		return err
	}
	b.step(r.Case.ID() + ", mended")
	if r.Case.Rule != cases.Fine {
		if r.After, err = b.execute(ctx, r.Case, after); err != nil {
			return err
		}
	}
	b.compare(r)
	return nil
}

// compare holds the counts against what the case expects of them. That speaks of
// the load that the cases have by themselves.
func (b *bench) compare(r *Result) {
	for _, run := range []*Run{r.Before, r.After} {
		if run != nil {
			if d := run.Disagreement(); d != "" {
				r.problem("the observers disagree: %s", d)
			}
		}
	}
	switch e := r.Expected; {
	case b.Load.Custom():
	case e == nil:
		r.problem("nothing is expected under %s", b.tc.Version)
	default:
		if n := r.Before.Connections(); !e.Before.Has(n) {
			r.problem("connections: %d, expected %s", n, e.Before)
		}
		if e.After != nil && !e.After.Has(r.After.Connections()) {
			r.problem("connections after the fix: %d, expected %s", r.After.Connections(), e.After)
		}
	}
}
