package clients

import (
	"golang.org/x/tools/go/ssa"

	"github.com/kalint/kalint/passes/internal/nethttp"
)

// closesOnFailure reports whether the call, which closes idle connections, is passed by on a way from a request in its function
// to the end without an error: what succeeds leaves its connection open.
func closesOnFailure(closing ssa.Instruction) bool {
	fn := closing.Parent()
	isClosing := func(instr ssa.Instruction) bool { return instr == closing }
	for _, from := range fn.Blocks {
		for _, instr := range from.Instrs {
			sent, ok := instr.(*ssa.Call)
			if !ok || effectOf(&sent.Call) != nethttp.Sends || !canFollow(closing, sent) {
				continue
			}
			for _, to := range fn.Blocks {
				ret, ok := to.Instrs[len(to.Instrs)-1].(*ssa.Return)
				if ok && succeeds(ret) && reaches(sent, ret, isClosing, nil) {
					return true
				}
			}
		}
	}
	return false
}

// succeeds reports whether the function returns no error there, though it could.
func succeeds(ret *ssa.Return) bool {
	if len(ret.Results) == 0 {
		return false
	}
	err := ret.Results[len(ret.Results)-1]
	return isError(err.Type()) && isNil(beforeDefers(err, ret))
}

// beforeDefers returns what the result was when the return statement set it: where there are deferred calls, which may change
// it, it is loaded again behind them.
func beforeDefers(v ssa.Value, ret *ssa.Return) ssa.Value {
	load, ok := v.(*ssa.UnOp)
	if !ok {
		return v
	}
	for _, instr := range ret.Block().Instrs {
		if st, ok := instr.(*ssa.Store); ok && st.Addr == load.X {
			v = st.Val
		}
	}
	return v
}
