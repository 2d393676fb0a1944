package lifecycle

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// rounds are how a function calls another one, which it is given.
type rounds struct {
	eng   *engine
	fn    *ssa.Function
	calls []ssa.Instruction // by themselves, or by a literal or a function that does
	ends  []ssa.Value       // where what it returned is known: calls, and receives from a channel that a literal sends it to
	outs  []outcome         // after which results it is called again by those that it goes to
}

// uses adds what is done with a value that is the function.
func (r *rounds) uses(v ssa.Value) {
	for _, ref := range *v.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Call:
			r.call(ref, v)
		case *ssa.ChangeType:
			r.uses(ref)
		case *ssa.Store:
			if a, ok := ref.Addr.(*ssa.Alloc); ok && onlyStored(a) == v {
				r.held(a)
			}
		}
	}
}

// call adds a call of the function, or of one that it is given to.
func (r *rounds) call(call *ssa.Call, f ssa.Value) {
	if call.Call.Value == f {
		r.add(call)
		return
	}
	fn := r.eng.static(&call.Call)
	i := slices.Index(call.Call.Args, f)
	if fn == nil || i < 0 || call.Call.IsInvoke() {
		return
	}
	r.outs = append(r.outs, r.eng.repeats(fn, i)...)
	switch {
	case relays(fn, i):
		r.add(call)
	case r.wraps(call, fn, i):
		r.uses(call)
	}
}

func (r *rounds) add(call *ssa.Call) {
	r.calls, r.ends = append(r.calls, call), append(r.ends, call)
}

// wraps reports whether what the call returns does what the function does that it is given.
func (r *rounds) wraps(call *ssa.Call, fn *ssa.Function, i int) bool {
	returned, _ := r.eng.onlyResult(call, 0)
	lit := functionIn(returned)
	if lit == nil || lit.Parent() != fn || i >= len(fn.Params) {
		return false
	}
	return slices.ContainsFunc(lit.FreeVars, func(free *ssa.FreeVar) bool {
		loaded := onlyLoad(free)
		return loaded != nil && onlyStored(free) == ssa.Value(fn.Params[i]) && returnsCalls(loaded)
	})
}

// held adds what is done with the function in a variable.
func (r *rounds) held(a *ssa.Alloc) {
	for _, ref := range *a.Referrers() {
		switch ref := ref.(type) {
		case *ssa.UnOp:
			r.uses(ref)
		case *ssa.MakeClosure:
			lit := ref.Fn.(*ssa.Function)
			if loaded := onlyLoad(lit.FreeVars[slices.Index(ref.Bindings, ssa.Value(a))]); loaded != nil {
				r.literal(lit, loaded)
			}
		}
	}
}

// onlyLoad returns the value of a captured variable, if it is used in one place; else nil.
func onlyLoad(free *ssa.FreeVar) ssa.Value {
	if refs := *free.Referrers(); len(refs) == 1 {
		if load, ok := refs[0].(*ssa.UnOp); ok {
			return load
		}
	}
	return nil
}

// literal adds the calls of a literal that calls the function, and returns what that returned or sends it to a channel.
func (r *rounds) literal(lit *ssa.Function, f ssa.Value) {
	if returnsCalls(f) {
		for _, site := range r.callsOf(lit) {
			if call, ok := site.(*ssa.Call); ok {
				r.add(call)
			}
		}
		return
	}
	if ch := sentTo(f); ch != nil {
		r.calls = append(r.calls, r.callsOf(lit)...)
		r.ends = append(r.ends, received(r.fn, ch)...)
	}
}

// callsOf returns the calls of the literal, also in go statements.
func (r *rounds) callsOf(lit *ssa.Function) []ssa.Instruction {
	var sites []ssa.Instruction
	for _, b := range r.fn.Blocks {
		for _, instr := range b.Instrs {
			switch site := instr.(type) {
			case *ssa.Call, *ssa.Go:
				if r.eng.static(site.(ssa.CallInstruction).Common()) == lit {
					sites = append(sites, instr)
				}
			}
		}
	}
	return sites
}

// sentTo returns the channel that is sent what the function returned, if that is all that is done with either; else nil.
func sentTo(f ssa.Value) ssa.Value {
	refs := *f.Referrers()
	if len(refs) != 1 {
		return nil
	}
	call, ok := refs[0].(*ssa.Call)
	if !ok || call.Call.Value != f || len(*call.Referrers()) != 1 {
		return nil
	}
	send, ok := (*call.Referrers())[0].(*ssa.Send)
	if !ok || send.X != ssa.Value(call) {
		return nil
	}
	return channel(send.Chan)
}

// channel returns what was put into the variable that the channel was loaded from, or the channel.
func channel(ch ssa.Value) ssa.Value {
	if load, ok := ch.(*ssa.UnOp); ok && load.Op == token.MUL {
		return onlyStored(load.X)
	}
	return ch
}

// received returns the values that fn receives from the channel.
func received(fn *ssa.Function, ch ssa.Value) []ssa.Value {
	var vals []ssa.Value
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			switch v := instr.(type) {
			case *ssa.UnOp:
				if _, pair := v.Type().(*types.Tuple); v.Op == token.ARROW && !pair && channel(v.X) == ch {
					vals = append(vals, v)
				}
			case *ssa.Extract:
				if sel, ok := v.Tuple.(*ssa.Select); ok && selected(sel, v.Index) == ch {
					vals = append(vals, v)
				}
			}
		}
	}
	return vals
}

// selected returns the channel that part i of what a select statement results in was received from; nil for what is no value.
func selected(sel *ssa.Select, i int) ssa.Value {
	i -= 2 // which case it is, and whether the channel is open
	for _, state := range sel.States {
		if state.Dir != types.RecvOnly {
			continue
		}
		if i == 0 {
			return channel(state.Chan)
		}
		i--
	}
	return nil
}
