package lifecycle

import (
	"go/types"
	"slices"
	"strconv"

	"golang.org/x/tools/go/ssa"
)

// repeating is the role of a function that is given as the parameter: after which of its results it is called again. An outcome
// that is tested is of errors which none that is looked for matches.
func repeating(param int) role { return role{param: repeatRole, path: strconv.Itoa(param)} }

// repeats says after which results fn may call again the function that it is given as parameter i.
func (e *engine) repeats(fn *ssa.Function, i int) []outcome {
	if o := fn.Origin(); o != nil {
		fn = o
	}
	if len(fn.Blocks) == 0 {
		obj, ok := fn.Object().(*types.Func)
		if !ok || obj.Pkg() == e.pass.Pkg {
			return nil
		}
		return e.summaryOf(obj)[repeating(i)]
	}
	if i >= len(fn.Params) {
		return nil
	}
	p := fn.Params[i]
	if known, ok := e.again[p]; ok {
		return known
	}
	e.again[p] = nil // of one that calls itself
	outs := e.findRepeats(p)
	e.again[p] = outs
	return outs
}

// mayRepeat reports whether t is the type of a function that may fail, so that whoever is given it may call it again.
func mayRepeat(t types.Type) bool {
	sig, ok := t.Underlying().(*types.Signature)
	return ok && hasError(sig)
}

func (e *engine) findRepeats(p *ssa.Parameter) []outcome {
	sig, ok := p.Type().Underlying().(*types.Signature)
	if !ok || len(p.Parent().Blocks) > maxRepeatBlocks {
		return nil
	}
	calls, outs := e.callsOf(p)
	for _, results := range possible(sig.Results()) {
		r := repeat{calls: calls}
		for _, c := range calls {
			if r.after(c, results) {
				outs = append(outs, outcome{status: open, tested: r.matched, results: results})
				break
			}
		}
	}
	return outs
}

// callsOf returns the calls of the function that is given as the parameter, by itself or by one that returns what it does; and after
// which results it is called again by those that it goes to.
func (e *engine) callsOf(p *ssa.Parameter) (calls []*ssa.Call, outs []outcome) {
	for _, ref := range *p.Referrers() {
		call, ok := ref.(*ssa.Call)
		if !ok {
			continue
		}
		if call.Call.Value == p {
			calls = append(calls, call)
			continue
		}
		fn := e.static(&call.Call)
		i := slices.Index(call.Call.Args, ssa.Value(p))
		if fn == nil || i < 0 || call.Call.IsInvoke() {
			continue
		}
		outs = append(outs, e.repeats(fn, i)...)
		if relays(fn, i) {
			calls = append(calls, call)
		}
	}
	return calls, outs
}

// relays reports whether fn calls the function that it is given as parameter i and returns what that returned.
func relays(fn *ssa.Function, i int) bool {
	if len(fn.Blocks) == 0 || i >= len(fn.Params) {
		return false
	}
	n := 0
	for _, ref := range *fn.Params[i].Referrers() {
		call, ok := ref.(*ssa.Call)
		if !ok || call.Call.Value != fn.Params[i] {
			return false
		}
		if n++; !returnedWhole(call) {
			return false
		}
	}
	return n > 0
}

// returnedWhole reports whether all that is done with a call's results is to return them, in their places.
func returnedWhole(call *ssa.Call) bool {
	if _, many := call.Type().(*types.Tuple); !many {
		return returnedAt(call, 0)
	}
	return !slices.ContainsFunc(*call.Referrers(), func(ref ssa.Instruction) bool {
		x, ok := ref.(*ssa.Extract)
		return ok && !returnedAt(x, x.Index)
	})
}

// returnedAt reports whether all that is done with v is to return it as result i, maybe from the variable of a named result.
func returnedAt(v ssa.Value, i int) bool {
	return !slices.ContainsFunc(*v.Referrers(), func(ref ssa.Instruction) bool {
		switch ref := ref.(type) {
		case *ssa.DebugRef:
			return false
		case *ssa.Return:
			return slices.Index(ref.Results, v) != i
		case *ssa.Store:
			a, local := ref.Addr.(*ssa.Alloc)
			return !local || onlyStored(a) != v || slices.ContainsFunc(*a.Referrers(), func(use ssa.Instruction) bool {
				load, ok := use.(*ssa.UnOp)
				return ok && !returnedAt(load, i)
			})
		}
		return true
	})
}

// possible lists what a function may return, as far as its errors and bools go.
func possible(results *types.Tuple) [][]result {
	all := [][]result{nil}
	for i := range results.Len() {
		var kinds []kind
		switch t := results.At(i).Type(); {
		case isError(t):
			kinds = []kind{isNil, nonNil}
		case basicBool(t):
			kinds = []kind{isTrue, isFalse}
		default:
			continue
		}
		var longer [][]result
		for _, before := range all {
			for _, k := range kinds {
				longer = append(longer, append(slices.Clone(before), result{index: i, is: value{kind: k}}))
			}
		}
		if all = longer; len(all) > 4 {
			return nil
		}
	}
	return all
}
