package clients

import (
	"go/constant"
	"go/token"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// setsFlag reports whether the store sets a field or variable to another constant than the one that it was found to have on
// the way: those who come meanwhile find it set.
func setsFlag(st *ssa.Store) bool {
	to, ok := st.Val.(*ssa.Const)
	if !ok || !isFlag(st.Addr) {
		return false
	}
	for b := st.Block(); b.Idom() != nil; b = b.Idom() {
		top := b.Idom()
		cond, ok := top.Instrs[len(top.Instrs)-1].(*ssa.If)
		if !ok {
			continue
		}
		for branch, s := range top.Succs {
			if len(s.Preds) != 1 || !s.Dominates(st.Block()) {
				continue
			}
			if addr, was := found(cond.Cond, branch == 0); addr != nil && sameAddr(addr, st.Addr) && differ(was, to) {
				return true
			}
		}
	}
	return false
}

// isFlag reports whether others see what is stored at the address.
func isFlag(addr ssa.Value) bool {
	switch a := addr.(type) {
	case *ssa.FieldAddr, *ssa.Global:
		return true
	case *ssa.FreeVar:
		return !strings.HasPrefix(a.Name(), "jump$") // how the loop over an iterator goes on
	case *ssa.Alloc:
		return a.Heap
	}
	return false
}

// found returns the address that a condition reads, and the constant that stands there if the condition is as given; nil if
// that is not known.
func found(cond ssa.Value, holds bool) (addr ssa.Value, was constant.Value) {
	switch c := cond.(type) {
	case *ssa.UnOp:
		switch c.Op {
		case token.NOT:
			return found(c.X, !holds)
		case token.MUL:
			return c.X, constant.MakeBool(holds)
		}
	case *ssa.BinOp:
		load, ok1 := c.X.(*ssa.UnOp)
		k, ok2 := c.Y.(*ssa.Const)
		if ok1 && ok2 && load.Op == token.MUL && k.Value != nil && (c.Op == token.EQL && holds || c.Op == token.NEQ && !holds) {
			return load.X, k.Value
		}
	}
	return nil, nil
}

// sameAddr reports whether two addresses are of one field or variable.
func sameAddr(a, b ssa.Value) bool {
	if a == b {
		return true
	}
	x, ok1 := a.(*ssa.FieldAddr)
	y, ok2 := b.(*ssa.FieldAddr)
	return ok1 && ok2 && x.Field == y.Field && (x.X == y.X || sameLoad(x.X, y.X) || sameAddr(x.X, y.X))
}

// sameLoad reports whether two values are read from one address.
func sameLoad(a, b ssa.Value) bool {
	x, ok1 := a.(*ssa.UnOp)
	y, ok2 := b.(*ssa.UnOp)
	return ok1 && ok2 && x.Op == token.MUL && y.Op == token.MUL && sameAddr(x.X, y.X)
}

func differ(was constant.Value, to *ssa.Const) bool {
	return to.Value != nil && was.Kind() == to.Value.Kind() && !constant.Compare(was, token.EQL, to.Value)
}
