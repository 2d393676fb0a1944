package clients

const (
	maxDepth  = 12        // calls inside each other that are followed, at most; steps inside each other of other searches
	maxFrames = 30_000    // calls that are followed in one package
	maxSteps  = 4_000_000 // instructions that are run in one package
	maxCopies = 150       // frames of one function that are told apart
)

const (
	defaultClient    = "net/http.DefaultClient"
	defaultTransport = "net/http.DefaultTransport"
)

// A solver follows objects through the functions of a package and those that they call, each call by itself. It pays no
// heed to the order of a function's instructions: what is true on some path is true.
type solver struct {
	depth    int // calls inside each other that are followed
	find     func(name string) *Func
	embeds   func(typ string) []string
	frames   []*frame
	globals  map[string]*object
	pools    map[string]*set // the objects of each type
	unknown  *object
	argument *object             // what nothing in view gives
	optional *object             // the same, where it is taken only if it is there
	methods  map[methodKey]*Func // that were asked for
	kept     []*object           // what was given to something that may keep it
	lazy     bool                // structs that nothing was put into are made
	again    bool                // every frame is to run once more
	tick     uint32              // counts how often sets have grown
	since    uint32              // the tick at which the frame that runs was run before: what has not grown since need not flow again
	steps    int
	tuning   bool // it is being found out whether DefaultTransport keeps more
	excess   bool // a bound was hit: nothing that was found counts
	events   []event
	sent     map[sending]bool
	trips    map[trip]bool // that were followed
	copies   map[*Func]int
	common   map[*Func]*frame // for the calls of a function beyond maxCopies
	clients  map[*object][]source
	heldIn   map[*object][]holding // made when it is first asked for
}

// tries are how a package is looked at until that is not too large: with calls followed so deep, and with its tests or not.
var tries = []struct {
	depth    int
	untested bool
}{{maxDepth, false}, {6, false}, {maxDepth, true}, {6, true}, {3, true}}

func newSolver(depth int, find func(string) *Func, embeds func(string) []string) *solver {
	s := &solver{
		depth: depth, tick: 1, find: find, embeds: embeds, globals: make(map[string]*object), pools: make(map[string]*set),
		unknown: &object{unknown: true}, argument: &object{unknown: true, given: maxGiven + 1}, optional: &object{unknown: true, optional: true}, methods: make(map[methodKey]*Func), clients: make(map[*object][]source), sent: make(map[sending]bool), trips: make(map[trip]bool), copies: make(map[*Func]int), common: make(map[*Func]*frame),
	}
	tr := &object{what: ATransport, shared: true}
	s.cell(defaultTransport).field("*").add(tr)
	s.cell(defaultClient).field("*").add(&object{what: AClient, shared: true})
	return s
}

// cell returns the object that a package variable is.
func (s *solver) cell(name string) *object {
	o := s.globals[name]
	if o == nil {
		o = &object{outside: true, typ: name}
		s.globals[name] = o
	}
	return o
}

func (s *solver) pool(typ string) *set {
	p := s.pools[typ]
	if p == nil {
		p = new(set)
		s.pools[typ] = p
	}
	return p
}

// enterEntry makes the frame of a function that something not in view calls; fills says that it may store defaults in what
// it is given.
func (s *solver) enterEntry(fn *Func, fills bool) {
	f := s.newFrame(fn)
	f.once = false
	if fn.Handler {
		f.spawn = &spawn{how: Handler}
	}
	for i := range fn.Params {
		if i == 0 && fn.recv != "" {
			f.regs[0].add(&object{what: AStruct, typ: fn.recv, outside: true})
			continue
		}
		switch {
		case i < len(fn.types) && len(fn.types[i]) > 0:
			for _, typ := range fn.types[i] {
				f.regs[i].add(&object{what: AStruct, typ: typ, outside: true})
			}
		case fills:
			f.regs[i].add(&object{unknown: true, given: 1})
		default:
			f.regs[i].add(s.argument)
		}
	}
	s.append(f)
}

func (s *solver) append(f *frame) {
	f.number = int32(len(s.frames))
	s.frames = append(s.frames, f)
}

// solve runs all instructions until nothing changes any more.
func (s *solver) solve() {
	s.rounds()
	s.lazy, s.again = true, true
	s.rounds()
}

// rounds runs each frame that something has changed for, until there is none.
func (s *solver) rounds() {
	for changed := true; changed && !s.excess; {
		changed = false
		for i := 0; i < len(s.frames) && !s.excess; i++ {
			if f := s.frames[i]; f.dirty || s.again {
				f.dirty, changed = false, true
				s.run(f)
			}
		}
		s.again = false
	}
}

// run runs the instructions of a frame once.
func (s *solver) run(f *frame) {
	if f.parent == nil && !f.merged && f.fn.recv != "" && f.fn.Params > 0 {
		s.flow(&f.regs[0], f.watch(s.pool(f.fn.recv)))
	}
	s.since, f.ran = f.ran, s.tick
	for n := range f.fn.Code {
		if i := &f.fn.Code[n]; f.runs(i) {
			s.step(f, n, i)
		}
	}
	s.since = 0
	s.steps += len(f.fn.Code)
	if s.steps > maxSteps || len(s.frames) > maxFrames {
		s.excess = true
	}
}

// flow adds what one set has to another.
func (s *solver) flow(to, from *set) {
	s.steps += len(from.list) / 4
	if to != nowhere && to.addAll(from) {
		s.wake(to)
	}
}

func (s *solver) put(to *set, o *object) {
	if to != nowhere && to.add(o) {
		s.wake(to)
	}
}

// isOld reports whether the set has not grown since the frame that runs was run before.
func (s *solver) isOld(from *set) bool { return s.since > 0 && from.grown <= s.since }

// isFixed reports whether the instruction did all that it ever does when its frame was run before.
func (s *solver) isFixed(f *frame, i *Inst) bool {
	if s.since == 0 {
		return false
	}
	switch i.Op {
	case New, Global, Opaque:
		return true
	case Closure:
		return !i.Handler
	case Copy:
		return i.Mode != OnlyOnce && s.isOld(f.reg(i.A))
	case Mark, Keep, Touch:
		return s.isOld(f.reg(i.A))
	case Store:
		return s.isOld(f.reg(i.A)) && s.isOld(f.reg(i.B))
	}
	return false
}

// wake has the frames run again that read the set.
func (s *solver) wake(grown *set) {
	s.tick++
	grown.grown = s.tick
	if grown.owner != nil {
		grown.owner.dirty = true
	}
	if grown.watchers == nil {
		return
	}
	for _, n := range *grown.watchers {
		s.frames[n].dirty = true
	}
}

// step runs one instruction.
func (s *solver) step(f *frame, n int, i *Inst) {
	if s.isFixed(f, i) {
		return
	}
	switch i.Op {
	case New:
		s.put(f.reg(i.Dst), s.create(f, n, i))
	case Copy:
		s.copy(f, n, i)
	case Load:
		s.load(f, n, i)
	case Store:
		s.store(f, n, i)
	case Global:
		s.put(f.reg(i.Dst), s.cell(i.Name))
	case Mark:
		for _, o := range f.reg(i.A).list {
			s.mark(f, o, i.Name)
		}
	case Clone:
		o := s.object(f, n, i, ATransport)
		o.cloned = f.reg(i.A)
		s.put(f.reg(i.Dst), o)
	case Closure:
		s.closure(f, n, i)
	case Request, Serve:
		for _, o := range f.reg(i.A).list {
			s.send(f, n, i, o)
		}
	case Call:
		s.call(f, n, i)
	case Keep:
		s.keep(f.reg(i.A))
	case Touch:
		s.keep(f.reg(i.A))
		for _, o := range f.reg(i.A).list {
			o.touched = !o.shared // net/http's own are everywhere: they are seen to be set up, or are not
		}
	case Fill:
		s.fill(f, i)
	case Limit:
		for _, o := range f.reg(i.A).list {
			o.places = max(o.places, f.sized(i))
		}
	case Opaque:
		s.put(f.reg(i.Dst), s.unknown)
	case Invoke:
		s.invoke(f, n, i)
	}
}
