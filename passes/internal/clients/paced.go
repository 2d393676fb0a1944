package clients

import (
	"go/constant"
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/kalint/kalint/passes/internal/closures"
	"github.com/kalint/kalint/passes/internal/nethttp"
	"github.com/kalint/kalint/passes/internal/selects"
)

// twoAtOnce is how many goroutines there are where each has as long as it takes until the next one is started: one may end just then.
const twoAtOnce = 2

// isPaced reports whether each round of the loop waits for a tick before it comes to the start of a goroutine, and that has its context
// time out when the next one comes.
func (l *loop) isPaced(start ssa.Instruction) bool {
	g, ok := start.(*ssa.Go)
	if !ok {
		return false
	}
	ends := timeoutOf(g.Call.Value)
	if ends == nil {
		return false
	}
	for b := range l.body {
		for _, ch := range receivedBefore(b, start.Block()) {
			if period := periodOf(ch); period != nil && isWithin(ends, period) {
				return true
			}
		}
	}
	return false
}

// timeoutOf returns how long the context lives that a function makes at its beginning; nil if it makes none.
func timeoutOf(fn ssa.Value) ssa.Value {
	if lit, ok := fn.(*ssa.MakeClosure); ok {
		fn = lit.Fn
	}
	f, ok := fn.(*ssa.Function)
	if !ok || len(f.Blocks) == 0 {
		return nil
	}
	for _, instr := range f.Blocks[0].Instrs {
		if call, ok := instr.(*ssa.Call); ok {
			if obj := calledFunc(&call.Call); obj != nil && nethttp.TimesOut(obj) {
				return call.Call.Args[1]
			}
		}
	}
	return nil
}

// receivedBefore returns the channels that the block receives from, or a select statement at its end, whenever the other one is reached.
func receivedBefore(b, at *ssa.BasicBlock) []ssa.Value {
	var from []ssa.Value
	for _, instr := range b.Instrs {
		if recv, ok := instr.(*ssa.UnOp); ok && recv.Op == token.ARROW && b.Dominates(at) {
			from = append(from, recv.X)
		}
	}
	for _, to := range b.Succs {
		if st := selects.Received(b, to); st != nil && len(to.Preds) == 1 && to.Dominates(at) {
			from = append(from, st.Chan)
		}
	}
	return from
}

// periodOf returns how long it takes from one tick to the next that the channel brings; nil if it brings none.
func periodOf(ch ssa.Value) ssa.Value {
	v := setOnce(ch)
	if load, ok := v.(*ssa.UnOp); ok && load.Op == token.MUL {
		if field, ok := load.X.(*ssa.FieldAddr); ok {
			v = setOnce(field.X)
		}
	}
	call, ok := v.(*ssa.Call)
	if !ok {
		return nil
	}
	if obj := calledFunc(&call.Call); obj != nil && nethttp.Ticks(obj) {
		return call.Call.Args[0]
	}
	return nil
}

// setOnce traces a value back through variables that are set once.
func setOnce(v ssa.Value) ssa.Value {
	for range maxDepth {
		load, ok := v.(*ssa.UnOp)
		if !ok || load.Op != token.MUL {
			return v
		}
		addr := load.X
		for free, ok := addr.(*ssa.FreeVar); ok; free, ok = addr.(*ssa.FreeVar) {
			addr = closures.Binding(free)
		}
		a, ok := addr.(*ssa.Alloc)
		if !ok {
			return v
		}
		if v = onlyStore(a); v == nil {
			return load
		}
	}
	return v
}

// onlyStore returns what is stored in a local variable; nil if that is not one value.
func onlyStore(a *ssa.Alloc) ssa.Value {
	var v ssa.Value
	for _, ref := range *a.Referrers() {
		if st, ok := ref.(*ssa.Store); ok && st.Addr == ssa.Value(a) {
			if v != nil {
				return nil
			}
			v = st.Val
		}
	}
	return v
}

// isWithin reports whether a time is no longer than another: both are the same, or constants.
func isWithin(a, b ssa.Value) bool {
	a, b = setOnce(a), setOnce(b)
	if a == b {
		return true
	}
	x, ok1 := a.(*ssa.Const)
	y, ok2 := b.(*ssa.Const)
	if ok1 && ok2 {
		return constant.Compare(x.Value, token.LEQ, y.Value)
	}
	return isSameField(a, b)
}

// isSameField reports whether both are loads of one field of what a variable that is set once points to.
func isSameField(a, b ssa.Value) bool {
	x, ok1 := a.(*ssa.UnOp)
	y, ok2 := b.(*ssa.UnOp)
	if !ok1 || !ok2 {
		return false
	}
	f, ok1 := x.X.(*ssa.FieldAddr)
	g, ok2 := y.X.(*ssa.FieldAddr)
	return ok1 && ok2 && f.Field == g.Field && setOnce(f.X) == setOnce(g.X)
}
