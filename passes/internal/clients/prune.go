package clients

// prune takes instructions away that nothing depends on, and calls of functions that do nothing with clients.
func prune(funcs []*Func, find func(string) *Func) {
	inert := findInert(funcs, find)
	for _, f := range funcs {
		f.Code = keepOnly(f, inert)
	}
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
func keepOnly(f *Func, inert map[string]bool) []Inst {
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
			return i.Mode != Plain || !inert[i.Name]
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
			for _, r := range i.uses() {
				changed = want(r) || changed
			}
		}
	}
	var code []Inst
	for n := range f.Code {
		if does(&f.Code[n]) {
			code = append(code, f.Code[n])
		}
	}
	return code
}

// uses returns the registers that an instruction reads.
func (i *Inst) uses() []int {
	regs := append([]int(nil), i.Args...)
	switch i.Op {
	case Keep, Touch, Copy, Load, Request, Serve, Mark, Clone, Acquire, Limit:
		regs = append(regs, i.A)
	case Store, Fill:
		regs = append(regs, i.A, i.B)
	case Call, Invoke:
		regs = append(regs, i.A)
	}
	if i.Slots > 0 {
		regs = append(regs, i.Slots-1)
	}
	if i.Instead > 0 {
		regs = append(regs, i.Instead-1)
	}
	if i.Group > 0 {
		regs = append(regs, i.Group-1)
	}
	return regs
}
