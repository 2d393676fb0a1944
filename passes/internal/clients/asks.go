package clients

import (
	"math/bits"
	"slices"
	"strings"
)

// settle finds out which of their options the functions ask for, themselves or by way of those that they call, and has the
// calls tell just these.
func settle(own []*Func, find func(string) *Func, setters func(string) *Setter) {
	asked := func(i *Inst) []string {
		if f := lookup(own, i.Name); f != nil {
			return f.Asks
		}
		if f := find(i.Name); f != nil {
			return f.Asks
		}
		return nil
	}
	for _, f := range own {
		f.ask()
	}
	for changed := true; changed; {
		changed = false
		for _, f := range own {
			for n := range f.Code {
				i := &f.Code[n]
				if len(i.args) > 0 && i.tell(f, asked(i), setters) {
					changed = true
				}
			}
		}
	}
}

// ask notes the options that the conditions are about which something is run on.
func (f *Func) ask() {
	var used uint64
	for n := range f.Code {
		i := &f.Code[n]
		for _, way := range i.When {
			used |= way | bits.RotateLeft64(way, maxConds)
		}
		for _, option := range []string{i.Address, i.Rounds, i.Size} {
			if option != "" && !slices.Contains(f.Asks, option) {
				f.Asks = append(f.Asks, option)
			}
		}
	}
	if used == 0 {
		f.Conds = nil
		return
	}
	for n, text := range f.Conds {
		if option, _, _ := strings.Cut(text, " "); used&(1<<n) != 0 && !slices.Contains(f.Asks, option) {
			f.Asks = append(f.Asks, option)
		}
	}
}

// tell has the call tell what it gives for what its function asks for, and reports whether its own function came to ask for more.
func (i *Inst) tell(f *Func, asks []string, setters func(string) *Setter) (more bool) {
	i.Given = nil
	for _, ask := range asks {
		s, _ := parseOption(ask)
		for _, arg := range i.args {
			if arg.n != s.param {
				continue
			}
			value, of, start := arg.part(s.path, setters)
			if of != nil {
				value = callers + of.String()
				if start {
					value = secure + value
				}
				if !slices.Contains(f.Asks, of.String()) && len(f.Asks) < maxConds {
					f.Asks, more = append(f.Asks, of.String()), true
				}
			}
			if value != "" {
				i.Given = append(i.Given, ask+":"+value)
			}
		}
	}
	return more
}
