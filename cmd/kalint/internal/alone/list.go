package alone

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/kalint/kalint/cmd/kalint/internal/findings"
)

// A listed is a package in the output of go list.
type listed struct {
	ImportPath string
	Dir        string
	Module     *struct{ Main bool }
	Error      *listError
	DepsErrors []*listError
	ForTest    string // the package that this is a test of, or a copy for the test of
}

// A listError is why a package cannot be loaded.
type listError struct {
	Pos, Err string
}

func (e *listError) lines() []string {
	s := e.Err
	if e.Pos != "" {
		s = e.Pos + ": " + s
	}
	return strings.Split(strings.ReplaceAll(s, "\n\t", " "), "\n")
}

// A listing is what patterns stand for.
type listing struct {
	good    []string          // packages that can be loaded
	bad     []*problem        // packages that cannot; go vet looks at none when there is one
	foreign bool              // some package is of no main module
	dirs    map[string]string // where the files of each are
}

// list finds out what patterns stand for.
func (g *gocmd) list(build, patterns []string) (*listing, error) {
	return g.listWith([]string{"-json=ImportPath,Dir,Module,Error,DepsErrors"}, build, patterns)
}

// listChecked is a slower list that looks, as go vet does, at the imports of
// tests and at the files to embed as well.
func (g *gocmd) listChecked(build, patterns []string) (*listing, error) {
	return g.listWith([]string{"-test", "-json=ImportPath,Dir,Module,Error,DepsErrors,ForTest,EmbedFiles"}, build, patterns)
}

func (g *gocmd) listWith(how, build, patterns []string) (*listing, error) {
	args := slices.Concat([]string{"list", "-e"}, how, build, patterns)
	out, stderr, err := g.run(args...)
	if err != nil {
		return nil, fmt.Errorf("go list: %s: %w", findings.OneLine(stderr), err)
	}
	l := &listing{dirs: make(map[string]string)}
	dec := json.NewDecoder(bytes.NewReader(out))
	for dec.More() {
		var p listed
		if err := dec.Decode(&p); err != nil {
			return nil, fmt.Errorf("cannot read what go list -json printed: %v", err)
		}
		l.add(&p)
	}
	l.good = slices.DeleteFunc(l.good, l.isBad)
	return l, nil
}

func (l *listing) add(p *listed) {
	name, _, _ := strings.Cut(p.ImportPath, " [")
	test, isMain := strings.CutSuffix(name, ".test")
	switch {
	case isMain && slices.Contains(l.good, test), isMain && l.isBad(test):
		// What is wrong with its imports is told with each of them.
	case l.isBad(name), l.isBad(p.ForTest):
	case p.Error != nil:
		l.bad = append(l.bad, &problem{cmp.Or(p.ForTest, name), p.Error.lines()})
	case len(p.DepsErrors) > 0:
		l.bad = append(l.bad, &problem{cmp.Or(p.ForTest, name), p.DepsErrors[0].lines()})
	case p.ForTest == "":
		l.good = append(l.good, name)
		l.dirs[name] = p.Dir
		own := name == "command-line-arguments" || p.Module != nil && p.Module.Main
		l.foreign = l.foreign || !own
	}
}

func (l *listing) isBad(name string) bool {
	return slices.ContainsFunc(l.bad, func(p *problem) bool { return p.name == name })
}

// only keeps the findings in the packages listed and in their tests.
func (l *listing) only(found []findings.Finding) []findings.Finding {
	return slices.DeleteFunc(found, func(f findings.Finding) bool {
		return !slices.Contains(l.good, f.Pkg) && !slices.Contains(l.good, strings.TrimSuffix(f.Pkg, "_test"))
	})
}
