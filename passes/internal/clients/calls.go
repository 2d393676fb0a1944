package clients

import (
	"slices"
	"strings"
)

// call runs a call.
func (s *solver) call(f *frame, n int, i *Inst) {
	var few [fewArgs]*set
	args := f.args(i, few[:0])
	if i.Name == "" {
		for _, o := range f.reg(i.A).list {
			s.callObject(f, n, i, o, args, i.Mode, nil)
		}
		return
	}
	fn := f.named(n)
	if fn == nil && s.since == 0 {
		fn = s.find(i.Name)
	}
	if fn == nil {
		s.outsideCall(f, n, i, args)
		return
	}
	s.enter(f, n, i, fn, nil, given{args: args}, i.Mode, nil)
}

// outsideCall runs the call of a function that is not in view: it keeps what it is given, and runs the functions.
func (s *solver) outsideCall(f *frame, n int, i *Inst, args []*set) {
	for _, a := range args {
		if !s.isOld(a) {
			s.keep(a)
		}
		for _, o := range a.list {
			if o.fn != "" && !i.Handler {
				s.callObject(f, n, i, o, nil, Lent, nil)
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
					s.callObject(f, n, i, given, nil, Lent, nil)
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
		if recvs := f.watch(o.held[0]).list; len(recvs) > 0 {
			invoke := &Inst{Op: Invoke, Name: name, Dst: i.Dst, A: -1, Mode: mode, Mult: i.Mult, Line: i.Line, pos: i.pos}
			for _, recv := range recvs {
				s.invokeOn(f, n, invoke, recv, args)
			}
		}
		return
	}
	if fn == nil {
		return
	}
	given := given{args: args}
	if o.bound {
		given.recv = f.watch(o.held[0])
	}
	if o.once {
		mode = OnlyOnce
	}
	s.enter(f, n, i, fn, o, given, mode, by)
}

// given is what a call passes: a receiver, if the arguments have none, and arguments.
type given struct {
	recv *set
	args []*set
}

// param returns what the parameter gets; nil if it gets nothing.
func (g given) param(k int) *set {
	if g.recv != nil {
		if k == 0 {
			return g.recv
		}
		k--
	}
	if k < len(g.args) {
		return g.args[k]
	}
	return nil
}

// fewArgs is what most calls do with.
const fewArgs = 8

// args appends the arguments of the instruction to the list.
func (f *frame) args(i *Inst, list []*set) []*set {
	for _, r := range i.Args {
		list = append(list, f.reg(r))
	}
	return list
}

// enter makes the frame of a call, or finds it, and passes arguments in and results out.
func (s *solver) enter(f *frame, n int, i *Inst, fn *Func, of *object, given given, mode Mode, by *spawn) *frame {
	at, ok := f.call(n, fn, of)
	if !ok {
		f.calls = slices.Insert(f.calls, at, callee{n, fn, of, s.callee(f, n, i, fn, of, mode, by)})
	}
	child := f.calls[at].frame
	for k := range fn.Params {
		if arg := given.param(k); arg != nil {
			if !ok || !s.isOld(arg) {
				s.flow(&child.regs[k], arg)
			}
		} else if given.recv == nil && given.args == nil || mode == Spawned {
			s.put(&child.regs[k], s.unknown)
		}
	}
	if of != nil && !of.bound {
		for k, held := range of.held {
			if r := fn.Params + k; r < len(child.regs) && !(ok && s.isOld(held)) {
				s.flow(&child.regs[r], f.watch(held))
			}
		}
	}
	if mode != Spawned && by == nil && (i.Op == Call || i.Op == Invoke) {
		s.result(f, n, i, child, ok)
	}
	return child
}

// callee returns the frame that a call runs: one that there is, where the function calls itself or is called too often to
// tell all calls apart, and else a new one.
func (s *solver) callee(f *frame, n int, i *Inst, fn *Func, of *object, mode Mode, by *spawn) *frame {
	child := s.recursion(f, fn, mode, i)
	if child == nil {
		child = s.common[fn]
	}
	if child == nil {
		child = s.newFrame(fn)
		s.start(child, f, i, mode, by)
		child.at = n
		if of != nil && of.once {
			child.once, child.mult = true, 1
		}
		if s.copies[fn]++; s.copies[fn] > maxCopies || f.depth >= s.depth {
			child.merged, child.depth, child.parent, s.common[fn] = true, 0, nil, child // of nobody in particular
		} else if child.vague = of != nil || i.Op != Call || i.Name == ""; !child.vague {
			child.known = f.settled(i, fn)
		}
		s.append(child)
	}
	return child
}

// recursion returns the frame above that runs the function already. If there are goroutines on the way, the function
// starts itself over and over, unless what starts them is run once.
func (s *solver) recursion(f *frame, fn *Func, mode Mode, i *Inst) *frame {
	var sp *spawn
	if mode == Spawned {
		sp = &spawn{by: f, inst: i}
	}
	looped, once := i.Looped, mode == OnlyOnce
	for up := f; up != nil; up = up.parent {
		if up.fn == fn {
			if sp != nil && !once && !sp.inst.Alone && (up.spawn == nil || up.spawn.by != nil && !up.spawn.over) {
				over := looped || !sp.inst.Timer && !sp.startsNext(f, up, i) // of timers, one follows the other
				if over || up.spawn == nil {
					up.spawn = &spawn{by: sp.by, inst: sp.inst, over: over, again: mode != Spawned}
				}
			}
			up.loosen(f, i)
			return up
		}
		if sp == nil && up.spawn != nil && up.spawn.by != nil {
			sp = up.spawn
		}
		once = once || sp != nil && up.once && up.parent != nil && !up.parent.once
		looped = looped || up.inst != nil && up.inst.Looped
	}
	return nil
}

// startsNext reports whether each goroutine of the function that the upper frame runs starts one more at most: there is one way
// from the function to the start, and this is the only one there.
func (sp *spawn) startsNext(f, up *frame, i *Inst) bool {
	starts := 0
	for n := range sp.by.fn.Code {
		if i := &sp.by.fn.Code[n]; i.Mode == Spawned {
			starts++
		}
	}
	if starts != 1 {
		return false
	}
	for to := up.fn; ; f, to, i = f.parent, f.fn, f.inst {
		if i != sp.inst && (i.Op != Call || i.Name == "" || f.fn.callsOf(to.Name) != 1) {
			return false
		}
		if f == up {
			return true
		}
	}
}

// callsOf is how many instructions call the function of the name.
func (f *Func) callsOf(name string) int {
	n := 0
	for k := range f.Code {
		if i := &f.Code[k]; i.Op == Call && i.Name == name {
			n++
		}
	}
	return n
}

// start sets how the frame of a call runs.
func (s *solver) start(child, f *frame, i *Inst, mode Mode, by *spawn) {
	child.parent, child.inst, child.depth = f, i, f.depth+1
	child.once = f.once || mode == OnlyOnce
	child.lent = mode == Lent
	child.serial = i.Alone
	switch {
	case by != nil:
		child.spawn, child.once = by, false
	case mode == Spawned:
		child.spawn = &spawn{by: f, inst: i}
	default:
		child.serial = i.Locked || i.Alone
		child.mult = inherited
		switch {
		case child.fn.Yield:
			child.mult = 0
		case child.fn.Waits, mode == OnlyOnce: // however often it is called, also by what it starts itself
			child.mult = 1
		}
	}
}

// result passes the results of a call out; known says that it did so before.
func (s *solver) result(f *frame, n int, i *Inst, child *frame, known bool) {
	if i.Dst < 0 {
		return
	}
	results := child.fn.Results
	if len(results) == 1 {
		for _, r := range results[0] {
			if from := &child.regs[r]; !known || !s.isOld(from) {
				s.flow(f.reg(i.Dst), f.watch(from))
			}
		}
		return
	}
	at, ok := find(f.results, n)
	if !ok {
		f.results = slices.Insert(f.results, at, made{n, new(object)})
	}
	tuple := f.results[at].object
	s.put(f.reg(i.Dst), tuple)
	for k, regs := range results {
		for _, r := range regs {
			if from := &child.regs[r]; !known || !s.isOld(from) {
				s.flow(tuple.field(resultName(k)), f.watch(from))
			}
		}
	}
}

// invoke calls the method of each object that the register may be.
func (s *solver) invoke(f *frame, n int, i *Inst) {
	var few [fewArgs]*set
	args := f.args(i, few[:0])
	for _, o := range f.reg(i.A).list {
		s.invokeOn(f, n, i, o, args)
	}
}

// invokeOn calls the method of the object or, if its type has none, that of what is embedded in it.
func (s *solver) invokeOn(f *frame, n int, i *Inst, o *object, args []*set) {
	if s.invokeItself(f, n, i, o, args) {
		return
	}
	if len(s.embeds(o.typ)) == 0 {
		s.steps++
		return
	}
	seen := map[*object]bool{o: true}
	for queue := []*object{o}; len(queue) > 0; queue = queue[1:] {
		at := queue[0]
		if at != o && s.invokeItself(f, n, i, at, args) {
			continue
		}
		for _, field := range s.embeds(at.typ) {
			for _, in := range f.watch(at.field(field)).list {
				if !seen[in] {
					seen[in] = true
					queue = append(queue, in)
				}
			}
		}
		s.steps += len(queue)
	}
}

// invokeItself calls the object's own method, and reports whether there is one.
func (s *solver) invokeItself(f *frame, n int, i *Inst, o *object, args []*set) bool {
	switch {
	case o.unknown:
		s.callObject(f, n, i, o, args, i.Mode, nil)
		return true
	case o.fn != "": // a function type's method calls it
		s.callObject(f, n, i, o, args, i.Mode, nil)
		return true
	case o.what == AClient || o.what == ATransport || o.what == AProxy:
		if i.Name == "CloseIdleConnections" {
			s.mark(f, o, closed)
		} else if sends(o, i.Name) {
			s.send(f, n, i, o)
		}
		return true
	}
	fn := s.method(o, i.Name)
	if fn != nil {
		s.enter(f, n, i, fn, o, given{o.alone(), args}, i.Mode, nil)
	}
	return fn != nil
}

type methodKey struct{ typ, name string }

// method returns the method of a struct object; nil if its type itself has none.
func (s *solver) method(o *object, name string) *Func {
	if o.typ == "" {
		return nil
	}
	key := methodKey{o.typ, name}
	fn, ok := s.methods[key]
	if !ok {
		if fn = s.find("(*" + o.typ + ")." + name); fn == nil {
			fn = s.find("(" + o.typ + ")." + name)
		}
		s.methods[key] = fn
	}
	return fn
}
