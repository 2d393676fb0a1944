package lifecycle

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// questDepth bounds how many objects inside each other, and calls that made them, a quest looks into.
const questDepth = 8

// A criterion says whether a value is as asked for.
type criterion = func(ssa.Value) bool

// A quest looks for something in what a client or a transport is built around.
type quest struct {
	eng     *engine
	fn      func(fn *ssa.Function, on ssa.Value) bool // whether a function that answers requests is it, of the value if it is a method; nil if none is
	object  func(*ssa.Alloc) bool                     // whether an object is it; nil if none is
	told    func(*ssa.CallCommon) bool                // whether it is known that what a function of another package returns is, or is around it; nil if that is never known
	earlier bool                                      // what was put into an object after it was made does not count
}

// around reports whether the value is what is looked for, was built around it, or was given it later.
func (q quest) around(v ssa.Value) bool { return q.holds(v, nil, questDepth) }

// holds is around for a value in a function that was called with the arguments.
func (q quest) holds(v ssa.Value, args []ssa.Value, depth int) bool {
	if depth == 0 || !mayHoldTransport(v.Type()) {
		return false
	}
	within := func(args []ssa.Value) criterion { return func(v ssa.Value) bool { return q.holds(v, args, depth-1) } }
	if load, ok := v.(*ssa.UnOp); ok && load.Op == token.MUL && (anyFieldIn(load.X, within(args)) || q.inField(load.X, args, within)) {
		return true
	}
	if !q.earlier {
		given := q
		given.earlier = true
		if q.handed(origin{v, args}, func(v ssa.Value) bool { return given.holds(v, nil, depth-1) }) {
			return true
		}
	}
	o := q.eng.origin(v, args)
	inside := within(o.args)
	switch v := o.v.(type) {
	case *ssa.Function: // of one elsewhere it is not known whether it answers or hands on what it is given
		return q.fn != nil && len(v.Blocks) > 0 && q.fn(v, nil)
	case *ssa.MakeClosure:
		return q.fn != nil && q.fn(v.Fn.(*ssa.Function), nil) || captures(v, inside)
	case *ssa.MakeInterface:
		return q.answersBy(v.X, o.args) || inside(v.X)
	case *ssa.Alloc:
		return q.object != nil && q.object(v) || anyField(v, inside)
	case *ssa.UnOp:
		return v.Op == token.MUL && (anyFieldIn(v.X, inside) || q.inVariable(v.X))
	case *ssa.Call:
		if v.Call.IsInvoke() {
			return inside(v.Call.Value)
		}
		return q.told != nil && q.told(&v.Call) || anyGiven(&v.Call, inside)
	case *ssa.Extract:
		call, ok := v.Tuple.(*ssa.Call)
		if !ok {
			return false
		}
		if q.told != nil && clientResult(call.Call.Signature()) == v.Index && q.told(&call.Call) || anyGiven(&call.Call, inside) {
			return true
		}
		made, given := q.eng.onlyResult(call, v.Index)
		return made != nil && within(given)(made)
	}
	return false
}

// inVariable reports whether the address is of a package's variable that only ever holds functions which are what is looked for.
func (q quest) inVariable(addr ssa.Value) bool {
	g, ok := addr.(*ssa.Global)
	if !ok || q.fn == nil {
		return false
	}
	fns := q.eng.heldBy(g.Object())
	return len(fns) > 0 && !slices.ContainsFunc(fns, func(fn *ssa.Function) bool { return !q.fn(fn, nil) })
}

// captures reports whether something that is as asked for is in a variable that a literal which answers requests captures.
func captures(lit *ssa.MakeClosure, is func(ssa.Value) bool) bool {
	return responseIndex(lit.Fn.(*ssa.Function).Signature) >= 0 && slices.ContainsFunc(lit.Bindings, func(b ssa.Value) bool {
		held := onlyValue(variable(b))
		return held != nil && is(held)
	})
}

// answersBy reports whether a method by which the value answers requests is what is looked for.
func (q quest) answersBy(v ssa.Value, args []ssa.Value) bool {
	if q.fn == nil {
		return false
	}
	for _, name := range []string{"RoundTrip", "Do"} {
		if fn := q.eng.methodOf(v.Type(), nil, name); fn != nil && q.fn(fn, q.eng.origin(v, args).v) {
			return true
		}
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

// inField reports whether the address is of a field into which something that is as asked for is put, or of one of an object
// that was built around it elsewhere, or of a copy of a struct that has it in that field.
func (q quest) inField(addr ssa.Value, args []ssa.Value, is func([]ssa.Value) criterion) bool {
	fa, ok := addr.(*ssa.FieldAddr)
	if !ok {
		return false
	}
	if a, ok := q.eng.origin(fa.X, nil).v.(*ssa.Alloc); ok {
		return ofField(a, fa.Field, is(args)) || q.inCopied(a, fa.Field, args, is)
	}
	return is(args)(fa.X)
}

// inCopied reports whether the struct is a copy of one that has something that is as asked for in the field.
func (q quest) inCopied(a *ssa.Alloc, field int, args []ssa.Value, is func([]ssa.Value) criterion) bool {
	whole := onlyValue(a)
	if whole == nil {
		return false
	}
	o := q.eng.origin(whole, args)
	load, ok := o.v.(*ssa.UnOp)
	if !ok || load.Op != token.MUL {
		return false
	}
	from := variable(load.X)
	return from != nil && ofField(from, field, is(o.args))
}

// handed reports whether something that is as asked for is put into the object after it was made: into a field of it, or by a
// method of it that is given that.
func (q quest) handed(o origin, is func(ssa.Value) bool) bool {
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
		before, ok := q.eng.before(o)
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

// mayHoldTransport reports whether something of the type can send requests: it is a func, or has methods or fields.
func mayHoldTransport(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Signature:
		return responseIndex(u) >= 0
	case *types.Interface:
		return u.NumMethods() > 0 && !isError(t) && !isNamed(t, "net/http", "Handler") // whose requests are others than those that it answers
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
