package lifecycle

import (
	"strings"

	"golang.org/x/tools/go/ssa"
)

// constructed returns what the function that made the object, which is an argument of a call, has put into a field of it once
// and for all: a constant, or what that function was given. The zero value if that is not known.
func (w *walk) constructed(s *state, object ssa.Value, path string) value {
	field, ok := strings.CutPrefix(path, ".")
	if !ok || strings.ContainsAny(field, ".[(") {
		return value{}
	}
	made, index := object, 0
	if part, ok := made.(*ssa.Extract); ok {
		made, index = part.Tuple, part.Index
	}
	call, ok := made.(*ssa.Call)
	if !ok || len(storesTo(object, field)) > 0 {
		return value{}
	}
	fn := w.eng.static(&call.Call)
	if fn == nil {
		return value{}
	}
	switch v := putBy(fn, index, field).(type) {
	case *ssa.Const:
		return constValue(v)
	case *ssa.Parameter:
		for i, p := range fn.Params {
			if p == v && i < len(call.Call.Args) {
				return w.val(s, call.Call.Args[i])
			}
		}
	}
	return value{}
}

// putBy returns what the function puts into the field of the object that it makes for its result; nil if that is not always the
// same.
func putBy(fn *ssa.Function, index int, field string) ssa.Value {
	var object *ssa.Alloc
	for _, b := range fn.Blocks {
		ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
		if !ok || index >= len(ret.Results) {
			continue
		}
		result := ret.Results[index]
		if _, null := result.(*ssa.Const); null {
			continue
		}
		if load, ok := result.(*ssa.UnOp); ok {
			result = load.X
		}
		a, ok := result.(*ssa.Alloc)
		if !ok || object != nil && object != a {
			return nil
		}
		object = a
	}
	if object == nil {
		return nil
	}
	stores := storesTo(object, field)
	if len(stores) != 1 {
		return nil
	}
	return stores[0].Val
}

// storesTo returns the assignments to the object's field that stand in its function.
func storesTo(object ssa.Value, field string) []*ssa.Store {
	var stores []*ssa.Store
	for _, ref := range *object.Referrers() {
		fa, ok := ref.(*ssa.FieldAddr)
		if !ok || fieldName(fa.X.Type(), fa.Field) != field {
			continue
		}
		for _, use := range *fa.Referrers() {
			if st, ok := use.(*ssa.Store); ok {
				stores = append(stores, st)
			}
		}
	}
	return stores
}
