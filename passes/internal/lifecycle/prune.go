package lifecycle

import (
	"go/token"

	"golang.org/x/tools/go/ssa"
)

// prune forgets what no instruction from block b on can ask for, so that states which differ in nothing else meet.
func (w *walk) prune(s *state, b *ssa.BasicBlock) {
	w.eng.generation++
	p := &pruning{w: w, s: s, block: b, info: w.eng.info(b.Parent())}
	for i := range s.env {
		if e := &s.env[i]; e.key.idx != fact && p.keeps(e.key.id) {
			p.mark(e.val)
		}
	}
	for _, d := range s.defers {
		p.mark(d.fn)
		for _, a := range d.bound {
			p.mark(a)
		}
		for _, a := range d.args {
			p.mark(a)
		}
	}
	for i := range s.mem {
		if id := s.mem[i].cell.id; p.keeps(id) {
			p.markObject(id)
		}
	}
	p.sweep()
}

// A pruning looks for what a state needs to hold at the start of a block.
type pruning struct {
	w     *walk
	s     *state
	block *ssa.BasicBlock
	info  *funcInfo
}

// A mark says what a pruning has found out of a value.
type mark struct {
	generation uint32 // the pruning's; else nothing is said
	referred   bool   // something kept refers to it
	asked      bool   // keeps is known
	keeps      bool
}

// of returns the mark of the value with that number.
func (p *pruning) of(id uint32) *mark {
	e := p.w.eng
	if int(id) >= len(e.marks) {
		e.marks = append(e.marks, make([]mark, len(e.vals)-len(e.marks))...)
	}
	m := &e.marks[id]
	if m.generation != e.generation {
		*m = mark{generation: e.generation}
	}
	return m
}

// keeps reports whether the value with that number may be asked for.
func (p *pruning) keeps(id uint32) bool {
	m := p.of(id)
	if !m.asked {
		m.asked, m.keeps = true, p.mayAsk(id)
	}
	return m.keeps
}

func (p *pruning) mayAsk(id uint32) bool {
	v := p.w.eng.vals[id]
	if p.w.detail == fine && p.w.source != nil && p.s.res.status != pending && p.w.option(v) {
		return true
	}
	switch v.(type) {
	case *ssa.Parameter:
		if p.w.detail == fine { // what a path knows of it is told to callers
			return true
		}
	case *ssa.FreeVar, *ssa.Global:
		return true
	}
	if v.Parent() != p.block.Parent() {
		return p.w.running(v.Parent())
	}
	if phi, ok := v.(*ssa.Phi); ok && phi.Block() == p.block {
		return true
	}
	n := p.w.eng.live(id, p.info)
	return n >= 0 && p.info.live[p.block.Index].Bit(n) == 1
}

// mark notes what v refers to.
func (p *pruning) mark(v value) {
	switch v.kind {
	case pointer, structure, symbol:
		p.markObject(v.id)
	case function:
		if m := p.of(v.id); !m.referred {
			m.referred = true
			for _, b := range p.w.bindings(p.s, v) {
				p.mark(b)
			}
		}
	}
}

func (p *pruning) markObject(id uint32) {
	m := p.of(id)
	if m.referred {
		return
	}
	m.referred = true
	i, _ := p.s.findCell(cell{id: id})
	for ; i < len(p.s.mem) && p.s.mem[i].cell.id == id; i++ {
		p.mark(p.s.mem[i].val)
	}
}

// sweep drops what is neither needed nor marked.
func (p *pruning) sweep() {
	env := p.s.env[:0]
	for i := range p.s.env {
		if e := &p.s.env[i]; p.keeps(e.key.id) || p.of(e.key.id).referred {
			env = append(env, *e)
		}
	}
	p.s.env = env
	mem := p.s.mem[:0]
	for i := range p.s.mem {
		if e := &p.s.mem[i]; p.of(e.cell.id).referred {
			mem = append(mem, *e)
		}
	}
	p.s.mem = mem
}

// option reports whether v is a bool field of what the walk's function was given: callers know it, and may be told what
// hangs on it.
func (w *walk) option(v ssa.Value) bool {
	load, ok := v.(*ssa.UnOp)
	if !ok || load.Op != token.MUL || !basicBool(load.Type()) {
		return false
	}
	_, path, ok := w.param(value{kind: symbol, id: w.eng.id(v)})
	return ok && path != ""
}

// running reports whether fn is being followed.
func (w *walk) running(fn *ssa.Function) bool {
	for _, f := range w.active {
		if f == fn {
			return true
		}
	}
	return false
}

// referenced reports whether the path can still get at the tracked response.
func (w *walk) referenced(s *state) bool {
	for _, e := range s.env {
		if e.val.owns() {
			return true
		}
	}
	for _, e := range s.mem {
		if e.val.owns() {
			return true
		}
	}
	for _, d := range s.defers {
		if d.fn.owns() {
			return true
		}
		for _, a := range d.args {
			if a.owns() {
				return true
			}
		}
	}
	return false
}
