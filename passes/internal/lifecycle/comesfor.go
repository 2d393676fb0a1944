package lifecycle

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// comesFor reports whether the outcome may come about where the method is called on the object: not if a field of it would have to
// be something else than what is ever seen to be put there.
func (o outcome) comesFor(object ssa.Value) bool {
	return !slices.ContainsFunc(o.when, func(c cond) bool { return c.param == 0 && !mayHold(object, c.path, c.is) })
}

// mayHold reports whether that field of the object may be what is says.
func mayHold(object ssa.Value, path string, is value) bool {
	field, ok := strings.CutPrefix(path, ".")
	if !ok || strings.ContainsAny(field, ".[(") {
		return true
	}
	if isZero(object) {
		return compatible(zeroPart, is)
	}
	made, ok := heldIn(object).(*ssa.Alloc)
	if whole := onlyValue(made); !ok || whole != nil && !isZero(whole) { // what it is a copy of may have more in it
		return true
	}
	stores := everyStoreTo(made, field, maxDepth)
	if len(stores) == 0 {
		return compatible(zeroPart, is)
	}
	return slices.ContainsFunc(stores, func(st *ssa.Store) bool { return compatible(put(st.Val), is) })
}

// put returns what is known of a value by the instruction that makes it alone.
func put(v ssa.Value) value {
	switch v := v.(type) {
	case *ssa.Const:
		return constValue(v)
	case *ssa.Function, *ssa.MakeClosure, *ssa.MakeInterface, *ssa.Alloc:
		return value{kind: nonNil}
	}
	return value{}
}

// everyStoreTo is storesTo for all names that the object goes by: also variables that hold it, and in function literals.
func everyStoreTo(object ssa.Value, field string, depth int) []*ssa.Store {
	stores := storesTo(object, field)
	if depth == 0 {
		return stores
	}
	for _, ref := range *object.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Store:
			if a, ok := ref.Addr.(*ssa.Alloc); ok && ref.Val == object {
				stores = append(stores, storesBy(a, field, depth-1)...)
			}
		case *ssa.MakeClosure:
			if free := capturedBy(ref, object); free != nil {
				stores = append(stores, everyStoreTo(free, field, depth-1)...)
			}
		}
	}
	return stores
}

// storesBy is everyStoreTo for the objects that the variable at the address points to.
func storesBy(addr ssa.Value, field string, depth int) []*ssa.Store {
	var stores []*ssa.Store
	for _, ref := range *addr.Referrers() {
		switch ref := ref.(type) {
		case *ssa.UnOp:
			stores = append(stores, everyStoreTo(ref, field, depth)...)
		case *ssa.MakeClosure:
			if free := capturedBy(ref, addr); free != nil && depth > 0 {
				stores = append(stores, storesBy(free, field, depth-1)...)
			}
		}
	}
	return stores
}

// capturedBy returns the free variable of the literal that is v; nil if there is none.
func capturedBy(lit *ssa.MakeClosure, v ssa.Value) ssa.Value {
	if i := slices.Index(lit.Bindings, v); i >= 0 {
		return lit.Fn.(*ssa.Function).FreeVars[i]
	}
	return nil
}
