package alone

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/kalint/kalint/cmd/kalint/internal/findings"
)

// vet runs go vet on the packages, or if it refuses, on those that can be loaded.
func (s *session) vet(t *target) (*answer, error) {
	a, loaded, err := s.vetAll(t)
	if err != nil || loaded {
		return a, err
	}
	l, err := t.listChecked(s.build, t.patterns)
	switch {
	case errors.Is(err, errInterrupted):
		return nil, err
	case s.modules && err == nil && len(l.bad) == 0 && len(l.good) == 0:
		return &answer{problems: new(problems)}, nil // a module may have no packages
	case err != nil || len(l.bad) == 0: // go vet's own words have to do
		a.problems.other = []string{findings.OneLine(strings.Join(a.problems.other, " "))}
		return a, nil
	case len(l.good) == 0 && t.outside():
		return nil, errors.New("not inside a module: there is no go.mod here or above")
	case len(l.good) == 0:
		a = &answer{problems: new(problems)}
	default:
		if a, _, err = s.vetListed(t, l); err != nil {
			return nil, err
		}
	}
	a.problems.packages = slices.Concat(l.bad, a.problems.packages)
	a.failed = true
	return a, nil
}

// vetAll runs go vet on the packages as they were named.
func (s *session) vetAll(t *target) (a *answer, loaded bool, err error) {
	var l *listing
	if t.forgets() || t.trims(s.build) {
		l, err = t.list(s.build, t.patterns)
		if err == nil && len(l.bad) == 0 {
			return s.vetListed(t, l)
		}
	}
	return s.vetOnce(t, l, nil, t.patterns)
}

// vetListed runs go vet on packages that can be loaded. Where the go command
// forgets findings, it is made to tell those of dependencies as well.
func (s *session) vetListed(t *target, l *listing) (a *answer, loaded bool, err error) {
	patterns := t.patterns
	if len(l.bad) > 0 {
		patterns = l.good
	}
	var more []string
	if t.forgets() && l.foreign {
		more = append(more, "-deps")
	}
	a, loaded, err = s.vetOnce(t, l, more, patterns)
	if err != nil {
		return nil, false, err
	}
	a.findings = l.only(a.findings)
	return a, loaded, nil
}

// vetOnce runs go vet, with more flags, and with what is known of the packages or
// nil. It reports whether go vet got as far as to look at packages.
func (s *session) vetOnce(t *target, l *listing, more, patterns []string) (a *answer, loaded bool, err error) {
	var dirs map[string]string
	if l != nil && t.trims(s.build) {
		more, dirs = append(more, "-relative"), l.dirs
	}
	args := slices.Concat([]string{"vet", "-vettool=" + t.self, "-json"}, s.build, s.rules, more, patterns)
	stdout, stderr, verr := t.run(args...)
	if errors.Is(verr, errInterrupted) {
		return nil, false, verr
	}
	a = &answer{problems: new(problems)}
	if s.verbose {
		fmt.Fprint(os.Stderr, stderr)
	} else if verr != nil {
		a.problems = parseProblems(stderr)
	}
	a.findings, a.failures, err = findings.Parse(stdout, dirs)
	if err != nil {
		return nil, false, err
	}
	if !s.tests {
		a.findings = findings.WithoutTests(a.findings)
	}
	a.failed = verr != nil || len(a.failures) > 0
	ps := a.problems
	loaded = verr == nil || len(stdout) > 0 || len(ps.packages) > 0 || len(ps.failures) > 0 || ps.mismatch != ""
	if verr != nil && stderr == "" {
		ps.other = append(ps.other, "go vet: "+verr.Error())
	}
	return a, loaded, nil
}
