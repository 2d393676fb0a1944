package lifecycle

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// madeUp reports whether the call's answer comes from a transport in view that makes its answers up: one that the call is
// given, or that what it is given was built around, such as a client or another transport.
func (e *engine) madeUp(c *ssa.CallCommon) bool {
	if known, ok := e.fakes[c]; ok {
		e.assumed += e.looking
		return known
	}
	e.looking++
	defer func() { e.looking-- }()
	e.fakes[c] = false // for want of a better answer while this one is looked for
	e.fakes[c] = c.IsInvoke() && e.isFake(c.Value) || slices.ContainsFunc(c.Args, e.isFake)
	return e.fakes[c]
}

// isFake reports whether the value is such a transport, was built around one, or was given one later.
func (e *engine) isFake(v ssa.Value) bool { return e.aroundFake(v, nil, true, maxDepth) }

// aroundFake reports whether the value is such a transport, or was built around one, or was given one later if that counts.
func (e *engine) aroundFake(v ssa.Value, args []ssa.Value, later bool, depth int) bool {
	if depth == 0 || !mayHoldTransport(v.Type()) {
		return false
	}
	within := args
	inside := func(v ssa.Value) bool { return e.aroundFake(v, within, later, depth-1) }
	if load, ok := v.(*ssa.UnOp); ok && load.Op == token.MUL && (anyFieldIn(load.X, inside) || e.fieldOfFake(load.X, inside)) {
		return true
	}
	if later && e.handedFake(origin{v, args}, func(v ssa.Value) bool { return e.aroundFake(v, nil, false, depth-1) }) {
		return true
	}
	o := e.origin(v, args)
	within = o.args
	switch v := o.v.(type) {
	case *ssa.Function: // of one elsewhere it is not known whether it answers or hands on what it is given
		return len(v.Blocks) > 0 && e.answersItself(v)
	case *ssa.MakeClosure:
		return e.answersItself(v.Fn.(*ssa.Function))
	case *ssa.MakeInterface:
		for _, name := range []string{"RoundTrip", "Do"} {
			if fn := e.methodOf(v.X.Type(), nil, name); fn != nil && e.answersItself(fn) {
				return true
			}
		}
		return inside(v.X)
	case *ssa.Alloc:
		return anyField(v, inside)
	case *ssa.UnOp:
		return v.Op == token.MUL && anyFieldIn(v.X, inside)
	case *ssa.Call:
		if v.Call.IsInvoke() {
			return inside(v.Call.Value)
		}
		return e.isSaidToAnswer(&v.Call) || anyGiven(&v.Call, inside)
	case *ssa.Extract:
		call, ok := v.Tuple.(*ssa.Call)
		if !ok {
			return false
		}
		if clientResult(call.Call.Signature()) == v.Index && e.isSaidToAnswer(&call.Call) || anyGiven(&call.Call, inside) {
			return true
		}
		made, given := e.onlyResult(call, v.Index)
		within = given
		return made != nil && inside(made)
	}
	return false
}

// anyGiven reports whether something that a call is given is as asked for, or an option among it is made of something that is.
func anyGiven(c *ssa.CallCommon, is func(ssa.Value) bool) bool {
	if slices.ContainsFunc(c.Args, is) {
		return true
	}
	if !c.Signature().Variadic() || len(c.Args) == 0 {
		return false
	}
	return slices.ContainsFunc(elements(c.Args[len(c.Args)-1]), func(v ssa.Value) bool {
		option, ok := v.(*ssa.Call)
		return is(v) || ok && slices.ContainsFunc(option.Call.Args, is)
	})
}

// elements returns what is put into the array behind a slice where it is made for a variadic call.
func elements(v ssa.Value) []ssa.Value {
	slice, ok := v.(*ssa.Slice)
	if !ok {
		return nil
	}
	array, ok := slice.X.(*ssa.Alloc)
	if !ok {
		return nil
	}
	var found []ssa.Value
	for _, ref := range *array.Referrers() {
		if at, ok := ref.(*ssa.IndexAddr); ok {
			for _, use := range *at.Referrers() {
				if st, ok := use.(*ssa.Store); ok && st.Addr == at {
					found = append(found, st.Val)
				}
			}
		}
	}
	return found
}

// fieldOfFake reports whether the address is of a field into which such a transport is put, or of one of an object that was
// built around one elsewhere.
func (e *engine) fieldOfFake(addr ssa.Value, is func(ssa.Value) bool) bool {
	fa, ok := addr.(*ssa.FieldAddr)
	if !ok {
		return false
	}
	if a, ok := e.origin(fa.X, nil).v.(*ssa.Alloc); ok {
		return ofField(a, fa.Field, is)
	}
	return is(fa.X)
}

// handedFake reports whether such a transport is put into the object after it was made: into a field of it, or by a method of
// it that is given one.
func (e *engine) handedFake(o origin, is func(ssa.Value) bool) bool {
	for range maxDepth * 2 {
		if takesIn(o.v, is) {
			return true
		}
		if load, ok := o.v.(*ssa.UnOp); ok && load.Op == token.MUL {
			if a := variable(load.X); a != nil && slices.ContainsFunc(*a.Referrers(), func(ref ssa.Instruction) bool {
				other, ok := ref.(*ssa.UnOp)
				return ok && takesIn(other, is)
			}) {
				return true
			}
		}
		before, ok := e.before(o)
		if !ok {
			return false
		}
		o = before
	}
	return false
}

// takesIn reports whether something that is as asked for is put into a field of the object that v points to, or given to one of
// its methods.
func takesIn(v ssa.Value, is func(ssa.Value) bool) bool {
	if v.Referrers() == nil {
		return false
	}
	for _, ref := range *v.Referrers() {
		call, ok := ref.(ssa.CallInstruction)
		if !ok {
			continue
		}
		c := call.Common()
		if fn := c.StaticCallee(); fn == nil || fn.Signature.Recv() == nil || c.Args[0] != v {
			continue
		}
		if slices.ContainsFunc(c.Args[1:], is) {
			return true
		}
	}
	return anyField(v, is)
}

// isSaidToAnswer reports whether a function of another package is called of which it is known that what it returns makes its
// answers up.
func (e *engine) isSaidToAnswer(c *ssa.CallCommon) bool {
	fn := e.static(c)
	if fn == nil || len(fn.Blocks) > 0 {
		return false
	}
	obj, ok := fn.Object().(*types.Func)
	return ok && len(e.summaryOf(obj)[answering]) > 0
}

// givesFake reports whether the client or transport that the function returns makes its answers up, whenever it returns one.
func (e *engine) givesFake(fn *ssa.Function) bool {
	i := clientResult(fn.Signature)
	if i < 0 {
		return false
	}
	return returnsOnly(fn, i, e.isFake)
}

// returnsOnly reports whether result i of the function is as asked for whenever it is not nil, and sometimes is.
func returnsOnly(fn *ssa.Function, i int, is func(ssa.Value) bool) bool {
	found := false
	for _, b := range fn.Blocks {
		ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
		if !ok {
			continue
		}
		if c, ok := ret.Results[i].(*ssa.Const); ok && c.IsNil() {
			continue
		}
		if !is(ret.Results[i]) {
			return false
		}
		found = true
	}
	return found
}

// clientResult returns the index of the first result that is a client or a transport, or -1.
func clientResult(sig *types.Signature) int {
	for i := range sig.Results().Len() {
		if t := sig.Results().At(i).Type(); isNamed(t, "net/http", "Client") || isNamed(t, "net/http", "RoundTripper") {
			return i
		}
	}
	return -1
}

// answersItself reports whether the function answers, and never with a response from elsewhere.
func (e *engine) answersItself(fn *ssa.Function) bool {
	if o := fn.Origin(); o != nil {
		fn = o
	}
	if responseIndex(fn.Signature) < 0 {
		return false
	}
	outs, ok := e.outcomes(fn, opening)
	if m := e.memo[memoKey{fn, opening}]; m != nil && !m.done { // a recursion of which too little is known yet
		e.assumed++
		return false
	}
	return ok && !slices.ContainsFunc(outs, func(o outcome) bool { return o.status != closed })
}

// mayHoldTransport reports whether something of the type can send requests: it is a func, or has methods or fields.
func mayHoldTransport(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Signature:
		return responseIndex(u) >= 0
	case *types.Interface:
		return u.NumMethods() > 0 && !isError(t)
	case *types.Pointer:
		_, ok := u.Elem().Underlying().(*types.Struct)
		return ok && !isNamed(t, "net/http", "Request")
	case *types.Struct:
		return true
	}
	return false
}

// anyField reports whether all that is stored in some field of a struct that the function has the address of is as asked for.
func anyField(a ssa.Value, is func(ssa.Value) bool) bool {
	for _, all := range fields(a, is) {
		if all {
			return true
		}
	}
	return false
}

// anyFieldIn is anyField for the struct in the local variable at the address, if there is one.
func anyFieldIn(addr ssa.Value, is func(ssa.Value) bool) bool {
	a := variable(addr)
	return a != nil && anyField(a, is)
}

// ofField reports whether all that is stored in that field of a local struct is as asked for, if anything is.
func ofField(a ssa.Value, field int, is func(ssa.Value) bool) bool { return fields(a, is)[field] }

// fields says of the fields of a struct in which something is stored whether all of it is as asked for.
func fields(a ssa.Value, is func(ssa.Value) bool) map[int]bool {
	if a.Referrers() == nil {
		return nil
	}
	as := make(map[int]bool)
	for _, ref := range *a.Referrers() {
		fa, ok := ref.(*ssa.FieldAddr)
		if !ok {
			continue
		}
		for _, use := range *fa.Referrers() {
			if st, ok := use.(*ssa.Store); ok && st.Addr == fa {
				others, seen := as[fa.Field]
				as[fa.Field] = (others || !seen) && is(st.Val)
			}
		}
	}
	return as
}
