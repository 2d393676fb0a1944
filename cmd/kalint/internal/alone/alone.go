// Package alone is kalint run by hand: it has go vet run kalint on each package,
// so that the build cache serves it, and shows what comes of it.
package alone

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"golang.org/x/tools/go/analysis"
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
	go_  *gocmd
	here string // the directory that paths are shown from
}

// An answer is what one run of go vet gave.
type answer struct {
	findings []finding
	failures []string // rules that failed
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
	here, err := os.Getwd()
	if err != nil {
		return exitFailed, err
	}
	s := &session{options: o, go_: g, here: here}
	switch {
	case o.diff:
		return s.diffs()
	case o.fix:
		return s.fixes()
	}
	a, err := s.vet()
	if err != nil {
		return exitFailed, err
	}
	return s.tell(a)
}

// tell prints an answer and returns its exit code.
func (s *session) tell(a *answer) (int, error) {
	var err error
	if s.json {
		err = a.writeJSON(os.Stdout)
	} else {
		err = s.print(os.Stdout, a.findings)
	}
	if err != nil {
		return exitFailed, err
	}
	s.complain(a)
	return a.code(), nil
}

// complain says on standard error what could not be looked at.
func (s *session) complain(a *answer) {
	a.problems.print(os.Stderr, s.show)
	for _, line := range a.failures {
		fmt.Fprintln(os.Stderr, line)
	}
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

// vet runs go vet on the packages, or if it refuses, on those that can be loaded.
func (s *session) vet() (*answer, error) {
	a, loaded, err := s.vetAll()
	if err != nil || loaded {
		return a, err
	}
	l, err := s.go_.listChecked(s.build, s.patterns)
	switch {
	case errors.Is(err, errInterrupted):
		return nil, err
	case err != nil || len(l.bad) == 0: // go vet's own words have to do
		a.problems.other = []string{oneLine(strings.Join(a.problems.other, " "))}
		return a, nil
	case len(l.good) == 0 && s.go_.outside():
		return nil, errors.New("not inside a module: there is no go.mod here or above")
	case len(l.good) == 0:
		a = &answer{problems: new(problems)}
	default:
		if a, _, err = s.vetListed(l); err != nil {
			return nil, err
		}
	}
	a.problems.packages = slices.Concat(l.bad, a.problems.packages)
	a.failed = true
	return a, nil
}

// vetAll runs go vet on the packages as they were named.
func (s *session) vetAll() (a *answer, loaded bool, err error) {
	if s.go_.forgets() {
		l, err := s.go_.list(s.build, s.patterns)
		if err == nil && len(l.bad) == 0 {
			return s.vetListed(l)
		}
	}
	return s.vetOnce(nil, s.patterns)
}

// vetListed runs go vet on packages that can be loaded. Where the go command
// forgets findings, it is made to tell those of dependencies as well.
func (s *session) vetListed(l *listing) (a *answer, loaded bool, err error) {
	patterns := s.patterns
	if len(l.bad) > 0 {
		patterns = l.good
	}
	var more []string
	if s.go_.forgets() && l.foreign {
		more = []string{"-deps"}
	}
	a, loaded, err = s.vetOnce(more, patterns)
	if err != nil {
		return nil, false, err
	}
	a.findings = l.only(a.findings)
	return a, loaded, nil
}

// vetOnce runs go vet. It reports whether go vet got as far as to look at packages.
func (s *session) vetOnce(more, patterns []string) (a *answer, loaded bool, err error) {
	args := slices.Concat([]string{"vet", "-vettool=" + s.go_.self, "-json"}, s.build, s.rules, more, patterns)
	stdout, stderr, verr := s.go_.run(args...)
	if errors.Is(verr, errInterrupted) {
		return nil, false, verr
	}
	a = &answer{problems: new(problems)}
	if s.verbose {
		fmt.Fprint(os.Stderr, stderr)
	} else if verr != nil {
		a.problems = parseProblems(stderr)
	}
	a.findings, a.failures, err = parseFindings(stdout)
	if err != nil {
		return nil, false, err
	}
	if !s.tests {
		a.findings = withoutTests(a.findings)
	}
	a.failed = verr != nil || len(a.failures) > 0
	ps := a.problems
	loaded = verr == nil || len(stdout) > 0 || len(ps.packages) > 0 || len(ps.failures) > 0 || ps.mismatch != ""
	if verr != nil && stderr == "" {
		ps.other = append(ps.other, "go vet: "+verr.Error())
	}
	return a, loaded, nil
}

// show is a file's name as people want to see it: from where they stand, unless
// that is longer. The go command's own relative names are from where it ran.
func (s *session) show(name string) string {
	if !filepath.IsAbs(name) {
		name = filepath.Join(s.dir, name)
	}
	if !filepath.IsAbs(name) {
		name = filepath.Join(s.here, name)
	}
	rel, err := filepath.Rel(s.here, name)
	if err != nil || strings.HasPrefix(rel, "..") && len(rel) > len(name) {
		return name
	}
	return rel
}
