package clients

import "golang.org/x/tools/go/ssa"

// storesTo returns what is stored in a variable.
func storesTo(a *ssa.Alloc) []ssa.Value {
	var out []ssa.Value
	for _, ref := range *a.Referrers() {
		if st, ok := ref.(*ssa.Store); ok && st.Addr == a {
			out = append(out, st.Val)
		}
	}
	return out
}

// storesToField returns what is stored in a field of a struct that is made here.
func storesToField(a *ssa.Alloc, name string) []ssa.Value {
	var out []ssa.Value
	for _, ref := range *a.Referrers() {
		if fa, ok := ref.(*ssa.FieldAddr); ok && fieldName(fa.X.Type(), fa.Field) == name {
			out = append(out, storedAt(fa)...)
		}
	}
	return out
}

// elementsOf returns what is stored in an array.
func elementsOf(array ssa.Value) []ssa.Value {
	a, ok := array.(*ssa.Alloc)
	if !ok {
		return nil
	}
	var out []ssa.Value
	for _, ref := range *a.Referrers() {
		if ia, ok := ref.(*ssa.IndexAddr); ok {
			out = append(out, storedAt(ia)...)
		}
	}
	return out
}

func storedAt(addr ssa.Value) []ssa.Value {
	var out []ssa.Value
	for _, use := range *addr.Referrers() {
		if st, ok := use.(*ssa.Store); ok && st.Addr == addr {
			out = append(out, st.Val)
		}
	}
	return out
}
