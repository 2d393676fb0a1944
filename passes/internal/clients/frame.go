package clients

import "slices"

// A frame is one call of a function.
type frame struct {
	fn      *Func
	parent  *frame
	inst    *Inst // the call, in the parent
	regs    []set
	calls   []callee // by instruction
	objects []made   // by instruction
	results []made   // tuples, by the instruction that makes the call
	spawn   *spawn   // how it was started, if not by its caller itself
	mult    int      // how often the loops around run it without waiting; inherited: as often as those around its call do
	depth   int
	number  int32   // among all frames
	ran     uint32  // the tick at which it was run last
	at      int     // the index of the call in the parent
	serial  bool    // one goroutine at a time runs it
	once    bool    // it runs once
	lent    bool    // something out of view may run it
	dirty   bool    // something that it reads has changed
	known   uint64  // which of the function's conditions hold, and which do not; as of [ways]
	vague   bool    // what it is given is not all that it stands for
	merged  bool    // it stands for many calls: what is found in it, or below it, does not count
	via     *object // the client whose request it makes, of a RoundTrip
}

// A callee is the frame of what an instruction of another calls.
type callee struct {
	inst  int
	fn    *Func
	of    *object // the function value that is called, or what the method is called on; nil if there is none
	frame *frame
}

// A made is the object that an instruction makes.
type made struct {
	inst   int
	object *object
}

// A spawn is how goroutines are started.
type spawn struct {
	by    *frame // that has the instruction; nil for a server
	inst  *Inst
	how   How
	over  bool // the function starts itself
	again bool // what is started calls the frame's function in its turn
}

func (s *solver) newFrame(fn *Func) *frame {
	f := &frame{fn: fn, regs: make([]set, fn.Regs), mult: 1, dirty: true}
	for i := range f.regs {
		f.regs[i].owner = f
	}
	return f
}

// call returns where the callee stands, or where it is to stand, and whether it does.
func (f *frame) call(inst int, fn *Func, of *object) (int, bool) {
	at, _ := slices.BinarySearchFunc(f.calls, inst, func(c callee, inst int) int { return c.inst - inst })
	for ; at < len(f.calls) && f.calls[at].inst == inst; at++ {
		if c := &f.calls[at]; c.fn == fn && c.of == of {
			return at, true
		}
	}
	return at, false
}

// named returns the function that an instruction calls by its name; nil if it was not called yet, or is not in view.
func (f *frame) named(inst int) *Func {
	at, _ := slices.BinarySearchFunc(f.calls, inst, func(c callee, inst int) int { return c.inst - inst })
	for ; at < len(f.calls) && f.calls[at].inst == inst; at++ {
		if f.calls[at].of == nil {
			return f.calls[at].fn
		}
	}
	return nil
}

// find returns where the object of the instruction stands, or where it is to stand, and whether it does.
func find(list []made, inst int) (int, bool) {
	return slices.BinarySearchFunc(list, inst, func(m made, inst int) int { return m.inst - inst })
}

// watch makes the frame run again when the set grows.
func (f *frame) watch(from *set) *set {
	if from == nowhere || from.owner == f {
		return from
	}
	if from.watchers == nil {
		from.watchers = new(numbers)
	}
	from.watchers.add(f.number)
	return from
}

// numbers is a set of the numbers of frames, in order.
type numbers []int32

func (s *numbers) add(n int32) {
	if last := len(*s) - 1; last < 0 || (*s)[last] < n { // the latest, mostly
		*s = append(*s, n)
	} else if at, found := slices.BinarySearch(*s, n); !found {
		*s = slices.Insert(*s, at, n)
	}
}

// nowhere is the register of what does not matter.
var nowhere = new(set)

func (f *frame) reg(i int) *set {
	if i < 0 {
		return nowhere
	}
	return &f.regs[i]
}

// inherited is the count of a frame that runs as often as its call is made.
const inherited = -1

// loops is how often the loops around the frame run one of its calls without waiting.
func (f *frame) loops(i *Inst) int {
	switch {
	case i.Gated || i.Alone:
		return 1
	case f.mult == inherited && f.parent == nil: // of nobody in particular
		return 0
	case f.mult == inherited:
		return f.parent.loops(f.inst) * f.parent.times(f.inst)
	}
	return f.mult
}

// times is how often the loops in the frame's function run an instruction without waiting; 0: many times.
func (f *frame) times(i *Inst) int {
	if i.Rounds == "" {
		return i.Mult
	}
	n, ok := number(f.option(i.Rounds))
	if n += i.More; !ok || n > maxTrips {
		return 0
	}
	return i.Mult * max(n, 1)
}

func (f *frame) isMerged() bool {
	for ; f != nil; f = f.parent {
		if f.merged {
			return true
		}
	}
	return false
}

// leadsToMerged reports whether one of the frame's calls, as many deep as given, is not followed by itself.
func (f *frame) leadsToMerged(calls int) bool {
	for i := range f.calls {
		child := f.calls[i].frame
		if child.merged || calls > 1 && child.parent == f && child.leadsToMerged(calls-1) {
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
