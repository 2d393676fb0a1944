package clients

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// elements returns which of a goroutine's parameters, and of what it captures after these, are given an element of their own in
// each round of the loop that starts it: of what the loop ranges over, or of what it receives.
func (b *builder) elements(start ssa.Instruction, c *ssa.CallCommon) []int {
	if c.IsInvoke() {
		return b.elementsIn(start, nil, append([]ssa.Value{c.Value}, c.Args...))
	}
	return b.elementsIn(start, c.Value, c.Args)
}

// elementsIn is elements for a function and its arguments.
func (b *builder) elementsIn(start ssa.Instruction, fn ssa.Value, args []ssa.Value) []int {
	l := b.innermost(start.Block())
	if l == nil {
		return nil
	}
	var own []int
	for k, a := range args {
		if l.isElement(a, maxDepth) {
			own = append(own, k)
		}
	}
	if lit, ok := fn.(*ssa.MakeClosure); ok {
		params := len(lit.Fn.(*ssa.Function).Params)
		for k, bound := range lit.Bindings {
			if l.isElement(bound, maxDepth) {
				own = append(own, params+k)
			}
		}
	}
	return own
}

// innermost returns the innermost loop around the block; nil if there is none.
func (b *builder) innermost(block *ssa.BasicBlock) *loop {
	var inner *loop
	for _, l := range b.loops {
		if l.body[block] && (inner == nil || len(l.body) < len(inner.body)) {
			inner = l
		}
	}
	return inner
}

// isElement reports whether v is another element in each round of the loop, a part of one, or a variable for it.
func (l *loop) isElement(v ssa.Value, depth int) bool {
	at, ok := v.(ssa.Instruction)
	if !ok || !l.body[at.Block()] || depth == 0 {
		return false
	}
	switch v := v.(type) {
	case *ssa.Extract:
		switch v.Tuple.(type) {
		case *ssa.Next, *ssa.Select:
			return true
		}
	case *ssa.IndexAddr:
		return l.counts(v.Index)
	case *ssa.Alloc:
		return l.holdsElement(v, depth)
	case *ssa.UnOp:
		return v.Op == token.ARROW || v.Op == token.MUL && l.isElement(v.X, depth-1)
	case *ssa.FieldAddr:
		return l.isElement(v.X, depth-1)
	case *ssa.Field:
		return l.isElement(v.X, depth-1)
	case *ssa.ChangeType:
		return l.isElement(v.X, depth-1)
	case *ssa.MakeInterface:
		return l.isElement(v.X, depth-1)
	}
	return false
}

// holdsElement reports whether the variable, which each round has anew, is set to an element.
func (l *loop) holdsElement(a *ssa.Alloc, depth int) bool {
	found := false
	for _, ref := range *a.Referrers() {
		if st, ok := ref.(*ssa.Store); ok && st.Addr == a {
			if !l.isElement(st.Val, depth-1) {
				return false
			}
			found = true
		}
	}
	return found
}

// counts reports whether the index is another one in each round.
func (l *loop) counts(index ssa.Value) bool {
	switch i := index.(type) {
	case *ssa.Phi:
		return i.Block() == l.header
	case *ssa.BinOp: // that of a range, which counts first
		phi, ok := i.X.(*ssa.Phi)
		return ok && i.Op == token.ADD && phi.Block() == l.header
	case *ssa.Convert:
		return l.counts(i.X)
	}
	return false
}

// isOwnElement reports whether each of the goroutines that the frame stands for has a source of its own, which came with what
// is another one in each round.
func (src source) isOwnElement(f *frame) bool {
	if src.shared || f.spawn.inst == nil || len(f.spawn.inst.Elems) == 0 || f.spawn.again {
		return false
	}
	var holders []*object
	for k := range f.fn.Params + f.fn.Free {
		list := f.regs[k].list
		if k >= f.fn.Params { // it is the variable
			list = heldIn(list)
		}
		for _, o := range list {
			if !o.leadsTo(src.of) {
				continue
			}
			if !slices.Contains(f.spawn.inst.Elems, k) {
				return false
			}
			holders = append(holders, o)
		}
	}
	return len(holders) > 0 && !slices.ContainsFunc(holders, func(o *object) bool { return !o.isMadeWith(src.of, len(holders) > 1) })
}

// heldIn returns what variables hold.
func heldIn(variables []*object) []*object {
	var list []*object
	for _, v := range variables {
		if in := v.peek("*"); len(in) > 0 {
			list = append(list, in...)
		} else {
			list = append(list, v)
		}
	}
	return list
}

// leadsTo reports whether the other object is this one, or can be had from it.
func (o *object) leadsTo(other *object) bool {
	seen := map[*object]bool{o: true}
	for queue := []*object{o}; len(queue) > 0; queue = queue[1:] {
		if queue[0] == other {
			return true
		}
		for in := range queue[0].inside(true) {
			if !seen[in] {
				seen[in] = true
				queue = append(queue, in)
			}
		}
	}
	return false
}

// isMadeWith reports whether as many of the other objects are made as of this one; many says that they must be many.
func (o *object) isMadeWith(other *object, many bool) bool {
	if o == other {
		return !many
	}
	if o.made == nil || other.made == nil {
		return false
	}
	common := meet(o.made, other.made)
	if common == nil {
		return false
	}
	looped := under(common, other.made, other.inst).Looped
	return under(common, o.made, o.inst).Looped == looped && (looped || !many)
}
