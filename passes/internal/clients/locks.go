package clients

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/kalint/kalint/passes/internal/nethttp"
)

// locks finds the calls that take and give back a lock.
type locks struct {
	taken, given []ssa.Instruction
}

func findLocks(fn *ssa.Function) locks {
	var l locks
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			call, ok := instr.(*ssa.Call)
			if !ok {
				continue
			}
			callee := call.Call.StaticCallee()
			if callee == nil {
				continue
			}
			obj, ok := callee.Object().(*types.Func)
			switch {
			case !ok || obj == nil:
			case nethttp.Locks(obj):
				l.taken = append(l.taken, instr)
			case nethttp.Unlocks(obj):
				l.given = append(l.given, instr)
			}
		}
	}
	return l
}

// held reports whether a lock is held at the instruction: it was taken on every way there, and not given back for certain.
func (l locks) held(at ssa.Instruction) bool {
	for _, t := range l.taken {
		if !before(t, at) {
			continue
		}
		given := false
		for _, g := range l.given {
			given = given || before(t, g) && before(g, at)
		}
		if !given {
			return true
		}
	}
	return false
}

// before reports whether every way to b passes a.
func before(a, b ssa.Instruction) bool {
	if a.Block() != b.Block() {
		return a.Block().Dominates(b.Block())
	}
	for _, instr := range a.Block().Instrs {
		switch instr {
		case a:
			return true
		case b:
			return false
		}
	}
	return false
}
