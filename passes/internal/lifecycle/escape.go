package lifecycle

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// volatile reports whether the local variable may change at any time, because a function literal that somebody else has
// assigns to it.
func (e *engine) volatile(a *ssa.Alloc) bool {
	v, ok := e.shared[a]
	if !ok {
		v = writtenElsewhere(a)
		e.shared[a] = v
	}
	return v
}

// writtenElsewhere looks for a function literal that assigns to the variable and is not just called or deferred. For an
// error or a response, which literals fetch on behalf of the function that is given them, it must have been stored or
// started.
func writtenElsewhere(a *ssa.Alloc) bool {
	elem := a.Type().Underlying().(*types.Pointer).Elem()
	fetched := isError(elem) || isResponse(elem)
	for _, ref := range *a.Referrers() {
		if call, ok := ref.(*ssa.Call); ok && lentOut(call, a, fetched) {
			return true
		}
		mc, ok := ref.(*ssa.MakeClosure)
		if !ok || !writes(mc.Fn.(*ssa.Function), slices.Index(mc.Bindings, ssa.Value(a))) {
			continue
		}
		if _, loop := mc.Fn.(*ssa.Function).Syntax().(*ast.RangeStmt); loop {
			continue // the body of a loop over an iterator
		}
		if escapes(mc, *mc.Referrers(), fetched) {
			return true
		}
	}
	return false
}

// lentOut reports whether the call is one of a function literal in the function, which makes another one that is given the
// variable's address and gets to where it may be called at any time.
func lentOut(call *ssa.Call, a *ssa.Alloc, lent bool) bool {
	fn := call.Call.StaticCallee()
	if fn == nil || !inFunction(fn) || len(fn.Params) != len(call.Call.Args) {
		return false
	}
	for i, arg := range call.Call.Args {
		if arg == ssa.Value(a) && keptBy(fn.Params[i], lent) {
			return true
		}
	}
	return false
}

// keptBy reports whether a function literal captures the parameter and gets to where it may be called at any time.
func keptBy(param *ssa.Parameter, lent bool) bool {
	for _, ref := range *param.Referrers() {
		st, ok := ref.(*ssa.Store)
		if !ok || st.Val != ssa.Value(param) {
			continue
		}
		cell, ok := st.Addr.(*ssa.Alloc)
		if !ok {
			return true
		}
		for _, use := range *cell.Referrers() {
			if mc, ok := use.(*ssa.MakeClosure); ok && escapes(mc, *mc.Referrers(), lent) {
				return true
			}
		}
	}
	return false
}

// escapes reports whether a function literal gets to where it may be called at any time; lent says that being given to a
// function, or started, does not count.
func escapes(lit ssa.Value, uses []ssa.Instruction, lent bool) bool {
	for _, use := range uses {
		switch use := use.(type) {
		case *ssa.DebugRef:
		case *ssa.ChangeType:
			if escapes(use, *use.Referrers(), lent) {
				return true
			}
		case ssa.CallInstruction:
			_, spawned := use.(*ssa.Go)
			if !lent && (spawned || use.Common().Value != lit) {
				return true
			}
		default:
			if !onlyCalled(use) {
				return true
			}
		}
	}
	return false
}

// onlyCalled reports whether the instruction stores a literal in a local variable that is only called.
func onlyCalled(use ssa.Instruction) bool {
	st, ok := use.(*ssa.Store)
	if !ok {
		return false
	}
	a, ok := st.Addr.(*ssa.Alloc)
	return ok && (onlyFunction(a) != nil || callsOnly(a))
}

// callsOnly reports whether the variable at the address is only set and called, in the function and in literals in it.
func callsOnly(addr ssa.Value) bool {
	for _, use := range *addr.Referrers() {
		switch use := use.(type) {
		case *ssa.DebugRef:
		case *ssa.Store:
			if use.Addr != addr {
				return false
			}
		case *ssa.UnOp:
			if slices.ContainsFunc(*use.Referrers(), func(ref ssa.Instruction) bool { return !calls(ref, use) }) {
				return false
			}
		case *ssa.MakeClosure:
			i := slices.Index(use.Bindings, addr)
			if i < 0 || !callsOnly(use.Fn.(*ssa.Function).FreeVars[i]) {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// calls reports whether the instruction calls or defers the function.
func calls(instr ssa.Instruction, fn ssa.Value) bool {
	switch call := instr.(type) {
	case *ssa.Call:
		return call.Call.Value == fn
	case *ssa.Defer:
		return call.Call.Value == fn
	case *ssa.DebugRef:
		return true
	}
	return false
}

// writes reports whether the function literal, or one in it, assigns to its free variable i.
func writes(fn *ssa.Function, i int) bool {
	if i < 0 || i >= len(fn.FreeVars) {
		return false
	}
	for _, ref := range *fn.FreeVars[i].Referrers() {
		switch ref := ref.(type) {
		case *ssa.Store:
			if ref.Addr == fn.FreeVars[i] {
				return true
			}
		case *ssa.MakeClosure:
			if writes(ref.Fn.(*ssa.Function), slices.Index(ref.Bindings, ssa.Value(fn.FreeVars[i]))) {
				return true
			}
		}
	}
	return false
}

// alters reports whether the function literal, or whoever it gives the address, may assign to its free variable i or to a part of it.
func alters(fn *ssa.Function, i int) bool {
	return i >= 0 && i < len(fn.FreeVars) && !onlyRead(fn.FreeVars[i])
}

// onlyRead reports whether nothing is done with the address but to load what is there.
func onlyRead(addr ssa.Value) bool {
	for _, ref := range *addr.Referrers() {
		switch ref := ref.(type) {
		case *ssa.UnOp, *ssa.DebugRef:
		case *ssa.FieldAddr:
			if !onlyRead(ref) {
				return false
			}
		case *ssa.IndexAddr:
			if !onlyRead(ref) {
				return false
			}
		case *ssa.MakeClosure:
			if alters(ref.Fn.(*ssa.Function), slices.Index(ref.Bindings, addr)) {
				return false
			}
		default:
			return false
		}
	}
	return true
}
