package lifecycle

import (
	"go/token"
	"go/types"
	"slices"
	"strconv"

	"golang.org/x/tools/go/ssa"

	"github.com/kalint/kalint/passes/internal/nethttp"
)

// maxRepeatBlocks bounds the size of a function that is asked what it calls again.
const maxRepeatBlocks = 200

// maxRepeatSteps bounds how many blocks are entered to see whether a function is called again.
const maxRepeatSteps = 400

// A repeat looks for a way from a call of a function to the next, after the first has returned something.
type repeat struct {
	calls   []ssa.Instruction // and go statements
	matched bool              // the way is one on which an error is none of those that are looked for
	seen    map[string]bool
	first   ssa.Value
}

// A passage is a block that is entered knowing some values.
type passage struct {
	block, pred *ssa.BasicBlock
	known       map[ssa.Value]kind
}

// after reports whether a call is made again, or another one, after the first has returned that: where it is called, or where what
// it has returned is received.
func (r *repeat) after(first ssa.Value, results []result) bool {
	r.seen, r.first = make(map[string]bool), first
	known := make(map[ssa.Value]kind)
	if _, many := first.Type().(*types.Tuple); !many && len(results) > 0 {
		known[first] = results[0].is.kind
	}
	for _, ref := range *first.Referrers() {
		if x, ok := ref.(*ssa.Extract); ok {
			for _, res := range results {
				if res.index == x.Index {
					known[x] = res.is.kind
				}
			}
		}
	}
	instr := first.(ssa.Instruction)
	at := slices.Index(instr.Block().Instrs, instr)
	work, again := r.through(instr.Block(), at+1, known, nil)
	for !again && len(work) > 0 && len(r.seen) < maxRepeatSteps {
		p := work[len(work)-1]
		work = work[:len(work)-1]
		if r.enter(p) {
			work, again = r.through(p.block, 0, p.known, work)
		}
	}
	return again
}

// enter gives the phis of a block their values, and reports whether the passage is new.
func (r *repeat) enter(p passage) bool {
	edge := slices.Index(p.block.Preds, p.pred)
	vals := make(map[ssa.Value]kind)
	for _, instr := range p.block.Instrs {
		if phi, ok := instr.(*ssa.Phi); ok {
			vals[phi] = kindOf(phi.Edges[edge], p.known)
		}
	}
	for phi, k := range vals {
		p.known[phi] = k
	}
	id := strconv.Itoa(p.block.Index)
	for _, b := range p.block.Parent().Blocks { // in a fixed order
		for _, instr := range b.Instrs {
			if v, ok := instr.(ssa.Value); ok && p.known[v] != unknown {
				id += " " + v.Name() + "=" + strconv.Itoa(int(p.known[v]))
			}
		}
	}
	if r.seen[id] {
		return false
	}
	r.seen[id] = true
	return true
}

// through goes through a block from an instruction on; again is that one of the calls is in it.
func (r *repeat) through(b *ssa.BasicBlock, from int, known map[ssa.Value]kind, work []passage) (_ []passage, again bool) {
	for _, instr := range b.Instrs[from:] {
		switch instr := instr.(type) {
		case *ssa.Call, *ssa.Go:
			if slices.Contains(r.calls, instr) {
				return nil, true
			}
		case *ssa.Store:
			if _, local := instr.Addr.(*ssa.Alloc); local {
				known[instr.Addr] = kindOf(instr.Val, known)
			}
		case *ssa.UnOp, *ssa.BinOp, *ssa.ChangeInterface, *ssa.ChangeType:
			v := instr.(ssa.Value)
			known[v] = kindOf(v, known)
		case *ssa.If:
			return r.branch(b, instr.Cond, known, work), false
		case *ssa.Jump:
			return append(work, passage{b.Succs[0], b, known}), false
		}
	}
	return work, false
}

// branch goes on where the condition leads. One that hangs on what the function has returned, in another way than is known, leads
// nowhere, unless it is whether the error matches another.
func (r *repeat) branch(b *ssa.BasicBlock, cond ssa.Value, known map[ssa.Value]kind, work []passage) []passage {
	to := func(i int) {
		copied := make(map[ssa.Value]kind, len(known))
		for v, k := range known {
			copied[v] = k
		}
		work = append(work, passage{b.Succs[i], b, copied})
	}
	switch k := kindOf(cond, known); {
	case k == isTrue:
		to(0)
	case k == isFalse:
		to(1)
	case !r.hangs(cond, known, make(map[ssa.Value]bool)):
		to(0)
		to(1)
	case matchesError(cond):
		r.matched = true
		to(1)
	}
	return work
}

// kindOf returns what is known of a value; unknown if nothing.
func kindOf(v ssa.Value, known map[ssa.Value]kind) kind {
	switch v := v.(type) {
	case *ssa.Const:
		if k := constValue(v).kind; k == isNil || k == isTrue || k == isFalse {
			return k
		}
		return unknown
	case *ssa.UnOp:
		switch v.Op {
		case token.NOT:
			return complement(value{kind: kindOf(v.X, known)}).kind
		case token.MUL:
			return known[v.X]
		}
	case *ssa.BinOp:
		x, y := kindOf(v.X, known), kindOf(v.Y, known)
		if (v.Op == token.EQL || v.Op == token.NEQ) && (x == isNil && (y == isNil || y == nonNil) || x == nonNil && y == isNil) {
			return truth((x == y) == (v.Op == token.EQL)).kind
		}
	case *ssa.ChangeInterface:
		return kindOf(v.X, known)
	case *ssa.ChangeType:
		return kindOf(v.X, known)
	case *ssa.MakeInterface:
		return nonNil
	}
	return known[v]
}

// hangs reports whether a value is made of what the first call has returned.
func (r *repeat) hangs(v ssa.Value, known map[ssa.Value]kind, seen map[ssa.Value]bool) bool {
	if v == r.first {
		return true
	}
	if seen[v] {
		return false
	}
	seen[v] = true
	switch v := v.(type) {
	case *ssa.Phi, *ssa.Alloc: // which may hold it, on some ways
		return known[v] != unknown
	case ssa.Instruction:
		return slices.ContainsFunc(v.Operands(nil), func(op *ssa.Value) bool { return *op != nil && r.hangs(*op, known, seen) })
	}
	return false
}

// matchesError reports whether the condition is that an error is, or wraps, another one.
func matchesError(cond ssa.Value) bool {
	call, ok := cond.(*ssa.Call)
	if !ok || call.Call.StaticCallee() == nil {
		return false
	}
	obj, ok := call.Call.StaticCallee().Object().(*types.Func)
	return ok && nethttp.MatchesError(obj)
}
