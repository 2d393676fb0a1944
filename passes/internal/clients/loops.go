package clients

import (
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// A loop is a natural loop.
type loop struct {
	header  *ssa.BasicBlock
	body    map[*ssa.BasicBlock]bool
	trips   int  // how often it goes round; 0 if that is not known
	endless bool // it does not end by itself
	waits   bool // each round waits for what it starts
}

// findLoops returns the function's loops.
func findLoops(fn *ssa.Function) []*loop {
	byHeader := make(map[*ssa.BasicBlock]*loop)
	var loops []*loop
	for _, b := range fn.Blocks {
		for _, h := range b.Succs {
			if !h.Dominates(b) {
				continue
			}
			l := byHeader[h]
			if l == nil {
				l = &loop{header: h, body: map[*ssa.BasicBlock]bool{h: true}}
				byHeader[h] = l
				loops = append(loops, l)
			}
			l.fill(b)
		}
	}
	for _, l := range loops {
		l.trips = l.count()
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

// count returns how often the loop goes round, where its condition compares a counter with a constant.
func (l *loop) count() int {
	if n := l.countAt(l.header); n > 0 {
		return n
	}
	for _, p := range l.header.Preds {
		if l.body[p] && p != l.header {
			if n := l.countAt(p); n > 0 {
				return n
			}
		}
	}
	return 0
}

// countAt is count for a condition at the end of the block.
func (l *loop) countAt(b *ssa.BasicBlock) int {
	cond, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If)
	if !ok {
		return 0
	}
	cmp, ok := cond.Cond.(*ssa.BinOp)
	if !ok {
		return 0
	}
	first, step, ok1 := l.counter(cmp.X)
	last, ok2 := intOf(cmp.Y)
	if !ok1 || !ok2 {
		return 0
	}
	n := 0
	switch {
	case cmp.Op == token.LSS && step > 0:
		n = last - first
	case cmp.Op == token.LEQ && step > 0:
		n = last - first + 1
	case cmp.Op == token.GTR && step < 0:
		n = first - last
	case cmp.Op == token.GEQ && step < 0:
		n = first - last + 1
	}
	if slices.Contains(b.Succs, l.header) { // it is asked behind the round, not before it
		n++
	}
	if n > maxTrips {
		return 0
	}
	return max(n, 0)
}

const maxTrips = 1000 // more rounds than that are as good as any number

// counter returns the first value of a counter, as the condition sees it, and its step.
func (l *loop) counter(v ssa.Value) (first, step int, ok bool) {
	offset := 0
	if sum, isSum := v.(*ssa.BinOp); isSum && sum.Op == token.ADD {
		n, isConst := intOf(sum.Y)
		if !isConst {
			return 0, 0, false
		}
		v, offset = sum.X, n
	}
	phi, isPhi := v.(*ssa.Phi)
	if !isPhi || phi.Block() != l.header {
		return 0, 0, false
	}
	for i, p := range l.header.Preds {
		if !l.body[p] {
			first, ok = intOf(phi.Edges[i])
			if !ok {
				return 0, 0, false
			}
			continue
		}
		next, isSum := phi.Edges[i].(*ssa.BinOp)
		if !isSum || next.X != ssa.Value(phi) {
			return 0, 0, false
		}
		n, isConst := intOf(next.Y)
		if !isConst || n != 1 || next.Op != token.ADD && next.Op != token.SUB {
			return 0, 0, false
		}
		if step = 1; next.Op == token.SUB {
			step = -1
		}
	}
	return first + offset, step, ok && step != 0
}

// intOf returns the integer that v is known to be: a constant, or the length of an array or of a slice of one.
func intOf(v ssa.Value) (int, bool) {
	switch v := v.(type) {
	case *ssa.Const:
		if v.Value != nil && v.Value.Kind() == constant.Int {
			n, exact := constant.Int64Val(v.Value)
			return int(n), exact
		}
	case *ssa.Call:
		b, ok := v.Call.Value.(*ssa.Builtin)
		switch {
		case ok && b.Name() == "len":
			return lengthOf(v.Call.Args[0])
		case ok && b.Name() == "min":
			return least(v.Call.Args)
		}
	case *ssa.ChangeType:
		return intOf(v.X)
	case *ssa.Convert:
		return intOf(v.X)
	}
	return 0, false
}

// least returns the least of the integers that are known: there are no more rounds than that.
func least(args []ssa.Value) (n int, found bool) {
	for _, a := range args {
		if k, ok := intOf(a); ok && (!found || k < n) {
			n, found = k, true
		}
	}
	return n, found
}

func lengthOf(v ssa.Value) (int, bool) {
	if s, ok := v.(*ssa.Slice); ok && s.Low == nil && s.High != nil {
		return intOf(s.High)
	}
	if s, ok := v.(*ssa.Slice); ok && s.Low == nil && s.High == nil {
		v = s.X
	}
	t := v.Type().Underlying()
	if p, ok := t.(*types.Pointer); ok {
		t = p.Elem().Underlying()
	}
	a, ok := t.(*types.Array)
	if !ok {
		return 0, false
	}
	return int(a.Len()), true
}

// neverEnds reports whether the loop goes on until something tells it to stop: it has no exit, takes what a channel
// brings, or waits for one in each round.
func (l *loop) neverEnds() bool {
	receives, exits, pauses := false, false, false
	for b := range l.body {
		for _, s := range b.Succs {
			exits = exits || !l.body[s]
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

// isCounted reports whether the loop counts its rounds, or its condition compares numbers.
func (l *loop) isCounted() bool {
	if l.trips > 0 {
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

// isAwaited reports whether each round waits for the goroutines that it starts.
func (l *loop) isAwaited() bool {
	for b := range l.body {
		for _, instr := range b.Instrs {
			switch instr := instr.(type) {
			case *ssa.Call:
				if isWait(&instr.Call) {
					return true
				}
			case *ssa.UnOp:
				if instr.Op == token.ARROW && l.makes(instr.X) {
					return true
				}
			case *ssa.Select:
				for _, st := range instr.States {
					if st.Dir == types.RecvOnly && l.makes(st.Chan) {
						return true
					}
				}
			}
		}
	}
	return false
}

// makes reports whether the channel is made anew in each round.
func (l *loop) makes(ch ssa.Value) bool {
	if load, ok := ch.(*ssa.UnOp); ok && load.Op == token.MUL {
		ch = load.X
	}
	switch ch := ch.(type) {
	case *ssa.MakeChan:
		return l.body[ch.Block()]
	case *ssa.Alloc:
		return ch.Heap && l.body[ch.Block()]
	}
	return false
}

// isWait reports whether the call is one of a method that waits for goroutines.
func isWait(c *ssa.CallCommon) bool {
	var fn *types.Func
	if c.IsInvoke() {
		fn = c.Method
	} else if callee := c.StaticCallee(); callee != nil {
		fn, _ = callee.Object().(*types.Func)
	}
	return fn != nil && fn.Name() == "Wait" && fn.Signature().Recv() != nil && fn.Signature().Params().Len() == 0
}

// waits reports whether the function waits for something.
func waits(fn *ssa.Function) bool {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			switch instr := instr.(type) {
			case *ssa.Select:
				if instr.Blocking && !slices.ContainsFunc(instr.States, func(st *ssa.SelectState) bool { return st.Dir == types.SendOnly }) {
					return true
				}
			case *ssa.UnOp:
				if instr.Op == token.ARROW {
					return true
				}
			case *ssa.Call:
				if isWait(&instr.Call) {
					return true
				}
			}
		}
	}
	return false
}
