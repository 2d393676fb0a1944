package lifecycle

import (
	"slices"

	"golang.org/x/tools/go/ssa"
)

// goCall interprets a go statement: what runs beside the path may end before it or after it.
func (w *walk) goCall(s *state, instr *ssa.Go) []*state {
	st := w.siteOf(s, instr)
	st.spawn = true
	before := s.res.status
	beside := w.clone(s)
	after := w.apply(s, st)
	if len(after) == 0 && !w.excess { // it goes on for ever, or ends the program some time
		w.keep(beside, st.fn)
		for _, a := range st.args {
			w.keep(beside, a)
		}
		return beside.only()
	}
	w.drop(beside)
	for _, t := range after {
		if before == open && t.res.status == closed {
			t.hand()
			t.res.tended = true
			w.shut(t)
		}
	}
	return after
}

// deferCall notes a deferred call with its operands.
func (w *walk) deferCall(s *state, instr *ssa.Defer) {
	st := w.siteOf(s, instr)
	d := deferred{instr: instr, id: w.eng.instrID(instr), frame: len(w.active), fn: st.fn, args: st.args}
	d.bound = w.bindings(s, d.fn)
	if instr.DeferStack != nil && d.frame > 1 && instr.Parent().Synthetic != "" {
		d.frame--
	}
	w.deferAgain(s, d)
	s.defers = append(s.defers, d)
}

// deferAgain makes room for a deferred call that a loop has deferred before: of those that do the same, the last one
// stays. Where they fetch the response, each of them loses what the one before has left, so that two stay.
func (w *walk) deferAgain(s *state, d deferred) {
	most := 1
	if fn := w.literalOf(d.fn); fn != nil && w.source != nil && contains(fn, w.source) {
		most = 2
	}
	first, n := -1, 0
	for i, o := range s.defers {
		if o.same(d) {
			n++
			if first < 0 {
				first = i
			}
		}
	}
	if n == most {
		s.defers = slices.Delete(slices.Clone(s.defers), first, first+1)
	}
}

// same reports whether two deferred calls do the same.
func (d deferred) same(e deferred) bool {
	return e.instr == d.instr && e.frame == d.frame && e.fn == d.fn && slices.Equal(e.args, d.args) && slices.Equal(e.bound, d.bound)
}

// runDefers makes the deferred calls of the current function, last to first. The paths meet after each of them, as those
// through a block do.
func (w *walk) runDefers(s *state) []*state {
	var done []*state
	for states := []*state{s}; len(states) > 0 && !w.excess; {
		var after []*state
		for _, t := range states {
			if n := len(t.defers); n == 0 || t.defers[n-1].frame < len(w.active) {
				done = append(done, t)
			} else {
				after = append(after, w.runLast(t)...)
			}
		}
		w.spend(len(after))
		states = w.distinct(after)
	}
	return done
}

// runLast makes the call that was deferred last.
func (w *walk) runLast(s *state) []*state {
	n := len(s.defers)
	d := s.defers[n-1]
	s.defers = slices.Clip(s.defers[:n-1])
	for i, b := range d.bound {
		s.set(key{d.fn.id, int16(i)}, b)
	}
	return w.apply(s, site{instr: d.instr, common: d.instr.Common(), fn: d.fn, args: d.args, pos: d.instr.Pos()})
}
