package lifecycle

import (
	"go/token"
	"go/types"
	"math/big"
	"strconv"

	"golang.org/x/tools/go/ssa"
)

// A funcInfo holds what the walk needs to know of a function beforehand.
type funcInfo struct {
	fn        *ssa.Function
	canon     map[ssa.Value]ssa.Value    // loads and comparisons that give the same result again
	rooted    map[ssa.Value][]ssa.Value  // canonical values to forget when this one is redefined
	opposite  map[*ssa.BinOp]ssa.Value   // comparisons that are the negation of another one
	live      []big.Int                  // by block: the values that are needed at its start
	index     map[ssa.Value]int          // the numbers of values in live
	loops     bool                       // some block may run more than once in a call
	reaches   map[*ssa.BasicBlock][]bool // by target block: which blocks lead there
	fieldsSet map[*types.Var]bool        // fields that the function assigns
}

// info returns the function's funcInfo, made at its first use.
func (e *engine) info(fn *ssa.Function) *funcInfo {
	if e.last != nil && e.last.fn == fn {
		return e.last
	}
	f := e.infos[fn]
	if f == nil {
		f = newFuncInfo(fn)
		e.infos[fn] = f
	}
	e.last = f
	return f
}

func newFuncInfo(fn *ssa.Function) *funcInfo {
	f := &funcInfo{
		fn:       fn,
		canon:    make(map[ssa.Value]ssa.Value),
		rooted:   make(map[ssa.Value][]ssa.Value),
		index:    make(map[ssa.Value]int),
		opposite: make(map[*ssa.BinOp]ssa.Value),
		reaches:  make(map[*ssa.BasicBlock][]bool),
	}
	f.fieldsSet = fieldsSet(fn)
	f.canonicalize(fn)
	f.liveness(fn)
	f.loops = hasLoop(fn)
	return f
}

// rep returns the value that stands for v and all that are the same by construction.
func (f *funcInfo) rep(v ssa.Value) ssa.Value {
	if c, ok := f.canon[v]; ok {
		return c
	}
	return v
}

// fieldsSet returns the fields that fn or a function literal in it assigns.
func fieldsSet(fn *ssa.Function) map[*types.Var]bool {
	set := make(map[*types.Var]bool)
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			if st, ok := instr.(*ssa.Store); ok {
				if fa, ok := st.Addr.(*ssa.FieldAddr); ok {
					set[fieldOf(fa.X.Type(), fa.Field)] = true
				}
			}
		}
	}
	for _, anon := range fn.AnonFuncs {
		for v := range fieldsSet(anon) {
			set[v] = true
		}
	}
	return set
}

// fieldOf returns field i of the struct that t is, or points to.
func fieldOf(t types.Type, i int) *types.Var {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	if s, ok := t.Underlying().(*types.Struct); ok && i < s.NumFields() {
		return s.Field(i)
	}
	return nil
}

// fieldName returns the name of that field; "" where the type does not tell, such as a type parameter.
func fieldName(t types.Type, i int) string {
	if f := fieldOf(t, i); f != nil {
		return f.Name()
	}
	return ""
}

// canonicalize finds expressions without a side effect that the source writes more than once (resp.StatusCode != 200,
// c.verbose): what a test taught about the first holds for the next.
func (f *funcInfo) canonicalize(fn *ssa.Function) {
	seen := make(map[string]ssa.Value)
	numbers := make(map[ssa.Value]int)
	name := func(v ssa.Value) string {
		v = f.rep(v)
		if c, ok := v.(*ssa.Const); ok {
			return c.String()
		}
		n, ok := numbers[v]
		if !ok {
			n = len(numbers)
			numbers[v] = n
		}
		return "#" + strconv.Itoa(n)
	}
	for _, b := range fn.DomPreorder() {
		for _, instr := range b.Instrs {
			v, k := f.expression(instr, name)
			if v == nil {
				continue
			}
			if first, ok := seen[k]; ok && !f.loadsAnew(first, v) {
				f.canon[v] = first
				continue
			}
			seen[k] = v
			if b, ok := v.(*ssa.BinOp); ok {
				if o, ok := seen[f.opposed(b, name)].(*ssa.BinOp); ok {
					f.opposite[b] = o
				}
			}
			for _, op := range instr.Operands(nil) {
				if op != nil && *op != nil {
					r := f.rep(*op)
					f.rooted[r] = append(f.rooted[r], v)
				}
			}
		}
	}
}

// expression returns the instruction's value and a key of what it computes, or nil where it may differ each time.
func (f *funcInfo) expression(instr ssa.Instruction, name func(ssa.Value) string) (ssa.Value, string) {
	switch v := instr.(type) {
	case *ssa.FieldAddr:
		if !f.fieldsSet[fieldOf(v.X.Type(), v.Field)] {
			return v, "&" + name(v.X) + "." + strconv.Itoa(v.Field)
		}
	case *ssa.Field:
		return v, name(v.X) + "." + strconv.Itoa(v.Field)
	case *ssa.UnOp:
		if v.Op == token.NOT {
			return v, "!" + name(v.X)
		}
		if _, _, ok := f.partLoad(v); ok {
			return v, "*" + name(v.X)
		}
		if v.Op == token.MUL && scalar(v.Type()) {
			if _, ok := v.X.(*ssa.FieldAddr); ok && f.canonAddr(v.X) {
				return v, "*" + name(v.X)
			}
		}
	case *ssa.Call: // of len, of what is never assigned to
		if b, ok := v.Call.Value.(*ssa.Builtin); ok && b.Name() == "len" && isSlice(v.Call.Args[0].Type()) {
			return v, "len " + name(v.Call.Args[0])
		}
	case *ssa.TypeAssert:
		if v.CommaOk {
			return v, name(v.X) + ".(" + v.AssertedType.String() + ")"
		}
	case *ssa.Extract:
		if _, ok := v.Tuple.(*ssa.TypeAssert); ok {
			return v, name(v.Tuple) + "," + strconv.Itoa(v.Index)
		}
	case *ssa.BinOp:
		switch v.Op {
		case token.EQL, token.NEQ, token.LSS, token.GTR, token.LEQ, token.GEQ:
			return v, name(v.X) + v.Op.String() + name(v.Y)
		}
	}
	return nil, ""
}

// opposed returns the key of the comparison that is the negation of b.
func (f *funcInfo) opposed(b *ssa.BinOp, name func(ssa.Value) string) string {
	return name(b.X) + negations[b.Op].String() + name(b.Y)
}

var negations = map[token.Token]token.Token{
	token.EQL: token.NEQ, token.NEQ: token.EQL, token.LSS: token.GEQ,
	token.GEQ: token.LSS, token.GTR: token.LEQ, token.LEQ: token.GTR,
}

// canonAddr reports whether the address is of a field that the function does not assign.
func (f *funcInfo) canonAddr(v ssa.Value) bool {
	fa := v.(*ssa.FieldAddr)
	return !f.fieldsSet[fieldOf(fa.X.Type(), fa.Field)]
}

// scalar reports whether t is a basic type, whose values cannot change behind the reader's back.
func scalar(t types.Type) bool {
	_, ok := t.Underlying().(*types.Basic)
	return ok
}

// liveness computes, for each block, the values that it or a later one uses.
func (f *funcInfo) liveness(fn *ssa.Function) {
	uses, defs := make([]big.Int, len(fn.Blocks)), make([]big.Int, len(fn.Blocks))
	out := make([]big.Int, len(fn.Blocks)) // phi operands, needed at the end of a block
	f.live = make([]big.Int, len(fn.Blocks))
	for i, b := range fn.Blocks {
		f.blockUses(b, &uses[i], &defs[i], out)
	}
	var after big.Int
	for changed := true; changed; {
		changed = false
		for i := len(fn.Blocks) - 1; i >= 0; i-- {
			after.Set(&out[i])
			for _, succ := range fn.Blocks[i].Succs {
				after.Or(&after, &f.live[succ.Index])
			}
			after.AndNot(&after, &defs[i])
			after.Or(&after, &uses[i])
			if after.Cmp(&f.live[i]) != 0 {
				f.live[i].Set(&after)
				changed = true
			}
		}
	}
}

// blockUses collects what b uses before it defines it, what it defines, and what its phis take from its predecessors.
func (f *funcInfo) blockUses(b *ssa.BasicBlock, uses, defs *big.Int, out []big.Int) {
	var rands [8]*ssa.Value
	for _, instr := range b.Instrs {
		if phi, ok := instr.(*ssa.Phi); ok {
			for i, edge := range phi.Edges {
				n := f.number(edge)
				end := &out[b.Preds[i].Index]
				end.SetBit(end, n, 1)
			}
		} else {
			for _, op := range instr.Operands(rands[:0]) {
				if *op == nil {
					continue
				}
				if n := f.number(*op); defs.Bit(n) == 0 {
					uses.SetBit(uses, n, 1)
				}
			}
		}
		if b, ok := instr.(*ssa.BinOp); ok && f.opposite[b] != nil {
			if n := f.number(f.opposite[b]); defs.Bit(n) == 0 {
				uses.SetBit(uses, n, 1)
			}
		}
		if v, ok := instr.(ssa.Value); ok && f.rep(v) == v {
			defs.SetBit(defs, f.number(v), 1)
		}
	}
}

// number returns the number of v's representative in the liveness sets.
func (f *funcInfo) number(v ssa.Value) int {
	v = f.rep(v)
	n, ok := f.index[v]
	if !ok {
		n = len(f.index)
		f.index[v] = n
	}
	return n
}

// find returns the number of v's representative in the liveness sets; -1 if nothing uses it.
func (f *funcInfo) find(v ssa.Value) int {
	if n, ok := f.index[f.rep(v)]; ok {
		return n
	}
	return -1
}

// hasLoop reports whether some block of fn may run more than once in a call; it may err towards yes.
func hasLoop(fn *ssa.Function) bool {
	for _, b := range fn.Blocks {
		for _, s := range b.Succs {
			if s.Index <= b.Index {
				return true
			}
		}
	}
	return false
}

// leadsTo reports whether control can get from b to target.
func (f *funcInfo) leadsTo(b, target *ssa.BasicBlock) bool {
	reach := f.reaches[target]
	if reach == nil {
		reach = make([]bool, len(target.Parent().Blocks))
		work := []*ssa.BasicBlock{target}
		reach[target.Index] = true
		for len(work) > 0 {
			b := work[len(work)-1]
			work = work[:len(work)-1]
			for _, p := range b.Preds {
				if !reach[p.Index] {
					reach[p.Index] = true
					work = append(work, p)
				}
			}
		}
		f.reaches[target] = reach
	}
	return reach[b.Index]
}
