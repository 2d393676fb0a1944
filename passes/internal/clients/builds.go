package clients

import (
	"cmp"
	"slices"
)

// builds returns the transports that are built, used and dropped each time their function is called.
func (p *pkg) builds(fate fates) []*Build {
	s := p.solver
	seen := make(map[any]bool)
	var all []*Build
	for _, e := range s.events {
		for _, tr := range s.transportsOf(e.of) {
			if fate.closes(tr) || !s.isDropped(tr, e, fate) {
				continue
			}
			found := p.describeBuild(tr, e)
			if found == nil || seen[found.Expr] {
				continue
			}
			seen[found.Expr] = true
			all = append(all, found)
		}
	}
	slices.SortFunc(all, func(a, b *Build) int { return cmp.Compare(a.Expr.Pos(), b.Expr.Pos()) })
	return all
}

// isDropped reports whether the transport is built for the request, and used no more after the call that builds it. That may be a
// test, which runs once.
func (s *solver) isDropped(tr *object, e event, fate fates) bool {
	if tr.made == nil || tr.part || isLent(tr.made, e.frame) || tr.isUnneeded() || s.isLost(tr, e) {
		return false
	}
	return isBuild(tr, e, fate) || ofTest(tr.made) && root(tr.made) == root(e.frame) && servesCall(tr, e, fate)
}

// isLent reports whether what is made there is made when something out of view calls a function, and used in another call than
// that: neither is what the code in view does.
func isLent(made, used *frame) bool {
	common := meet(made, used)
	for f := made; f != nil && f != common; f = f.parent {
		if f.lent {
			return true
		}
	}
	return false
}

func (s *solver) fates() fates { return fates{s.escaped(true), s.closedByClients(), s.owners()} }

// fates is what becomes of objects.
type fates struct {
	escaped map[*object]bool    // lives on when the call that made it is over
	ended   map[*object]bool    // its client's idle connections are closed
	owner   map[*object]*object // what holds it, of the outermost call
}

// closes reports whether the transport's idle connections are closed: none piles up, however often one is built.
func (f fates) closes(tr *object) bool { return f.ended[tr] || tr.marks[closed] }

// owners returns, for each object, the one of the outermost call that it can be reached from.
func (s *solver) owners() map[*object]*object {
	owner := make(map[*object]*object)
	var claim func(by, o *object)
	claim = func(by, o *object) {
		if owner[o] != nil {
			return
		}
		owner[o] = by
		for in := range o.inside(true) {
			claim(by, in)
		}
	}
	frames := slices.Clone(s.frames)
	slices.SortStableFunc(frames, func(a, b *frame) int { return cmp.Compare(a.depth, b.depth) })
	for _, f := range frames {
		for _, m := range f.objects {
			if m.object.what != Other {
				claim(m.object, m.object)
			}
		}
	}
	return owner
}

// transportsOf returns the transports that a request through the object may use.
func (s *solver) transportsOf(o *object) []*object {
	if o.what == ATransport {
		return []*object{o}
	}
	var out []*object
	for _, t := range o.transports() {
		if t.what == ATransport {
			out = append(out, t)
		}
	}
	return out
}

// isBuild reports whether the transport serves one call of the function that builds it, again and again.
func isBuild(tr *object, e event, fate fates) bool {
	if owner := fate.owner[tr]; owner != nil && owner.inst != nil && root(owner.made) == root(tr.made) && !repeats(owner.made, owner.inst) {
		return false
	}
	return repeats(tr.made, tr.inst) && servesCall(tr, e, fate)
}

// servesCall reports whether the transport is for the call of the function that builds it.
func servesCall(tr *object, e event, fate fates) bool {
	if fate.escaped[tr] || tr.isOff() || tr.touched {
		return false
	}
	common := meet(tr.made, e.frame)
	if common == nil {
		return false
	}
	built, sent := under(common, tr.made, tr.inst), under(common, e.frame, e.inst)
	return !(sent.Endless && !built.Endless) && !endlessBelow(common, e)
}

// repeats reports whether the instruction runs many times: its outermost function may be called over and over, or there is
// a loop, a handler or goroutines on the way.
func repeats(f *frame, i *Inst) bool {
	for {
		if f.once {
			return false
		}
		if i.Looped || f.spawn != nil && many(f.spawn.count(false)) {
			return true
		}
		if f.parent == nil {
			return !f.fn.Once
		}
		f, i = f.parent, f.inst
	}
}

// meet returns the innermost frame that both are or are called from.
func meet(a, b *frame) *frame {
	for x := a; x != nil; x = x.parent {
		for y := b; y != nil; y = y.parent {
			if x == y {
				return x
			}
		}
	}
	return nil
}

// under returns the instruction of the frame top that leads to an instruction of frame f.
func under(top, f *frame, i *Inst) *Inst {
	for f != top {
		f, i = f.parent, f.inst
	}
	return i
}

// endlessBelow reports whether the request is in a loop that does not end, in a function that top calls.
func endlessBelow(top *frame, e event) bool {
	i := e.inst
	for f := e.frame; f != top; f = f.parent {
		if i.Endless {
			return true
		}
		i = f.inst
	}
	return false
}

// closedByClients returns the transports of clients whose idle connections are closed.
func (s *solver) closedByClients() map[*object]bool {
	ended := make(map[*object]bool)
	for _, f := range s.frames {
		for _, m := range f.objects {
			if m.object.marks[closed] {
				for _, tr := range m.object.transports() {
					ended[tr] = true
				}
			}
		}
	}
	return ended
}

// describeBuild makes a finding; nil if it is another package's.
func (p *pkg) describeBuild(tr *object, e event) *Build {
	found := &Build{Func: shortName(tr.made.fn.Name), Looped: tr.inst.Looped}
	switch {
	case p.mine(tr.made):
		found.Expr, _ = p.maker(tr)
	default:
		f, i := p.innermost(tr.made, nil)
		if f == nil || i == nil || !p.mine(meet(tr.made, e.frame)) { // it was told there
			return nil
		}
		if call := p.callAt(i.pos); call != nil {
			found.Expr = call
		}
	}
	if found.Expr == nil || ofTest(e.frame) || tr.ofTest() { // a test is mostly over before a second call, as is the server that it is for
		return nil
	}
	common := meet(tr.made, e.frame)
	for common != nil && !p.mine(common) {
		common = common.parent
	}
	if common == nil {
		return nil
	}
	i := under(common, e.frame, e.inst)
	found.Request = common.fn.placeOf(i, i.pos)
	return found
}
