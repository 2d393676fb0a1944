package clients

import "slices"

// An object is a client, a transport or something that may hold one, by the place that makes it and the calls around it.
type object struct {
	typ      string
	made     *frame
	inst     *Inst // that makes it
	itself   [1]*object
	fields   []field
	marks    map[string]bool
	what     What
	bound    bool     // the function value is a method with its receiver
	once     bool     // the function runs once
	touched  bool     // something that is not in view was given it, and may have changed it
	shared   bool     // http.DefaultClient or http.DefaultTransport as net/http makes it
	unknown  bool     // anything
	optional bool     // anything, but only for those who give it
	kept     bool     // something that may hold on to it was given it
	part     bool     // it stands in a struct or variable that is made without a value for it
	outside  bool     // it lives longer than any call: what is put into it is kept
	fn       string   // of a function value
	held     []*set   // what the function value captures
	self     *set     // the object alone
	cloned   *set     // of a clone: what it was cloned from
	places   int      // of a channel; -1 if not known
	given    int      // of what nothing in view gives: how deep in an argument it is, from 1; its parts may have defaults
	chosen   *object  // of the same: what stands for it where it is taken only if it is there
	of       *object  // of that: the other one
	filled   bool     // of a client: what is put into Transport is never nil
	present  []string // the fields that are never nil
	puts     *puts    // of clients and transports into its fields
	client   *clientPart
}

// A set holds what a register or field may be, in the order in which it was found.
type set struct {
	list     []*object
	grown    uint32   // the tick at which it got the last one
	owner    *frame   // whose register it is
	watchers *numbers // of the frames that read it besides
}

// A clientPart is what only clients and proxies have.
type clientPart struct {
	wraps   []*object // what its Transport field holds that is not net/http's
	scanned int       // how much of the field wraps was made from
	copied  []*object // what it is a copy of
	final   []*object // what its Transport is in the end
	settled bool      // final is known
}

func (o *object) asClient() *clientPart {
	if o.client == nil {
		o.client = new(clientPart)
	}
	return o.client
}

// copied returns what the object is a copy of.
func (o *object) copied() []*object {
	if o.client == nil {
		return nil
	}
	return o.client.copied
}

// A field is what an object has under a name.
type field struct {
	name string
	has  *set
}

// A putting is a Store into an object.
type putting struct {
	frame *frame
	what  *object
	n     int32 // of the instruction
}

func (p putting) inst() *Inst { return &p.frame.fn.Code[p.n] }

// transports returns what the Transport field of a client or proxy holds: not what was replaced for certain, after a
// constructor put it there, by the function that called it. It is asked for when all is solved.
func (o *object) transports() []*object {
	c := o.asClient()
	if !c.settled {
		c.settled, c.final = true, o.findTransports()
	}
	return c.final
}

func (o *object) findTransports() []*object {
	var out []*object
	for _, t := range o.peek("Transport") {
		stays := false
		for _, p := range o.putInto() {
			stays = stays || p.what == t && p.inst().Name == "Transport" && !o.replaced(p)
		}
		if stays {
			out = append(out, t)
		}
	}
	if len(out) > 0 {
		return out
	}
	for _, from := range o.copied() {
		if len(from.copied()) == 0 {
			out = append(out, from.transports()...)
		}
	}
	return out
}

func (o *object) replaced(p putting) bool {
	for _, q := range o.putInto() {
		if by := q.inst(); by.Name != p.inst().Name || !by.Always || by.Looped || !within(p.frame, q.frame) {
			continue
		}
		n := int(p.n)
		for f := p.frame; f != q.frame; f = f.parent {
			n = f.at
		}
		if n < int(q.n) {
			return true
		}
	}
	return false
}

const maxSet = 30 // objects that one set may have; more are left out

func (s *set) add(o *object) bool {
	if len(s.list) >= maxSet || slices.Contains(s.list, o) {
		return false
	}
	if s.list == nil {
		s.list = o.one() // most sets never have more
	} else {
		s.list = append(s.list, o)
	}
	return true
}

// wrapping returns the http.RoundTrippers in the Transport field that are not net/http's.
func (o *object) wrapping(field *set) []*object {
	c := o.asClient()
	for ; c.scanned < len(field.list); c.scanned++ {
		if t := field.list[c.scanned]; !t.unknown && t.what != ATransport {
			c.wraps = append(c.wraps, t)
		}
	}
	return c.wraps
}

// alone returns the set of the object.
func (o *object) alone() *set {
	if o.self == nil {
		o.self = &set{list: o.one()}
	}
	return o.self
}

// one returns a list of the object that all sets may share which begin with it.
func (o *object) one() []*object {
	o.itself[0] = o
	return o.itself[:1:1]
}

func (s *set) addAll(from *set) bool {
	if from == nil {
		return false
	}
	changed := false
	for _, o := range from.list {
		changed = s.add(o) || changed
	}
	return changed
}

// field returns the set of what the object's field holds.
func (o *object) field(name string) *set {
	for i := range o.fields {
		if f := &o.fields[i]; f.name == name {
			return f.has
		}
	}
	f := new(set)
	o.fields = append(o.fields, field{name, f})
	return f
}

// peek is field for those that only look.
func (o *object) peek(name string) []*object {
	for i := range o.fields {
		if f := &o.fields[i]; f.name == name {
			return f.has.list
		}
	}
	return nil
}

func (o *object) mark(name string) {
	if o.marks == nil {
		o.marks = make(map[string]bool)
	}
	o.marks[name] = true
}

// isOff reports whether a transport may keep no connections, or needs no more than it keeps.
func (o *object) isOff() bool { return o.marks[off] || o.marks[never] }

// note records what is put into the object.
func (o *object) note(f *frame, n int, from *set) {
	if o.puts == nil {
		o.puts = new(puts)
	}
	for _, t := range from.list {
		o.puts.add(putting{f, t, int32(n)})
	}
}

// putInto returns what was put into the object.
func (o *object) putInto() []putting {
	if o.puts == nil {
		return nil
	}
	return o.puts.list
}

// puts is a set of puttings, in the order in which they were found.
type puts struct {
	list []putting
	seen map[putKey]bool // if they are more than a few
}

// A putKey stands for a putting: there may be a hundred thousand.
type putKey struct {
	what     *object
	frame, n int32
}

func (p putting) key() putKey { return putKey{p.what, p.frame.number, p.n} }

const fewPuts = 16

func (s *puts) add(p putting) {
	switch {
	case s.seen == nil && slices.Contains(s.list, p), s.seen[p.key()]:
		return
	case s.seen == nil && len(s.list) == fewPuts:
		s.seen = make(map[putKey]bool)
		for _, q := range s.list {
			s.seen[q.key()] = true
		}
	}
	if s.seen != nil {
		s.seen[p.key()] = true
	}
	s.list = append(s.list, p)
}

// isLost reports whether the object, though something was made to hold it, is reached by no event of another frame than its
// own: what held it holds something else by then.
func (s *solver) isLost(o *object, e event) bool {
	return o.made != nil && !within(e.frame, o.made) && s.isReplaced(o, maxDepth)
}

func (s *solver) isReplaced(o *object, depth int) bool {
	holders := s.holders()[o]
	if len(holders) == 0 || depth == 0 {
		return false
	}
	for _, h := range holders {
		if !h.by.holdsNoMore(o) && !s.isReplaced(h.by, depth-1) {
			return false
		}
	}
	return true
}

// holdsNoMore reports whether each field that something was put into was set anew for certain.
func (o *object) holdsNoMore(what *object) bool {
	found := false
	for _, p := range o.putInto() {
		if p.what == what {
			found = true
			if !o.replaced(p) {
				return false
			}
		}
	}
	return found
}
