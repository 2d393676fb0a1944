package clients

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"
)

const maxStarts = 40 // starts of goroutines in one function that are held against each other

// apart returns the pairs of starts of which no way through the function comes by both, or only after it has waited. They
// are counted from 1.
func apart(starts []ssa.Instruction) [][2]int {
	if len(starts) < 2 || len(starts) > maxStarts {
		return nil
	}
	var pairs [][2]int
	for i, a := range starts {
		for j := range i {
			if b := starts[j]; !reaches(a, b, endsWait, nil) && !reaches(b, a, endsWait, nil) {
				pairs = append(pairs, [2]int{j + 1, i + 1})
			}
		}
	}
	return pairs
}

// endsWait reports whether the instruction waits for goroutines, or for what a channel brings that is made in the function.
func endsWait(instr ssa.Instruction) bool {
	switch instr := instr.(type) {
	case *ssa.Call:
		return isWait(&instr.Call)
	case *ssa.UnOp:
		if instr.Op == token.ARROW {
			switch holder(instr.X).(type) {
			case *ssa.MakeChan, *ssa.Alloc:
				return true
			}
		}
	}
	return false
}

// crowd returns those of the uses of one frame that run at the same time as so many others that they are more than two.
func crowd(fn *Func, uses []use) []use {
	var starts []*Inst
	bounds := make(map[*Inst]int)
	for _, u := range uses {
		if bounds[u.by.inst] == 0 {
			starts = append(starts, u.by.inst)
		}
		bounds[u.by.inst] = max(bounds[u.by.inst], u.bound)
	}
	crowded := make(map[*Inst]bool)
	mark := func(together ...*Inst) {
		n := 0
		for i, a := range together {
			n += bounds[a]
			for _, b := range together[:i] {
				if fn.areApart(a, b) {
					return
				}
			}
		}
		if n > 2 {
			for _, a := range together {
				crowded[a] = true
			}
		}
	}
	for i, a := range starts { // each starts one at least: three are enough
		for j, b := range starts[:i] {
			mark(a, b)
			for _, c := range starts[:j] {
				mark(a, b, c)
			}
		}
	}
	return slices.DeleteFunc(uses, func(u use) bool { return !crowded[u.by.inst] })
}

func (f *Func) areApart(a, b *Inst) bool {
	return slices.Contains(f.Apart, [2]int{min(a.Start, b.Start), max(a.Start, b.Start)})
}
