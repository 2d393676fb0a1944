package clients

import (
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/kalint/kalint/passes/internal/closures"
	"github.com/kalint/kalint/passes/internal/nethttp"
)

// call reduces a call, go or defer statement.
func (b *builder) call(instr ssa.CallInstruction, c *ssa.CallCommon, mode Mode) {
	_, later := instr.(*ssa.Defer)
	i := Inst{Op: Call, Mode: mode, Dst: -1, A: -1, Later: later}
	if v := instr.Value(); v != nil && v.Type() != nil {
		i.Dst = b.resultReg(v)
	}
	if bi, ok := c.Value.(*ssa.Builtin); ok {
		b.builtin(instr, bi, c)
		return
	}
	i.Args = make([]int, len(c.Args))
	for n, a := range c.Args {
		i.Args[n] = b.reg(a)
	}
	if mode == Spawned {
		i.Slots, i.Elems = b.slots(instr)+1, b.elements(instr, c)
	}
	if c.IsInvoke() {
		if nethttp.ClonesTransport(c.Method) {
			b.at(instr, Inst{Op: Clone, Dst: i.Dst, A: b.reg(c.Value)})
			return
		}
		i.Op, i.Name, i.A = Invoke, c.Method.Name(), b.reg(c.Value)
		b.addressed(&i, c)
		b.at(instr, i)
		return
	}
	callee := c.StaticCallee()
	if _, literal := c.Value.(*ssa.MakeClosure); callee == nil || literal {
		i.A = b.reg(c.Value)
		b.at(instr, i)
		return
	}
	i.Name = origin(callee).String()
	obj, ok := callee.Object().(*types.Func)
	if ok && obj != nil && b.known(instr, c, obj, i) {
		return
	}
	i.args = b.arguments(instr)
	b.at(instr, i)
	if ok && obj != nil && nethttp.CallsEach(obj) {
		b.code[len(b.code)-1].Mult = 0
	}
}

// resultReg is the register of what a call returns; -1 if nothing of it matters.
func (b *builder) resultReg(v *ssa.Call) int {
	if t, ok := v.Type().(*types.Tuple); ok {
		for r := range t.Variables() {
			if b.carrier.followed(r.Type()) {
				return b.reg(v)
			}
		}
		return -1
	}
	return b.reg(v)
}

// builtin follows what append adds.
func (b *builder) builtin(instr ssa.CallInstruction, bi *ssa.Builtin, c *ssa.CallCommon) {
	if v := instr.Value(); v != nil && bi.Name() == "append" {
		for _, a := range c.Args {
			b.copy(v, a)
		}
	}
}

// known reduces the call of a function that the table knows; false if the table does not.
func (b *builder) known(instr ssa.CallInstruction, c *ssa.CallCommon, obj *types.Func, i Inst) bool {
	if arg, ok := nethttp.Spawner(obj); ok && arg < len(i.Args) {
		b.spawner(instr, c, obj, i.Args, arg)
		return true
	}
	if arg, ok := nethttp.Limits(obj); ok {
		if n, size := max(capacity(c.Args[arg]), 0), sizeOf(c.Args[arg]); n > 0 || size != "" {
			b.at(instr, Inst{Op: Limit, A: i.Args[0], Cap: n, Size: size, Dst: -1})
		}
		return true
	}
	if b.cell(instr, obj, i) || b.single(instr, c, obj, i) {
		return true
	}
	switch {
	case nethttp.RunsOnce(obj):
		b.at(instr, Inst{Op: Call, Mode: OnlyOnce, Dst: -1, A: i.Args[1]})
		return true
	case nethttp.ReturnsOneOf(obj):
		r := b.out.newReg()
		b.at(instr, Inst{Op: Load, Dst: r, A: i.Args[0], Name: "[]"})
		b.emit(Inst{Op: Copy, Dst: i.Dst, A: r, Chosen: true})
		return true
	case nethttp.WrapsOnce(obj):
		b.at(instr, Inst{Op: Copy, Mode: OnlyOnce, Dst: i.Dst, A: i.Args[0]})
		return true
	}
	return b.effect(instr, c, nethttp.EffectOf(obj), i)
}

// spawner reduces the call of a function that runs another one, which is the argument of the number, in goroutines.
func (b *builder) spawner(instr ssa.CallInstruction, c *ssa.CallCommon, obj *types.Func, args []int, arg int) {
	spawn := Inst{Op: Call, Mode: Spawned, Dst: -1, A: args[arg], Slots: b.slots(instr) + 1, Elems: b.elementsIn(instr, c.Args[arg], nil), Timer: nethttp.Delays(obj), Each: nethttp.SpawnsMany(obj)}
	if nethttp.IsGroup(typeKey(c.Args[0].Type())) {
		spawn.Group = args[0] + 1
	}
	size, ofPool := nethttp.Sizes(obj)
	switch {
	case ofPool: // the pool that it makes runs only this
		spawn.Cap, _ = intOf(c.Args[size])
	case arg > 0:
		spawn.Cap = poolSize(c.Args[0], maxDepth)
	}
	b.at(instr, spawn)
	if ofPool {
		b.code[len(b.code)-1].Mult = 0
	}
}

// single reduces the call of a function that runs another one, one at a time as the key is always the same; false if it is none.
func (b *builder) single(instr ssa.CallInstruction, c *ssa.CallCommon, obj *types.Func, i Inst) bool {
	key, run, ok := nethttp.Singles(obj)
	if !ok {
		return false
	}
	if _, isConst := c.Args[key].(*ssa.Const); !isConst {
		return false
	}
	b.at(instr, Inst{Op: Call, Dst: -1, A: i.Args[run], Locked: true})
	if i.Dst >= 0 {
		b.emit(Inst{Op: Opaque, Dst: i.Dst})
	}
	return true
}

// poolSize returns how many goroutines a pool that is made here runs at once; 0 if that is not known, or no bound.
func poolSize(pool ssa.Value, depth int) int {
	if depth == 0 {
		return 0
	}
	switch v := pool.(type) {
	case *ssa.Extract:
		return poolSize(v.Tuple, depth-1)
	case *ssa.UnOp:
		return poolSize(v.X, depth-1)
	case *ssa.FreeVar:
		return poolSize(closures.Binding(v), depth-1)
	case *ssa.Alloc:
		if puts := storesTo(v); len(puts) == 1 {
			return poolSize(puts[0], depth-1)
		}
	case *ssa.Call:
		if fn := calledFunc(&v.Call); fn != nil {
			if arg, ok := nethttp.Sizes(fn); ok {
				n, _ := intOf(v.Call.Args[arg])
				return n
			}
		}
		if recv := v.Call.Signature().Recv(); recv != nil && len(v.Call.Args) > 0 { // one setting after the other
			return poolSize(v.Call.Args[0], depth-1)
		}
	}
	return 0
}

// cell reduces the call of a method that reads or writes a cell; false if it is none.
func (b *builder) cell(instr ssa.CallInstruction, obj *types.Func, i Inst) bool {
	arg, writes := nethttp.Writes(obj)
	reads := nethttp.Reads(obj)
	if reads && i.Dst >= 0 && i.Args[0] >= 0 {
		b.emit(Inst{Op: Load, Dst: i.Dst, A: i.Args[0], Name: "*"})
	}
	if writes && i.Args[arg] >= 0 {
		if i.Args[0] < 0 {
			b.emit(Inst{Op: Keep, A: i.Args[arg], Dst: -1})
		} else {
			b.at(instr, Inst{Op: Store, A: i.Args[0], B: i.Args[arg], Name: "*", Dst: -1})
		}
	}
	return reads || writes
}

// effect reduces the call of a function of net/http.
func (b *builder) effect(instr ssa.CallInstruction, c *ssa.CallCommon, effect nethttp.Effect, i Inst) bool {
	do := Inst{Dst: -1, Mode: i.Mode}
	if len(i.Args) > 0 {
		do.A = i.Args[0]
	}
	switch effect {
	case nethttp.NoEffect, nethttp.Releases:
		return false
	case nethttp.SendsDefault:
		cell := b.out.newReg()
		b.emit(Inst{Op: Global, Dst: cell, Name: defaultClient})
		do.A = b.out.newReg()
		b.emit(Inst{Op: Load, Dst: do.A, A: cell, Name: "*"})
		do.Op = Request
	case nethttp.Sends, nethttp.ServesThrough:
		do.Op = Request
	case nethttp.Configures:
		return true
	case nethttp.Clones:
		do.Op, do.Dst = Clone, i.Dst
	case nethttp.ClosesIdle:
		if closesOnFailure(instr) {
			return true
		}
		do.Op, do.Name = Mark, closed
	case nethttp.SetsHTTP1, nethttp.SetsHTTP2:
		if isFalse(c.Args[1]) {
			return true
		}
		if do.Op, do.Name = Mark, http1; effect == nethttp.SetsHTTP2 {
			do.Name = http2
		}
	case nethttp.AddsProtocol: // those for HTTP stay with it, unless they are what is handed on
		if scheme, ok := stringOf(c.Args[1]); !ok || scheme == "http" || scheme == "https" {
			return false
		}
		if i.Args[0] < 0 || i.Args[2] < 0 {
			return true
		}
		do.Op, do.B, do.Name = Store, i.Args[2], "protocols" // it lives as long as the transport does
	case nethttp.MakesProxy:
		do.Op, do.What, do.Dst = New, AProxy, i.Dst
		b.proxied(&do, c.Args[:1])
	case nethttp.MakesSemaphore:
		do.Op, do.What, do.Dst, do.Cap, do.Size = New, AChan, i.Dst, capacity(c.Args[0]), sizeOf(c.Args[0])
	case nethttp.Acquires:
		b.acquire(instr, c.Args[0])
		return true
	}
	if do.Op == Request {
		if closesConnection(c) {
			return true
		}
		b.addressed(&do, c)
		do.Slots = b.slots(instr) + 1
	}
	b.at(instr, do)
	return true
}

// slots returns the register of the channel or semaphore that is asked for a place before the goroutine starts, in the
// loop that it is started in; -1 if there is none.
func (b *builder) slots(at ssa.Instruction) int {
	inner := b.innermost(at.Block())
	if inner == nil || !receives(b.fn) {
		return -1
	}
	for _, blk := range b.fn.Blocks {
		if !inner.body[blk] {
			continue
		}
		for _, instr := range blk.Instrs {
			switch instr := instr.(type) {
			case *ssa.Send:
				return b.reg(instr.Chan)
			case *ssa.UnOp: // from a channel that is filled before, and that the goroutine puts it back into
				if instr.Op == token.ARROW && before(instr, at) && slices.Contains(heldBy(at, b.body), holder(instr.X)) {
					return b.reg(instr.X)
				}
			case *ssa.Call:
				if effectOf(&instr.Call) == nethttp.Acquires {
					return b.reg(instr.Call.Args[0])
				}
			}
		}
	}
	return -1
}

// closesConnection reports whether the call's request is one whose Close is set before: its connection is not kept.
func closesConnection(c *ssa.CallCommon) bool {
	for _, a := range c.Args {
		if !nethttp.IsType(a.Type(), "Request") || a.Referrers() == nil {
			continue
		}
		for _, ref := range *a.Referrers() {
			if fa, ok := ref.(*ssa.FieldAddr); ok && setsClose(fa) {
				return true
			}
		}
	}
	return false
}

// setsClose reports whether the field of a request is set so that its connection serves nothing else.
func setsClose(fa *ssa.FieldAddr) bool {
	for _, use := range *fa.Referrers() {
		switch use := use.(type) {
		case *ssa.Store:
			if fieldName(fa.X.Type(), fa.Field) == "Close" && isTrue(use.Val) {
				return true
			}
		case *ssa.UnOp: // the header
			for _, call := range *use.Referrers() {
				if call, ok := call.(*ssa.Call); ok && setsConnection(&call.Call) {
					return true
				}
			}
		}
	}
	return false
}

// setsConnection reports whether the call sets the header field Connection to something else than keep-alive.
func setsConnection(c *ssa.CallCommon) bool {
	obj := calledFunc(c)
	if obj == nil || len(c.Args) < 3 {
		return false
	}
	key, ok1 := stringOf(c.Args[1])
	val, ok2 := stringOf(c.Args[2])
	return ok1 && ok2 && nethttp.EndsConnection(obj, key, val)
}

func stringOf(v ssa.Value) (string, bool) {
	c, ok := v.(*ssa.Const)
	if !ok || c.Value == nil || c.Value.Kind() != constant.String {
		return "", false
	}
	return constant.StringVal(c.Value), true
}

func isTrue(v ssa.Value) bool {
	c, ok := v.(*ssa.Const)
	return ok && c.Value != nil && c.Value.Kind() == constant.Bool && constant.BoolVal(c.Value)
}

// isFalse reports whether v is the constant false.
func isFalse(v ssa.Value) bool {
	c, ok := v.(*ssa.Const)
	return ok && c.Value != nil && c.Value.Kind() == constant.Bool && !constant.BoolVal(c.Value)
}
