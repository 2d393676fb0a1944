package clients

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"
)

// passing tells which of the values that a function puts into a field nobody finds there when the call is over.
type passing struct {
	pass  *analysis.Pass
	all   []*declared
	users map[*types.Var]int // how many declarations mention a field; made when it is first asked for
}

// isPassing reports whether what is stored at the address is there for the call only.
func (p *passing) isPassing(addr ssa.Value, fn *ssa.Function) bool {
	fa, ok := addr.(*ssa.FieldAddr)
	return ok && (isOwnCopy(fa.X) || p.isRenewed(fa, fn))
}

// isOwnCopy reports whether the address is that of a copy of a parameter which the function hands on to nobody.
func isOwnCopy(addr ssa.Value) bool {
	a, ok := addr.(*ssa.Alloc)
	if !ok || !isArgument(a) {
		return false
	}
	return !slices.ContainsFunc(*a.Referrers(), func(ref ssa.Instruction) bool {
		switch ref := ref.(type) {
		case *ssa.FieldAddr:
			return pointedTo(ref)
		case *ssa.Store:
			return ref.Addr != a
		case *ssa.DebugRef:
			return false
		}
		return true
	})
}

// isRenewed reports whether only this function knows the field, and sets it before it reads it: what the last call has left
// there is lost.
func (p *passing) isRenewed(fa *ssa.FieldAddr, fn *ssa.Function) bool {
	field := fieldOf(fa.X.Type(), fa.Field).Origin()
	if fn.Parent() != nil || field.Embedded() || field.Pkg() != p.pass.Pkg || token.IsExported(field.Name()) && field.Pkg().Name() != "main" {
		return false
	}
	return p.usersOf(field) == 1 && !mentionedIn(fn.AnonFuncs, field) && !readsOlder(fn, fa)
}

func (p *passing) usersOf(field *types.Var) int {
	if p.users == nil {
		p.users = make(map[*types.Var]int)
		for _, d := range p.all {
			for _, obj := range d.mentions {
				if v, ok := obj.(*types.Var); ok && v.IsField() {
					p.users[v.Origin()]++
				}
			}
		}
	}
	return p.users[field]
}

// mentionedIn reports whether one of the function literals has to do with the field.
func mentionedIn(literals []*ssa.Function, field *types.Var) bool {
	return slices.ContainsFunc(literals, func(fn *ssa.Function) bool {
		for _, fa := range addressesIn(fn) {
			if fieldOf(fa.X.Type(), fa.Field).Origin() == field {
				return true
			}
		}
		return mentionedIn(fn.AnonFuncs, field)
	})
}

// readsOlder reports whether the function may read from the field what was there when it was called, or hands on its address.
func readsOlder(fn *ssa.Function, fa *ssa.FieldAddr) bool {
	var same []*ssa.FieldAddr
	var stores []*ssa.Store
	for _, other := range addressesIn(fn) {
		if fieldOf(other.X.Type(), other.Field) != fieldOf(fa.X.Type(), fa.Field) {
			continue
		}
		if pointedTo(other) || !sameAddr(other, fa) {
			return true
		}
		same = append(same, other)
		for _, ref := range *other.Referrers() {
			if st, ok := ref.(*ssa.Store); ok {
				stores = append(stores, st)
			}
		}
	}
	return slices.ContainsFunc(same, func(other *ssa.FieldAddr) bool {
		return slices.ContainsFunc(*other.Referrers(), func(ref ssa.Instruction) bool {
			switch ref.(type) {
			case *ssa.Store, *ssa.DebugRef:
				return false
			}
			return !slices.ContainsFunc(stores, func(st *ssa.Store) bool { return before(st, ref) })
		})
	})
}

func addressesIn(fn *ssa.Function) []*ssa.FieldAddr {
	var out []*ssa.FieldAddr
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			if fa, ok := instr.(*ssa.FieldAddr); ok {
				out = append(out, fa)
			}
		}
	}
	return out
}

// holdsInPassing reports whether all that puts the other object into this one does so for a call only.
func (o *object) holdsInPassing(in *object) bool {
	found := false
	for _, p := range o.putInto() {
		if p.what == in {
			if found = p.inst().Passing; !found {
				return false
			}
		}
	}
	return found
}
