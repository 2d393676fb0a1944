// Package selects knows what the branches behind a select statement belong to.
package selects

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// Received returns the case of a select that the edge between the blocks belongs to, if it is one that receives; nil if it is none.
func Received(from, to *ssa.BasicBlock) *ssa.SelectState {
	cond, ok := from.Instrs[len(from.Instrs)-1].(*ssa.If)
	if !ok || to != from.Succs[0] {
		return nil
	}
	is, ok := cond.Cond.(*ssa.BinOp)
	if !ok || is.Op != token.EQL {
		return nil
	}
	chosen, ok := is.X.(*ssa.Extract)
	if !ok || chosen.Index != 0 {
		return nil
	}
	sel, isSelect := chosen.Tuple.(*ssa.Select)
	k, isConst := is.Y.(*ssa.Const)
	if !isSelect || !isConst {
		return nil
	}
	n := k.Int64()
	if n < 0 || n >= int64(len(sel.States)) || sel.States[n].Dir != types.RecvOnly {
		return nil
	}
	return sel.States[n]
}
