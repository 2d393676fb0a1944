package clients

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/kalint/kalint/passes/internal/nethttp"
	"github.com/kalint/kalint/passes/internal/selects"
)

// A bodyOf returns a function that is called with its instructions; nil if there are none to look at.
type bodyOf func(callee *ssa.Function) *ssa.Function

// awaits reports whether each round of the loop waits for the goroutine that the instruction starts in it, before the
// next one.
func (l *loop) awaits(start ssa.Instruction, body bodyOf) bool {
	if l.waits {
		return true
	}
	held := heldBy(start, body)
	if len(held) == 0 {
		return false
	}
	if l.shutsCase(start, held) {
		return true
	}
	return !reaches(start, l.header.Instrs[0], func(instr ssa.Instruction) bool { return joins(instr, held, body) },
		func(from, to *ssa.BasicBlock) bool {
			if !l.body[to] {
				return true
			}
			st := selects.Received(from, to)
			return st != nil && (slices.Contains(held, holder(st.Chan)) || l.firesOnce(st.Chan))
		})
}

// heldBy returns what the goroutine that the instruction starts is given, and may tell by that it is done; none if it
// sends to no channel, nor closes one.
func heldBy(start ssa.Instruction, body bodyOf) []ssa.Value {
	call, ok := start.(ssa.CallInstruction)
	if !ok || !isStart(call) {
		return nil
	}
	c := call.Common()
	var held []ssa.Value
	for _, v := range append([]ssa.Value{c.Value}, c.Args...) {
		lit, ok := v.(*ssa.MakeClosure)
		switch {
		case !ok:
			held = append(held, v)
		case !tells(lit.Fn.(*ssa.Function)):
			return nil
		default:
			held = append(held, lit.Bindings...)
		}
	}
	if callee := c.StaticCallee(); callee != nil {
		if fn := body(callee); fn != nil && len(fn.Blocks) > 0 && !tells(fn) {
			return nil
		}
	}
	for i, v := range held {
		held[i] = holder(v)
	}
	return slices.DeleteFunc(held, func(v ssa.Value) bool { return v == nil })
}

// isStart reports whether the call starts a goroutine.
func isStart(call ssa.CallInstruction) bool {
	if _, ok := call.(*ssa.Go); ok {
		return true
	}
	obj := calledFunc(call.Common())
	if obj == nil {
		return false
	}
	_, ok := nethttp.Spawner(obj)
	return ok
}

// calledFunc returns the function or method that is called; nil if that is not known.
func calledFunc(c *ssa.CallCommon) *types.Func {
	callee := c.StaticCallee()
	if callee == nil {
		return nil
	}
	obj, _ := callee.Object().(*types.Func)
	return obj
}

// tells reports whether the function, or a literal in it, sends to a channel or closes one.
func tells(fn *ssa.Function) bool {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			switch instr := instr.(type) {
			case *ssa.Send:
				return true
			case *ssa.Select:
				if slices.ContainsFunc(instr.States, func(st *ssa.SelectState) bool { return st.Dir == types.SendOnly }) {
					return true
				}
			case ssa.CallInstruction:
				if b, ok := instr.Common().Value.(*ssa.Builtin); ok && b.Name() == "close" {
					return true
				}
			}
		}
	}
	return slices.ContainsFunc(fn.AnonFuncs, tells)
}

// holder returns the channel, variable or struct that the value is read from.
func holder(v ssa.Value) ssa.Value {
	for {
		switch x := v.(type) {
		case *ssa.UnOp:
			if x.Op != token.MUL {
				return nil
			}
			v = x.X
		case *ssa.FieldAddr:
			v = x.X
		case *ssa.Field:
			v = x.X
		case *ssa.ChangeType:
			v = x.X
		case *ssa.MakeChan, *ssa.Alloc, *ssa.Parameter, *ssa.FreeVar, *ssa.Call, *ssa.Phi:
			return v
		default:
			return nil
		}
	}
}

// joins reports whether the instruction waits for a goroutine that holds what is given: it receives from that, or calls
// a function with it that does.
func joins(instr ssa.Instruction, held []ssa.Value, body bodyOf) bool {
	switch instr := instr.(type) {
	case *ssa.UnOp:
		return instr.Op == token.ARROW && slices.Contains(held, holder(instr.X))
	case *ssa.Call:
		callee := instr.Call.StaticCallee()
		if callee == nil || !slices.ContainsFunc(instr.Call.Args, func(a ssa.Value) bool { return slices.Contains(held, holder(a)) }) {
			return false
		}
		fn := body(callee)
		return fn != nil && waits(fn)
	}
	return false
}

// reaches reports whether there is a way from one instruction to another that comes by no instruction and follows no
// edge that stops it.
func reaches(from, to ssa.Instruction, stops func(ssa.Instruction) bool, barred func(from, to *ssa.BasicBlock) bool) bool {
	seen := make(map[*ssa.BasicBlock]bool)
	var walk func(b *ssa.BasicBlock, instrs []ssa.Instruction) bool
	walk = func(b *ssa.BasicBlock, instrs []ssa.Instruction) bool {
		for _, instr := range instrs {
			if instr == to {
				return true
			}
			if stops(instr) {
				return false
			}
		}
		for _, s := range b.Succs {
			if barred != nil && barred(b, s) || seen[s] {
				continue
			}
			seen[s] = true
			if walk(s, s.Instrs) {
				return true
			}
		}
		return false
	}
	b := from.Block()
	return walk(b, b.Instrs[slices.Index(b.Instrs, from)+1:])
}

// isAwaited reports whether each round waits for the goroutines that it starts.
func (l *loop) isAwaited() bool {
	for b := range l.body {
		for _, instr := range b.Instrs {
			switch instr := instr.(type) {
			case *ssa.Call:
				if isWait(&instr.Call) {
					return true
				}
			case *ssa.UnOp:
				if instr.Op == token.ARROW && l.makes(instr.X) {
					return true
				}
			case *ssa.Select:
				for _, st := range instr.States {
					if st.Dir == types.RecvOnly && l.makes(st.Chan) {
						return true
					}
				}
			}
		}
	}
	return false
}

// makes reports whether the channel is made anew in each round.
func (l *loop) makes(ch ssa.Value) bool {
	if load, ok := ch.(*ssa.UnOp); ok && load.Op == token.MUL {
		ch = load.X
	}
	switch ch := ch.(type) {
	case *ssa.MakeChan:
		return l.body[ch.Block()]
	case *ssa.Alloc:
		return ch.Heap && l.body[ch.Block()]
	}
	return false
}

// isWait reports whether the call is one of a method that waits for goroutines.
func isWait(c *ssa.CallCommon) bool {
	var fn *types.Func
	if c.IsInvoke() {
		fn = c.Method
	} else {
		fn = calledFunc(c)
	}
	return fn != nil && isWaitMethod(fn)
}

func isWaitMethod(fn *types.Func) bool {
	return fn.Name() == "Wait" && fn.Signature().Recv() != nil && fn.Signature().Params().Len() == 0
}

// waits reports whether the function waits for something.
func waits(fn *ssa.Function) bool {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			switch instr := instr.(type) {
			case *ssa.Select:
				if instr.Blocking && !slices.ContainsFunc(instr.States, func(st *ssa.SelectState) bool { return st.Dir == types.SendOnly }) {
					return true
				}
			case *ssa.UnOp:
				if instr.Op == token.ARROW {
					return true
				}
			case *ssa.Call:
				if isWait(&instr.Call) {
					return true
				}
			case *ssa.Defer:
				lit, _ := instr.Call.Value.(*ssa.MakeClosure)
				if isWait(&instr.Call) || lit != nil && waits(lit.Fn.(*ssa.Function)) {
					return true
				}
			}
		}
	}
	return false
}
