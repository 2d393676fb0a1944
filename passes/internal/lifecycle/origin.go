package lifecycle

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/kalint/kalint/passes/internal/closures"
)

// An origin is where a value was made and, if that is in a function that was called for it, that call's arguments.
type origin struct {
	v    ssa.Value
	args []ssa.Value
}

// origin traces a value back, through variables that are set once, conversions and functions that return one thing, to
// where it was made. What cannot be traced further is its own origin.
func (e *engine) origin(v ssa.Value, args []ssa.Value) origin {
	o := origin{v, args}
	for range maxDepth * 2 {
		before, ok := e.before(o)
		if !ok {
			break
		}
		o = before
	}
	return o
}

// before takes one step back from where a value is to where it was made; false if there is none that is known.
func (e *engine) before(o origin) (origin, bool) {
	next, args := ssa.Value(nil), o.args
	switch x := o.v.(type) {
	case *ssa.ChangeInterface:
		next = x.X
	case *ssa.ChangeType:
		next = x.X
	case *ssa.UnOp:
		if x.Op == token.MUL {
			next = onlyValue(variable(x.X))
		}
	case *ssa.FreeVar:
		next = closures.Binding(x)
	case *ssa.Parameter:
		if i := slices.Index(x.Parent().Params, x); i < len(args) {
			next, args = args[i], nil
		}
	case *ssa.Call:
		if len(args) == 0 {
			next, args = e.onlyResult(x, 0)
		}
	}
	return origin{next, args}, next != nil
}

// variable returns the local variable behind the address, seen through function literals.
func variable(addr ssa.Value) *ssa.Alloc {
	for depth := 0; depth < maxDepth; depth++ {
		free, ok := addr.(*ssa.FreeVar)
		if !ok {
			break
		}
		addr = closures.Binding(free)
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

// onlyResult returns result i of the function that is called, if all its return statements but those of nil return the same, and
// the call's arguments.
func (e *engine) onlyResult(call *ssa.Call, i int) (v ssa.Value, args []ssa.Value) {
	fn := e.static(&call.Call)
	if fn == nil {
		return nil, nil
	}
	for _, b := range fn.Blocks {
		ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
		if !ok {
			continue
		}
		if i >= len(ret.Results) {
			return nil, nil
		}
		switch r := ret.Results[i]; {
		case isNilConst(r):
		case v == nil:
			v = r
		case v != r:
			return nil, nil
		}
	}
	if v == nil {
		return nil, nil
	}
	return v, call.Call.Args
}

func isNilConst(v ssa.Value) bool {
	c, ok := v.(*ssa.Const)
	return ok && c.IsNil()
}
