package lifecycle

import (
	"go/token"
	"math"
	"strconv"

	"golang.org/x/tools/go/ssa"
)

// A statusRange is what a path has found the response's status code to be at least and at most; the zero value says nothing.
// It is of use as long as the body is open: a function that leaves it open for some codes is mostly asked by one that has looked
// at the same codes before, and one that hands it out open for some codes by one that looks at them once more.
type statusRange struct {
	least int16
	past  int16 // what the status is less than; 0: not known
}

// greatest is the greatest status that the range has.
func (r statusRange) greatest() int64 {
	if r.past == 0 {
		return math.MaxInt16
	}
	return int64(r.past) - 1
}

// and is what is in both ranges; false if nothing is.
func (r statusRange) and(o statusRange) (statusRange, bool) {
	r.least = max(r.least, o.least)
	if r.past == 0 || o.past != 0 && o.past < r.past {
		r.past = o.past
	}
	return r, int64(r.least) <= r.greatest()
}

// or is the least range that has both in it.
func (r statusRange) or(o statusRange) statusRange {
	r.least = min(r.least, o.least)
	if r.past != 0 && (o.past == 0 || o.past > r.past) {
		r.past = o.past
	}
	return r
}

// words spells the range for a summary.
func (r statusRange) words() []string {
	var words []string
	if r.least > 0 {
		words = append(words, "from="+strconv.Itoa(int(r.least)))
	}
	if r.past > 0 {
		words = append(words, "below="+strconv.Itoa(int(r.past)))
	}
	return words
}

// parse reads one of the words.
func (r *statusRange) parse(end, code string) error {
	n, err := strconv.ParseInt(code, 10, 16)
	if end == "from" {
		r.least = int16(n)
	} else {
		r.past = int16(n)
	}
	return err
}

// narrow notes what a comparison of the status with a constant says, which came out as truth; false if it cannot be.
func (w *walk) narrow(s *state, b *ssa.BinOp, truth bool) bool {
	if w.detail != fine || !s.res.owed() {
		return true
	}
	op, x, y := b.Op, b.X, b.Y
	if !w.isStatus(s, x) {
		op, x, y = mirrors[op], y, x
	}
	if !truth {
		op = negations[op]
	}
	n, _, ok := w.val(s, y).bounds()
	if !ok || n < 1 || n >= math.MaxInt16 || !w.isStatus(s, x) {
		return true
	}
	within, ok := s.res.codes.and(comparedTo(op, int16(n)))
	if ok {
		s.res.codes = within
	}
	return ok
}

// narrowTo notes for which codes the outcome leaves the response open; false if the path's own are none of them.
func (w *walk) narrowTo(s *state, o outcome) bool {
	within, ok := s.res.codes.and(o.codes)
	if ok && o.status == open && s.res.owed() && w.detail == fine {
		s.res.codes = within
	}
	return ok
}

// comparedTo is what is in the relation to n.
func comparedTo(op token.Token, n int16) statusRange {
	switch op {
	case token.EQL:
		return statusRange{n, n + 1}
	case token.LSS:
		return statusRange{0, n}
	case token.LEQ:
		return statusRange{0, n + 1}
	case token.GTR:
		return statusRange{n + 1, 0}
	case token.GEQ:
		return statusRange{n, 0}
	}
	return statusRange{}
}
