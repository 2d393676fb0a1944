package lifecycle

import (
	"math"
	"slices"
)

// redefine forgets what the state knew of SSA value id, which is about to get a new value. Whatever still holds the old
// value keeps what tests have taught about it.
func (s *state) redefine(id uint32) {
	old := value{kind: symbol, id: id}
	is := func(v *value) bool { return v.id == id && *v == old }
	learned := s.get(key{id, fact})
	first, _ := s.find(key{id, math.MinInt16})
	last := first
	for last < len(s.env) && s.env[last].key.id == id {
		last++
	}
	s.env = slices.Delete(s.env, first, last)
	for i := 0; i < len(s.env); i++ {
		if is(&s.env[i].val) {
			if learned.kind == unknown {
				s.env = slices.Delete(s.env, i, i+1)
				i--
				continue
			}
			s.env[i].val = learned
		}
	}
	for i := range s.mem {
		if is(&s.mem[i].val) {
			s.mem[i].val = learned // unknown stays as a mark that the cell is not zero
		}
	}
	s.redefineDeferred(old, learned)
}

// redefineDeferred replaces a value that deferred calls were given. Those that do not differ any more are one: else a
// loop adds some each time round.
func (s *state) redefineDeferred(old, learned value) {
	changed := false
	for i := range s.defers {
		for j := range s.defers[i].args {
			if s.defers[i].args[j] == old {
				s.defers[i].args = slices.Clone(s.defers[i].args)
				s.defers[i].args[j] = learned
				changed = true
			}
		}
	}
	if changed {
		s.mergeDeferred()
	}
}

// mergeDeferred drops deferred calls that do the same as one before them.
func (s *state) mergeDeferred() {
	var distinct []deferred
	for _, d := range s.defers {
		if !slices.ContainsFunc(distinct, d.same) {
			distinct = append(distinct, d)
		}
	}
	s.defers = distinct
}

// rename gives object from the number to, which is free again.
func (s *state) rename(from, to uint32) {
	s.drop(to)
	change := func(v value) value {
		if v.id == from && (v.kind == pointer || v.kind == structure) {
			v.id = to
		}
		return v
	}
	for i := range s.env {
		s.env[i].val = change(s.env[i].val)
	}
	for i := range s.mem {
		s.mem[i].val = change(s.mem[i].val)
		if s.mem[i].cell.id == from {
			s.mem[i].cell.id = to
		}
	}
	slices.SortFunc(s.mem, func(a, b content) int { return compareCells(a.cell, b.cell) })
	for i := range s.defers {
		d := &s.defers[i]
		d.bound, d.args = slices.Clone(d.bound), slices.Clone(d.args)
		for j := range d.bound {
			d.bound[j] = change(d.bound[j])
		}
		for j := range d.args {
			d.args[j] = change(d.args[j])
		}
	}
}
