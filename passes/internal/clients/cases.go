package clients

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/kalint/kalint/passes/internal/nethttp"
	"github.com/kalint/kalint/passes/internal/selects"
)

// shutsCase reports whether the start is in a case of a select whose channel is nil in the rounds that follow, until the
// goroutine has told that it is done.
func (l *loop) shutsCase(start ssa.Instruction, held []ssa.Value) bool {
	for at := start.Block(); at != l.header && l.body[at]; at = at.Idom() {
		if len(at.Preds) != 1 {
			continue
		}
		st := selects.Received(at.Preds[0], at)
		if st == nil {
			continue
		}
		gate, ok := st.Chan.(*ssa.Phi)
		if !ok || gate.Block() != l.header {
			return false
		}
		for i, p := range l.header.Preds {
			if l.body[p] && !l.shuts(gate.Edges[i], gate, p, at, held, maxDepth) {
				return false
			}
		}
		return true
	}
	return false
}

// shuts reports whether the value that comes from block p is nil if the way comes by the block of the case, and is not what
// it was before only behind a receipt of what the goroutine sends.
func (l *loop) shuts(v ssa.Value, gate *ssa.Phi, p, by *ssa.BasicBlock, held []ssa.Value, depth int) bool {
	switch v := v.(type) {
	case *ssa.Const:
		return true
	case *ssa.Phi:
		if v == gate {
			return !l.leads(by, p)
		}
		if depth == 0 || !l.body[v.Block()] {
			return false
		}
		for i, e := range v.Edges {
			if !l.shuts(e, gate, v.Block().Preds[i], by, held, depth-1) {
				return false
			}
		}
		return true
	}
	return !reaches(l.header.Instrs[0], p.Instrs[len(p.Instrs)-1], func(ssa.Instruction) bool { return false },
		func(from, to *ssa.BasicBlock) bool {
			st := selects.Received(from, to)
			return st != nil && slices.Contains(held, holder(st.Chan))
		})
}

// isOnce reports whether one round at most comes to the block: the one in which a timer from outside of the loop fires.
func (l *loop) isOnce(b *ssa.BasicBlock) bool {
	for at := b; at != nil && l.body[at]; at = at.Idom() {
		if len(at.Preds) == 1 {
			if st := selects.Received(at.Preds[0], at); st != nil && l.firesOnce(st.Chan) {
				return true
			}
		}
	}
	return false
}

// firesOnce reports whether the channel is that of a timer that is made before the loop.
func (l *loop) firesOnce(ch ssa.Value) bool {
	switch v := ch.(type) {
	case *ssa.Call:
		obj := calledFunc(&v.Call)
		return obj != nil && nethttp.IsTimer(obj) && !l.body[v.Block()]
	case *ssa.UnOp:
		fa, ok := v.X.(*ssa.FieldAddr)
		if !ok || typeKey(fa.X.Type()) != "time.Timer" {
			return false
		}
		made, ok := holder(fa.X).(ssa.Instruction)
		return !ok || !l.body[made.Block()]
	}
	return false
}
