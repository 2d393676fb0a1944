package clients

import (
	"cmp"
	"slices"
)

// A source is what keeps too few connections: a transport, or a client or proxy that shares DefaultTransport.
type source struct {
	of     *object // that the report stands at
	kind   Kind
	shared bool // its connections are DefaultTransport's
}

// sources returns what of an event's object keeps two idle connections a host.
func (s *solver) sources(e event) []source {
	switch o := e.of; {
	case o.touched, !o.shared && s.hasRival(o):
	case o.what == ATransport:
		if o.shared {
			return s.sharedSource(e)
		}
		if !s.isTuned(o) && !(e.inst.HTTPS && o.speaksHTTP2()) {
			return []source{{o, Transport, false}}
		}
	case o.shared && e.hasOthers():
	default:
		return slices.DeleteFunc(s.ofClient(o), func(src source) bool {
			return e.inst.HTTPS && (src.shared || src.of.speaksHTTP2()) // one connection carries all requests to most such hosts
		})
	}
	return nil
}

// hasRival reports whether a field or variable that holds a client holds a better one as well: what is set on some path
// counts as set.
func (s *solver) hasRival(o *object) bool {
	for _, in := range s.holders()[o] {
		for _, other := range in.list {
			if other != o && (other.what == AClient && len(other.transports()) > 0 && len(s.ofClient(other)) == 0 ||
				other.what == ATransport && !other.shared && s.isTuned(other)) {
				return true
			}
		}
	}
	return false
}

// holders returns the fields and variables that hold each client or transport.
func (s *solver) holders() map[*object][]*set {
	if s.heldIn != nil {
		return s.heldIn
	}
	s.heldIn = make(map[*object][]*set)
	note := func(o *object) {
		for _, name := range o.order {
			for _, in := range o.fields[name].list {
				if in.what == AClient || in.what == ATransport {
					s.heldIn[in] = append(s.heldIn[in], o.fields[name])
				}
			}
		}
	}
	for _, g := range s.globals {
		note(g)
	}
	for _, f := range s.frames {
		for _, o := range f.objects {
			if o.typ != "" || o.what == Other {
				note(o)
			}
		}
	}
	return s.heldIn
}

// sharedSource is for a request through DefaultTransport itself: that of a wrapper's client is told at the client.
func (s *solver) sharedSource(e event) []source {
	if s.defaultTuned() || e.hasOthers() || e.inst.HTTPS { // what is taken for want of another counts only where there is no other
		return nil
	}
	for f := e.frame; f != nil; f = f.parent {
		if f.via != nil {
			if f.via.shared || f.via.touched {
				return nil
			}
			return []source{{f.via, kindOfClient(f.via), true}}
		}
	}
	return []source{{e.of, Shared, true}}
}

// hasOthers reports whether the request may go through something else as well.
func (e event) hasOthers() bool {
	if e.peers == nil {
		return false
	}
	for _, o := range e.peers.list {
		if o != e.of && !slices.Contains(o.copied, e.of) && (o.unknown || o.what != Other || o.fn != "") {
			return true
		}
	}
	return false
}

func kindOfClient(o *object) Kind {
	if o.what == AProxy {
		return Proxy
	}
	return Client
}

func (s *solver) ofClient(o *object) []source {
	transports := o.transports()
	var found []source
	if len(transports) == 0 && len(o.copied) > 0 {
		return s.ofCopied(o)
	}
	shares := len(transports) == 0
	for _, t := range transports {
		switch {
		case t.unknown, t.what == ATransport && !t.shared && s.isTuned(t):
			return nil // it may be that one
		case t.shared:
			shares = shares || len(transports) == 1
		case t.what == ATransport && !t.touched:
			found = append(found, source{t, Transport, false})
		}
	}
	if shares && !s.defaultTuned() {
		kind := kindOfClient(o)
		if o.shared {
			kind = Shared
		}
		found = append(found, source{o, kind, true})
	}
	return found
}

// ofCopied is for a copy of a client that has no Transport, as what it is a copy of has none.
func (s *solver) ofCopied(o *object) []source {
	var found []source
	for _, from := range o.copied {
		if len(from.copied) == 0 {
			found = append(found, s.ofClient(from)...)
		}
	}
	return found
}

// isTuned reports whether a transport keeps more than two connections, or none, or needs only one.
func (s *solver) isTuned(o *object) bool { return s.isTunedClone(o, maxDepth) }

// isTunedClone is isTuned for a transport that others are clones of: a loop may clone clones.
func (s *solver) isTunedClone(o *object, depth int) bool {
	if o.shared {
		return s.defaultTuned()
	}
	if o.marks[tuned] || o.marks[off] || o.touched {
		return true
	}
	if protocols := o.peek("Protocols"); len(protocols) > 0 {
		only2 := false
		for _, p := range protocols {
			if p.unknown {
				return true
			}
			only2 = p.marks[http2] && !p.marks[http1]
		}
		if only2 {
			return true
		}
	}
	if o.cloned != nil && depth > 0 {
		for _, from := range o.cloned.list {
			if from.unknown || from.what == ATransport && s.isTunedClone(from, depth-1) {
				return true
			}
		}
	}
	return false
}

// defaultTuned reports whether the package sets DefaultTransport up for more connections, or puts another in its place.
func (s *solver) defaultTuned() bool {
	for _, t := range s.cell(defaultTransport).peek("*") {
		if !t.shared || t.marks[tuned] || t.marks[off] {
			return true
		}
	}
	return false
}

// A use is an event that some concurrent code makes.
type use struct {
	event
	src   source
	by    *spawn
	run   *frame // what is started; nil for the request itself
	bound int    // how often at once; 0: many times
}

// concurrent returns the events that more than two goroutines may make at once.
func (s *solver) concurrent() []use {
	var uses []use
	type part struct {
		by *frame
		of *object
	}
	parts := make(map[part][]use)
	var order []part
	for _, e := range s.events {
		for _, src := range s.sources(e) {
			for _, l := range levelsOf(e, src) {
				if many(l.bound) {
					uses = append(uses, l)
					break
				}
				if l.by.by != nil {
					p := part{l.by.by, src.of}
					if parts[p] == nil {
						order = append(order, p)
					}
					parts[p] = append(parts[p], l)
				}
			}
		}
	}
	for _, p := range order {
		if total(parts[p]) > 2 {
			uses = append(uses, parts[p]...)
		}
	}
	return uses
}

// total adds up how many goroutines the go statements of one frame start.
func total(uses []use) int {
	seen := make(map[*Inst]bool)
	n := 0
	for _, u := range uses {
		if !seen[u.by.inst] {
			seen[u.by.inst] = true
			n += u.bound
		}
	}
	return n
}

// levelsOf returns the ways in which goroutines that share the source come to an event, the innermost first; none if a
// lock or the like lets at most two through.
func levelsOf(e event, src source) []use {
	if e.inst.Locked {
		return nil
	}
	var levels []use
	add := func(sp *spawn, run *frame) {
		levels = append(levels, use{e, src, sp, run, sp.count()})
	}
	if e.inst.Op == Serve {
		add(&spawn{how: Handler}, nil)
	} else if e.inst.Mode == Spawned {
		add(&spawn{by: e.frame, inst: e.inst}, nil)
	}
	for f := e.frame; f != nil; f = f.parent {
		if f.serial || f.once && f.parent != nil || f.fewPlaces(len(levels) == 0) {
			return nil
		}
		if !src.shared && within(src.of.made, f) {
			break // the goroutines around have one each
		}
		if f.spawn != nil && !src.isOneOfMany(f.spawn) {
			add(f.spawn, f)
		}
	}
	return levels
}

// within reports whether a frame is another one or called from it.
func within(f, top *frame) bool {
	for ; f != nil; f = f.parent {
		if f == top {
			return true
		}
	}
	return false
}

// isOneOfMany reports whether a loop makes a source for each of the goroutines: the one that starts them, or another.
func (src source) isOneOfMany(sp *spawn) bool {
	if src.shared || sp.by == nil || src.of.inst == nil {
		return false
	}
	if within(src.of.made, sp.by) {
		return under(sp.by, src.of.made, src.of.inst).Looped
	}
	return src.of.inst.Looped && !within(sp.by, src.of.made)
}

// count is how many goroutines are started at once; 0 for as many as you like.
func (sp *spawn) count() int {
	if sp.by == nil || sp.over {
		return 0
	}
	n := times(sp.by.loops(sp.inst), sp.inst.Mult)
	if sp.inst.Slots > 0 {
		for _, ch := range sp.by.reg(sp.inst.Slots - 1).list {
			if ch.places > 0 && (n == 0 || ch.places < n) {
				n = ch.places
			}
		}
	}
	return n
}

// fewPlaces reports whether the frame, or a function that it calls for that, takes a place of a semaphore that has two at
// most or, if it is inside the goroutine, that may have: how many is not known.
func (f *frame) fewPlaces(inside bool) bool {
	if f.takesPlace(inside) {
		return true
	}
	for key, child := range f.calls {
		if in := &f.fn.Code[key.inst]; in.Op == Call && in.Mode == Plain && child.parent == f && child.takesPlace(false) {
			return true
		}
	}
	return false
}

func (f *frame) takesPlace(inside bool) bool {
	for n := range f.fn.Code {
		i := &f.fn.Code[n]
		if i.Op != Acquire {
			continue
		}
		known := false
		for _, ch := range f.reg(i.A).list {
			if ch.what == AChan && ch.places > 0 {
				known = true
				if ch.places <= 2 {
					return true
				}
			}
		}
		if !known && inside && !i.Weak {
			return true
		}
	}
	return false
}

// idle returns what keeps too few connections for the goroutines that use it, once for each place.
func (p *pkg) idle() []*Idle {
	byExpr := make(map[any]*Idle)
	var all []*Idle
	escaped := p.solver.escaped()
	for _, u := range p.solver.concurrent() {
		if made := u.src.of.made; made != nil && root(made) != root(u.frame) && !escaped[u.src.of] {
			continue // only others of its type come there
		}
		found := p.describe(u, u.src)
		if found == nil {
			continue
		}
		if old := byExpr[found.Expr]; old != nil {
			if earlier(*found, *old) {
				*old = *found
			}
			continue
		}
		byExpr[found.Expr] = found
		all = append(all, found)
	}
	slices.SortFunc(all, func(a, b *Idle) int { return cmp.Compare(a.Expr.Pos(), b.Expr.Pos()) })
	return all
}

// earlier chooses between two reasons for one report: goroutines before handlers, then the first in the source.
func earlier(a, b Idle) bool {
	return cmp.Or(cmp.Compare(a.How, b.How), cmp.Compare(a.Spawn.File, b.Spawn.File), cmp.Compare(a.Spawn.Line, b.Spawn.Line),
		cmp.Compare(a.Request.Line, b.Request.Line)) < 0
}
