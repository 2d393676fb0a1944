package lifecycle

import (
	"go/token"
	"go/types"
	"math"
	"strconv"

	"golang.org/x/tools/go/ssa"
)

// bounds returns the least and the greatest integer that v may be.
func (v value) bounds() (low, high int64, ok bool) {
	if v.path == "" || v.path[0] > '9' || v.path[0] == '"' { // no number: to find out by an error is dear
		return 0, 0, false
	}
	switch v.kind {
	case constant:
		n, err := strconv.ParseInt(v.path, 10, 64)
		return n, n, err == nil
	case atLeast:
		n, err := strconv.ParseInt(v.path, 10, 64)
		return n, math.MaxInt64, err == nil
	case atMost:
		n, err := strconv.ParseInt(v.path, 10, 64)
		return math.MinInt64, n, err == nil
	}
	return 0, 0, false
}

// counted returns x plus or minus n: counters are told from their first value that way, and no further, so that loops come
// to an end.
func counted(op token.Token, x, n value) (value, bool) {
	low, high, ok1 := x.bounds()
	step, _, ok2 := n.bounds()
	if !ok1 || !ok2 || n.kind != constant || step <= 0 || step > math.MaxInt32 {
		return value{}, false
	}
	switch {
	case op == token.ADD && x.kind == atLeast, op == token.SUB && x.kind == atMost:
		return x, true
	case x.kind != constant || max(low, -low) > math.MaxInt32:
		return value{}, false
	case op == token.ADD && low == -1: // where the index of a range begins
		return value{kind: constant, path: strconv.FormatInt(step-1, 10)}, true
	case op == token.ADD:
		return value{kind: atLeast, path: strconv.FormatInt(low+step, 10)}, true
	case op == token.SUB:
		return value{kind: atMost, path: strconv.FormatInt(high-step, 10)}, true
	}
	return value{}, false
}

// bound notes what a comparison with a constant, which came out as truth, says of an integer that the function's callers chose.
func (w *walk) bound(s *state, b *ssa.BinOp, truth bool) bool {
	op, x, y := b.Op, w.raw(s, b.X), w.val(s, b.Y)
	if x.kind != symbol {
		op, x, y = mirrors[op], w.raw(s, b.Y), w.val(s, b.X)
	}
	if x.kind != symbol || y.kind != constant || !isInteger(b.X.Type()) || w.nuances >= nuancesIgnored || !w.tellsOptions() || !w.chosen(x) {
		return true
	}
	w.nuances = nuancesAsked
	if !truth {
		op = negations[op]
	}
	n, _, ok := y.bounds()
	if !ok || n == math.MinInt64 || n == math.MaxInt64 {
		return true
	}
	switch op {
	case token.LSS:
		return s.restrict(x.id, atMostInt(n-1))
	case token.LEQ:
		return s.restrict(x.id, atMostInt(n))
	case token.GTR:
		return s.restrict(x.id, atLeastInt(n+1))
	}
	return s.restrict(x.id, atLeastInt(n))
}

func atLeastInt(n int64) value { return value{kind: atLeast, path: strconv.FormatInt(n, 10)} }

func atMostInt(n int64) value { return value{kind: atMost, path: strconv.FormatInt(n, 10)} }

func isInteger(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsInteger != 0
}

// isBound reports whether v is an integer of which one end is known.
func (v value) isBound() bool { return v.kind == atLeast || v.kind == atMost }

// overlaps reports whether two integers may be the same; true also for what is none.
func (v value) overlaps(w value) bool {
	a, b, ok1 := v.bounds()
	c, d, ok2 := w.bounds()
	return !ok1 || !ok2 || a <= d && c <= b
}

// narrowed is what is known of an integer of which both is true: one end of it, where there are two.
func (v value) narrowed(w value) value {
	a, b, ok1 := v.bounds()
	c, d, ok2 := w.bounds()
	switch {
	case !ok1 || !ok2:
		return w
	case max(a, c) == min(b, d):
		return value{kind: constant, path: strconv.FormatInt(max(a, c), 10)}
	case v.kind == atLeast && w.kind == atLeast:
		return atLeastInt(max(a, c))
	case v.kind == atMost && w.kind == atMost:
		return atMostInt(min(b, d))
	}
	return v
}

// ordered compares two integers.
func ordered(op token.Token, x, y value) kind {
	a, b, ok1 := x.bounds()
	c, d, ok2 := y.bounds()
	if !ok1 || !ok2 {
		return unknown
	}
	var yes, no bool
	switch op {
	case token.LSS:
		yes, no = b < c, a >= d
	case token.LEQ:
		yes, no = b <= c, a > d
	case token.GTR:
		yes, no = a > d, b <= c
	default:
		yes, no = a >= d, b < c
	}
	switch {
	case yes:
		return isTrue
	case no:
		return isFalse
	}
	return unknown
}

// filledList returns the slice or map of which the comparison, as it came out, says that it has elements; nil if it says that of none.
func filledList(b *ssa.BinOp, truth bool) ssa.Value {
	call, ok := b.X.(*ssa.Call)
	if !ok || len(call.Call.Args) != 1 {
		return nil
	}
	if f, ok := call.Call.Value.(*ssa.Builtin); !ok || f.Name() != "len" || !nilable(call.Call.Args[0].Type()) {
		return nil
	}
	k, ok := b.Y.(*ssa.Const)
	if !ok || k.Value == nil {
		return nil
	}
	n := k.Int64()
	var filled bool
	switch b.Op {
	case token.GTR:
		filled = truth && n >= 0
	case token.GEQ:
		filled = truth && n >= 1
	case token.LSS:
		filled = !truth && n >= 1
	case token.LEQ:
		filled = !truth && n >= 0
	case token.EQL:
		filled = truth && n >= 1 || !truth && n == 0
	case token.NEQ:
		filled = truth && n == 0 || !truth && n >= 1
	}
	if !filled {
		return nil
	}
	return call.Call.Args[0]
}
