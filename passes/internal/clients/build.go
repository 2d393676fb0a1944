package clients

import (
	"go/types"
	"path/filepath"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"
)

// A builder reduces SSA functions to instructions, one after the other.
type builder struct {
	pass    *analysis.Pass
	carrier *carrier
	embeds  map[string][]string
	bodies  map[*types.Func]*ssa.Function // the declared functions that are reduced

	fn        *ssa.Function
	out       *Func
	regs      map[ssa.Value]int
	loops     []*loop
	locks     locks
	hooks     hooks
	addresses addresses
	passing   passing
	starts    []ssa.Instruction // of goroutines
	code      []Inst            // of the function, in memory that all have in turn
	cases     *choices
	when      ways // to what is being reduced
}

// build reduces the function.
func (b *builder) build(fn *ssa.Function) *Func {
	posn := b.pass.Fset.Position(fn.Pos())
	b.cases = findChoices(fn)
	b.fn, b.loops, b.locks, b.starts, b.code = fn, findLoops(fn, b.addresses.mostOf), locksOf(fn, b.body), nil, b.code[:0]
	clear(b.regs)
	b.out = &Func{Name: fn.String(), File: filepath.Base(posn.Filename), Line: posn.Line, Params: len(fn.Params), Free: len(fn.FreeVars), pos: fn.Pos()}
	for _, p := range fn.Params {
		b.regs[p] = b.out.newReg()
		if isPlain(p.Type()) {
			b.regs[p] = -1
		}
	}
	for _, v := range fn.FreeVars {
		b.regs[v] = b.out.newReg()
	}
	if recv := fn.Signature.Recv(); recv != nil {
		b.out.recv = typeKey(recv.Type())
	}
	b.out.Results = make([][]int, fn.Signature.Results().Len())
	never := make(map[*ssa.BasicBlock]bool) // those that are not run
	for _, block := range fn.DomPreorder() {
		if never[block.Idom()] || !b.tested() && b.hooks.hinders(block) {
			never[block] = true
			continue
		}
		b.when = b.cases.at(block)
		for _, instr := range block.Instrs {
			b.instr(instr)
		}
	}
	b.out.Code = slices.Clone(b.code)
	b.out.Conds = b.cases.conds
	b.out.Apart = apart(b.starts)
	b.out.Waits = waits(fn)
	b.out.Yield = fn.Synthetic == "range-over-func yield"
	return b.out
}

// body returns a function that is called with its instructions, if it is among those that are reduced; else nil. What else
// there is in its program depends on who built that.
func (b *builder) body(callee *ssa.Function) *ssa.Function {
	if obj, ok := callee.Object().(*types.Func); ok && callee.Origin() == nil {
		return b.bodies[obj]
	}
	return callee
}

// reg returns the register of a value; -1 if nothing of it matters.
func (b *builder) reg(v ssa.Value) int {
	switch v := v.(type) {
	case *ssa.Const:
		return -1
	case *ssa.Function:
		r := b.out.newReg()
		b.emit(Inst{Op: Closure, Mode: modeOf(v), Dst: r, Name: origin(v).String(), Handler: b.serves(v)})
		return r
	case *ssa.Global:
		r := b.out.newReg()
		b.emit(Inst{Op: Global, Dst: r, Name: v.String()})
		if elem := elemOf(v.Type()); isStruct(elem) {
			s := b.out.newReg()
			b.emit(Inst{Op: Load, Dst: s, A: r, Name: "*", What: inPlace(elem)})
			return s
		}
		return r
	}
	if r, ok := b.regs[v]; ok {
		return r
	}
	if !b.carrier.followed(v.Type()) {
		if _, ok := v.Type().(*types.Tuple); !ok {
			return -1
		}
	}
	r := b.out.newReg()
	b.regs[v] = r
	return r
}

// inPlace is the kind of a struct that stands in a field or variable itself.
func inPlace(t types.Type) What {
	if k := kindOf(t); k != Other {
		return k
	}
	return AStruct
}

func (b *builder) emit(i Inst) {
	i.When = b.when
	b.code = append(b.code, i)
}

// at adds an instruction for one of SSA's.
func (b *builder) at(instr ssa.Instruction, i Inst) {
	i.pos = instr.Pos()
	if i.pos.IsValid() {
		posn := b.pass.Fset.Position(i.pos)
		i.Line = posn.Line
		if file := filepath.Base(posn.Filename); file != b.out.File { // of the values of package variables
			i.File = file
		}
	}
	i.Mult = 1
	for _, l := range b.loops {
		if !l.body[instr.Block()] {
			continue
		}
		i.Looped = true
		i.Endless = i.Endless || l.endless
		if !b.locks.wonIn(l, instr) && !l.awaits(instr, b.body) && !l.isOnce(instr.Block()) && !l.isFlagged(instr.Block()) {
			n, option := l.trips(instr.Block())
			if l.isPaced(instr) {
				n, option = twoAtOnce, ""
			}
			if option != "" && i.Rounds == "" {
				i.Rounds, i.More = option, n
				continue
			}
			if option != "" {
				n = 0
			}
			i.Mult *= n
		}
	}
	i.Locked, i.Alone = i.Locked || b.locks.held(instr), b.locks.alone(instr)
	i.Gated = i.Op == Call && gated(instr.Block())
	switch i.Op {
	case New, Clone, Call, Invoke:
		b.guard(&i, instr.Block())
	case Store:
		i.Lazy = slices.ContainsFunc(missing(instr.Block()), isStored)
	}
	if i.Mode == Spawned {
		b.starts = append(b.starts, instr)
		i.Start = len(b.starts)
	}
	b.emit(i)
}

// instr reduces one instruction.
func (b *builder) instr(instr ssa.Instruction) {
	switch v := instr.(type) {
	case *ssa.Alloc:
		b.alloc(v)
	case *ssa.Store:
		b.store(v)
	case *ssa.UnOp:
		b.unOp(v)
	case *ssa.FieldAddr:
		if kindOf(v.X.Type()) == ATransport && pointedTo(v) { // its field may be set through the pointer
			b.emit(Inst{Op: Touch, A: b.reg(v.X), Dst: -1})
		}
		if elem := elemOf(v.Type()); isStruct(elem) && b.carrier.followed(elem) { // the struct that stands in the field
			b.at(v, Inst{Op: Load, Dst: b.reg(v), A: b.reg(v.X), Name: fieldName(v.X.Type(), v.Field), What: inPlace(elem), Outer: b.outerPart(v)})
		}
	case *ssa.IndexAddr:
		if elem := elemOf(v.Type()); isStruct(elem) && b.carrier.followed(elem) {
			b.at(v, Inst{Op: Load, Dst: b.reg(v), A: b.reg(v.X), Name: "[]", What: inPlace(elem)})
		}
	case *ssa.Field:
		b.load(v, v.X, fieldName(v.X.Type(), v.Field))
	case *ssa.Index:
		b.load(v, v.X, "[]")
	case *ssa.Lookup:
		b.load(v, v.X, "[]")
	case *ssa.Next:
		if r, ok := v.Iter.(*ssa.Range); ok {
			b.load(v, r.X, "[]")
		}
	case *ssa.Extract:
		b.extract(v)
	case *ssa.Phi:
		block := v.Block()
		for i, e := range v.Edges {
			b.when = b.cases.into(block, i)
			b.copyFrom(v, e, block.Preds[i])
		}
		b.when = b.cases.at(block)
	case *ssa.TypeAssert:
		if d := b.reg(v); d >= 0 && b.reg(v.X) < 0 { // out of an interface that may hold anything
			b.emit(Inst{Op: Opaque, Dst: d})
			return
		}
		b.copy(v, v.X)
	case *ssa.ChangeType, *ssa.ChangeInterface, *ssa.Slice, *ssa.MultiConvert, *ssa.Convert:
		b.copy(v.(ssa.Value), *instr.Operands(nil)[0])
	case *ssa.MakeInterface:
		b.makeInterface(v)
	case *ssa.MakeClosure:
		b.closure(v)
	case *ssa.MakeSlice, *ssa.MakeMap:
		b.at(v, Inst{Op: New, Dst: b.reg(v.(ssa.Value)), Name: ""})
	case *ssa.MakeChan:
		b.at(v, Inst{Op: New, What: AChan, Dst: b.reg(v), Cap: capacity(v.Size), Size: sizeOf(v.Size)})
	case *ssa.MapUpdate:
		b.put(v, v.Map, "[]", v.Value)
	case *ssa.Send:
		b.put(v, v.Chan, "[]", v.X)
		b.acquire(v, v.Chan)
	case *ssa.Select:
		for _, st := range v.States {
			if st.Dir == types.SendOnly {
				b.put(v, st.Chan, "[]", st.Send)
				b.acquire(v, st.Chan)
			}
		}
	case *ssa.Call:
		b.call(v, &v.Call, Plain)
	case *ssa.Defer:
		b.call(v, &v.Call, Plain)
	case *ssa.Go:
		b.call(v, &v.Call, Spawned)
	case *ssa.Return:
		for i, r := range v.Results {
			if reg := b.reg(r); reg >= 0 {
				if isPresent(r, v.Block()) {
					reg = b.chosen(reg)
				}
				b.out.Results[i] = append(b.out.Results[i], reg)
			}
		}
	}
}
