package lifecycle

import "slices"

// leave lets go of the response that the path has followed up to here, for another one of the same source: what still
// holds the old one says nothing of the new one.
func (s *state) leave(st *site) {
	if s.res.status == pending {
		return
	}
	leave := func(v *value) {
		if v.tracked() {
			*v = value{kind: nonNil}
		}
	}
	for i := range s.env {
		leave(&s.env[i].val)
	}
	for i := range s.mem {
		leave(&s.mem[i].val)
	}
	for i := range st.args {
		leave(&st.args[i])
	}
	for i := range s.defers {
		d := &s.defers[i]
		d.bound, d.args = slices.Clone(d.bound), slices.Clone(d.args)
		leave(&d.fn)
		for j := range d.bound {
			leave(&d.bound[j])
		}
		for j := range d.args {
			leave(&d.args[j])
		}
	}
	s.mergeDeferred()
}
