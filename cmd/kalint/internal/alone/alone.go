// Package alone is kalint run by hand: it has go vet run kalint on each package,
// so that the build cache serves it, and shows what comes of it.
package alone

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"

	"golang.org/x/tools/go/analysis"

	"github.com/kalint/kalint/cmd/kalint/internal/atomicfile"
	"github.com/kalint/kalint/cmd/kalint/internal/baseline"
	"github.com/kalint/kalint/cmd/kalint/internal/findings"
	"github.com/kalint/kalint/cmd/kalint/internal/format"
	"github.com/kalint/kalint/cmd/kalint/internal/repo"
	"github.com/kalint/kalint/cmd/kalint/internal/source"
)

// Exit codes.
const (
	exitClean    = 0
	exitFindings = 1
	exitFailed   = 2
)

// A session is one run of kalint.
type session struct {
	*options
	go_     *gocmd
	targets []*target
	here    string // the directory that paths are shown from
	work    string // the directory to work in
	root    *repo.Root
	src     *source.Cache
	old     *baseline.Baseline // what -baseline names, or nil
	into    *baseline.Baseline // what the baseline to write has so far
}

// An answer is what one run of go vet gave.
type answer struct {
	findings []findings.Finding
	all      []findings.Finding // those that were left out as well
	left     []baseline.Entry   // of the baseline, those that no finding was left for
	failures []string           // rules that failed
	problems *problems
	failed   bool // something could not be looked at
}

// Run runs kalint with a command line and returns its exit code. An error means
// that nothing was looked at.
func Run(args []string, all []*analysis.Analyzer) (int, error) {
	o, err := parseArgs(args, all)
	if err != nil {
		return exitFailed, err
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	defer stop()
	g, err := newGocmd(ctx, o.dir)
	if err != nil {
		return exitFailed, err
	}
	s, err := newSession(o, g)
	if err != nil {
		return exitFailed, err
	}
	switch {
	case o.diff:
		return s.diffs()
	case o.fix:
		return s.fixes()
	}
	a, err := s.look()
	if err != nil {
		return exitFailed, err
	}
	return s.tell(a)
}

// newSession sees that all that the options name is there, before anything is
// looked at.
func newSession(o *options, g *gocmd) (*session, error) {
	here, err := os.Getwd()
	if err != nil {
		return nil, err
	}
	s := &session{options: o, go_: g, here: here, work: here}
	if o.dir != "" {
		s.work = s.abs(o.dir)
	}
	s.root = repo.Find(s.work, g.moduleDir(s.work))
	for _, name := range []string{o.out, o.writeBaseline} {
		if name == "" {
			continue
		}
		if err := atomicfile.Check(s.abs(name)); err != nil {
			return nil, fmt.Errorf("cannot write %s: %v", name, atomicfile.Cause(err))
		}
	}
	if err := s.readBaselines(); err != nil {
		return nil, err
	}
	if o.newFrom != "" {
		if err := repo.Check(g.ctx, s.work, o.newFrom); err != nil {
			return nil, s.interruptedOr(fmt.Errorf("-new-from: %v", err))
		}
	}
	return s, s.findTargets()
}

// interruptedOr returns an error, unless it comes of a signal.
func (s *session) interruptedOr(err error) error {
	if s.go_.ctx.Err() != nil {
		return errInterrupted
	}
	return err
}

// code is the exit code that an answer comes to.
func (a *answer) code() int {
	switch {
	case a.failed:
		return exitFailed
	case len(a.findings) > 0:
		return exitFindings
	}
	return exitClean
}

// look looks at the packages, and leaves out what is not new.
func (s *session) look() (*answer, error) {
	a, err := s.vetTargets()
	if err != nil {
		return nil, err
	}
	s.src = new(source.Cache)
	if s.format == format.SARIF || s.old != nil || s.into != nil {
		findings.Identify(a.findings, s.src)
	}
	a.all = a.findings
	if err := s.leaveOutOld(a); err != nil {
		return nil, s.interruptedOr(err)
	}
	return a, nil
}

// abs is a file that the command line names: from the directory to work in, as
// the go command has it.
func (s *session) abs(name string) string {
	if filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(s.work, name)
}
