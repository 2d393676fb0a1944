package clients

import (
	"go/token"

	"golang.org/x/tools/go/ssa"
)

// isLazy reports whether the block is reached only where a variable, field or map entry is found to have no value yet: what
// is made there is made for those to come as well.
func isLazy(b *ssa.BasicBlock) bool {
	for at := b; at.Idom() != nil; at = at.Idom() {
		top := at.Idom()
		cond, ok := top.Instrs[len(top.Instrs)-1].(*ssa.If)
		if !ok {
			continue
		}
		branch, ok := missing(cond.Cond)
		if s := top.Succs[branch]; ok && len(s.Preds) == 1 && s.Dominates(b) {
			return true
		}
	}
	return false
}

// missing returns the branch of a condition on which what was looked up is missing, and whether it is such a condition.
func missing(cond ssa.Value) (branch int, ok bool) {
	switch v := cond.(type) {
	case *ssa.UnOp:
		if v.Op == token.NOT {
			branch, ok = missing(v.X)
			return 1 - branch, ok
		}
	case *ssa.Extract:
		_, ok = v.Tuple.(*ssa.Lookup)
		return 1, ok
	case *ssa.BinOp:
		x, y := v.X, v.Y
		if isNil(x) {
			x, y = y, x
		}
		if !isNil(y) || !isStored(x) {
			return 0, false
		}
		switch v.Op {
		case token.EQL:
			return 0, true
		case token.NEQ:
			return 1, true
		}
	}
	return 0, false
}

func isNil(v ssa.Value) bool {
	c, ok := v.(*ssa.Const)
	return ok && c.IsNil()
}

// isStored reports whether the value is read from a variable, field or map, or from what a function returns.
func isStored(v ssa.Value) bool {
	switch v := v.(type) {
	case *ssa.UnOp:
		return v.Op == token.MUL
	case *ssa.Lookup, *ssa.Call, *ssa.Field:
		return true
	case *ssa.Extract:
		return isStored(v.Tuple)
	}
	return false
}

// keptFor reports whether the source is made once for all the goroutines that the frame is one of, although the first of
// them makes it: by a sync.Once, or where it is found missing, to be kept in something from outside of the frame.
func (s *solver) keptFor(o *object, f *frame) bool {
	lazy := false
	i := o.inst
	for g := o.made; g != nil; g = g.parent {
		lazy = lazy || i != nil && i.Lazy
		if g == f {
			break
		}
		if g.once && g.parent != nil && !g.parent.once {
			return true
		}
		i = g.inst
	}
	return lazy && s.heldBeyond(o, f, maxDepth)
}

// heldBeyond reports whether something that is not made in the frame holds the object, or what holds it.
func (s *solver) heldBeyond(o *object, f *frame, depth int) bool {
	if s.kept[o] {
		return true
	}
	if depth == 0 {
		return false
	}
	for _, h := range s.holders()[o] {
		if h.by.made == nil || !within(h.by.made, f) || s.heldBeyond(h.by, f, depth-1) {
			return true
		}
	}
	return false
}
