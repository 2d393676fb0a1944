package clients

import (
	"math/bits"
	"slices"
	"strings"
)

// runs reports whether the frame may come to the instruction.
func (f *frame) runs(i *Inst) bool {
	if len(i.When) == 0 || f.known == 0 {
		return true
	}
	for _, way := range i.When {
		if bits.RotateLeft64(way, maxConds)&f.known == 0 {
			return true
		}
	}
	return false
}

// settled returns which of the function's conditions hold where the frame's instruction calls it, and which do not, as [ways] have it.
func (f *frame) settled(i *Inst, fn *Func) uint64 {
	var known uint64
	for n, text := range fn.Conds {
		option, is, _ := strings.Cut(text, " ")
		switch so, ok := meets(f.given(i, option), is); {
		case !ok:
		case so:
			known |= 1 << n
		default:
			known |= 1 << (n + maxConds)
		}
	}
	return known
}

// given returns the value that the call gives an option of the function that it runs; "" if that is not known.
func (f *frame) given(i *Inst, option string) string {
	for _, g := range i.Given {
		name, value, _ := strings.Cut(g, ":")
		if name != option {
			continue
		}
		if o, ok := strings.CutPrefix(value, callers); ok {
			return f.option(o)
		}
		if o, ok := strings.CutPrefix(value, secure+callers); ok {
			if !isHTTPS(f.option(o)) {
				return ""
			}
			return secure
		}
		return value
	}
	return ""
}

// option returns the value of one of the frame's own options; "" if that is not known.
func (f *frame) option(o string) string {
	if f.parent == nil || f.merged || f.vague {
		return ""
	}
	return f.parent.given(f.inst, o)
}

// loosen has the frame stand for a call by the instruction of another one as well.
func (f *frame) loosen(by *frame, i *Inst) {
	if f.vague || !slices.ContainsFunc(f.fn.Asks, func(ask string) bool { return f.option(ask) != by.given(i, ask) }) {
		return
	}
	f.vague = true
	f.forget()
}

// forget drops what the frame, and those that it calls, know by what it is given.
func (f *frame) forget() {
	if f.known != 0 {
		f.known, f.dirty, f.ran = 0, true, 0
	}
	for i := range f.calls {
		if child := f.calls[i].frame; child.parent == f {
			child.forget()
		}
	}
}
