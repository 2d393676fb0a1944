package clients

import (
	"go/token"
	"slices"

	"github.com/kalint/kalint/passes/internal/nethttp"
)

// unkept returns the calls all of whose requests go through transports that keep no connection for others, or leave one to them anyway.
func (p *pkg) unkept(fate fates) map[token.Pos]bool {
	only := make(map[token.Pos]bool)
	requests := make(map[*object]int) // by transport
	for _, e := range p.solver.events {
		for _, tr := range p.solver.transportsOf(e.of) {
			requests[tr]++
		}
	}
	for _, e := range p.solver.events {
		lost := p.solver.isUnkept(e, func(tr *object) bool {
			return requests[tr] == 1 && !repeatsWith(tr, e) && p.solver.isDropped(tr, e, fate)
		})
		for f, i := e.frame, e.inst; f != nil && i != nil; f, i = f.parent, f.inst {
			if p.local[f.fn] && i.pos.IsValid() {
				others, seen := only[i.pos]
				only[i.pos] = lost && (others || !seen)
			}
		}
	}
	return only
}

// repeatsWith reports whether a loop sends the request more than once through one transport.
func repeatsWith(tr *object, e event) bool {
	common := meet(tr.made, e.frame)
	if common == nil {
		return true
	}
	i := e.inst
	for f := e.frame; f != common; f, i = f.parent, f.inst {
		if i.Looped {
			return true
		}
	}
	return i.Looped && !under(common, tr.made, tr.inst).Looped
}

// isUnkept reports whether whatever transport the request may go through is one that keeps no connection, or is used once.
func (s *solver) isUnkept(e event, once func(tr *object) bool) bool {
	if e.of.touched || e.peers == nil || slices.ContainsFunc(e.peers.list, func(o *object) bool { return o.unknown }) {
		return false
	}
	all := []*object{e.of}
	if e.of.what != ATransport {
		all = e.of.transports()
	}
	return len(all) > 0 && !slices.ContainsFunc(all, func(tr *object) bool {
		if nethttp.MultiplexesAlone(tr.typ) {
			return false
		}
		return tr.what != ATransport || tr.touched || !tr.keepsNone(maxDepth) && !tr.multiplexes(maxDepth) && !(tr.made != nil && once(tr))
	})
}

// multiplexes reports whether a transport, or what it is a clone of, is told to speak HTTP/2 alone: a response that is closed unread
// then ends a stream, and leaves the connection to others.
func (o *object) multiplexes(depth int) bool {
	if protocols := o.peek("Protocols"); len(protocols) > 0 {
		return !slices.ContainsFunc(protocols, func(p *object) bool { return p.unknown || p.touched || !p.marks[http2] || p.marks[http1] })
	}
	return o.cloned != nil && len(o.cloned.list) > 0 && depth > 0 &&
		!slices.ContainsFunc(o.cloned.list, func(from *object) bool { return !from.multiplexes(depth - 1) })
}

// keepsNone reports whether a transport has keep-alives disabled, itself or as what it is a clone of.
func (o *object) keepsNone(depth int) bool {
	if o.marks[never] {
		return true
	}
	return o.cloned != nil && len(o.cloned.list) > 0 && depth > 0 &&
		!slices.ContainsFunc(o.cloned.list, func(from *object) bool { return !from.keepsNone(depth - 1) })
}
