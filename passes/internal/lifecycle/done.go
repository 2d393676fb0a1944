package lifecycle

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/kalint/kalint/passes/internal/nethttp"
	"github.com/kalint/kalint/passes/internal/selects"
)

// tellsDone reports whether the call asks for the error of a context that is known to be done, as every way there has received from
// its Done: then there is one.
func (e *engine) tellsDone(call *ssa.Call) bool {
	ctx := contextOf(&call.Call, nethttp.TellsContextEnd)
	return ctx != nil && slices.ContainsFunc(e.doneAt(call), func(v ssa.Value) bool { return e.canon(v).canID == e.canon(ctx).canID })
}

// doneAt returns the contexts that are known to be done at the instruction.
func (e *engine) doneAt(at *ssa.Call) (done []ssa.Value) {
	note := func(ch ssa.Value) {
		if call, ok := ch.(*ssa.Call); ok {
			if ctx := contextOf(&call.Call, nethttp.EndsContext); ctx != nil {
				done = append(done, ctx)
			}
		}
	}
	for b := at.Block(); b != nil; b = b.Idom() {
		for _, instr := range b.Instrs {
			if recv, ok := instr.(*ssa.UnOp); ok && recv.Op == token.ARROW && (b != at.Block() || comesBefore(recv, at)) {
				note(recv.X)
			}
		}
		if len(b.Preds) == 1 {
			if c := selects.Received(b.Preds[0], b); c != nil {
				note(c.Chan)
			}
		}
	}
	return done
}

// contextOf returns the context that the function, if the call is one of it, is asked about; else nil.
func contextOf(c *ssa.CallCommon, is func(*types.Func) bool) ssa.Value {
	if c.IsInvoke() {
		if is(c.Method) {
			return c.Value
		}
		return nil
	}
	if fn := callee(c); fn != nil && is(fn) && len(c.Args) > 0 {
		return c.Args[0]
	}
	return nil
}
