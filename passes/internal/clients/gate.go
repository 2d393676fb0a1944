package clients

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// gated reports whether the block is reached only where a bool that is a setting or a state, such as a field, a parameter
// or what a method returns, says so: a goroutine that is started there is not started each time.
func gated(b *ssa.BasicBlock) bool {
	for at := b; at.Idom() != nil; at = at.Idom() {
		top := at.Idom()
		cond, ok := top.Instrs[len(top.Instrs)-1].(*ssa.If)
		if !ok || !isState(cond.Cond) {
			continue
		}
		for _, s := range top.Succs {
			if len(s.Preds) == 1 && s.Dominates(b) {
				return true
			}
		}
	}
	return false
}

// isState reports whether a condition is a bool that comes from elsewhere, rather than a comparison made here, unless that is of
// how many there are in a field.
func isState(v ssa.Value) bool {
	if comesFromElsewhere(v) || isCertainLength(v) {
		return true
	}
	phi, ok := v.(*ssa.Phi) // a && b
	return ok && slices.ContainsFunc(phi.Edges, comesFromElsewhere)
}

func comesFromElsewhere(v ssa.Value) bool {
	if not, ok := v.(*ssa.UnOp); ok && not.Op == token.NOT {
		v = not.X
	}
	switch v.(type) {
	case *ssa.UnOp, *ssa.Field, *ssa.Parameter, *ssa.Call:
		return true
	}
	return false
}

// isCertainLength reports whether a condition says that a list or map in a field is of a certain length, which is so for one
// of those that fill it.
func isCertainLength(v ssa.Value) bool {
	cmp, ok := v.(*ssa.BinOp)
	if !ok || cmp.Op != token.EQL {
		return false
	}
	_, fixed := cmp.Y.(*ssa.Const)
	call, ok := cmp.X.(*ssa.Call)
	if !ok || !fixed {
		return false
	}
	if b, ok := call.Call.Value.(*ssa.Builtin); !ok || b.Name() != "len" {
		return false
	}
	load, ok := call.Call.Args[0].(*ssa.UnOp)
	if !ok {
		return false
	}
	_, field := load.X.(*ssa.FieldAddr)
	return field
}
