package clients

import (
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/kalint/kalint/passes/internal/nethttp"
)

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

func fieldName(t types.Type, i int) string { return fieldOf(t, i).Name() }

// fieldOf returns field i of the struct that t is, or points to.
func fieldOf(t types.Type, i int) *types.Var {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	return t.Underlying().(*types.Struct).Field(i)
}

func (b *builder) copy(dst, src ssa.Value) {
	if d, s := b.reg(dst), b.reg(src); d >= 0 && s >= 0 {
		b.emit(Inst{Op: Copy, Dst: d, A: s})
	}
}

// copyFrom copies what a phi is where its block is reached from another one.
func (b *builder) copyFrom(phi *ssa.Phi, src ssa.Value, from *ssa.BasicBlock) {
	if d, s := b.reg(phi), b.reg(src); d >= 0 && s >= 0 {
		i := Inst{Op: Copy, Dst: d, A: s, Chosen: comesPresent(src, from, phi.Block())}
		b.guard(&i, from)
		i.Lazy, i.Unset = false, false
		b.emit(i)
	}
}

// chosen returns a register for what is taken from another one only if it is there.
func (b *builder) chosen(from int) int {
	d := b.out.newReg()
	b.emit(Inst{Op: Copy, Dst: d, A: from, Chosen: true})
	return d
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
	made := Inst{Op: New, What: what, Dst: r, Name: name}
	if what == AProxy {
		b.proxied(&made, b.targetsOf(v))
	}
	b.at(v, made)
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
			if mark == never && !b.always(st.Block()) && !madeIn(fa.X, st.Block()) {
				mark = off
			}
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
	if obj < 0 {
		obj, field = b.around(st.Addr)
	}
	if obj < 0 { // in something that is not followed, such as an http.Server
		b.emit(Inst{Op: Keep, A: s, Dst: -1})
		return
	}
	b.at(st, Inst{Op: Store, A: obj, B: s, Name: field, Dst: -1, Always: b.always(st.Block()), Chosen: isPresent(st.Val, st.Block()), Sure: fieldOfNew(st.Addr, st.Block()), Solid: isMade(st.Val), Default: isDefaultStore(st), Passing: b.passing.isPassing(st.Addr, b.fn)})
}

// around returns the object, and the field of it, that a struct which is made here for it alone is put into, such as the tls.Config
// of a transport: what is in the struct is in the object as well. -1 if there is none.
func (b *builder) around(addr ssa.Value) (obj int, field string) {
	fa, ok := addr.(*ssa.FieldAddr)
	if !ok {
		return -1, ""
	}
	a, ok := fa.X.(*ssa.Alloc)
	if !ok {
		return -1, ""
	}
	obj = -1
	for _, ref := range *a.Referrers() {
		switch ref := ref.(type) {
		case *ssa.FieldAddr, *ssa.DebugRef:
		case *ssa.Store:
			if ref.Val != a || obj >= 0 {
				return -1, ""
			}
			if obj, field = b.address(ref.Addr); obj < 0 {
				return -1, ""
			}
		default:
			return -1, ""
		}
	}
	return obj, field
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
		switch {
		case !isConst:
			return off
		case constant.BoolVal(c.Value):
			return never
		}
	}
	return ""
}

// isMade reports whether v is made where it stands, and so not nil: what a call returns counts if that may not fail, as does what
// variables of packages hold.
func isMade(v ssa.Value) bool {
	switch v := v.(type) {
	case *ssa.Alloc, *ssa.MakeClosure, *ssa.Function:
		return true
	case *ssa.MakeInterface:
		return isMade(v.X)
	case *ssa.UnOp:
		_, ok := v.X.(*ssa.Global)
		return ok
	case *ssa.Phi: // where it was missing, something was made
		for i, e := range v.Edges {
			if _, again := e.(*ssa.Phi); again || !isMade(e) && !comesPresent(e, v.Block().Preds[i], v.Block()) {
				return false
			}
		}
		return true
	case *ssa.Call:
		return v.Call.StaticCallee() != nil && v.Call.Signature().Results().Len() == 1
	}
	return false
}

// fieldOfNew reports whether the address is of a field of a struct that is made in the block.
func fieldOfNew(addr ssa.Value, block *ssa.BasicBlock) bool {
	fa, ok := addr.(*ssa.FieldAddr)
	return ok && madeIn(fa.X, block)
}

// madeIn reports whether the struct is made in the block.
func madeIn(addr ssa.Value, block *ssa.BasicBlock) bool {
	a, ok := addr.(*ssa.Alloc)
	return ok && a.Block() == block
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
			fa, _ := v.X.(*ssa.FieldAddr)
			b.emit(Inst{Op: Load, Dst: d, A: obj, Name: field, What: inPlace(v.Type()), Outer: fa != nil && b.outerPart(fa)})
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

// outerPart reports whether other packages may set up the client or transport that stands in a field.
func (b *builder) outerPart(fa *ssa.FieldAddr) bool {
	if k := kindOf(fa.Type()); k == Other || k == AStruct || b.pass.Pkg.Name() == "main" || !token.IsExported(fieldName(fa.X.Type(), fa.Field)) {
		return false
	}
	n, ok := types.Unalias(elemOf(fa.X.Type())).(*types.Named)
	return ok && n.Obj().Exported()
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
