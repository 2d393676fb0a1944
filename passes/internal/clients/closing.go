package clients

import (
	"golang.org/x/tools/go/ssa"

	"github.com/kalint/kalint/passes/internal/nethttp"
)

// closesOnFailure reports whether the call, which closes idle connections, is passed by on a way from a request in its function
// to the end without an error: what succeeds leaves its connection open.
func closesOnFailure(closing ssa.Instruction) bool {
	fn := closing.Parent()
	if len(fn.Blocks) > maxWalked {
		return false
	}
	passedBy := false
	stops := func(instr ssa.Instruction) bool {
		ret, ok := instr.(*ssa.Return)
		passedBy = passedBy || ok && succeeds(ret)
		return passedBy || instr == closing
	}
	for _, from := range fn.Blocks {
		for _, instr := range from.Instrs {
			sent, ok := instr.(*ssa.Call)
			if ok && effectOf(&sent.Call) == nethttp.Sends && canFollow(closing, sent) {
				reaches(sent, nil, stops, nil)
			}
		}
	}
	return passedBy
}

// maxWalked is how many blocks a function has in which ways from each request are looked for.
const maxWalked = 500

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
