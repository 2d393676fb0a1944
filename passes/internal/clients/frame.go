package clients

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

func (s *solver) newFrame(fn *Func) *frame {
	f := &frame{fn: fn, regs: make([]*set, fn.Regs), mult: 1, dirty: true}
	for i := range f.regs {
		f.regs[i] = &set{owner: f}
	}
	return f
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

// nowhere is the register of what does not matter.
var nowhere = new(set)

func (f *frame) reg(i int) *set {
	if i < 0 {
		return nowhere
	}
	return f.regs[i]
}

// loops is how often the loops around the frame run one of its calls without waiting.
func (f *frame) loops(i *Inst) int {
	if i.Gated || i.Alone {
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

// leadsToMerged reports whether one of the frame's calls, as many deep as given, is not followed by itself.
func (f *frame) leadsToMerged(calls int) bool {
	for _, child := range f.calls {
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
