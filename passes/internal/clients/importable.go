package clients

import (
	"go/token"
	"slices"
	"strings"
)

// importable returns those of a package's functions that one which imports it may come to: what is open to it, methods of
// the types that it may make values of, what sets package variables, and what these lead to.
func importable(own []*Func) []*Func {
	reached := make(map[*Func]bool, len(own))
	var queue []*Func
	add := func(f *Func) {
		if f != nil && !reached[f] {
			reached[f] = true
			queue = append(queue, f)
		}
	}
	for _, f := range own {
		if f.Entry == Open || f.isInit() || isExported(f.recv) {
			add(f)
		}
	}
	seen := make(map[string]bool) // types
	for len(queue) > 0 {
		f := queue[0]
		queue = queue[1:]
		for n := range f.Code {
			switch i := &f.Code[n]; i.Op {
			case Call, Closure:
				add(lookup(own, i.Name))
			case New:
				if i.Name != "" && !seen[i.Name] {
					seen[i.Name] = true
					for _, m := range methodsOf(own, i.Name) {
						add(m)
					}
				}
			}
		}
	}
	return slices.DeleteFunc(slices.Clone(own), func(f *Func) bool { return !reached[f] })
}

// isExported reports whether other packages can name the type.
func isExported(typ string) bool { return token.IsExported(typ[strings.LastIndexByte(typ, '.')+1:]) }
