package clients

import (
	"slices"
	"strings"
)

const (
	maxDepth  = 12        // calls inside each other that are followed
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
	find    func(name string) *Func
	embeds  func(typ string) []string
	frames  []*frame
	globals map[string]*object
	pools   map[string]*set // the objects of each type
	unknown *object
	kept    map[*object]bool // what was given to something that may keep it
	lazy    bool             // structs that nothing was put into are made
	again   bool             // every frame is to run once more
	steps   int
	excess  bool // a bound was hit: nothing that was found counts
	events  []event
	sent    map[sending]bool
	trips   map[trip]bool // that were followed
	copies  map[*Func]int
	common  map[*Func]*frame   // for the calls of a function beyond maxCopies
	heldIn  map[*object][]*set // made when it is first asked for
}

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

// A frame is one call of a function.
type frame struct {
	fn      *Func
	parent  *frame
	inst    *Inst // the call, in the parent
	regs    []*set
	calls   map[callKey]*frame
	objects map[int]*object // by the instruction that makes them
	results map[int]*object // tuples, by the instruction that makes the call
	spawn   *spawn          // how it was started, if not by its caller itself
	mult    int             // how often the loops around run it without waiting
	depth   int
	at      int     // the index of the call in the parent
	serial  bool    // one goroutine at a time runs it
	once    bool    // it runs once
	dirty   bool    // something that it reads has changed
	merged  bool    // it stands for many calls: what is found in it, or below it, does not count
	via     *object // the client whose request it makes, of a RoundTrip
}

type callKey struct {
	inst int
	fn   string
	of   *object
}

// A spawn is how goroutines are started.
type spawn struct {
	by   *frame // that has the instruction; nil for a server
	inst *Inst
	how  How
	over bool // the function starts itself
}

func newSolver(find func(string) *Func, embeds func(string) []string) *solver {
	s := &solver{
		find: find, embeds: embeds, globals: make(map[string]*object), pools: make(map[string]*set),
		unknown: &object{unknown: true}, sent: make(map[sending]bool), trips: make(map[trip]bool), kept: make(map[*object]bool), copies: make(map[*Func]int), common: make(map[*Func]*frame),
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

// enterEntry makes the frame of a function that something not in view calls.
func (s *solver) enterEntry(fn *Func) {
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
		f.regs[i].add(s.unknown)
	}
	s.frames = append(s.frames, f)
}

func (s *solver) newFrame(fn *Func) *frame {
	f := &frame{fn: fn, regs: make([]*set, fn.Regs), mult: 1, dirty: true}
	for i := range f.regs {
		f.regs[i] = &set{owner: f}
	}
	return f
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
		s.flow(f.regs[0], f.watch(s.pool(f.fn.recv)))
	}
	for i := range f.fn.Code {
		s.step(f, i, &f.fn.Code[i])
	}
	s.steps += len(f.fn.Code)
	if s.steps > maxSteps || len(s.frames) > maxFrames {
		s.excess = true
	}
}

// watch makes the frame run again when the set grows.
func (f *frame) watch(from *set) *set {
	if from == nowhere {
		return from
	}
	if from.watchers == nil {
		from.watchers = make(map[*frame]bool)
	}
	from.watchers[f] = true
	return from
}

// flow adds what one set has to another.
func (s *solver) flow(to, from *set) {
	s.steps += len(from.list) / 4
	if to != nowhere && to.addAll(from) {
		to.wake()
	}
}

func (s *solver) put(to *set, o *object) {
	if to != nowhere && to.add(o) {
		to.wake()
	}
}

// wake has the frames run again that read the set.
func (s *set) wake() {
	if s.owner != nil {
		s.owner.dirty = true
	}
	for f := range s.watchers {
		f.dirty = true
	}
}

// nowhere is the register of what does not matter.
var nowhere = new(set)

func (f *frame) reg(i int) *set {
	if i < 0 {
		return nowhere
	}
	return f.regs[i]
}

// step runs one instruction.
func (s *solver) step(f *frame, n int, i *Inst) {
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
			o.touched = true
		}
	case Fill:
		s.fill(f, i)
	case Opaque:
		s.put(f.reg(i.Dst), s.unknown)
	case Invoke:
		for _, o := range f.reg(i.A).list {
			s.invoke(f, n, i, o, 0)
		}
	}
}

// mark notes that something is true of an object. That connections are closed counts only where the object is used: that
// somebody could call a Close method does not say that anybody does.
func (s *solver) mark(f *frame, o *object, name string) {
	if name != closed || o.made != nil && root(o.made) == root(f) {
		o.mark(name)
	}
}

// loops is how often the loops around the frame run one of its calls without waiting.
func (f *frame) loops(i *Inst) int {
	if i.Gated {
		return 1
	}
	return f.mult
}

func (f *frame) isMerged() bool {
	for ; f != nil; f = f.parent {
		if f.merged {
			return true
		}
	}
	return false
}

func root(f *frame) *frame {
	for f.parent != nil {
		f = f.parent
	}
	return f
}

// object returns the object that the frame's instruction makes.
func (s *solver) object(f *frame, n int, i *Inst, what What) *object {
	if o := f.objects[n]; o != nil {
		return o
	}
	o := &object{what: what, typ: i.Name, made: f, inst: i, places: i.Cap}
	if f.objects == nil {
		f.objects = make(map[int]*object)
	}
	f.objects[n] = o
	return o
}

func (s *solver) create(f *frame, n int, i *Inst) *object {
	o := s.object(f, n, i, i.What)
	if i.Name != "" {
		s.put(s.pool(i.Name), o)
	}
	return o
}

// copy copies a register. What sync.OnceFunc and its kin return is the function that they are given, to be run once.
func (s *solver) copy(f *frame, n int, i *Inst) {
	from := f.reg(i.A)
	if i.Mode != OnlyOnce {
		s.flow(f.reg(i.Dst), from)
		return
	}
	for _, o := range from.list {
		if o.fn != "" {
			w := s.object(f, n, i, Other)
			w.fn, w.bound, w.held, w.once = o.fn, o.bound, o.held, true
			s.put(f.reg(i.Dst), w)
			s.callObject(f, n, i, w, nil, OnlyOnce, nil)
		}
	}
}

// load reads a field. A struct that stands in the field itself, and that nothing was put into, is made there.
func (s *solver) load(f *frame, n int, i *Inst) {
	dst := f.reg(i.Dst)
	for _, o := range f.reg(i.A).list {
		if o.unknown {
			s.put(dst, s.unknown)
			continue
		}
		field := f.watch(o.field(i.Name))
		if i.Outer && o.outside {
			s.put(field, s.unknown)
		}
		if i.Deep && o.outside && len(field.list) == 0 { // what is put into that is kept as well
			s.put(field, &object{outside: true})
		}
		if s.lazy && i.What != Other && len(field.list) == 0 && !(o.outside && o.made == nil && i.Name != "*") {
			in := &object{what: i.What, made: f}
			if o.outside {
				in.typ = o.typ // a package variable that is a struct
			}
			s.put(field, in)
		}
		s.flow(dst, field)
	}
}

// store writes a field.
func (s *solver) store(f *frame, n int, i *Inst) {
	from := f.reg(i.B)
	for _, o := range f.reg(i.A).list {
		if o.unknown || o.outside {
			s.keep(from)
		}
		if o.unknown {
			continue
		}
		s.flow(o.field(i.Name), from)
		if i.Name == "Transport" && (o.what == AClient || o.what == AProxy) {
			o.note(f, n, i, from)
		}
	}
}

// fill makes a client a copy of others.
func (s *solver) fill(f *frame, i *Inst) {
	for _, o := range f.reg(i.A).list {
		for _, from := range f.reg(i.B).list {
			if from == o {
				continue
			}
			if from.unknown {
				o.touched = true
				continue
			}
			if !slices.Contains(o.copied, from) {
				o.copied = append(o.copied, from)
			}
			s.flow(o.field("Transport"), f.watch(from.field("Transport")))
		}
	}
}

// keep notes that something that is not in view may hold on to objects.
func (s *solver) keep(from *set) {
	for _, o := range from.list {
		s.kept[o] = true
	}
}

// closure makes a function value. One that handles requests is run at once, as a server will.
func (s *solver) closure(f *frame, n int, i *Inst) {
	o := s.object(f, n, i, Other)
	if o.fn == "" {
		o.fn, o.bound = i.Name, i.Bound
		for _, r := range i.Args {
			o.held = append(o.held, f.reg(r))
		}
	}
	s.put(f.reg(i.Dst), o)
	if i.Handler && len(i.Args) > 0 {
		s.callObject(f, n, i, o, nil, Plain, &spawn{how: Handler})
	}
}

// call runs a call.
func (s *solver) call(f *frame, n int, i *Inst) {
	args := make([]*set, len(i.Args))
	for k, r := range i.Args {
		args[k] = f.reg(r)
	}
	if i.Name == "" {
		for _, o := range f.reg(i.A).list {
			s.callObject(f, n, i, o, args, i.Mode, nil)
		}
		return
	}
	fn := s.find(i.Name)
	if fn == nil {
		s.outsideCall(f, n, i, args)
		return
	}
	s.enter(f, n, i, fn, nil, args, i.Mode, nil)
}

// outsideCall runs the call of a function that is not in view: it keeps what it is given, and runs the functions.
func (s *solver) outsideCall(f *frame, n int, i *Inst, args []*set) {
	for _, a := range args {
		s.keep(a)
		for _, o := range a.list {
			if o.fn != "" && !i.Handler {
				s.callObject(f, n, i, o, nil, Plain, nil)
			}
		}
	}
	s.put(f.reg(i.Dst), s.unknown)
}

// callObject calls a function value.
func (s *solver) callObject(f *frame, n int, i *Inst, o *object, args []*set, mode Mode, by *spawn) {
	if o.unknown { // it may change what it is given
		for _, a := range args {
			s.keep(a)
			for _, given := range a.list {
				given.touched = given.touched || !given.shared
				if given.fn != "" && !given.unknown {
					s.callObject(f, n, i, given, nil, Plain, nil)
				}
			}
		}
		s.put(f.reg(i.Dst), s.unknown)
		return
	}
	if o.fn == "" {
		return
	}
	fn := s.find(o.fn)
	if o.bound && fn == nil { // a method of an interface, or of a client itself
		name := o.fn[strings.LastIndexByte(o.fn, '.')+1:]
		for _, recv := range f.watch(o.held[0]).list {
			s.invokeOn(f, n, &Inst{Op: Invoke, Name: name, Dst: i.Dst, A: -1, Mode: mode, Mult: i.Mult, Line: i.Line, pos: i.pos}, recv, args, 0)
		}
		return
	}
	if fn == nil {
		return
	}
	if o.bound {
		args = append([]*set{f.watch(o.held[0])}, args...)
	}
	if o.once {
		mode = OnlyOnce
	}
	s.enter(f, n, i, fn, o, args, mode, by)
}

// enter makes the frame of a call, or finds it, and passes arguments in and results out.
func (s *solver) enter(f *frame, n int, i *Inst, fn *Func, of *object, args []*set, mode Mode, by *spawn) *frame {
	key := callKey{n, fn.Name, of}
	child := f.calls[key]
	if child == nil {
		child = s.recursion(f, fn, mode, i)
	}
	if child == nil {
		child = s.common[fn]
	}
	if child == nil {
		child = s.newFrame(fn)
		s.start(child, f, i, mode, by)
		child.at = n
		if of != nil {
			child.once = child.once || of.once
		}
		if s.copies[fn]++; s.copies[fn] > maxCopies || f.depth >= maxDepth {
			child.merged, child.depth, child.parent, s.common[fn] = true, 0, nil, child // of nobody in particular
		}
		s.frames = append(s.frames, child)
	}
	if f.calls == nil {
		f.calls = make(map[callKey]*frame)
	}
	f.calls[key] = child
	for k := range fn.Params {
		switch {
		case k < len(args):
			s.flow(child.regs[k], args[k])
		case args == nil || mode == Spawned:
			s.put(child.regs[k], s.unknown)
		}
	}
	if of != nil && !of.bound {
		for k, held := range of.held {
			if r := fn.Params + k; r < len(child.regs) {
				s.flow(child.regs[r], f.watch(held))
			}
		}
	}
	if mode != Spawned && by == nil && (i.Op == Call || i.Op == Invoke) {
		s.result(f, n, i, child)
	}
	return child
}

// recursion returns the frame above that runs the function already.
func (s *solver) recursion(f *frame, fn *Func, mode Mode, i *Inst) *frame {
	for up := f; up != nil; up = up.parent {
		if up.fn == fn {
			if mode == Spawned && up.spawn == nil { // it starts itself over and over
				up.spawn = &spawn{by: f, inst: i, over: true}
			}
			return up
		}
	}
	return nil
}

// start sets how the frame of a call runs.
func (s *solver) start(child, f *frame, i *Inst, mode Mode, by *spawn) {
	child.parent, child.inst, child.depth = f, i, f.depth+1
	child.once = f.once || mode == OnlyOnce
	switch {
	case by != nil:
		child.spawn, child.once = by, false
	case mode == Spawned:
		child.spawn = &spawn{by: f, inst: i}
	default:
		child.serial = i.Locked
		child.mult = times(f.loops(i), i.Mult)
		switch {
		case child.fn.Yield:
			child.mult = 0
		case child.fn.Waits:
			child.mult = 1
		}
	}
}

// result passes the results of a call out.
func (s *solver) result(f *frame, n int, i *Inst, child *frame) {
	if i.Dst < 0 {
		return
	}
	results := child.fn.Results
	if len(results) == 1 {
		for _, r := range results[0] {
			s.flow(f.reg(i.Dst), f.watch(child.regs[r]))
		}
		return
	}
	if f.results == nil {
		f.results = make(map[int]*object)
	}
	tuple := f.results[n]
	if tuple == nil {
		tuple = new(object)
		f.results[n] = tuple
	}
	s.put(f.reg(i.Dst), tuple)
	for k, regs := range results {
		for _, r := range regs {
			s.flow(tuple.field(resultName(k)), f.watch(child.regs[r]))
		}
	}
}

// invoke calls an object's method.
func (s *solver) invoke(f *frame, n int, i *Inst, o *object, depth int) {
	args := make([]*set, len(i.Args))
	for k, r := range i.Args {
		args[k] = f.reg(r)
	}
	s.invokeOn(f, n, i, o, args, depth)
}

func (s *solver) invokeOn(f *frame, n int, i *Inst, o *object, args []*set, depth int) {
	switch {
	case o.unknown:
		s.callObject(f, n, i, o, args, i.Mode, nil)
		return
	case o.fn != "": // a function type's method calls it
		s.callObject(f, n, i, o, args, i.Mode, nil)
		return
	case o.what == AClient || o.what == ATransport || o.what == AProxy:
		if i.Name == "CloseIdleConnections" {
			s.mark(f, o, closed)
		} else if sends(o, i.Name) {
			s.send(f, n, i, o)
		}
		return
	}
	if fn := s.method(o, i.Name); fn != nil {
		s.enter(f, n, i, fn, o, append([]*set{o.alone()}, args...), i.Mode, nil)
		return
	}
	if depth > 3 {
		return
	}
	for _, field := range s.embeds(o.typ) {
		for _, in := range f.watch(o.field(field)).list {
			s.invokeOn(f, n, i, in, args, depth+1)
		}
	}
}

// method returns the method of a struct object; nil if its type itself has none.
func (s *solver) method(o *object, name string) *Func {
	if o.typ == "" {
		return nil
	}
	if fn := s.find("(*" + o.typ + ")." + name); fn != nil {
		return fn
	}
	return s.find("(" + o.typ + ")." + name)
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
		trip := &Inst{Op: Invoke, Name: "RoundTrip", Dst: -1, A: -1, Mode: i.Mode, Mult: i.Mult, Line: i.Line, pos: i.pos, Locked: i.Locked, Slots: i.Slots}
		before := len(s.frames)
		s.invokeOn(f, n, trip, t, nil, 0)
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
