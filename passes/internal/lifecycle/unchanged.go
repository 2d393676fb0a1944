package lifecycle

import (
	"go/token"

	"golang.org/x/tools/go/ssa"
)

// partLoad returns the address that v, an interface, a pointer or a func, is loaded from, and the parameter that it is a field of; false if
// it is nothing of the sort.
func (f *funcInfo) partLoad(v ssa.Value) (*ssa.FieldAddr, *ssa.Parameter, bool) {
	load, ok := v.(*ssa.UnOp)
	if !ok || load.Op != token.MUL || !isObject(load.Type()) && !isFunc(load.Type()) {
		return nil, nil, false
	}
	fa, ok := load.X.(*ssa.FieldAddr)
	if !ok || !f.canonAddr(fa) {
		return nil, nil, false
	}
	p, ok := fa.X.(*ssa.Parameter)
	return fa, p, ok
}

// loadsAnew reports whether the second of two loads of a parameter's field may give something else than the first, which has to
// come before it; not so of what is no such load.
func (f *funcInfo) loadsAnew(first, second ssa.Value) bool {
	if _, _, ok := f.partLoad(second); !ok {
		return false
	}
	return !first.(*ssa.UnOp).Block().Dominates(second.(*ssa.UnOp).Block()) || f.mayChange(first, second)
}

// mayChange reports whether somebody else may have assigned to a parameter's field between two loads of it: the function lets go of
// the field's address, or of the object on a way from the one to the other.
func (f *funcInfo) mayChange(first, second ssa.Value) bool {
	_, p, _ := f.partLoad(first)
	for _, load := range []ssa.Value{first, second} {
		fa, _, _ := f.partLoad(load)
		for _, ref := range *fa.Referrers() {
			if u, ok := ref.(*ssa.UnOp); !ok || u.Op != token.MUL {
				return true
			}
		}
	}
	from, to := first.(*ssa.UnOp).Block(), second.(*ssa.UnOp).Block()
	for _, ref := range *p.Referrers() {
		switch ref := ref.(type) {
		case *ssa.FieldAddr, *ssa.BinOp, *ssa.DebugRef:
		case ssa.CallInstruction:
			if f.leadsTo(from, ref.Block()) && f.leadsTo(ref.Block(), to) {
				return true
			}
		default: // it has another name from there on
			return true
		}
	}
	return false
}
