package lifecycle

import (
	"go/token"
	"strings"

	"golang.org/x/tools/go/ssa"
)

const (
	maxSteps      = 200_000    // instructions that one walk may interpret
	maxValueSteps = 3_000      // the same where no response comes in: only small functions tell their callers something
	maxPartSteps  = 8_000      // the same where it comes in as a part of an object, which mostly holds no response, or without its response
	maxTotal      = 10_000_000 // instructions that all walks of a package may interpret
	maxStates     = 500        // states that one block may be entered with
	maxNuances    = 300        // the same where a walk that is too much is made again without its nuances
	maxRoleStates = 260        // the same where the response comes in
	maxPartStates = 64         // the same where it comes in as a part of an object
	maxClear      = 32         // those of a plain walk that are told apart while no response is open
	fewBlocks     = 8          // blocks of a function in which options are remembered while no response is open, too
	maxDepth      = 5          // calls of function literals inside each other that are followed
	maxTrail      = 32         // branches of a path that are told
	maxPath       = 60         // bytes of a path into an object
)

// A walk follows one response along every path of a function: from its source, or from the function's parameter.
type walk struct {
	eng     *engine
	top     *ssa.Function
	source  ssa.CallInstruction // the call that hands over the response; nil for a role's walk
	role    role
	detail  detail
	steps   int
	number  uint32          // of the walks that have asked for options; 0 if it has not
	bare    bool            // the source hands over a body without its response
	mixed   bool            // the source may hand over the response closed as well, which its status may tell
	excess  bool            // a bound was hit: nothing that was found counts
	blunt   bool            // what hit it remembers no nuance
	vain    bool            // for the same arguments the function may return anything
	nuances nuance          // whether it is remembered what only some functions tell apart
	active  []*ssa.Function // the function and the literals that are being followed
	found   findings
	pos     token.Pos // of the call that is followed into a function without positions
	overs   []span    // the statements that assign to the variable that first holds the response
}

// A detail says how closely a walk looks. Where there is too much to follow, a coarser one is made.
type detail uint8

const (
	fine  detail = iota
	plain        // neither literals that have nothing to do with the response nor, beyond a bound, paths on which none is open
	rough        // of the path's tests only those of errors are remembered, so that not every path that is seen may be taken
)

// A nuance says whether a walk remembers of what callers gave that integers are less or more than others, which types are in
// interfaces, and which parts are nil.
type nuance uint8

const (
	nuancesUnasked     nuance = iota // it would: nothing asked
	nuancesAsked                     // it does
	nuancesIgnored                   // it does not: there is too much to follow with it
	nuancesOfArguments               // nor, beyond a bound, anything but the arguments while no response is open, and nothing of the receiver: its callers seldom know that
)

// coarser returns how the walk, which was too much, is to be made again; false if there is nothing left to leave out. Only a walk from a
// source has paths before its response is there.
func (w *walk) coarser() (nuance, bool) {
	last := w.source != nil && !w.bare && w.detail == fine
	switch {
	case w.vain:
	case w.nuances == nuancesAsked && !(w.blunt && last):
		return nuancesIgnored, true
	case last && w.nuances != nuancesOfArguments:
		return nuancesOfArguments, true
	}
	return 0, false
}

// findings is what a walk has seen.
type findings struct {
	leaks    []Leak
	looked   bool      // the response was looked at by what puts it into what the function was given
	settled  []outcome // of the ways out on which the response is closed and not handed out
	excused  []Leak    // those of paths whose status may say that the source has closed it
	closes   []Close
	outcomes []outcome
	outer    bool // the response went into a variable of the enclosing function
	closed   bool // some path closes it
	kept     bool // some path hands it on
	read     bool // some path reads it
	reached  bool // the source was reached
	detail   detail
	single   bool // whenever it was, the request or its client asked for the connection not to be reused
}

// An exit is one way out of a function that was followed.
type exit struct {
	state   *state
	results []value
	ret     *ssa.Return
}

// run walks the whole function from the given state.
func (w *walk) run(s *state) {
	finish := func(x exit) {
		w.finish(x)
		w.drop(x.state)
	}
	if w.top.Parent() == nil {
		w.follow(w.top, s, func(x exit) {
			active := w.active
			w.active = nil
			finish(x)
			w.active = active
		})
	} else { // what a path out of a literal means may hang on a later one
		for _, x := range w.exec(w.top, s) {
			finish(x)
		}
	}
	w.settle()
}

// exec follows fn from its first block and returns the distinct ways out.
func (w *walk) exec(fn *ssa.Function, s *state) (exits []exit) {
	w.follow(fn, s, func(x exit) { exits = append(exits, x) })
	return exits
}

// follow follows fn from its first block and tells the distinct ways out, as it comes by them.
func (w *walk) follow(fn *ssa.Function, s *state, tell func(exit)) {
	if len(fn.Blocks) == 0 {
		return
	}
	w.active = append(w.active, fn)
	defer func() { w.active = w.active[:len(w.active)-1] }()
	seen := w.eng.room.sets(len(fn.Blocks))
	defer w.eng.room.keepSets(seen)
	var distinct identities
	work := []arrival{{fn.Blocks[0], nil, s}}
	for len(work) > 0 && !w.excess {
		a := work[len(work)-1]
		work = work[:len(work)-1]
		if !w.enter(a, seen) {
			w.drop(a.state)
			continue
		}
		var outs []exit
		work, outs = w.block(a, work)
		for _, x := range outs {
			if !distinct.add(w.identifyExit(x)) {
				w.drop(x.state)
				continue
			}
			tell(x)
		}
	}
}

// identifyExit returns the identity of a way out.
func (w *walk) identifyExit(x exit) identity {
	buf := x.state.spell(w.eng.spelled[:0])
	for i := range x.results {
		buf = appendValue(buf, &x.results[i])
	}
	if x.ret != nil {
		buf = append(buf, byte(x.ret.Pos()), byte(x.ret.Pos()>>8), byte(x.ret.Pos()>>16), byte(x.ret.Block().Index))
	}
	w.eng.spelled = buf
	return identify(buf)
}

// statesBound is how many states a block may be entered with.
func (w *walk) statesBound() int {
	switch {
	case w.source != nil && w.nuances == nuancesAsked: // a walk without is to come
		return maxNuances
	case w.source != nil || w.role.param < 0:
		return maxStates
	case w.inPart():
		return maxPartStates
	}
	return maxRoleStates
}

// spend counts n interpreted instructions.
func (w *walk) spend(n int) {
	w.steps += n
	w.eng.total += n
	if w.steps > w.stepsBound() || w.eng.total > maxTotal {
		w.excess = true
	}
}

// stepsBound is how many instructions the walk may interpret.
func (w *walk) stepsBound() int {
	switch {
	case w.role.param == valueRole:
		return maxValueSteps
	case w.bare && w.eng.tooMuch[w.top]:
		return maxPartSteps / 4
	case w.bare, w.role.param >= 0 && w.inPart():
		return maxPartSteps
	}
	return maxSteps
}

// inPart reports whether the response comes in as a part of an object, or as an element.
func (w *walk) inPart() bool { return strings.ContainsAny(w.role.path, ".[") }
