package clients

import "golang.org/x/tools/go/ssa"

// isFlagged reports whether the block is reached only while a variable of the loop is as it was at first, and sets it to
// the opposite for good: one round at most comes there.
func (l *loop) isFlagged(b *ssa.BasicBlock) bool {
	for at := b; at != l.header && at.Idom() != nil && l.body[at.Idom()]; at = at.Idom() {
		top := at.Idom()
		cond, ok := top.Instrs[len(top.Instrs)-1].(*ssa.If)
		if !ok {
			continue
		}
		flag, ok := cond.Cond.(*ssa.Phi)
		if !ok || flag.Block() != l.header {
			continue
		}
		for branch, s := range top.Succs {
			if len(s.Preds) == 1 && s.Dominates(b) && l.changesFor(flag, branch == 0, b) {
				return true
			}
		}
	}
	return false
}

// changesFor reports whether the flag, which is as given where the block is reached, is never set to that in the loop, and
// is set to the opposite on each way from the block to the next round.
func (l *loop) changesFor(flag *ssa.Phi, given bool, b *ssa.BasicBlock) bool {
	for i, p := range l.header.Preds {
		if l.body[p] && !l.settles(flag.Edges[i], flag, given, p, b, maxDepth) {
			return false
		}
	}
	return true
}

// settles reports whether the value that comes from block p is not the one given unless it is the flag itself, and is the
// opposite if the way comes by block b.
func (l *loop) settles(v ssa.Value, flag *ssa.Phi, given bool, p, b *ssa.BasicBlock, depth int) bool {
	switch v := v.(type) {
	case *ssa.Const:
		return isTrue(v) != given
	case *ssa.Phi:
		if v == flag {
			return !l.leads(b, p)
		}
		if depth == 0 || !l.body[v.Block()] {
			return false
		}
		for i, e := range v.Edges {
			if !l.settles(e, flag, given, v.Block().Preds[i], b, depth-1) {
				return false
			}
		}
		return true
	}
	return false
}

// leads reports whether there is a way from one block of the loop to another within a round.
func (l *loop) leads(from, to *ssa.BasicBlock) bool {
	return from == to || reaches(from.Instrs[len(from.Instrs)-1], to.Instrs[0], func(ssa.Instruction) bool { return false },
		func(_, next *ssa.BasicBlock) bool { return next == l.header || !l.body[next] })
}
