package lifecycle

import (
	"slices"
	"strconv"

	"golang.org/x/tools/go/ssa"
)

// step interprets one instruction; the result is the states in which it may leave.
func (w *walk) step(s *state, instr ssa.Instruction) []*state {
	switch instr := instr.(type) {
	case *ssa.Call:
		return w.call(s, instr)
	case *ssa.Defer:
		w.deferCall(s, instr)
	case *ssa.Go:
		return w.goCall(s, instr)
	case *ssa.RunDefers:
		return w.runDefers(s)
	case *ssa.Store:
		if !w.store(s, instr) {
			return nil
		}
	case *ssa.Send:
		w.keep(s, w.val(s, instr.X))
	case *ssa.MapUpdate:
		w.stash(s, w.val(s, instr.Value))
		w.stash(s, w.val(s, instr.Key))
	case *ssa.Select:
		return w.selects(s, instr)
	case *ssa.TypeAssert:
		if !w.typeAssert(s, instr) {
			return nil
		}
	case *ssa.Alloc:
		w.older(s, instr)
		w.define(s, instr, value{kind: symbol, id: w.eng.id(instr)}) // an Alloc's value is its own address
		s.drop(w.eng.id(instr))
		s.store(cell{w.eng.id(instr), fresh}, truth(true))
	case *ssa.MakeClosure:
		w.closure(s, instr)
	case ssa.Value:
		v, ok := w.compute(s, instr)
		if !ok {
			return nil
		}
		w.define(s, instr, v)
	}
	return s.only()
}

// selects splits the path at a select that may send the response: only the case that sends it hands it on.
func (w *walk) selects(s *state, instr *ssa.Select) []*state {
	id := w.eng.id(instr)
	w.define(s, instr, value{kind: symbol, id: id})
	sends := func(c *ssa.SelectState) bool { return c.Send != nil && len(w.carried(s, w.val(s, c.Send))) > 0 }
	if !slices.ContainsFunc(instr.States, sends) {
		return s.only()
	}
	var out []*state
	for i, c := range instr.States {
		t := w.clone(s)
		t.set(key{id, 0}, value{kind: constant, path: strconv.Itoa(i)})
		if sends(c) {
			w.keep(t, w.val(t, c.Send))
		}
		out = append(out, t)
	}
	if !instr.Blocking {
		s.set(key{id, 0}, value{kind: constant, path: "-1"})
		out = append(out, s)
	}
	return out
}

// older gives the object that the Alloc made in an earlier turn of a loop, where something still needs it, a name of its own.
func (w *walk) older(s *state, a *ssa.Alloc) {
	if !w.eng.info(a.Parent()).loops {
		return
	}
	id := w.eng.id(a)
	if len(w.carried(s, value{kind: pointer, id: id})) > 0 {
		s.rename(id, w.eng.olderID(a))
	}
}
