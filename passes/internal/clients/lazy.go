package clients

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// missing returns what is known to be missing in the block: values that are nil, and map entries that there are none of.
func missing(b *ssa.BasicBlock) []ssa.Value { return askedFor(b, 0) }

// present returns what is known to be there in the block.
func present(b *ssa.BasicBlock) []ssa.Value { return askedFor(b, 1) }

// askedFor returns what was asked for on the way to the block, and is missing there; with other, what is not.
func askedFor(b *ssa.BasicBlock, other int) []ssa.Value {
	var out []ssa.Value
	for at := b; at.Idom() != nil; at = at.Idom() {
		top := at.Idom()
		cond, ok := top.Instrs[len(top.Instrs)-1].(*ssa.If)
		if !ok {
			continue
		}
		v, branch := asked(cond.Cond)
		if v == nil || isError(v.Type()) { // a call that did not fail
			continue
		}
		if s := top.Succs[branch^other]; len(s.Preds) == 1 && s.Dominates(b) {
			out = append(out, v)
		}
	}
	return out
}

// isGiven reports whether the value is a parameter or stands in a field: what a function returns, or a context has, may be
// given for each call anew.
func isGiven(v ssa.Value) bool {
	switch v := v.(type) {
	case *ssa.Parameter, *ssa.Field:
		return true
	case *ssa.UnOp:
		_, ok := v.X.(*ssa.FieldAddr)
		return ok && v.Op == token.MUL
	}
	return false
}

// isPresent reports whether the value is one that is known to be there in the block.
func isPresent(v ssa.Value, b *ssa.BasicBlock) bool {
	if box, ok := v.(*ssa.MakeInterface); ok {
		v = box.X
	}
	if !isGiven(v) {
		return false
	}
	return slices.ContainsFunc(present(b), func(x ssa.Value) bool { return x == v || sameLoad(x, v) })
}

// comesPresent reports whether the value is known to be there on the way from one block to the next.
func comesPresent(v ssa.Value, from, to *ssa.BasicBlock) bool {
	if isPresent(v, from) {
		return true
	}
	if !isGiven(v) {
		return false
	}
	cond, ok := from.Instrs[len(from.Instrs)-1].(*ssa.If)
	if !ok || from.Succs[0] == from.Succs[1] {
		return false
	}
	x, branch := asked(cond.Cond)
	return x != nil && from.Succs[branch^1] == to && (x == v || sameLoad(x, v))
}

// asked returns the value that the condition asks for, and the branch on which it is missing; nil if it is no such condition.
func asked(cond ssa.Value) (v ssa.Value, branch int) {
	switch c := cond.(type) {
	case *ssa.UnOp:
		if c.Op == token.NOT {
			v, branch = asked(c.X)
			return v, 1 - branch
		}
	case *ssa.Extract:
		if found, ok := c.Tuple.(*ssa.Lookup); ok {
			return found, 1
		}
	case *ssa.BinOp:
		x, y := c.X, c.Y
		if isNil(x) {
			x, y = y, x
		}
		switch {
		case !isNil(y):
		case c.Op == token.EQL:
			return x, 0
		case c.Op == token.NEQ:
			return x, 1
		}
	}
	return nil, 0
}

func isError(t types.Type) bool { return types.Identical(t, types.Universe.Lookup("error").Type()) }

func isNil(v ssa.Value) bool {
	c, ok := v.(*ssa.Const)
	return ok && c.IsNil()
}

// isStored reports whether the value is read from a variable, field or map, or from what a function returns. A copy of a parameter
// stores nothing for the next call.
func isStored(v ssa.Value) bool {
	switch v := v.(type) {
	case *ssa.UnOp:
		fa, ok := v.X.(*ssa.FieldAddr)
		return v.Op == token.MUL && !(ok && isOwnCopy(fa.X))
	case *ssa.Lookup, *ssa.Call, *ssa.Field:
		return true
	case *ssa.Extract:
		return isStored(v.Tuple)
	}
	return false
}

// isOption reports whether the value is a transport that is read from a field of a parameter.
func isOption(v ssa.Value) bool {
	if method, _, _ := types.LookupFieldOrMethod(v.Type(), false, nil, "RoundTrip"); method == nil {
		return false
	}
	switch v := v.(type) {
	case *ssa.Field:
		_, ok := v.X.(*ssa.Parameter)
		return ok
	case *ssa.UnOp:
		addr, ok := v.X.(*ssa.FieldAddr)
		return ok && v.Op == token.MUL && isArgument(addr.X)
	}
	return false
}

// isArgument reports whether v is a parameter, or the variable that the function keeps it in.
func isArgument(v ssa.Value) bool {
	a, ok := v.(*ssa.Alloc)
	if !ok {
		_, ok = v.(*ssa.Parameter)
		return ok
	}
	for _, r := range *a.Referrers() {
		if st, ok := r.(*ssa.Store); ok && st.Addr == a {
			_, ok := st.Val.(*ssa.Parameter)
			return ok
		}
	}
	return false
}

// guard notes what is missing where the instruction is run: something that is kept for others, once it is made, or a
// parameter or an option, for want of which something is made.
func (b *builder) guard(i *Inst, block *ssa.BasicBlock) {
	for _, v := range missing(block) {
		if p, ok := v.(*ssa.Parameter); ok {
			if r := b.reg(p); r >= 0 {
				i.Instead = r + 1
			}
		}
		i.Lazy = i.Lazy || isStored(v)
		i.Unset = i.Unset || isOption(v)
	}
}

// isUnneeded reports whether the object is made for want of an argument that there is.
func (o *object) isUnneeded() bool {
	i := o.inst
	for f := o.made; f != nil && i != nil; f, i = f.parent, f.inst {
		if i.Instead > 0 && f.isGiven(i.Instead-1) {
			return true
		}
	}
	return false
}

// keptFor reports whether the source is made once for all the goroutines that the frame is one of, although the first of
// them makes it: by a sync.Once, or where it is found missing, to be kept in something from outside of the frame.
func (s *solver) keptFor(o *object, f *frame) bool {
	once, lazy := o.madeIn(f)
	return once || lazy && s.heldBeyond(o, f)
}

// keptByLoop is keptFor for the rounds of a loop of the frame: what the frame makes outside of its loops is the same in each.
func (s *solver) keptByLoop(o *object, f *frame) bool {
	once, lazy := o.madeIn(f)
	if once || !lazy {
		return once
	}
	return s.heldBeyond(o, f) || slices.ContainsFunc(s.holders()[o], func(h holding) bool {
		return s.isBeforeLoop(h.by, f) || h.by.what == AClient && slices.ContainsFunc(s.holders()[h.by], func(h holding) bool { return s.isBeforeLoop(h.by, f) })
	})
}

// isBeforeLoop reports whether the frame makes the object, itself or in a call, outside of its loops.
func (s *solver) isBeforeLoop(o *object, f *frame) bool {
	return o.inst != nil && within(o.made, f) && !under(f, o.made, o.inst).Looped
}

// madeIn reports how the frame, or what it calls, comes to make the object: once for all, or for want of one.
func (o *object) madeIn(f *frame) (once, lazy bool) {
	i := o.inst
	for g := o.made; g != nil; g = g.parent {
		lazy = lazy || i != nil && i.Lazy
		if g == f {
			break
		}
		if g.once && g.parent != nil && !g.parent.once {
			return true, lazy
		}
		i = g.inst
	}
	return false, lazy
}

// heldBeyond reports whether something that is not made in the frame holds the object, or what holds it.
func (s *solver) heldBeyond(o *object, f *frame) bool {
	beyond := o.kept
	s.eachHolding(o, func(h holding) bool {
		beyond = beyond || h.by.kept || h.by.made == nil || !within(h.by.made, f)
		return !beyond
	})
	return beyond
}

// eachHolding tells what holds the object, and what holds that, once each, until tell returns false.
func (s *solver) eachHolding(o *object, tell func(holding) bool) {
	seen := map[*object]bool{o: true}
	for queue := []*object{o}; len(queue) > 0; queue = queue[1:] {
		for _, h := range s.holders()[queue[0]] {
			if !tell(h) {
				return
			}
			if !seen[h.by] {
				seen[h.by] = true
				queue = append(queue, h.by)
			}
		}
	}
}

// isEntry reports whether the object, or what holds it, is an entry of a map or list: there may be one for each that asks.
func (s *solver) isEntry(o *object) bool {
	entry := false
	s.eachHolding(o, func(h holding) bool {
		entry = h.isEntry()
		return !entry
	})
	return entry
}

func (h holding) isEntry() bool {
	return slices.ContainsFunc(h.by.fields, func(f field) bool { return f.has == h.in && f.name == "[]" })
}

// isDefault reports whether the object is made for want of an argument or an option.
func (o *object) isDefault() bool {
	if o.inst != nil && o.inst.Instead > 0 {
		return true
	}
	i := o.inst
	for f := o.made; f != nil && i != nil; f, i = f.parent, f.inst {
		if i.Unset {
			return true
		}
	}
	return false
}

// isGiven reports whether the call that the frame is has an argument there. What is not in view may pass nil.
func (f *frame) isGiven(param int) bool {
	for _, o := range f.regs[param].list {
		if !o.unknown || f.parent != nil && !o.isArgument() {
			return true
		}
	}
	return false
}
