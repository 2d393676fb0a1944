package clients

import (
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
		if !s.isTuned(o) && !(o.speaksHTTP2() && e.overTLS()) {
			return []source{{o, Transport, false}}
		}
	case o.shared && e.hasOthers(o):
	default:
		return slices.DeleteFunc(slices.Clone(s.ofClient(o)), func(src source) bool {
			return (src.shared || src.of.speaksHTTP2()) && e.overTLS() // one connection carries all requests to most such hosts
		})
	}
	return nil
}

// hasRival reports whether a field or variable that holds a client holds a better one as well: what is set on some path
// counts as set.
func (s *solver) hasRival(o *object) bool {
	for _, h := range s.holders()[o] {
		for _, other := range h.in.list {
			if other != o && (o.ofTest() || !other.ofTest()) && (other.what == AClient && len(other.transports()) > 0 && len(s.ofClient(other)) == 0 ||
				other.what == ATransport && !other.shared && s.isTuned(other)) {
				return true
			}
		}
	}
	return false
}

// A holding is a field or variable that holds an object.
type holding struct {
	by *object
	in *set
}

// holders returns what holds each client, transport or struct.
func (s *solver) holders() map[*object][]holding {
	if s.heldIn != nil {
		return s.heldIn
	}
	s.heldIn = make(map[*object][]holding)
	note := func(o *object) {
		for _, f := range o.fields {
			for _, in := range f.has.list {
				if in.what != Other && in.what != AChan {
					s.heldIn[in] = append(s.heldIn[in], holding{o, f.has})
				}
			}
		}
	}
	for _, g := range s.globals {
		note(g)
	}
	for _, f := range s.frames {
		for _, m := range f.objects {
			note(m.object)
		}
	}
	return s.heldIn
}

// sharedSource is for a request through DefaultTransport itself: that of a wrapper's client is told at the client.
func (s *solver) sharedSource(e event) []source {
	src := source{e.of, Shared, true}
	for f := e.frame; f != nil; f = f.parent {
		if f.via != nil {
			src = source{f.via, kindOfClient(f.via), true}
			break
		}
	}
	if s.defaultTuned() || e.hasOthers(src.of) || e.overTLS() { // what is taken for want of another counts only where there is no other
		return nil
	}
	if src.of != e.of && (src.of.shared || src.of.touched) {
		return nil
	}
	return []source{src}
}

// hasOthers reports whether the request may go through something else as well. For a source that no test makes, what tests
// put in its place is not there.
func (e event) hasOthers(src *object) bool {
	if e.peers == nil {
		return false
	}
	for _, o := range e.peers.list {
		if o.ofTest() && !ofTest(e.frame) && !src.ofTest() {
			continue
		}
		if o != e.of && !o.optional && !slices.Contains(o.copied(), e.of) && (o.unknown || o.what != Other || o.fn != "") {
			return true
		}
	}
	return false
}

// ofTest reports whether a test made the object.
func (o *object) ofTest() bool {
	return o.made != nil && (ofTest(o.made) || ofTestFile(o.made.fn))
}

// ofTest reports whether a test runs the frame.
func ofTest(f *frame) bool { return ofTestFile(root(f).fn) }

func kindOfClient(o *object) Kind {
	if o.what == AProxy {
		return Proxy
	}
	return Client
}

// ofClient returns the sources of the client's connections. It is asked for when all is solved, and for some clients over
// and over.
func (s *solver) ofClient(o *object) []source {
	found, ok := s.clients[o]
	if !ok {
		found = s.findOfClient(o)
		s.clients[o] = found
	}
	return found
}

func (s *solver) findOfClient(o *object) []source {
	transports := o.transports()
	var found []source
	if len(transports) == 0 && len(o.copied()) > 0 {
		return s.ofCopied(o)
	}
	shares := !o.filled && !slices.ContainsFunc(transports, func(t *object) bool { return !t.optional })
	for _, t := range transports {
		switch {
		case t.optional, t.unknown && slices.ContainsFunc(transports, (*object).isDefault): // which is for those who give none
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
	for _, from := range o.copied() {
		if len(from.copied()) == 0 {
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
	if o.marks[tuned] || o.isOff() || o.touched || !o.speaksHTTP1() {
		return true
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

// speaksHTTP1 reports whether the transport is not known to speak HTTP/2 only, nor set up out of view.
func (o *object) speaksHTTP1() bool {
	only2 := false
	for _, p := range o.peek("Protocols") {
		if p.unknown {
			return false
		}
		only2 = p.marks[http2] && !p.marks[http1]
	}
	return !only2
}

// defaultTuned reports whether the package sets DefaultTransport up for more connections, or puts another in its place that may
// keep more.
func (s *solver) defaultTuned() bool {
	if s.tuning { // a clone of DefaultTransport takes its place: asked for because of it
		return false
	}
	s.tuning = true
	defer func() { s.tuning = false }()
	return slices.ContainsFunc(s.cell(defaultTransport).peek("*"), func(t *object) bool {
		if t.shared {
			return t.marks[tuned] || t.isOff()
		}
		return t.what != ATransport || s.isTuned(t)
	})
}
