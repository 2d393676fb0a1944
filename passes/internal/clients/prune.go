package clients

import (
	"slices"

	"github.com/kalint/kalint/passes/internal/nethttp"
)

// prune takes instructions away that nothing depends on, and calls of functions that do nothing with clients. The functions
// are those of the package of the path.
func prune(path string, funcs []*Func, find func(string) *Func) {
	p := &pruning{inert: findInert(funcs, find), unseen: make(map[string]bool)}
	p.neverSeen = func(name string) bool {
		of := nethttp.PackageOf(name)
		return nethttp.IsStd(of) || of == path && lookup(funcs, name) == nil
	}
	for _, f := range funcs {
		f.Code = p.keepOnly(f)
		f.renumber()
	}
}

// pruning is what is known of functions by their names.
type pruning struct {
	inert     map[string]bool
	unseen    map[string]bool        // those that were asked for
	neverSeen func(name string) bool // no fact ever tells of it
}

// isUnseen reports whether the call is of a function that no fact tells of, here or where this package is imported, and
// gives it nothing that it could keep.
func (p *pruning) isUnseen(i *Inst) bool {
	if i.Name == "" || slices.ContainsFunc(i.Args, func(r int) bool { return r >= 0 }) {
		return false
	}
	unseen, known := p.unseen[i.Name]
	if !known {
		unseen = p.neverSeen(i.Name)
		p.unseen[i.Name] = unseen
	}
	return unseen
}

// findInert returns the functions that make, send, store and start nothing that matters, nor call one that does.
func findInert(funcs []*Func, find func(string) *Func) map[string]bool {
	active := make(map[string]bool)
	for changed := true; changed; {
		changed = false
		for _, f := range funcs {
			if !active[f.Name] && isActive(f, active, find) {
				active[f.Name], changed = true, true
			}
		}
	}
	inert := make(map[string]bool)
	for _, f := range funcs {
		if !active[f.Name] {
			inert[f.Name] = true
		}
	}
	return inert
}

func isActive(f *Func, active map[string]bool, find func(string) *Func) bool {
	for i := range f.Code {
		switch in := &f.Code[i]; in.Op {
		case New:
			if in.What != Other && in.What != AStruct {
				return true
			}
		case Keep, Touch, Store, Fill, Request, Serve, Mark, Clone, Closure, Invoke, Acquire, Limit, Global:
			return true
		case Call:
			if in.Name == "" || in.Mode != Plain || active[in.Name] || find(in.Name) != nil {
				return true
			}
		}
	}
	for _, regs := range f.Results { // what it returns may be of what it is given
		if len(regs) > 0 {
			return true
		}
	}
	return false
}

// keepOnly returns the instructions whose registers something asks for, and those that do something by themselves.
func (p *pruning) keepOnly(f *Func) []Inst {
	wanted := make([]bool, f.Regs)
	want := func(r int) bool {
		if r < 0 || wanted[r] {
			return false
		}
		wanted[r] = true
		return true
	}
	for _, regs := range f.Results {
		for _, r := range regs {
			want(r)
		}
	}
	does := func(i *Inst) bool {
		switch i.Op {
		case New, Copy, Load, Global, Opaque, Clone:
			return i.Dst >= 0 && wanted[i.Dst] || i.Op == Copy && i.Mode == OnlyOnce
		case Closure:
			return i.Dst >= 0 && wanted[i.Dst] || i.Handler
		case Call:
			return i.Mode != Plain || !p.inert[i.Name] && (i.Dst >= 0 && wanted[i.Dst] || !p.isUnseen(i))
		}
		return true
	}
	for changed := true; changed; {
		changed = false
		for n := range f.Code {
			i := &f.Code[n]
			if !does(i) {
				continue
			}
			i.rewrite(func(r int) int {
				changed = want(r) || changed
				return r
			})
		}
	}
	code := f.Code[:0]
	for n := range f.Code {
		if does(&f.Code[n]) {
			code = append(code, f.Code[n])
		}
	}
	clear(f.Code[len(code):])
	return code
}

// rewrite puts other registers in place of those that the instruction reads.
func (i *Inst) rewrite(other func(int) int) {
	for k, r := range i.Args {
		i.Args[k] = other(r)
	}
	switch i.Op {
	case Keep, Touch, Copy, Load, Request, Serve, Mark, Clone, Acquire, Limit, Call, Invoke:
		i.A = other(i.A)
	case Store, Fill:
		i.A, i.B = other(i.A), other(i.B)
	}
	for _, r := range []*int{&i.Slots, &i.Instead, &i.Group} {
		if *r > 0 {
			*r = other(*r-1) + 1
		}
	}
}

// renumber leaves the registers out that no instruction reads.
func (f *Func) renumber() {
	number := make([]int, f.Regs) // plus one
	regs := 0
	use := func(r int) int {
		if r < 0 {
			return r
		}
		if number[r] == 0 {
			regs++
			number[r] = regs
		}
		return number[r] - 1
	}
	for r := range f.Params + f.Free {
		use(r)
	}
	for _, results := range f.Results {
		for k, r := range results {
			results[k] = use(r)
		}
	}
	for n := range f.Code {
		f.Code[n].rewrite(use)
	}
	for n := range f.Code {
		if i := &f.Code[n]; i.Dst >= 0 {
			i.Dst = number[i.Dst] - 1
		}
	}
	f.Regs = regs
}
