package clients

import (
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// A check is a condition that each round of a loop asks, and that lets a known number of rounds pass.
type check struct {
	at     *ssa.BasicBlock // that ends with it
	passes int             // how many; with an option, how many more than that is
	option string
}

const maxTrips = 1000 // more rounds than that are as good as any number

// trips is how often the loop runs the block, 0 if that is not known; where an option of the function says so, how many times
// more than that is.
func (l *loop) trips(b *ssa.BasicBlock) (n int, option string) {
	most, more, option := 0, 0, ""
	for _, c := range l.checks {
		n := c.passes
		if c.at == b || !c.at.Dominates(b) { // it is asked behind what the block does
			n++
		}
		if c.option != "" {
			more, option = n, c.option
		} else if n = max(n, 1); most == 0 || n < most {
			most = n
		}
	}
	switch {
	case most > 0 && most <= maxTrips:
		return most, ""
	case option != "":
		return more, option
	}
	return 0, ""
}

// findChecks returns the conditions that each round comes by.
func (l *loop) findChecks() []check {
	var checks []check
	for b := range l.body {
		if !l.inEachRound(b) {
			continue
		}
		if n, option, ok := l.passes(b); ok {
			checks = append(checks, check{b, n, option})
		}
	}
	return checks
}

// inEachRound reports whether no round passes the block by.
func (l *loop) inEachRound(b *ssa.BasicBlock) bool {
	return !slices.ContainsFunc(l.header.Preds, func(p *ssa.BasicBlock) bool { return l.body[p] && !b.Dominates(p) })
}

// passes returns how many rounds get past the condition at the end of the block, and whether it is one that says so: a
// counter is compared with a constant or an option, or a map literal is read.
func (l *loop) passes(b *ssa.BasicBlock) (n int, option string, ok bool) {
	cond, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If)
	if !ok || l.body[b.Succs[0]] == l.body[b.Succs[1]] {
		return 0, "", false
	}
	if next, ok := cond.Cond.(*ssa.Extract); ok {
		n, ok = entries(next)
		return n, "", ok
	}
	cmp, ok := cond.Cond.(*ssa.BinOp)
	if !ok {
		return 0, "", false
	}
	op, x, y := cmp.Op, cmp.X, cmp.Y
	if _, isConst := x.(*ssa.Const); isConst {
		op, x, y = flipped(op), y, x
	}
	if l.body[b.Succs[1]] { // it says when to leave
		op = negated(op)
	}
	first, step, ok := l.counter(x)
	if !ok {
		return 0, "", false
	}
	if last, ok := intOf(y); ok {
		n, ok = rounds(op, first, step, last)
		return max(n, 0), "", ok
	}
	if step < 0 {
		return 0, "", false
	}
	if last, ok := l.mostOf(y); ok {
		n, ok = rounds(op, first, step, last)
		return max(n, 0), "", ok
	}
	of, ok := optionOf(y)
	if !ok {
		return 0, "", false
	}
	n, ok = rounds(op, first, step, 0)
	return n, of.String(), ok
}

// rounds returns how often a counter that begins at first and changes by step passes the comparison with last.
func rounds(op token.Token, first, step, last int) (int, bool) {
	n := 0
	switch {
	case op == token.LSS && step > 0, op == token.NEQ && step > 0 && last >= first:
		n = last - first
	case op == token.LEQ && step > 0:
		n = last - first + 1
	case op == token.GTR && step < 0, op == token.NEQ && step < 0 && last <= first:
		n = first - last
	case op == token.GEQ && step < 0:
		n = first - last + 1
	default:
		return 0, false
	}
	return n, true
}

func flipped(op token.Token) token.Token {
	switch op {
	case token.LSS:
		return token.GTR
	case token.LEQ:
		return token.GEQ
	case token.GTR:
		return token.LSS
	case token.GEQ:
		return token.LEQ
	}
	return op
}

func negated(op token.Token) token.Token {
	switch op {
	case token.LSS:
		return token.GEQ
	case token.LEQ:
		return token.GTR
	case token.GTR:
		return token.LEQ
	case token.GEQ:
		return token.LSS
	case token.EQL:
		return token.NEQ
	case token.NEQ:
		return token.EQL
	}
	return token.ILLEGAL
}

// entries returns how many entries the map has whose iterator says whether there is a next one: those of a literal that
// is only read from.
func entries(ok *ssa.Extract) (int, bool) {
	next, isNext := ok.Tuple.(*ssa.Next)
	if !isNext || ok.Index != 0 {
		return 0, false
	}
	iter, isRange := next.Iter.(*ssa.Range)
	if !isRange {
		return 0, false
	}
	made, isMade := iter.X.(*ssa.MakeMap)
	if !isMade {
		return 0, false
	}
	n := 0
	for _, ref := range *made.Referrers() {
		switch ref := ref.(type) {
		case *ssa.MapUpdate:
			if ref.Map != ssa.Value(made) || ref.Block() != made.Block() {
				return 0, false
			}
			n++
		case *ssa.Range, *ssa.Lookup, *ssa.DebugRef:
		default:
			return 0, false
		}
	}
	return n, true
}

// counter returns the first value of a counter, as the condition sees it, and its step.
func (l *loop) counter(v ssa.Value) (first, step int, ok bool) {
	offset := 0
	for {
		sum, isSum := v.(*ssa.BinOp)
		if !isSum || sum.Op != token.ADD {
			break
		}
		n, isConst := intOf(sum.Y)
		if !isConst {
			return 0, 0, false
		}
		v, offset = sum.X, offset+n
	}
	phi, isPhi := v.(*ssa.Phi)
	if !isPhi || phi.Block() != l.header {
		return 0, 0, false
	}
	for i, p := range l.header.Preds {
		if !l.body[p] {
			first, ok = intOf(phi.Edges[i])
			if !ok {
				return 0, 0, false
			}
			continue
		}
		next, isSum := phi.Edges[i].(*ssa.BinOp)
		if !isSum || next.X != ssa.Value(phi) {
			return 0, 0, false
		}
		n, isConst := intOf(next.Y)
		if !isConst || n != 1 || next.Op != token.ADD && next.Op != token.SUB {
			return 0, 0, false
		}
		if step = 1; next.Op == token.SUB {
			step = -1
		}
	}
	return first + offset, step, ok && step != 0
}

// intOf returns the integer that v is known to be: a constant, or the length of an array or of a slice of one.
func intOf(v ssa.Value) (int, bool) {
	switch v := v.(type) {
	case *ssa.Const:
		if v.Value != nil && v.Value.Kind() == constant.Int {
			n, exact := constant.Int64Val(v.Value)
			return int(n), exact
		}
	case *ssa.Call:
		b, ok := v.Call.Value.(*ssa.Builtin)
		switch {
		case ok && b.Name() == "len":
			return lengthOf(v.Call.Args[0])
		case ok && b.Name() == "min":
			return least(v.Call.Args)
		}
	case *ssa.ChangeType:
		return intOf(v.X)
	case *ssa.Convert:
		return intOf(v.X)
	}
	return 0, false
}

// least returns the least of the integers that are known: there are no more rounds than that.
func least(args []ssa.Value) (n int, found bool) {
	for _, a := range args {
		if k, ok := intOf(a); ok && (!found || k < n) {
			n, found = k, true
		}
	}
	return n, found
}

func lengthOf(v ssa.Value) (int, bool) {
	if s, ok := v.(*ssa.Slice); ok && s.Low == nil && s.High != nil {
		return intOf(s.High)
	}
	if s, ok := v.(*ssa.Slice); ok && s.Low != nil && s.High != nil {
		if end, ok := s.High.(*ssa.BinOp); ok && end.Op == token.ADD && end.X == s.Low {
			return intOf(end.Y)
		}
		return 0, false
	}
	if s, ok := v.(*ssa.Slice); ok && s.Low == nil && s.High == nil {
		v = s.X
	}
	t := v.Type().Underlying()
	if p, ok := t.(*types.Pointer); ok {
		t = p.Elem().Underlying()
	}
	a, ok := t.(*types.Array)
	if !ok {
		return 0, false
	}
	return int(a.Len()), true
}
