package lifecycle

import "slices"

// A room keeps states that are gone, and their slices, for those that are made next: a walk makes and drops states by the
// thousand.
type room struct {
	states []*state
	envs   [][]binding
	mems   [][]content
	defers [][]deferred
	seen   [][]identities
}

// maxRoom bounds how many are kept of each.
const maxRoom = 256

// clone returns a copy of s.
func (w *walk) clone(s *state) *state {
	r := &w.eng.room
	var c *state
	if n := len(r.states); n > 0 {
		c, r.states = r.states[n-1], r.states[:n-1]
	} else {
		c = new(state)
	}
	c.env = refill(&r.envs, s.env)
	c.mem = refill(&r.mems, s.mem)
	c.defers = refill(&r.defers, s.defers)
	c.res, c.trail = s.res, s.trail
	return c
}

// drop gives up a state: nobody may look at it any more.
func (w *walk) drop(s *state) {
	r := &w.eng.room
	keep(&r.envs, s.env)
	keep(&r.mems, s.mem)
	keep(&r.defers, s.defers)
	*s = state{}
	if len(r.states) < maxRoom {
		r.states = append(r.states, s)
	}
}

// refill copies from, into a slice that was kept if there is one.
func refill[T any](kept *[][]T, from []T) []T {
	if len(from) == 0 {
		return nil
	}
	var to []T
	if n := len(*kept); n > 0 {
		to, *kept = (*kept)[n-1], (*kept)[:n-1]
	}
	return append(slices.Grow(to[:0], len(from)+2), from...)
}

// sets returns n empty sets.
func (r *room) sets(n int) []identities {
	if last := len(r.seen) - 1; last >= 0 && cap(r.seen[last]) >= n {
		sets := r.seen[last][:n]
		r.seen = r.seen[:last]
		return sets
	}
	return make([]identities, n)
}

// keepSets takes sets back that are not needed any more.
func (r *room) keepSets(sets []identities) {
	if len(r.seen) < maxDepth {
		for i := range sets {
			sets[i] = identities{few: sets[i].few[:0]}
		}
		r.seen = append(r.seen, sets)
	}
}

func keep[T any](kept *[][]T, s []T) {
	if cap(s) > 0 && len(*kept) < maxRoom {
		*kept = append(*kept, s)
	}
}
