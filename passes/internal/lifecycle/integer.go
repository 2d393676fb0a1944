package lifecycle

import (
	"go/token"
	"math"
	"strconv"
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
