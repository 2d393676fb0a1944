package alone

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// A listed is a package in the output of go list.
type listed struct {
	ImportPath string
	Module     *struct{ Main bool }
	Error      *listError
	DepsErrors []*listError
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
	good    []string   // packages that can be loaded
	bad     []*problem // packages that cannot; go vet looks at none when there is one
	foreign bool       // some package is of no main module
}

// list finds out what patterns stand for.
func (g *gocmd) list(build, patterns []string) (*listing, error) {
	args := slices.Concat([]string{"list", "-e", "-json=ImportPath,Module,Error,DepsErrors"}, build, patterns)
	out, stderr, err := g.run(args...)
	if err != nil {
		return nil, fmt.Errorf("go list: %s: %w", oneLine(stderr), err)
	}
	l := new(listing)
	dec := json.NewDecoder(bytes.NewReader(out))
	for dec.More() {
		var p listed
		if err := dec.Decode(&p); err != nil {
			return nil, fmt.Errorf("cannot read what go list -json printed: %v", err)
		}
		l.add(&p)
	}
	return l, nil
}

func (l *listing) add(p *listed) {
	switch {
	case p.Error != nil:
		l.bad = append(l.bad, &problem{p.ImportPath, p.Error.lines()})
	case len(p.DepsErrors) > 0:
		l.bad = append(l.bad, &problem{p.ImportPath, p.DepsErrors[0].lines()})
	default:
		l.good = append(l.good, p.ImportPath)
		own := p.ImportPath == "command-line-arguments" || p.Module != nil && p.Module.Main
		l.foreign = l.foreign || !own
	}
}

// only keeps the findings in the packages listed and in their tests.
func (l *listing) only(found []finding) []finding {
	return slices.DeleteFunc(found, func(f finding) bool {
		return !slices.Contains(l.good, f.pkg) && !slices.Contains(l.good, strings.TrimSuffix(f.pkg, "_test"))
	})
}
