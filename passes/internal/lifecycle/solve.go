package lifecycle

import (
	"fmt"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

type memoKey struct {
	fn   *ssa.Function
	role role
}

// A memo is what is known of one role of one function; while it is being computed, what is assumed of it.
type memo struct {
	outs     []outcome
	ok       bool
	done     bool
	depth    int  // 1 + its place in the stack while it is being computed
	uses     int  // the lowest place in the stack of a memo whose assumption this one used
	assumed  bool // somebody used what is assumed of it in this round
	computed int
	epoch    int // not done: what was found holds as long as this is the engine's
}

// maxValueBlocks bounds the size of a function that is asked what it returns for which arguments.
const maxValueBlocks = 40

// maxRounds bounds the rounds of a fixpoint.
const maxRounds = 5

// outcomes returns how calls of fn end for a response that comes in by the role; false if that is not known.
func (e *engine) outcomes(fn *ssa.Function, r role) ([]outcome, bool) {
	if o := fn.Origin(); o != nil {
		fn = o
	}
	if len(fn.Blocks) == 0 {
		return e.externalOutcomes(fn, r)
	}
	k := memoKey{fn, r}
	m := e.memo[k]
	if m == nil {
		m = &memo{}
		e.memo[k] = m
	}
	switch {
	case m.done:
	case m.depth > 0: // recursion: what the last round found, at first that it does not return
		m.assumed = true
		e.depend(m.depth)
	case m.computed > 0 && m.epoch == e.epoch: // found by what is still assumed
		e.depend(m.uses)
	default:
		e.compute(k, m)
	}
	return m.outs, m.ok
}

// depend notes that what is being computed, down to a place in the stack, hangs on what is assumed of the memo there.
func (e *engine) depend(depth int) {
	e.assumed++
	for _, over := range e.stack[depth-1:] {
		o := e.memo[over]
		o.uses = min(o.uses, depth)
	}
}

// compute finds a role's outcomes; for a recursive function, the fixpoint from "does not return".
func (e *engine) compute(k memoKey, m *memo) {
	e.stack = append(e.stack, k)
	m.depth, m.uses = len(e.stack), len(e.stack)+1
	m.outs, m.ok = nil, true
	for round := 0; ; round++ {
		m.computed++
		m.assumed = false
		outs, ok := e.solve(k.fn, k.role)
		stable := !m.assumed || e.text(k, outs, ok) == e.text(k, m.outs, m.ok)
		m.outs, m.ok = outs, ok
		if stable { // or not recursive
			break
		}
		e.epoch++ // what was found by the old assumption counts no more
		if round == maxRounds {
			m.outs, m.ok = nil, false
			break
		}
	}
	e.stack = e.stack[:len(e.stack)-1]
	e.settle(m)
}

// text spells what is known of a role, to see whether it has changed.
func (e *engine) text(k memoKey, outs []outcome, ok bool) string {
	return fmt.Sprint(ok, summary{k.role: outs})
}

// settle decides whether a memo that was computed is done, and those with it that hang on nothing else any more.
func (e *engine) settle(m *memo) {
	depth := m.depth
	m.done = m.uses >= depth || m.computed > 2*maxRounds
	m.depth, m.epoch = 0, e.epoch
	rest := e.open[:0]
	for _, o := range e.open {
		switch {
		case o.done || o.epoch != e.epoch:
			continue
		case o.uses < depth:
		case m.done:
			o.done = true
			continue
		default:
			o.uses = m.uses
		}
		rest = append(rest, o)
	}
	e.open = rest
	if !m.done {
		e.open = append(e.open, m)
	}
}

// solve makes the walks that a role takes.
func (e *engine) solve(fn *ssa.Function, r role) ([]outcome, bool) {
	if r.param == openRole {
		return e.solveOpen(fn)
	}
	if r.param >= len(fn.Params) || r.param == valueRole && (len(fn.Blocks) > maxValueBlocks || recovers(fn)) {
		return nil, false
	}
	if e.untouched(fn, r) {
		return []outcome{{status: open}}, true
	}
	w := e.walkRole(fn, r, nuancesUnasked)
	for coarser, ok := w.coarser(); w.excess && ok; coarser, ok = w.coarser() {
		w = e.walkRole(fn, r, coarser)
	}
	if w.excess {
		return nil, false
	}
	outs, ok := simplify(readAnyway(w.found.outcomes), r)
	if strings.Contains(r.path, "[]") {
		outs = anyElement(outs)
	}
	if r.param == valueRole && ok && tellsNothing(outs) {
		return nil, false
	}
	return outs, ok
}

// walkRole makes the walk of a role.
func (e *engine) walkRole(fn *ssa.Function, r role, nuances nuance) *walk {
	w := &walk{eng: e, top: fn, role: r, nuances: nuances}
	s := &state{}
	if r.param >= 0 {
		e.bring(s, fn.Params[r.param], r)
	}
	w.run(s)
	return w
}

// recovers reports whether the function returns though something in it may have panicked: what it returns then is not followed.
func recovers(fn *ssa.Function) bool {
	if fn.Recover == nil { // it defers nothing
		return false
	}
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			if d, ok := instr.(*ssa.Defer); ok && d.Call.StaticCallee() != nil && callsRecover(d.Call.StaticCallee()) {
				return true
			}
		}
	}
	return false
}

// callsRecover reports whether the function itself calls recover.
func callsRecover(fn *ssa.Function) bool {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			if call, ok := instr.(*ssa.Call); ok {
				if f, ok := call.Call.Value.(*ssa.Builtin); ok && f.Name() == "recover" {
					return true
				}
			}
		}
	}
	return false
}

// bring puts the tracked response where the role says that it comes in.
func (e *engine) bring(s *state, p *ssa.Parameter, r role) {
	v := value{kind: body}
	path, isFunc := strings.CutSuffix(r.path, "()")
	switch {
	case r.whole:
		v = value{kind: response}
	case isFunc:
		v = value{kind: closeFn}
	}
	s.res = resource{status: open, field: value{kind: body}}
	id := e.id(p)
	if path == "" {
		s.set(key{id, self}, v)
		return
	}
	path = strings.TrimPrefix(path, pointee)
	object := value{kind: pointer, id: id}
	if _, ok := p.Type().Underlying().(*types.Struct); ok {
		object.kind = structure
	}
	s.set(key{id, self}, object)
	for i, c := range path {
		if (c == '.' || c == '[') && i > 0 {
			s.store(cell{id, path[:i]}, value{kind: pointer, id: id, path: path[:i]})
		}
	}
	s.mem = append(s.mem, content{cell{id, path}, v})
	slices.SortFunc(s.mem, func(a, b content) int { return compareCells(a.cell, b.cell) })
}

// anyElement is for a response that is an element of a slice: what a loop over the slice does to some element it does to all.
func anyElement(outs []outcome) []outcome {
	acts := func(o outcome) bool { return o.status != open || o.puts() }
	if slices.ContainsFunc(outs, acts) {
		return slices.DeleteFunc(outs, func(o outcome) bool { return !acts(o) })
	}
	return outs
}

// tellsNothing reports whether the outcomes say only that the function returns.
func tellsNothing(outs []outcome) bool {
	for _, o := range outs {
		if len(o.results) > 0 {
			return false
		}
	}
	return len(outs) > 0 && slices.ContainsFunc(outs, func(o outcome) bool { return len(o.when) == 0 })
}

// externalOutcomes answers for functions whose bodies are not in view: from the table or from facts.
func (e *engine) externalOutcomes(fn *ssa.Function, r role) ([]outcome, bool) {
	obj, ok := fn.Object().(*types.Func)
	if !ok || obj.Pkg() == e.pass.Pkg {
		return nil, false
	}
	outs, ok := e.summaryOf(obj)[r]
	switch {
	case ok:
		return outs, true
	case r.param < 0:
		return nil, false
	case enumerable(obj, r):
		return []outcome{{status: open}}, true
	}
	return nil, false
}
