package lifecycle

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/kalint/kalint/passes/internal/nethttp"
)

// unfollowed returns the outcomes for responses that fn returns and that come from where no walk starts, such as a channel.
func (e *engine) unfollowed(fn *ssa.Function) []outcome {
	var outs []outcome
	results := fn.Signature.Results()
	for i := range results.Len() {
		t := results.At(i).Type()
		if !generic(t) && !isResponse(t) {
			continue
		}
		for _, b := range fn.Blocks {
			ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
			if ok && foreign(ret.Results[i], make(map[ssa.Value]bool)) && !seenTo(ret.Results[i], maxDepth) {
				outs = append(outs, outcome{status: open, results: []result{{index: i, is: value{kind: response}}}})
				break
			}
		}
	}
	return outs
}

// generic reports whether values of the type may be anything.
func generic(t types.Type) bool {
	_, ok := types.Unalias(t).(*types.TypeParam)
	return ok
}

// foreign reports whether the value may have been received from a channel or unpacked from another type, so that its
// owner is whoever receives it.
func foreign(v ssa.Value, seen map[ssa.Value]bool) bool {
	if seen[v] {
		return false
	}
	seen[v] = true
	switch v := v.(type) {
	case *ssa.Call:
		return generic(v.Type()) && v.Call.StaticCallee() == nil
	case *ssa.Phi:
		return slices.ContainsFunc(v.Edges, func(e ssa.Value) bool { return foreign(e, seen) })
	case *ssa.ChangeType:
		return foreign(v.X, seen)
	case *ssa.TypeAssert:
		return !stored(v.X) && !playedBack(v.X)
	case *ssa.Extract:
		if call, ok := v.Tuple.(*ssa.Call); ok {
			return generic(v.Type()) && call.Call.StaticCallee() == nil
		}
		return foreign(v.Tuple, seen)
	case *ssa.Select:
		return true
	case *ssa.Field:
		return foreign(v.X, seen)
	case *ssa.UnOp:
		if v.Op == token.ARROW {
			return true
		}
		return v.Op == token.MUL && foreignCell(v.X, seen)
	}
	return false
}

// seenTo reports whether the function does something to the body of the response that it returns, which may be to close it.
func seenTo(v ssa.Value, depth int) bool {
	v = holder(v)
	if usesBody(v, depth) {
		return true
	}
	a, ok := v.(*ssa.Alloc)
	if !ok || depth == 0 {
		return false
	}
	return slices.ContainsFunc(*a.Referrers(), func(ref ssa.Instruction) bool {
		st, ok := ref.(*ssa.Store)
		return ok && st.Addr == v && seenTo(st.Val, depth-1)
	})
}

// holder returns what the value is loaded from, as a whole or as a part.
func holder(v ssa.Value) ssa.Value {
	for {
		switch x := v.(type) {
		case *ssa.UnOp:
			if x.Op != token.MUL {
				return v
			}
			v = x.X
		case *ssa.FieldAddr:
			v = x.X
		case *ssa.Field:
			v = x.X
		default:
			return v
		}
	}
}

// usesBody reports whether the function uses the body of the response that v is, holds or points to.
func usesBody(v ssa.Value, depth int) bool {
	if depth == 0 || v.Referrers() == nil {
		return false
	}
	for _, ref := range *v.Referrers() {
		next, ok := ref.(ssa.Value)
		switch ref := ref.(type) {
		case *ssa.FieldAddr:
			if isResponse(ref.X.Type()) && fieldName(ref.X.Type(), ref.Field) == "Body" {
				return true
			}
		case *ssa.UnOp, *ssa.Field, *ssa.Extract:
		case *ssa.Store:
			next, ok = ref.Addr, ref.Val == v
		default:
			continue
		}
		if ok && usesBody(next, depth-1) {
			return true
		}
	}
	return false
}

// stored reports whether the value was there before the function was called: it was given it, or finds it in a field of what
// it was given, in a map, or in what other goroutines use as well.
func stored(v ssa.Value) bool {
	switch v := v.(type) {
	case *ssa.Parameter, *ssa.FreeVar, *ssa.Global:
		return true
	case *ssa.Extract:
		return stored(v.Tuple)
	case *ssa.Lookup:
		return stored(v.X)
	case *ssa.FieldAddr:
		return stored(v.X)
	case *ssa.Field:
		return stored(v.X)
	case *ssa.UnOp:
		return v.Op == token.MUL && stored(v.X)
	case *ssa.Call:
		obj := v.Call.Method
		if callee := v.Call.StaticCallee(); callee != nil {
			obj, _ = callee.Object().(*types.Func)
		}
		return obj != nil && nethttp.GivesBack(obj)
	}
	return false
}

// playedBack reports whether the value is what a mock was told to return, or is made of that.
func playedBack(v ssa.Value) bool {
	switch v := v.(type) {
	case *ssa.Extract:
		return playedBack(v.Tuple)
	case *ssa.TypeAssert:
		return playedBack(v.X)
	case *ssa.IndexAddr:
		return playedBack(v.X)
	case *ssa.UnOp:
		return v.Op == token.MUL && playedBack(v.X)
	case *ssa.Call:
		if v.Call.StaticCallee() == nil {
			return false
		}
		obj, ok := v.Call.StaticCallee().Object().(*types.Func)
		return ok && nethttp.PlaysBack(obj)
	}
	return false
}

// foreignCell reports whether a local variable, or a field of one, may hold a foreign value.
func foreignCell(addr ssa.Value, seen map[ssa.Value]bool) bool {
	if fa, ok := addr.(*ssa.FieldAddr); ok {
		addr = fa.X
	}
	a, ok := addr.(*ssa.Alloc)
	if !ok {
		return false
	}
	for _, ref := range *a.Referrers() {
		if _, ok := ref.(*ssa.MakeClosure); ok { // which may see to it
			return false
		}
	}
	for _, ref := range *a.Referrers() {
		if st, ok := ref.(*ssa.Store); ok && st.Addr == a && foreign(st.Val, seen) {
			return true
		}
	}
	return false
}
