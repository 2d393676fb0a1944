package clients

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/kalint/kalint/passes/internal/nethttp"
)

func capacity(v ssa.Value) int {
	if n, ok := intOf(v); ok {
		return n
	}
	return -1
}

// sizeOf returns the option that a size is; "" if it is none.
func sizeOf(v ssa.Value) string {
	if wide, ok := v.(*ssa.Convert); ok {
		v = wide.X
	}
	if o, ok := optionOf(v); ok {
		return o.String()
	}
	return ""
}

// sized returns the number that the instruction has for a size in the frame.
func (f *frame) sized(i *Inst) int {
	if n, ok := number(f.option(i.Size)); ok && i.Size != "" {
		return n
	}
	return i.Cap
}

// room is how many places a channel or group has; -1 if that is not known.
func (o *object) room() int {
	if o.places < 0 && o.made != nil && o.inst != nil {
		return o.made.sized(o.inst)
	}
	return o.places
}

// acquire takes a place of a channel: for certain if something in the function, or in a literal in it, gives it back.
func (b *builder) acquire(at ssa.Instruction, ch ssa.Value) {
	if r := b.reg(ch); r >= 0 && (receives(b.fn) || isToken(ch.Type())) && !isReport(at) {
		b.at(at, Inst{Op: Acquire, A: r, Dst: -1, Weak: !receives(b.fn)})
	}
}

// isReport reports whether a literal has done its work when it comes to the instruction: it makes calls on the way there, and
// none behind it. A declared function may take the place for who calls it.
func isReport(at ssa.Instruction) bool {
	if at.Parent().Parent() == nil {
		return false
	}
	before := false
	for _, blk := range at.Parent().Blocks {
		for n, instr := range blk.Instrs {
			call, ok := instr.(ssa.CallInstruction)
			if !ok || isBuiltin(call.Common()) {
				continue
			}
			if behind := at.Block().Dominates(blk); behind && (blk != at.Block() || n > slices.Index(blk.Instrs, at)) {
				return false
			}
			before = before || call.Value() != nil && blk.Dominates(at.Block())
		}
	}
	return before
}

func isBuiltin(c *ssa.CallCommon) bool {
	_, ok := c.Value.(*ssa.Builtin)
	return ok
}

// isToken reports whether what the channel carries says nothing by itself.
func isToken(ch types.Type) bool {
	c, ok := ch.Underlying().(*types.Chan)
	if !ok {
		return nethttp.IsSemaphore(typeKey(ch))
	}
	switch elem := c.Elem().Underlying().(type) {
	case *types.Struct:
		return elem.NumFields() == 0
	case *types.Basic:
		return elem.Kind() == types.Bool
	}
	return false
}

// receives reports whether the function, or a literal in it, receives from a channel without a loop over it.
func receives(fn *ssa.Function) bool {
	for _, blk := range fn.Blocks {
		for _, instr := range blk.Instrs {
			if recv, ok := instr.(*ssa.UnOp); ok && recv.Op == token.ARROW && !recv.CommaOk {
				return true
			}
			if call, ok := instr.(ssa.CallInstruction); ok && effectOf(call.Common()) == nethttp.Releases {
				return true
			}
		}
	}
	for _, lit := range fn.AnonFuncs {
		if receives(lit) {
			return true
		}
	}
	return false
}

func effectOf(c *ssa.CallCommon) nethttp.Effect {
	if callee := c.StaticCallee(); callee != nil {
		if obj, ok := callee.Object().(*types.Func); ok && obj != nil {
			return nethttp.EffectOf(obj)
		}
	}
	return nethttp.NoEffect
}
