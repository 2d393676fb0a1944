package lifecycle

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// An origin is where a value was made and, if that is in a function that was called for it, that call's arguments.
type origin struct {
	v    ssa.Value
	args []ssa.Value
}

// origin traces a value back, through variables that are set once, conversions and functions that return one thing, to
// where it was made. What cannot be traced further is its own origin.
func (e *engine) origin(v ssa.Value, args []ssa.Value) origin {
	for range maxDepth * 2 {
		var next ssa.Value
		switch x := v.(type) {
		case *ssa.ChangeInterface:
			next = x.X
		case *ssa.ChangeType:
			next = x.X
		case *ssa.UnOp:
			if x.Op == token.MUL {
				next = onlyValue(variable(x.X))
			}
		case *ssa.FreeVar:
			next = bindingOf(x)
		case *ssa.Parameter:
			if i := slices.Index(x.Parent().Params, x); i < len(args) {
				next, args = args[i], nil
			}
		case *ssa.Call:
			if fn := e.static(&x.Call); fn != nil && args == nil {
				if next = onlyResult(fn); next != nil {
					args = x.Call.Args
				}
			}
		}
		if next == nil {
			break
		}
		v = next
	}
	return origin{v, args}
}

// variable returns the local variable behind the address, seen through function literals.
func variable(addr ssa.Value) *ssa.Alloc {
	for depth := 0; depth < maxDepth; depth++ {
		free, ok := addr.(*ssa.FreeVar)
		if !ok {
			break
		}
		addr = bindingOf(free)
	}
	a, _ := addr.(*ssa.Alloc)
	return a
}

// onlyValue returns what is stored in a local variable; nil if that is not one value that is stored whole.
func onlyValue(a *ssa.Alloc) ssa.Value {
	if a == nil {
		return nil
	}
	var v ssa.Value
	for _, ref := range *a.Referrers() {
		if st, ok := ref.(*ssa.Store); ok && st.Addr == a {
			if v != nil {
				return nil
			}
			v = st.Val
		}
	}
	return v
}

// onlyResult returns the first result of a function that has one return statement.
func onlyResult(fn *ssa.Function) ssa.Value {
	var v ssa.Value
	for _, b := range fn.Blocks {
		ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
		if !ok {
			continue
		}
		if v != nil || len(ret.Results) == 0 {
			return nil
		}
		v = ret.Results[0]
	}
	return v
}
