package lifecycle

import (
	consts "go/constant"
	"go/token"
	"strconv"

	"golang.org/x/tools/go/ssa"
)

// A sum is an SSA value and a number that is added to it.
type sum struct {
	of   ssa.Value
	plus int64
}

// sumOf takes v apart where a constant is added to something, or subtracted.
func sumOf(v ssa.Value) sum {
	b, ok := v.(*ssa.BinOp)
	if !ok || b.Op != token.ADD && b.Op != token.SUB {
		return sum{of: v}
	}
	c, ok := b.Y.(*ssa.Const)
	if !ok || c.Value == nil || c.Value.Kind() != consts.Int {
		return sum{of: v}
	}
	n, exact := consts.Int64Val(c.Value)
	if !exact || n < -maxPast || n > maxPast {
		return sum{of: v}
	}
	if b.Op == token.SUB {
		n = -n
	}
	return sum{b.X, n}
}

// maxPast bounds the numbers that are added to what a counter is compared to.
const maxPast = 1 << 20

// learnOrder notes by how much a counter is at least past what it was compared to: the last turn of a loop differs from the
// others in that, and what is to be done but in the last is mostly left out by such a test.
func (w *walk) learnOrder(s *state, b *ssa.BinOp, truth bool) {
	if w.detail != fine || !isSigned(b.X.Type()) {
		return
	}
	op := b.Op
	if !truth {
		op = negations[op]
	}
	switch op {
	case token.GEQ, token.GTR:
		w.notePast(s, b.X, b.Y, op)
	case token.LEQ, token.LSS:
		w.notePast(s, b.Y, b.X, op)
	case token.EQL:
		w.notePast(s, b.X, b.Y, op)
		w.notePast(s, b.Y, b.X, op)
	}
}

// notePast notes that x is not less than y, or greater.
func (w *walk) notePast(s *state, x, y ssa.Value, op token.Token) {
	count, end := sumOf(x), sumOf(y)
	_, counts := count.of.(*ssa.Phi)
	bound := w.raw(s, end.of)
	if !counts || bound.kind != symbol || !w.lasts(w.eng.vals[bound.id], count.of) {
		return
	}
	n := end.plus
	if op == token.GTR || op == token.LSS {
		n++
	}
	for _, known := range []sum{{x, 0}, count} {
		is := value{kind: past, id: bound.id, path: strconv.FormatInt(n-known.plus, 10)}
		switch v := w.raw(s, known.of); {
		case v.kind != symbol:
			w.assign(s, known.of, is)
		case s.resolve(v).kind == symbol:
			s.set(key{v.id, fact}, is)
		}
	}
}

// lasts reports whether the value, or a field's that is loaded anew each time, stays the same while the counter counts.
func (w *walk) lasts(v, counter ssa.Value) bool {
	switch v := v.(type) {
	case *ssa.Parameter:
		return true
	case *ssa.UnOp:
		if _, ok := v.X.(*ssa.FieldAddr); ok && v.Op == token.MUL && w.eng.info(v.Parent()).canonAddr(v.X) {
			return true
		}
	}
	def, ok1 := v.(ssa.Instruction)
	at, ok2 := counter.(ssa.Instruction)
	return ok1 && ok2 && v.Parent() == counter.Parent() && !w.eng.info(v.Parent()).leadsTo(at.Block(), def.Block())
}

// furtherOn is what a counter that is known to be past something becomes when a constant is added. It is not told how far
// it goes on from there, so that loops come to an end.
func (w *walk) furtherOn(s *state, b *ssa.BinOp) (value, bool) {
	x := sumOf(b)
	if x.of == ssa.Value(b) || x.plus <= 0 {
		return value{}, false
	}
	v := w.val(s, x.of)
	n, ok := v.distance()
	if !ok {
		return value{}, false
	}
	v.path = strconv.FormatInt(min(n+x.plus, max(n, 1)), 10)
	return v, true
}

// distance returns by how much v is at least past something.
func (v value) distance() (int64, bool) {
	if v.kind != past {
		return 0, false
	}
	n, err := strconv.ParseInt(v.path, 10, 64)
	return n, err == nil
}

// comparePast makes a comparison of which one side is known to be past something.
func (w *walk) comparePast(s *state, b *ssa.BinOp, x, y value) kind {
	op, v, end := b.Op, x, b.Y
	if x.kind != past {
		op, v, end = mirrors[op], y, b.X
	}
	n, ok := v.distance()
	if bound := w.raw(s, sumOf(end).of); !ok || bound != (value{kind: symbol, id: v.id}) {
		return unknown
	}
	return beyond(op, n-sumOf(end).plus)
}

// mirrors are the comparisons that say the same with the sides exchanged.
var mirrors = map[token.Token]token.Token{
	token.EQL: token.EQL, token.NEQ: token.NEQ, token.LSS: token.GTR,
	token.GTR: token.LSS, token.LEQ: token.GEQ, token.GEQ: token.LEQ,
}

// beyond compares two integers of which the first is greater by n at least.
func beyond(op token.Token, n int64) kind {
	switch {
	case op == token.GEQ && n >= 0, op == token.GTR && n > 0, op == token.NEQ && n > 0:
		return isTrue
	case op == token.LSS && n >= 0, op == token.LEQ && n > 0, op == token.EQL && n > 0:
		return isFalse
	}
	return unknown
}
