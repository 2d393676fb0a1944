package lifecycle

import "golang.org/x/tools/go/ssa"

// prune forgets what no instruction from block b on can ask for, so that states which differ in nothing else meet.
func (w *walk) prune(s *state, b *ssa.BasicBlock) {
	w.eng.generation++
	p := &pruning{w: w, s: s, block: b, info: w.eng.info(b.Parent()), options: w.tellsOptions()}
	for i := range s.env {
		if e := &s.env[i]; e.key.idx != fact && p.keeps(e.key.id) {
			p.mark(&e.val)
		}
	}
	for i := range s.defers {
		d := &s.defers[i]
		p.mark(&d.fn)
		for j := range d.bound {
			p.mark(&d.bound[j])
		}
		for j := range d.args {
			p.mark(&d.args[j])
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

	options bool // callers are told what hangs on options
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
	if p.options && p.w.optional(id) {
		if _, told := p.w.eng.vals[id].(*notional); told || p.s.res.status != pending || len(p.w.top.Blocks) <= fewBlocks || p.w.role.param == valueRole {
			return true
		}
	}
	switch o := &p.w.eng.places[id]; {
	case o.outer, o.phi == p.block:
		return true
	case o.given && (p.w.detail == fine || p.s.res.within): // what a path knows of it is told to callers
		return true
	case o.fn != p.info.fn:
		return p.w.running(o.fn)
	}
	n := p.w.eng.live(id, p.info)
	return n >= 0 && p.info.live[p.block.Index].Bit(n) == 1
}

// mark notes what v refers to.
func (p *pruning) mark(v *value) {
	switch v.kind {
	case pointer, structure, symbol:
		p.markObject(v.id)
	case function:
		if m := p.of(v.id); !m.referred {
			m.referred = true
			for i := range p.w.binds(*v) {
				if b, ok := p.s.find(key{v.id, int16(i)}); ok {
					p.mark(&p.s.env[b].val)
				}
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
		p.mark(&p.s.mem[i].val)
	}
}

// sweep drops what is neither needed nor marked.
func (p *pruning) sweep() {
	env := p.s.env[:0]
	for i := range p.s.env {
		e := &p.s.env[i]
		if m := p.of(e.key.id); !m.referred && !p.keeps(e.key.id) {
			continue
		}
		if len(env) < i {
			env = append(env, *e)
		} else { // it is in its place
			env = env[:i+1]
		}
	}
	p.s.env = env
	mem := p.s.mem[:0]
	for i := range p.s.mem {
		e := &p.s.mem[i]
		switch {
		case !p.of(e.cell.id).referred:
		case len(mem) < i:
			mem = append(mem, *e)
		default:
			mem = mem[:i+1]
		}
	}
	p.s.mem = mem
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
