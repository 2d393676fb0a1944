package alone

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/kalint/kalint/cmd/kalint/internal/findings"
	"github.com/kalint/kalint/cmd/kalint/internal/modules"
)

// A target is where the go command runs, and on what.
type target struct {
	*gocmd
	at       string // the same place, as an absolute path
	patterns []string
	module   string // what to call it where there are several, or ""
	wrong    error  // the go command refuses to work there
}

// findTargets finds out where to look: the packages named, or with -modules all
// of each module.
func (s *session) findTargets() error {
	if !s.modules {
		s.targets = []*target{{gocmd: s.go_, at: s.work, patterns: s.patterns}}
		return nil
	}
	mods, err := s.findModules()
	if err != nil {
		return fmt.Errorf("-modules: %s", findings.OneLine(err.Error()))
	}
	for _, m := range mods {
		t := &target{at: m.Dir, patterns: []string{"./..."}, module: s.show(m.Dir)}
		var set []string
		if m.Alone {
			set = append(set, "GOWORK=off")
		}
		if t.gocmd, t.wrong = newGocmd(s.go_.ctx, m.Dir, set...); t.wrong != nil && s.go_.ctx.Err() != nil {
			return errInterrupted
		}
		s.targets = append(s.targets, t)
	}
	return nil
}

// findModules finds the modules below the directory to work in. Files are named
// from where kalint was started, -C or not, as those that start it for -modules name
// them all from one place.
func (s *session) findModules() ([]modules.Module, error) {
	tree := &modules.Tree{Top: s.work, Strict: s.dir != "", Limit: s.root.Git(), Work: s.go_.env.GOWORK}
	if len(s.patterns) > 0 {
		return tree.Concerned(s.here, s.patterns)
	}
	mods, err := tree.All()
	if err == nil && len(mods) == 0 {
		err = fmt.Errorf("there is no go.mod in %s or below", s.show(s.work))
	}
	return mods, err
}

// vetTargets looks at the packages of all targets.
func (s *session) vetTargets() (*answer, error) {
	all := &answer{problems: new(problems)}
	for _, t := range s.targets {
		if t.wrong != nil {
			all.problems.other = append(all.problems.other, t.named(t.wrong.Error()))
			all.failed = true
			continue
		}
		a, err := s.vet(t)
		if err != nil {
			return nil, err
		}
		if s.modules {
			t.place(a.problems)
		}
		all.add(a)
	}
	return all, nil
}

// add takes in what was found elsewhere.
func (a *answer) add(b *answer) {
	a.findings = append(a.findings, b.findings...)
	a.failures = append(a.failures, b.failures...)
	a.problems.packages = append(a.problems.packages, b.problems.packages...)
	a.problems.other = append(a.problems.other, b.problems.other...)
	a.problems.failures = append(a.problems.failures, b.problems.failures...)
	a.problems.mismatch = firstOf(a.problems.mismatch, b.problems.mismatch)
	a.failed = a.failed || b.failed
}

// place makes names of files absolute, and says of which module a line is that
// begins with none.
func (t *target) place(ps *problems) {
	abs := func(name string) string {
		if filepath.IsAbs(name) {
			return name
		}
		return filepath.Join(t.at, name)
	}
	for _, p := range ps.packages {
		for i, line := range p.lines {
			p.lines[i] = relocate(line, abs)
		}
	}
	for i, line := range ps.other {
		if at := relocate(line, abs); at != line || filepath.IsAbs(at) {
			ps.other[i] = at
		} else {
			ps.other[i] = t.named(line)
		}
	}
}

// named puts a module's name in front of a line, unless that goes on from one above.
func (t *target) named(line string) string {
	if strings.HasPrefix(line, "\t") || strings.HasPrefix(line, "kalint: ") {
		return line
	}
	return "module in " + t.module + ": " + strings.TrimPrefix(line, "go: ")
}
