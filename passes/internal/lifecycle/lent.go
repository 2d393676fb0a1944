package lifecycle

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// A lentPart is a pointer, and the part of what it points to that a response is put into.
type lentPart struct {
	part
	whole bool
}

// isLent reports whether nobody but the function and those that it calls can get at a part of the object that the local variable
// or the parameter points to, whenever that is.
func (e *engine) isLent(v ssa.Value, r role) bool {
	if len(r.path) == 0 || len(r.path) > maxPath {
		return false
	}
	k := lentPart{part{v, r.path}, r.whole}
	if known, ok := e.lent[k]; ok {
		return known
	}
	before := e.assumed
	l := &lending{eng: e, whole: r.whole, seen: make(map[part]bool)}
	lent := l.look(v, r.path)
	if e.assumed == before { // else what was assumed may change
		e.lent[k] = lent
	}
	return lent
}

// A lending looks for something that keeps an object.
type lending struct {
	eng   *engine
	whole bool
	seen  map[part]bool
	work  []part
}

func (l *lending) look(v ssa.Value, path string) bool {
	l.add(v, path)
	for len(l.work) > 0 {
		p := l.work[len(l.work)-1]
		l.work = l.work[:len(l.work)-1]
		refs := p.v.Referrers()
		if refs == nil || len(l.seen) > maxParts {
			return false
		}
		for _, ref := range *refs {
			if !l.lends(p, ref) {
				return false
			}
		}
	}
	return true
}

func (l *lending) add(v ssa.Value, path string) bool {
	if p := (part{v, path}); !l.seen[p] {
		l.seen[p] = true
		l.work = append(l.work, p)
	}
	return true
}

// lends follows the pointer through an instruction; false if that may keep it.
func (l *lending) lends(p part, ref ssa.Instruction) bool {
	switch ref := ref.(type) {
	case *ssa.DebugRef, *ssa.UnOp, *ssa.BinOp, *ssa.If, *ssa.Return: // what is loaded is there already, or followed by the walk
		return true
	case *ssa.FieldAddr:
		return l.field(p, ref)
	case *ssa.Phi:
		return l.add(ref, p.path)
	case *ssa.ChangeType:
		return l.add(ref, p.path)
	case *ssa.MakeInterface:
		return l.boxed(ref)
	case *ssa.Store:
		return ref.Val != p.v || l.variable(ref.Addr, p.path)
	case *ssa.MakeClosure:
		return l.bound(ref, p, l.add)
	case *ssa.Call:
		return l.given(p, ref)
	case *ssa.Defer:
		return l.given(p, ref)
	}
	return false
}

// field goes on to the address of a field that is on the way to the response.
func (l *lending) field(p part, fa *ssa.FieldAddr) bool {
	rest, ok := strings.CutPrefix(p.path, "."+fieldName(fa.X.Type(), fa.Field))
	return !ok || rest != "" && rest[0] != '.' && rest[0] != '(' || l.add(fa, rest)
}

// variable goes on to where a local variable that holds the pointer is used.
func (l *lending) variable(addr ssa.Value, path string) bool {
	switch addr.(type) {
	case *ssa.Alloc, *ssa.FreeVar:
	default:
		return false
	}
	k := part{addr, pointee + path}
	if l.seen[k] {
		return true
	}
	l.seen[k] = true
	for _, ref := range *addr.Referrers() {
		ok := false
		switch ref := ref.(type) {
		case *ssa.DebugRef:
			ok = true
		case *ssa.UnOp:
			ok = l.add(ref, path)
		case *ssa.Store:
			ok = ref.Addr == addr
		case *ssa.MakeClosure:
			ok = l.bound(ref, part{addr, path}, l.variable)
		}
		if !ok {
			return false
		}
	}
	return true
}

// bound goes into a function literal that binds the part's value, if it is only called or deferred.
func (l *lending) bound(mc *ssa.MakeClosure, p part, into func(ssa.Value, string) bool) bool {
	fn := mc.Fn.(*ssa.Function)
	if !inFunction(fn) || escapes(mc, *mc.Referrers(), false) {
		return false
	}
	for i, b := range mc.Bindings {
		if b == p.v && !into(fn.FreeVars[i], p.path) {
			return false
		}
	}
	return true
}

// boxed looks at what is done to an interface that holds the pointer: to be printed, or the like, is all that it may be there for.
func (l *lending) boxed(box *ssa.MakeInterface) bool {
	for _, ref := range *box.Referrers() {
		ok := false
		switch ref := ref.(type) {
		case *ssa.DebugRef, *ssa.Return:
			ok = true
		case *ssa.Call:
			ok = l.shows(ref, box, "")
		case *ssa.Store:
			element, isElement := ref.Addr.(*ssa.IndexAddr)
			ok = isElement && l.listed(element.X)
		}
		if !ok {
			return false
		}
	}
	return true
}

// listed looks at what is done to the list of arguments that an interface is in.
func (l *lending) listed(array ssa.Value) bool {
	a, ok := array.(*ssa.Alloc)
	if !ok {
		return false
	}
	for _, ref := range *a.Referrers() {
		switch ref := ref.(type) {
		case *ssa.IndexAddr, *ssa.DebugRef:
		case *ssa.Slice:
			for _, use := range *ref.Referrers() {
				if call, ok := use.(*ssa.Call); !ok || !l.shows(call, ref, "[]") {
					return false
				}
			}
		default:
			return false
		}
	}
	return true
}

// shows reports whether the called function leaves alone what it gets in an interface.
func (l *lending) shows(call *ssa.Call, v ssa.Value, path string) bool {
	fn := l.eng.static(&call.Call)
	if fn == nil || slices.ContainsFunc(call.Call.Args, func(a ssa.Value) bool { return isFunc(unboxed(a).Type()) }) {
		return false // such as a finalizer
	}
	for i, a := range call.Call.Args {
		if a != v {
			continue
		}
		outs, ok := l.eng.outcomes(fn, role{param: i, path: path})
		if !ok || slices.ContainsFunc(outs, func(o outcome) bool { return o.status == kept || o.puts() }) {
			return false
		}
	}
	return true
}

// given reports whether a call that is given the pointer does not keep it.
func (l *lending) given(p part, call ssa.CallInstruction) bool {
	c := call.Common()
	if _, ok := c.Value.(*ssa.Builtin); ok || p.path == "" || c.Value == p.v {
		return false
	}
	for i, a := range c.Args {
		if a != p.v || l.isFilled(c, i, p.path) {
			continue
		}
		outs, ok := l.outcomes(c, role{param: i, whole: l.whole, path: p.path})
		if !ok {
			return false
		}
		for _, o := range outs {
			if o.status == kept || !l.returns(call, i, o, p.path) {
				return false
			}
		}
	}
	return true
}

func (l *lending) outcomes(c *ssa.CallCommon, r role) ([]outcome, bool) {
	if c.IsInvoke() {
		return l.eng.dynamicOutcomes(c, r)
	}
	fn := l.eng.static(c)
	if fn == nil || inFunction(fn) {
		return nil, false
	}
	return l.eng.outcomes(fn, r)
}

// isFilled reports whether the call is one that puts a response there: then it was seen to that it does no more.
func (l *lending) isFilled(c *ssa.CallCommon, arg int, path string) bool {
	if c.IsInvoke() {
		arg++
	} else if l.eng.static(c) == nil {
		return false
	}
	outs, _ := l.eng.opens(c)
	return slices.ContainsFunc(outs, func(o outcome) bool {
		return slices.ContainsFunc(o.fills, func(f fill) bool { return f.param == arg && f.path == path && f.is.tracked() })
	})
}

// returns follows the pointer to the call's result, if that is what the function returns; false if it comes back inside
// something else.
func (l *lending) returns(call ssa.CallInstruction, arg int, o outcome, path string) bool {
	for _, r := range o.results {
		switch {
		case r.is.tracked() && r.path != "":
			return false
		case r.is.kind == symbol && int(r.is.id) == arg && r.is.path == "":
			v, ok := call.(*ssa.Call)
			if !ok || v.Call.Signature().Results().Len() != 1 || types.IsInterface(v.Type()) {
				return false
			}
			l.add(v, path)
		}
	}
	return true
}

// givenAway reports whether a pointer to the object was put where others find it before the instruction.
func givenAway(a *ssa.Alloc, at ssa.Instruction) bool {
	if !a.Heap {
		return false
	}
	return slices.ContainsFunc(*a.Referrers(), func(ref ssa.Instruction) bool {
		switch ref := ref.(type) {
		case *ssa.Store:
			if _, local := ref.Addr.(*ssa.Alloc); local || ref.Val != ssa.Value(a) {
				return false
			}
			if part, ok := ref.Addr.(*ssa.FieldAddr); ok {
				if _, local := part.X.(*ssa.Alloc); local { // what that is in may be dropped as well
					return false
				}
			}
		case *ssa.MapUpdate:
			if ref.Value != ssa.Value(a) {
				return false
			}
		case *ssa.Send:
		default:
			return false
		}
		return ref.Block() != at.Block() && ref.Block().Dominates(at.Block()) || ref.Block() == at.Block() && comesBefore(ref, at)
	})
}

func comesBefore(a, b ssa.Instruction) bool {
	instrs := a.Block().Instrs
	return slices.Index(instrs, a) < slices.Index(instrs, b)
}
