package clients

// An event is a request that a frame makes through one object.
type event struct {
	frame *frame
	inst  *Inst
	of    *object
	peers *set // what else the request may go through; nil if that is not known
}

type trip struct {
	frame *frame
	n     int
	of    *object
}

type sending struct {
	frame *frame
	n     int
	of    *object
}

// sends reports whether the method of a client, transport or proxy sends a request.
func sends(o *object, method string) bool {
	switch o.what {
	case AClient:
		return method == "Do" || method == "Get" || method == "Head" || method == "Post" || method == "PostForm"
	case ATransport:
		return method == "RoundTrip"
	}
	return method == "ServeHTTP"
}

// send follows a request into the http.RoundTrippers that are not net/http's own.
func (s *solver) send(f *frame, n int, i *Inst, o *object) {
	switch o.what {
	case AClient, AProxy, ATransport:
		if key := (sending{f, n, o}); !s.sent[key] && !f.isMerged() {
			s.sent[key] = true
			e := event{frame: f, inst: i, of: o}
			if i.A >= 0 {
				e.peers = f.reg(i.A)
			}
			s.events = append(s.events, e)
		}
	}
	if o.what != AClient && o.what != AProxy {
		return
	}
	for _, t := range o.wrapping(f.watch(o.field("Transport"))) {
		key := trip{f, n, t}
		if s.trips[key] {
			continue
		}
		s.trips[key] = t.fn != "" || s.method(t, "RoundTrip") != nil
		trip := &Inst{Op: Invoke, Name: "RoundTrip", Dst: -1, A: -1, Mode: i.Mode, Mult: i.Mult, Rounds: i.Rounds, More: i.More, Line: i.Line, pos: i.pos, Locked: i.Locked, Slots: i.Slots, HTTPS: i.HTTPS, Address: i.Address}
		before := len(s.frames)
		s.invokeOn(f, n, trip, t, nil)
		for _, child := range s.frames[before:] {
			if child.via == nil {
				child.via = o
			}
			if i.Op == Serve {
				child.spawn = &spawn{how: Handler}
			}
		}
	}
}
