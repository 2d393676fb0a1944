package clients

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// A loop is a natural loop.
type loop struct {
	header  *ssa.BasicBlock
	body    map[*ssa.BasicBlock]bool
	checks  []check // of a counter, in each round
	endless bool    // it does not end by itself
	waits   bool    // each round waits for what it starts

	mostOf func(ssa.Value) (int, bool) // what an integer is at most
}

// findLoops returns the function's loops. MostOf tells what integers are at most.
func findLoops(fn *ssa.Function, mostOf func(ssa.Value) (int, bool)) []*loop {
	byHeader := make(map[*ssa.BasicBlock]*loop)
	var loops []*loop
	for _, b := range fn.Blocks {
		for _, h := range b.Succs {
			if !h.Dominates(b) {
				continue
			}
			l := byHeader[h]
			if l == nil {
				l = &loop{header: h, body: map[*ssa.BasicBlock]bool{h: true}, mostOf: mostOf}
				byHeader[h] = l
				loops = append(loops, l)
			}
			l.fill(b)
		}
	}
	for _, l := range loops {
		l.checks = l.findChecks()
		l.endless, l.waits = l.neverEnds(), l.isAwaited()
	}
	return loops
}

// fill adds the blocks from which b is reached without passing the header.
func (l *loop) fill(b *ssa.BasicBlock) {
	if l.body[b] {
		return
	}
	l.body[b] = true
	for _, p := range b.Preds {
		l.fill(p)
	}
}

// neverEnds reports whether the loop goes on until something tells it to stop: it has no exit but for failures, takes what
// a channel brings, or waits for one in each round.
func (l *loop) neverEnds() bool {
	receives, exits, pauses := false, false, false
	for b := range l.body {
		for k, s := range b.Succs {
			exits = exits || !l.body[s] && !fails(b, k)
		}
		for _, instr := range b.Instrs {
			switch instr := instr.(type) {
			case *ssa.Select:
				receives = true
			case *ssa.UnOp:
				receives = receives || instr.Op == token.ARROW
			case *ssa.Call:
				callee := instr.Call.StaticCallee()
				pauses = pauses || callee != nil && callee.String() == "time.Sleep"
			}
		}
	}
	if !exits || pauses && !l.isCounted() {
		return true
	}
	if _, ok := l.header.Instrs[len(l.header.Instrs)-1].(*ssa.If); ok && !receivesOK(l.header) {
		return false
	}
	return receives
}

// fails reports whether the block goes on to its successor k where an error is not nil, and returns there.
func fails(b *ssa.BasicBlock, k int) bool {
	cond, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If)
	if !ok {
		return false
	}
	cmp, ok := cond.Cond.(*ssa.BinOp)
	if !ok || !isNamed(cmp.X.Type(), "", "error") {
		return false
	}
	if c, ok := cmp.Y.(*ssa.Const); !ok || !c.IsNil() || (cmp.Op == token.NEQ) != (k == 0) {
		return false
	}
	s := b.Succs[k]
	_, returns := s.Instrs[len(s.Instrs)-1].(*ssa.Return)
	return returns && len(s.Preds) == 1
}

// isCounted reports whether the loop counts its rounds, or its condition compares numbers.
func (l *loop) isCounted() bool {
	if len(l.checks) > 0 {
		return true
	}
	cond, ok := l.header.Instrs[len(l.header.Instrs)-1].(*ssa.If)
	if !ok {
		return false
	}
	cmp, ok := cond.Cond.(*ssa.BinOp)
	if !ok {
		return false
	}
	b, ok := cmp.X.Type().Underlying().(*types.Basic)
	return ok && b.Info()&types.IsNumeric != 0
}

// receivesOK reports whether the block receives from a channel and looks whether it is closed, as a range over one does.
func receivesOK(b *ssa.BasicBlock) bool {
	for _, instr := range b.Instrs {
		if recv, ok := instr.(*ssa.UnOp); ok && recv.Op == token.ARROW && recv.CommaOk {
			return true
		}
		if _, ok := instr.(*ssa.Select); ok {
			return true
		}
	}
	return false
}
