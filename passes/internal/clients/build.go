package clients

import (
	"go/constant"
	"go/token"
	"go/types"
	"path/filepath"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/kalint/kalint/passes/internal/nethttp"
)

// A builder reduces one SSA function to instructions.
type builder struct {
	pass    *analysis.Pass
	fn      *ssa.Function
	out     *Func
	regs    map[ssa.Value]int
	loops   []*loop
	locks   locks
	embeds  map[string][]string
	carrier *carrier
}

// buildFunc reduces the function.
func buildFunc(pass *analysis.Pass, fn *ssa.Function, carrier *carrier, embeds map[string][]string) *Func {
	posn := pass.Fset.Position(fn.Pos())
	b := &builder{
		pass: pass, fn: fn, regs: make(map[ssa.Value]int), loops: findLoops(fn), locks: findLocks(fn), embeds: embeds, carrier: carrier,
		out: &Func{Name: fn.String(), File: filepath.Base(posn.Filename), Line: posn.Line, Params: len(fn.Params), Free: len(fn.FreeVars), pos: fn.Pos()},
	}
	for _, p := range fn.Params {
		b.regs[p] = b.out.newReg()
	}
	for _, v := range fn.FreeVars {
		b.regs[v] = b.out.newReg()
	}
	if recv := fn.Signature.Recv(); recv != nil {
		b.out.recv = typeKey(recv.Type())
	}
	b.out.Results = make([][]int, fn.Signature.Results().Len())
	for _, block := range fn.DomPreorder() {
		for _, instr := range block.Instrs {
			b.instr(instr)
		}
	}
	b.out.Waits = waits(fn)
	b.out.Yield = fn.Synthetic == "range-over-func yield"
	return b.out
}

// reg returns the register of a value; -1 if nothing of it matters.
func (b *builder) reg(v ssa.Value) int {
	switch v := v.(type) {
	case *ssa.Const:
		return -1
	case *ssa.Function:
		r := b.out.newReg()
		b.emit(Inst{Op: Closure, Dst: r, Name: origin(v).String(), Handler: isHandler(v.Signature)})
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

func (b *builder) emit(i Inst) *Inst {
	b.out.Code = append(b.out.Code, i)
	return &b.out.Code[len(b.out.Code)-1]
}

// at adds an instruction for one of SSA's.
func (b *builder) at(instr ssa.Instruction, i Inst) {
	i.pos = instr.Pos()
	if i.pos.IsValid() {
		i.Line = b.pass.Fset.Position(i.pos).Line
	}
	i.Mult = 1
	for _, l := range b.loops {
		if !l.body[instr.Block()] {
			continue
		}
		i.Looped = true
		i.Endless = i.Endless || l.endless
		if !l.waits {
			i.Mult = times(i.Mult, l.trips)
		}
	}
	i.Locked = b.locks.held(instr)
	i.Gated = i.Op == Call && gated(instr.Block())
	b.emit(i)
}

// address returns the object and its field that an address stands for.
func (b *builder) address(addr ssa.Value) (int, string) {
	switch a := addr.(type) {
	case *ssa.FieldAddr:
		return b.reg(a.X), fieldName(a.X.Type(), a.Field)
	case *ssa.IndexAddr:
		return b.reg(a.X), "[]"
	case *ssa.Global:
		r := b.out.newReg()
		b.emit(Inst{Op: Global, Dst: r, Name: a.String()})
		return r, "*"
	}
	return b.reg(addr), "*"
}

// pointedTo reports whether the field's address is more than read from and written to.
func pointedTo(fa *ssa.FieldAddr) bool {
	for _, ref := range *fa.Referrers() {
		switch ref := ref.(type) {
		case *ssa.UnOp, *ssa.DebugRef, *ssa.FieldAddr, *ssa.IndexAddr:
		case *ssa.Store:
			if ref.Addr != fa {
				return true
			}
		case *ssa.Call: // of a method of what stands in the field, such as a lock
			if ref.Call.StaticCallee() == nil || ref.Call.Signature().Recv() == nil {
				return true
			}
		default:
			return true
		}
	}
	return false
}

func fieldName(t types.Type, i int) string {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	return t.Underlying().(*types.Struct).Field(i).Name()
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
			b.at(v, Inst{Op: Load, Dst: b.reg(v), A: b.reg(v.X), Name: fieldName(v.X.Type(), v.Field), What: inPlace(elem)})
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
		for _, e := range v.Edges {
			b.copy(v, e)
		}
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
		b.at(v, Inst{Op: New, What: AChan, Dst: b.reg(v), Cap: capacity(v.Size)})
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
				b.out.Results[i] = append(b.out.Results[i], reg)
			}
		}
	}
}

func capacity(v ssa.Value) int {
	if n, ok := intOf(v); ok {
		return n
	}
	return -1
}

func (b *builder) copy(dst, src ssa.Value) {
	if d, s := b.reg(dst), b.reg(src); d >= 0 && s >= 0 {
		b.emit(Inst{Op: Copy, Dst: d, A: s})
	}
}

func (b *builder) load(dst ssa.Value, from ssa.Value, field string) {
	if d, s := b.reg(dst), b.reg(from); d >= 0 && s >= 0 {
		b.emit(Inst{Op: Load, Dst: d, A: s, Name: field})
	}
}

func (b *builder) put(at ssa.Instruction, to ssa.Value, field string, v ssa.Value) {
	d, s := b.reg(to), b.reg(v)
	switch {
	case s < 0:
	case d < 0:
		b.emit(Inst{Op: Keep, A: s, Dst: -1})
	default:
		b.at(at, Inst{Op: Store, A: d, B: s, Name: field, Dst: -1})
	}
}

// alloc makes an object for a variable or literal, unless the variable only ever holds copies of others.
func (b *builder) alloc(v *ssa.Alloc) {
	elem := elemOf(v.Type())
	r := b.reg(v)
	if r < 0 {
		return
	}
	what, name := Other, ""
	if isStruct(elem) {
		if holdsCopies(v) && (kindOf(elem) != AClient || holdsLiteral(v)) {
			return
		}
		what, name = kindOf(elem), typeKey(elem)
		if fields := embeds(elem); name != "" && len(fields) > 0 {
			b.embeds[name] = fields
		}
	}
	b.at(v, Inst{Op: New, What: what, Dst: r, Name: name})
}

// holdsCopies reports whether a struct is copied into the variable as a whole.
func holdsCopies(a *ssa.Alloc) bool {
	for _, ref := range *a.Referrers() {
		if st, ok := ref.(*ssa.Store); ok && st.Addr == a {
			if _, zero := st.Val.(*ssa.Const); !zero {
				return true
			}
		}
	}
	return false
}

// holdsLiteral reports whether all that is copied into the variable is literals, which it then stands for.
func holdsLiteral(a *ssa.Alloc) bool {
	for _, ref := range *a.Referrers() {
		st, ok := ref.(*ssa.Store)
		if !ok || st.Addr != a {
			continue
		}
		load, ok := st.Val.(*ssa.UnOp)
		if !ok {
			return false
		}
		if lit, ok := load.X.(*ssa.Alloc); !ok || lit.Comment != "complit" {
			return false
		}
	}
	return true
}

// store puts a value into a field, or marks the transport that gets the setting.
func (b *builder) store(st *ssa.Store) {
	if fa, ok := st.Addr.(*ssa.FieldAddr); ok {
		if mark := setting(fa, st.Val); mark != "" {
			b.at(st, Inst{Op: Mark, A: b.reg(fa.X), Name: mark, Dst: -1})
			return
		}
	}
	s := b.reg(st.Val)
	if s < 0 {
		return
	}
	if alias(st.Addr) {
		a, ok := st.Addr.(*ssa.Alloc)
		if k := kindOf(st.Addr.Type()); !ok && (k == AClient || k == ATransport || k == AProxy) { // set as a whole, through a pointer
			b.emit(Inst{Op: Touch, A: b.reg(st.Addr), Dst: -1})
		}
		if ok && kindOf(a.Type()) == AClient && holdsCopies(a) && !holdsLiteral(a) {
			b.emit(Inst{Op: Fill, A: b.reg(a), B: s, Dst: -1})
			return
		}
		if d := b.reg(st.Addr); d >= 0 {
			b.emit(Inst{Op: Copy, Dst: d, A: s})
		}
		return
	}
	obj, field := b.address(st.Addr)
	if obj < 0 { // in something that is not followed, such as an http.Server
		b.emit(Inst{Op: Keep, A: s, Dst: -1})
		return
	}
	b.at(st, Inst{Op: Store, A: obj, B: s, Name: field, Dst: -1, Always: b.always(st.Block())})
}

// always reports whether every way through the function passes the block.
func (b *builder) always(block *ssa.BasicBlock) bool {
	for _, other := range b.fn.Blocks {
		if _, ok := other.Instrs[len(other.Instrs)-1].(*ssa.Return); ok && !block.Dominates(other) {
			return false
		}
	}
	return true
}

// alias reports whether an address stands for the struct behind it: one of a variable that holds a struct.
func alias(addr ssa.Value) bool {
	switch addr.(type) {
	case *ssa.FieldAddr, *ssa.IndexAddr, *ssa.Global:
		return false
	}
	return isStruct(elemOf(addr.Type()))
}

// setting returns the mark that a transport gets when the field is set to the value.
func setting(fa *ssa.FieldAddr, v ssa.Value) string {
	if kindOf(fa.X.Type()) != ATransport {
		return ""
	}
	c, isConst := v.(*ssa.Const)
	switch fieldName(fa.X.Type(), fa.Field) {
	case "MaxIdleConnsPerHost":
		if !isConst || c.Int64() != 0 {
			return tuned
		}
	case "MaxConnsPerHost":
		if isConst && (c.Int64() == 1 || c.Int64() == 2) {
			return off
		}
	case "TLSClientConfig", "Dial", "DialContext", "DialTLS", "DialTLSContext":
		if !isConst {
			return custom
		}
	case "ForceAttemptHTTP2":
		if !isConst || constant.BoolVal(c.Value) {
			return forceHTTP2
		}
	case "TLSNextProto":
		if !isConst {
			return noHTTP2
		}
	case "DisableKeepAlives":
		if !isConst || constant.BoolVal(c.Value) {
			return off
		}
	}
	return ""
}

func (b *builder) unOp(v *ssa.UnOp) {
	d := b.reg(v)
	switch {
	case d < 0:
	case v.Op == token.ARROW:
		b.load(v, v.X, "[]")
	case v.Op != token.MUL:
	case alias(v.X):
		b.copy(v, v.X)
	case isStruct(v.Type()):
		if obj, field := b.address(v.X); obj >= 0 {
			b.emit(Inst{Op: Load, Dst: d, A: obj, Name: field, What: inPlace(v.Type())})
		}
	default:
		if obj, field := b.address(v.X); obj >= 0 {
			b.emit(Inst{Op: Load, Dst: d, A: obj, Name: field, Deep: isContainer(v.Type()), Outer: b.outer(v)})
		}
	}
}

// outer reports whether other packages may set the transport that is read: it is in an exported field or variable.
func (b *builder) outer(v *ssa.UnOp) bool {
	if kindOf(v.Type()) != ATransport && !nethttp.IsType(v.Type(), "RoundTripper") || b.pass.Pkg.Name() == "main" {
		return false
	}
	switch a := v.X.(type) {
	case *ssa.FieldAddr:
		return token.IsExported(fieldName(a.X.Type(), a.Field))
	case *ssa.Global:
		return token.IsExported(a.Name()) && a.Pkg != nil && a.Pkg.Pkg == b.pass.Pkg
	}
	return false
}

// isContainer reports whether what is put into a value of the type is found there by others.
func isContainer(t types.Type) bool {
	switch t.Underlying().(type) {
	case *types.Map, *types.Slice, *types.Chan:
		return true
	case *types.Pointer:
		return kindOf(t) == AStruct
	}
	return false
}

// extract takes a part of a tuple: a call's results have registers next to each other.
func (b *builder) extract(v *ssa.Extract) {
	d, t := b.reg(v), b.reg(v.Tuple)
	if d < 0 || t < 0 {
		return
	}
	switch v.Tuple.(type) {
	case *ssa.Call:
		b.emit(Inst{Op: Load, Dst: d, A: t, Name: resultName(v.Index)})
	default: // a comma-ok form or an iterator's step
		b.emit(Inst{Op: Copy, Dst: d, A: t})
	}
}

// resultName is the field of a tuple object that result i stands in.
func resultName(i int) string { return "#" + string(rune('0'+i)) }

// makeInterface boxes a value. A proxy that becomes a handler is taken to be served.
func (b *builder) makeInterface(v *ssa.MakeInterface) {
	if i, ok := v.Type().Underlying().(*types.Interface); ok && i.NumMethods() == 0 { // whoever has it may take it out again
		if r := b.reg(v.X); r >= 0 {
			b.emit(Inst{Op: Touch, A: r, Dst: -1})
		}
		return
	}
	b.copy(v, v.X)
	if fields := embeds(v.X.Type()); len(fields) > 0 && typeKey(v.X.Type()) != "" {
		b.embeds[typeKey(v.X.Type())] = fields
	}
	if r := b.reg(v.X); r >= 0 && kindOf(v.X.Type()) == AProxy {
		b.at(v, Inst{Op: Serve, A: r, Dst: -1})
	}
}

// closure makes a function value: a literal with what it captures, or a method with its receiver.
func (b *builder) closure(v *ssa.MakeClosure) {
	fn := v.Fn.(*ssa.Function)
	i := Inst{Op: Closure, Dst: b.reg(v), Name: origin(fn).String(), Handler: isHandler(fn.Signature)}
	for _, bound := range v.Bindings {
		i.Args = append(i.Args, b.reg(bound))
	}
	if strings.HasSuffix(fn.Name(), "$bound") {
		obj, ok := fn.Object().(*types.Func)
		if !ok {
			return
		}
		i.Bound, i.Name = true, methodName(obj)
		if types.IsInterface(v.Bindings[0].Type()) {
			i.Name = obj.Name()
		}
	}
	b.at(v, i)
}

// methodName is how ssa.Function.String names the function.
func methodName(fn *types.Func) string { return fn.Origin().FullName() }

// origin is the generic function that fn is an instance of, or fn.
func origin(fn *ssa.Function) *ssa.Function {
	if o := fn.Origin(); o != nil {
		return o
	}
	return fn
}

// acquire takes a place of a channel: for certain if something in the function, or in a literal in it, gives it back.
func (b *builder) acquire(at ssa.Instruction, ch ssa.Value) {
	if r := b.reg(ch); r >= 0 && (receives(b.fn) || isToken(ch.Type())) {
		b.at(at, Inst{Op: Acquire, A: r, Dst: -1, Weak: !receives(b.fn)})
	}
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
