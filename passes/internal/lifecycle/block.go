package lifecycle

import (
	"slices"

	"golang.org/x/tools/go/ssa"
)

// An arrival is a state at the start of a block.
type arrival struct {
	block *ssa.BasicBlock
	pred  *ssa.BasicBlock
	state *state
}

// enter evaluates the block's phis, forgets what is no longer needed, and reports whether the state is new there.
func (w *walk) enter(a arrival, seen []identities) bool {
	if a.state.res.status == pending && w.source != nil && !w.mayReach(a.block) {
		return false
	}
	w.phis(a)
	w.prune(a.state, a.block)
	states := &seen[a.block.Index]
	switch {
	case w.detail == rough:
		w.roughen(a.state)
	case w.detail == plain && a.state.res.status != open && states.len() > maxClear:
		a.state.blur()
	case w.nuances == nuancesOfArguments && w.detail == fine && a.state.res.status == pending && states.len() > maxClear:
		w.blurOthers(a.state)
	}
	if !states.add(w.identify(a.state)) {
		return false
	}
	if states.len() > w.statesBound() {
		w.excess, w.blunt = true, !slices.ContainsFunc(w.conds(a.state), isNuance)
	}
	return true
}

// roughen forgets what tests have taught, but for those of errors.
func (w *walk) roughen(s *state) {
	s.env = slices.DeleteFunc(s.env, func(b binding) bool {
		return b.key.idx == fact && !isError(w.eng.vals[b.key.id].Type())
	})
}

// blur forgets what is known of values that are no functions or objects.
func (s *state) blur() {
	vague := func(v value) bool { return v.kind < response }
	s.env = slices.DeleteFunc(s.env, func(b binding) bool { return vague(b.val) })
	s.mem = slices.DeleteFunc(s.mem, func(c content) bool { return vague(c.val) })
}

// blurOthers forgets what is known of values that are no functions or objects, but for what was taken for granted of what the function
// was given.
func (w *walk) blurOthers(s *state) {
	s.env = slices.DeleteFunc(s.env, func(b binding) bool {
		return b.val.kind < response && !(b.key.idx == fact && w.optional(b.key.id))
	})
}

// mayReach reports whether a path from block b may still come to the source.
func (w *walk) mayReach(b *ssa.BasicBlock) bool {
	fn := b.Parent()
	return w.source.Parent() != fn || w.eng.info(fn).leadsTo(b, w.source.Block())
}

// phis gives each phi the value that it takes on the edge from the arrival's predecessor.
func (w *walk) phis(a arrival) {
	if a.pred == nil {
		return
	}
	edge := 0
	for i, p := range a.block.Preds {
		if p == a.pred {
			edge = i
		}
	}
	phis, vals := w.eng.phis[:0], w.eng.phiVals[:0]
	for _, instr := range a.block.Instrs {
		phi, ok := instr.(*ssa.Phi)
		if !ok {
			break
		}
		phis = append(phis, phi)
		vals = append(vals, w.raw(a.state, phi.Edges[edge]))
	}
	w.eng.phis, w.eng.phiVals = phis, vals
	for i, phi := range phis {
		id := w.eng.id(phi)
		if v := vals[i]; v.kind == symbol {
			if v.id == id {
				continue
			}
			if f := a.state.get(key{v.id, fact}); f.kind != unknown && f.kind != differs { // what it is not, its name says as well
				vals[i] = f
			}
		}
	}
	for i, phi := range phis {
		if id := w.eng.id(phi); vals[i] != (value{kind: symbol, id: id}) {
			w.redefine(a.state, phi)
			if vals[i] != (value{kind: symbol, id: id}) {
				a.state.set(key{id, self}, vals[i])
			}
		}
	}
}

// block interprets the block's instructions; it adds where the paths go on to the work, and returns where they leave the
// function.
func (w *walk) block(a arrival, work []arrival) ([]arrival, []exit) {
	states := a.state.only()
	var room []*state
	for _, instr := range a.block.Instrs {
		switch instr := instr.(type) {
		case *ssa.Phi:
			continue
		case *ssa.If:
			return w.branch(a.block, instr, states, work), nil
		case *ssa.Jump:
			for _, s := range states {
				work = append(work, arrival{a.block.Succs[0], a.block, s})
			}
			return work, nil
		case *ssa.Return:
			return work, w.returns(instr, states)
		case *ssa.Panic:
			return work, nil
		}
		w.spend(len(states))
		if w.excess {
			return work, nil
		}
		for _, s := range states {
			w.noteOverwrite(s, instr)
		}
		if len(states) == 1 {
			states = w.step(states[0], instr)
		} else {
			after := room[:0]
			for _, s := range states {
				after = append(after, w.step(s, instr)...)
			}
			room, states = states, after
		}
		states = w.distinct(states)
		if len(states) == 0 {
			break
		}
	}
	return work, nil
}

// noteOverwrite notes that the path assigns something else to the variable that first held the response.
func (w *walk) noteOverwrite(s *state, instr ssa.Instruction) {
	if s.res.status != open || s.res.over.IsValid() || instr == w.source {
		return
	}
	pos := instr.Pos()
	for _, o := range w.overs {
		if o.pos <= pos && pos < o.end {
			s.res.over, s.res.upTo = o.pos, s.trail
		}
	}
}

// distinct drops states that are equal to another one.
func (w *walk) distinct(states []*state) []*state {
	if len(states) < 2 {
		return states
	}
	w.spend(len(states))
	seen := make(map[identity]bool, len(states))
	out := states[:0]
	for _, s := range states {
		h := w.identify(s)
		if seen[h] {
			w.drop(s)
			continue
		}
		seen[h] = true
		out = append(out, s)
	}
	if len(out) > maxStates {
		w.excess = true
	}
	return out
}

// branch splits the states at an if, and adds them to the work.
func (w *walk) branch(b *ssa.BasicBlock, cond *ssa.If, states []*state, work []arrival) []arrival {
	pos := w.eng.condPos(cond)
	for _, s := range states {
		for i, taken := range []bool{true, false} {
			t := s
			if i == 0 {
				t = w.clone(s)
			}
			if !w.assume(t, cond.Cond, taken) {
				w.drop(t)
				continue
			}
			t.trail = &step{pos, taken, t.trail}
			work = append(work, arrival{b.Succs[i], b, t})
		}
	}
	return work
}

// returns makes the exits of a return statement.
func (w *walk) returns(ret *ssa.Return, states []*state) []exit {
	for i, r := range ret.Results {
		if basicBool(r.Type()) && i < 4 {
			states = w.decide(states, r)
		}
	}
	exits := make([]exit, 0, len(states))
	for _, s := range states {
		x := exit{state: s, ret: ret}
		for _, r := range ret.Results {
			x.results = append(x.results, w.val(s, r))
		}
		exits = append(exits, x)
	}
	return exits
}

// decide splits the states in which a bool that is returned is not known: each value tells something of what it was
// computed from.
func (w *walk) decide(states []*state, v ssa.Value) []*state {
	var out []*state
	for _, s := range states {
		if k := w.val(s, v).kind; k == isTrue || k == isFalse {
			out = append(out, s)
			continue
		}
		t := w.clone(s)
		for i, truth := range []bool{true, false} {
			if r := []*state{s, t}[i]; w.assume(r, v, truth) {
				out = append(out, r)
			} else {
				w.drop(r)
			}
		}
	}
	return out
}
