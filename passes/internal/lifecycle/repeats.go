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

// mayRepeat reports whether t is the type of a function that may fail, or be asked for whether something holds, so that whoever is
// given it may call it again.
func mayRepeat(t types.Type) bool {
	sig, ok := t.Underlying().(*types.Signature)
	return ok && (hasError(sig) || sig.Params().Len() == 0 && sig.Results().Len() == 1 && basicBool(sig.Results().At(0).Type()))
}

func (e *engine) findRepeats(p *ssa.Parameter) []outcome {
	sig, ok := p.Type().Underlying().(*types.Signature)
	if !ok || len(p.Parent().Blocks) > maxRepeatBlocks {
		return nil
	}
	r := rounds{eng: e, fn: p.Parent()}
	r.uses(p)
	outs := r.outs
	for _, results := range possible(sig.Results()) {
		way := repeat{calls: r.calls}
		for _, end := range r.ends {
			if way.after(end, results) {
				outs = append(outs, outcome{status: open, tested: way.matched, results: results})
				break
			}
		}
	}
	return outs
}

// relays reports whether fn calls the function that it is given as parameter i and returns what that returned.
func relays(fn *ssa.Function, i int) bool {
	return len(fn.Blocks) > 0 && i < len(fn.Params) && returnsCalls(fn.Params[i])
}

// returnsCalls reports whether all that is done with a function is to call it, and to return what it returned.
func returnsCalls(f ssa.Value) bool {
	n := 0
	for _, ref := range *f.Referrers() {
		call, ok := ref.(*ssa.Call)
		if !ok || call.Call.Value != f {
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
