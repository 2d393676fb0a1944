package clients

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/kalint/kalint/passes/internal/nethttp"
)

// A Part is some of the functions of another package.
type Part struct {
	Path   string
	Funcs  []*Func  // by name
	Embeds []Embeds // by type
}

const maxBeyond = 3000 // functions of other packages that go along with a package's own

// beyond returns what the functions lead to in other packages, by path: whoever imports this package may not see those,
// since drivers hand on the facts of direct imports only.
func beyond(own []*Func, others *library) []Part {
	r := &reach{others: others, seen: make(map[string]bool), parts: make(map[string]*Part)}
	for _, f := range own {
		r.seen[f.Name] = true
	}
	for _, f := range own {
		r.follow(f)
	}
	for len(r.queue) > 0 && r.funcs < maxBeyond {
		f := r.queue[0]
		r.queue = r.queue[1:]
		p := r.part(nethttp.PackageOf(f.Name))
		p.Funcs = append(p.Funcs, f)
		r.funcs++
		r.follow(f)
	}
	var parts []Part
	for _, path := range slices.Sorted(maps.Keys(r.parts)) {
		p := r.parts[path]
		slices.SortFunc(p.Funcs, func(a, b *Func) int { return strings.Compare(a.Name, b.Name) })
		slices.SortFunc(p.Embeds, func(a, b Embeds) int { return cmp.Compare(a.Type, b.Type) })
		parts = append(parts, *p)
	}
	return parts
}

// reach is a search for functions, the nearest first.
type reach struct {
	others *library
	seen   map[string]bool // functions, types and variables
	queue  []*Func
	funcs  int
	parts  map[string]*Part
}

func (r *reach) part(path string) *Part {
	p := r.parts[path]
	if p == nil {
		p = &Part{Path: path}
		r.parts[path] = p
	}
	return p
}

// follow looks at what a function names: functions, types, whose methods may be called, and package variables, which are
// set when their package starts.
func (r *reach) follow(f *Func) {
	for n := range f.Code {
		i := &f.Code[n]
		if i.Name == "" || i.Op != Call && i.Op != Closure && i.Op != New && i.Op != Global || r.seen[i.Name] {
			continue
		}
		r.seen[i.Name] = true
		switch i.Op {
		case New:
			r.methods(i.Name)
		case Global:
			for _, init := range r.others.inits(map[string]bool{i.Name: true}) {
				r.add(init)
			}
		default:
			if f := r.others.find(i.Name); f != nil {
				r.queue = append(r.queue, f)
			}
		}
	}
}

func (r *reach) add(f *Func) {
	if !r.seen[f.Name] {
		r.seen[f.Name] = true
		r.queue = append(r.queue, f)
	}
}

// methods adds those of a type.
func (r *reach) methods(typ string) {
	path := nethttp.PackageOf(typ)
	if fields, ok := r.others.embeds[typ]; ok {
		p := r.part(path)
		p.Embeds = append(p.Embeds, Embeds{typ, fields})
	}
	for _, known := range r.others.parts[path] {
		for _, f := range methodsOf(known.Funcs, typ) {
			r.add(f)
		}
	}
}

// methodsOf returns those of the functions that are methods of the type.
func methodsOf(funcs []*Func, typ string) []*Func {
	return slices.Concat(withPrefix(funcs, "(*"+typ+")."), withPrefix(funcs, "("+typ+")."))
}

// withPrefix returns the functions whose names begin with the prefix.
func withPrefix(funcs []*Func, prefix string) []*Func {
	from, _ := slices.BinarySearchFunc(funcs, prefix, func(f *Func, name string) int { return strings.Compare(f.Name, name) })
	to := from
	for to < len(funcs) && strings.HasPrefix(funcs[to].Name, prefix) {
		to++
	}
	return funcs[from:to]
}
