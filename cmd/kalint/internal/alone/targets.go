package alone

import (
	"fmt"
	"os"
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
	label    string // what to call it where there are several, or ""
	wrong    error  // the go command refuses to work there
}

// findTargets finds out where to look: the packages named, or with -modules all
// of each module. Those of one workspace go together, which takes less time.
func (s *session) findTargets() error {
	if !s.modules {
		s.targets = []*target{{gocmd: s.go_, at: s.work, patterns: s.patterns}}
		return nil
	}
	mods, err := s.findModules()
	if err != nil {
		return fmt.Errorf("-modules: %s", findings.OneLine(err.Error()))
	}
	works := make(map[string]*target)
	for _, m := range mods {
		if t := works[m.Work]; t != nil {
			t.patterns = append(t.patterns, "./"+m.InWork+"/...")
			continue
		}
		t := s.targetOf(m)
		if t.wrong != nil && s.go_.ctx.Err() != nil {
			return errInterrupted
		}
		if m.Work != "" {
			works[m.Work] = t
		}
		s.targets = append(s.targets, t)
	}
	return nil
}

// targetOf is a module, or the first one of a workspace.
func (s *session) targetOf(m modules.Module) *target {
	t := &target{at: m.Dir, patterns: []string{"./..."}, label: "module in " + s.show(m.Dir)}
	var set []string
	if m.Work != "" {
		t.at, t.patterns, t.label = m.Work, []string{"./" + m.InWork + "/..."}, "go.work in "+s.show(m.Work)
	} else if m.Alone {
		set = append(set, "GOWORK=off")
	}
	t.gocmd, t.wrong = newGocmd(s.go_.ctx, t.at, set...)
	return t
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
	for _, p := range ps.packages {
		for i, line := range p.lines {
			p.lines[i], _ = t.absolute(line)
		}
	}
	for i, line := range ps.other {
		abs, ok := t.absolute(line)
		if ps.other[i] = abs; !ok {
			ps.other[i] = t.named(line)
		}
	}
}

// absolute makes the name of a file that a line begins with absolute, if it does.
func (t *target) absolute(line string) (string, bool) {
	name, rest, ok := strings.Cut(line, ".go:")
	if !ok || filepath.IsAbs(name) {
		return line, ok
	}
	name = filepath.Join(t.at, name+".go")
	if _, err := os.Stat(name); err != nil {
		return line, false
	}
	return name + ":" + rest, true
}

// named puts the label in front of a line, unless that goes on from one above.
func (t *target) named(line string) string {
	if strings.HasPrefix(line, "\t") || strings.HasPrefix(line, "kalint: ") {
		return line
	}
	return t.label + ": " + strings.TrimPrefix(line, "go: ")
}
