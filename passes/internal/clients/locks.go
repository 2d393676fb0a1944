package clients

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/kalint/kalint/passes/internal/nethttp"
)

// locks finds what lets one goroutine at a time through: the calls that take and give back a lock, the first instructions
// that come after a compare-and-swap that succeeded, and those that set a flag which was found not to be set.
type locks struct {
	taken, given, won []ssa.Instruction
}

// locksOf finds them in a function; body is for the functions that take a lock for it, nil if these are not to be looked into.
func locksOf(fn *ssa.Function, body bodyOf) locks {
	var l locks
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			if st, ok := instr.(*ssa.Store); ok && setsFlag(st) {
				l.won = append(l.won, st)
			}
			call, ok := instr.(*ssa.Call)
			if !ok {
				continue
			}
			obj := calledFunc(&call.Call)
			switch {
			case obj == nil:
			case nethttp.Locks(obj):
				l.taken = append(l.taken, instr)
			case nethttp.Unlocks(obj):
				l.given = append(l.given, instr)
			case nethttp.SwapsOnce(obj):
				l.won = append(l.won, wins(call, obj)...)
			case body != nil:
				l.help(call, body(call.Call.StaticCallee()))
			}
		}
	}
	return l
}

// help adds the call of a function that returns with a lock held, or gives one back.
func (l *locks) help(call *ssa.Call, callee *ssa.Function) {
	if callee == nil {
		return
	}
	in := locksOf(callee, nil)
	switch {
	case len(in.taken) == 0 && len(in.given) > 0:
		l.given = append(l.given, call)
	case len(in.taken) > 0 && in.leavesHeld(callee):
		l.taken = append(l.taken, call)
	}
}

// leavesHeld reports whether the function never gives back what it has taken.
func (l locks) leavesHeld(fn *ssa.Function) bool {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			switch instr := instr.(type) {
			case *ssa.Defer:
				if obj := calledFunc(&instr.Call); obj == nil || nethttp.Unlocks(obj) {
					return false
				}
			case *ssa.Return:
				if !l.held(instr) {
					return false
				}
			}
		}
	}
	return true
}

// wins returns the first instructions of the blocks that are entered only by the one whose swap of two constants found
// the old one.
func wins(call *ssa.Call, fn *types.Func) []ssa.Instruction {
	args := call.Call.Args
	if _, ok := args[len(args)-1].(*ssa.Const); !ok {
		return nil
	}
	if _, ok := args[len(args)-2].(*ssa.Const); !ok && !nethttp.ReturnsOld(fn) { // a counter
		return nil
	}
	var first []ssa.Instruction
	for cond, succ := range branches(call) {
		if nethttp.ReturnsOld(fn) { // false, that is
			succ = 1 - succ
		}
		if s := cond.Block().Succs[succ]; len(s.Preds) == 1 {
			first = append(first, s.Instrs[0])
		}
	}
	return first
}

// branches returns the branches that the value decides, with the number of the successor for true.
func branches(v ssa.Value) map[*ssa.If]int {
	decided := make(map[*ssa.If]int)
	for _, ref := range *v.Referrers() {
		switch ref := ref.(type) {
		case *ssa.If:
			decided[ref] = 0
		case *ssa.UnOp:
			for cond, succ := range branches(ref) {
				decided[cond] = 1 - succ
			}
		}
	}
	return decided
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

// alone reports whether only the one that has won a compare-and-swap comes to the instruction.
func (l locks) alone(at ssa.Instruction) bool {
	return slices.ContainsFunc(l.won, func(w ssa.Instruction) bool { return before(w, at) })
}

// wonIn reports whether each round of the loop wins a compare-and-swap before it comes to the instruction.
func (l locks) wonIn(in *loop, at ssa.Instruction) bool {
	return slices.ContainsFunc(l.won, func(w ssa.Instruction) bool { return in.body[w.Block()] && before(w, at) })
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
