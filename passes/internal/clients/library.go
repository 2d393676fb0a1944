package clients

import (
	"cmp"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/kalint/kalint/passes/internal/nethttp"
)

// A library is what is known of the packages that this one depends on.
type library struct {
	parts  map[string][]Part // by path; a package's own fact comes first, and is all of it
	embeds map[string][]string
	active []string
	sets   map[string]*Setter // by name
}

func newLibrary(pass *analysis.Pass) *library {
	l := &library{parts: make(map[string][]Part), embeds: make(map[string][]string), sets: make(map[string]*Setter)}
	facts := pass.AllPackageFacts()
	slices.SortFunc(facts, func(a, b analysis.PackageFact) int { return cmp.Compare(a.Package.Path(), b.Package.Path()) })
	for _, pf := range facts {
		if prog, ok := pf.Fact.(*Program); ok && pf.Package != pass.Pkg {
			path := pf.Package.Path()
			l.add(Part{path, prog.Funcs, prog.Embeds})
			l.active = append(l.active, prog.Active...)
			l.learn(prog.Sets)
		}
	}
	whole := make(map[string]bool)
	for path := range l.parts {
		whole[path] = true
	}
	for _, pf := range facts {
		prog, ok := pf.Fact.(*Program)
		if !ok || pf.Package == pass.Pkg {
			continue
		}
		for _, part := range prog.Beyond {
			if !whole[part.Path] && part.Path != pass.Pkg.Path() {
				l.add(part)
			}
		}
	}
	return l
}

func (l *library) add(p Part) {
	l.parts[p.Path] = append(l.parts[p.Path], p)
	for _, e := range p.Embeds {
		l.embeds[e.Type] = e.Fields
	}
}

// learn adds setters.
func (l *library) learn(sets []Setter) {
	for i := range sets {
		l.sets[sets[i].Name] = &sets[i]
	}
}

// setter returns a setter by its full name; nil if that is none.
func (l *library) setter(name string) *Setter { return l.sets[name] }

// find returns a function by its full name.
func (l *library) find(name string) *Func {
	for _, part := range l.parts[nethttp.PackageOf(name)] {
		if f := lookup(part.Funcs, name); f != nil {
			return f
		}
	}
	return nil
}

// has reports whether there is a fact about the function.
func (l *library) has(fn *types.Func) bool {
	return fn.Pkg() != nil && len(l.parts[fn.Pkg().Path()]) > 0 && l.find(fn.FullName()) != nil
}

// isInit reports whether the function sets package variables.
func (f *Func) isInit() bool {
	name, _, _ := strings.Cut(f.Name, "#")
	return name == nethttp.PackageOf(f.Name)+".init"
}

// packagesOf returns the paths of the packages that the variables are of.
func packagesOf(cells map[string]bool) []string {
	var paths []string
	for cell := range cells {
		if path := nethttp.PackageOf(cell); !slices.Contains(paths, path) {
			paths = append(paths, path)
		}
	}
	slices.Sort(paths)
	return paths
}

// inits returns the functions that set the package variables of other packages.
func (l *library) inits(cells map[string]bool) []*Func {
	var inits []*Func
	seen := make(map[string]bool)
	for _, path := range packagesOf(cells) {
		for _, part := range l.parts[path] {
			for _, f := range withPrefix(part.Funcs, path+".init") {
				if f.isInit() && !seen[f.Name] {
					seen[f.Name] = true
					inits = append(inits, f)
				}
			}
		}
	}
	return inits
}
