package clients

import (
	"slices"

	"github.com/kalint/kalint/passes/internal/nethttp"
)

// enterVariables makes the frames of functions that set the package variables of this module's other packages which the code in
// view asks for, and reports whether there are any that it had not.
func (p *pkg) enterVariables() bool {
	s := p.solver
	inView := make(map[*Func]bool)
	cells := make(map[string]bool)
	for _, f := range s.frames {
		if inView[f.fn] {
			continue
		}
		inView[f.fn] = true
		for n := range f.fn.Code {
			if i := &f.fn.Code[n]; i.Op == Global && p.inModule(nethttp.PackageOf(i.Name)) {
				cells[i.Name] = true
			}
		}
	}
	before := len(s.frames)
	for _, fn := range append(p.others.inits(cells), p.others.writers(cells)...) {
		if !inView[fn] && !p.local[fn] {
			inView[fn] = true
			s.enterEntry(fn, false)
		}
	}
	return len(s.frames) > before
}

const maxWriters = 20 // functions of a package that lead to those which set its variables, at most

// writers returns the functions that set package variables of other packages or, where others there lead to them, the outermost of
// these, if they are few: whoever starts the program calls them.
func (l *library) writers(cells map[string]bool) []*Func {
	var out []*Func
	for _, path := range packagesOf(cells) {
		for _, part := range l.parts[path] {
			var direct []*Func
			for _, f := range part.Funcs {
				if !f.isInit() && !ofTestFile(f) && f.sets(cells) {
					direct = append(direct, f)
				}
			}
			if outer := outermostCallers(part.Funcs, direct); len(outer) > 0 && len(outer) <= maxWriters {
				direct = outer
			}
			out = append(out, direct...)
		}
	}
	return out
}

// sets reports whether the function sets one of the package variables.
func (f *Func) sets(cells map[string]bool) bool {
	var regs []int
	for n := range f.Code {
		switch i := &f.Code[n]; {
		case i.Op == Global && cells[i.Name]:
			regs = append(regs, i.Dst)
		case i.Op == Store && slices.Contains(regs, i.A):
			return true
		}
	}
	return false
}

// outermostCallers returns those that lead to one of some functions, or are one of them, and that none of all calls.
func outermostCallers(all, some []*Func) []*Func {
	leads, called := make(map[*Func]bool), make(map[*Func]bool)
	for _, f := range some {
		leads[f] = true
	}
	for grown := len(some) > 0; grown; {
		grown = false
		for _, f := range all {
			for n := range f.Code {
				i := &f.Code[n]
				if i.Op != Call && i.Op != Closure || i.Name == "" || i.Name == f.Name {
					continue
				}
				if callee := lookup(all, i.Name); callee != nil && leads[callee] {
					grown = grown || !leads[f]
					leads[f], called[callee] = true, true
				}
			}
		}
	}
	return slices.DeleteFunc(slices.Clone(all), func(f *Func) bool { return !leads[f] || called[f] })
}
