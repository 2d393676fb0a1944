package lifecycle

import (
	"strings"

	"golang.org/x/tools/go/ssa"
)

// closure records what a function literal binds that is not an address, which its cells tell.
func (w *walk) closure(s *state, v *ssa.MakeClosure) {
	id := w.eng.id(v)
	vals := make([]value, len(v.Bindings))
	for i, b := range v.Bindings {
		vals[i] = w.val(s, b)
	}
	w.define(s, v, value{kind: symbol, id: id})
	if fn := v.Fn.(*ssa.Function); len(vals) == 1 && strings.HasSuffix(fn.Name(), "$bound") {
		if vals[0].kind == body && strings.TrimSuffix(fn.Name(), "$bound") == "Close" {
			s.set(key{id, self}, value{kind: closeFn})
			return
		}
	}
	for i, b := range vals {
		s.set(key{id, int16(i)}, b)
	}
	s.set(key{id, self}, value{kind: function, id: id})
}

// bindings returns what the closure binds.
func (w *walk) bindings(s *state, fn value) []value {
	var vals []value
	for i := range w.binds(fn) {
		vals = append(vals, s.get(key{fn.id, int16(i)}))
	}
	return vals
}

// binds returns how many values the func value binds.
func (w *walk) binds(fn value) int {
	if mc, ok := w.eng.vals[fn.id].(*ssa.MakeClosure); ok {
		return len(mc.Bindings)
	}
	return 0
}

// A carry is a way to get at the tracked response from a value: the part of it that holds val.
type carry struct {
	path string
	val  value
}

// maxCarries bounds the ways to the response that one value has.
const maxCarries = 6

// carried returns the ways to the tracked response from v.
func (w *walk) carried(s *state, v value) []carry {
	return w.carriedIn(s, v, "", 0, nil)
}

func (w *walk) carriedIn(s *state, v value, path string, depth int, out []carry) []carry {
	if v.tracked() {
		return append(out, carry{path, v})
	}
	if depth > 3 || len(out) >= maxCarries {
		return out
	}
	switch v.kind {
	case pointer, structure:
		for _, e := range s.mem {
			if e.cell.id == v.id && within(e.cell.path, v.path) && e.cell.path != fresh {
				out = w.carriedIn(s, e.val, path+e.cell.path[len(v.path):], depth+1, out)
			}
		}
	case function:
		for i := range w.binds(v) {
			out = w.carriedIn(s, s.get(key{v.id, int16(i)}), path+"()", depth+1, out)
		}
	}
	return out
}

// stash notes that v is stored where others can get at it: whoever has a reader over the body may read that to its end.
func (w *walk) stash(s *state, v value) {
	before := s.res.status
	for _, c := range w.carried(s, v) {
		if c.val.kind == reader && (s.res.owed() || s.res.booked()) {
			s.res.read = max(s.res.read, throughLimit(drained, c.val))
		}
	}
	w.keep(s, v)
	s.res.stored = s.res.stored || before == open && s.res.status == kept
}

// hand notes that the response was handed on.
func (s *state) hand() {
	s.res.status, s.res.lent, s.res.within, s.res.codes = kept, true, false, statusRange{}
}

// booked reports whether the response is closed when the test is over, and nobody else has it: what comes before may read it.
func (r *resource) booked() bool { return r.arranged && r.shut != nil && !r.lent }

// give notes that somebody else gets the response.
func (s *state) give() {
	switch {
	case s.res.owed():
		s.hand()
	case s.res.booked():
		s.res.lent = true
	}
}

// owed reports whether somebody in view still has to close the response: the path, or the caller in whose object it is.
func (r *resource) owed() bool { return r.status == open || r.status == kept && r.within }

// keep notes that v goes to something that outlives the path.
func (w *walk) keep(s *state, v value) {
	w.release(s, v)
	if !s.res.owed() && !s.res.booked() {
		return
	}
	for _, c := range w.carried(s, v) {
		if c.val.kind == wire {
			continue
		}
		if c.val.owns() {
			s.give()
		} else {
			s.res.read = max(s.res.read, partly)
			w.found.read = true
		}
	}
}
