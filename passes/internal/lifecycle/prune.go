package lifecycle

import (
	"go/token"

	"golang.org/x/tools/go/ssa"
)

// prune forgets what no instruction from block b on can ask for, so that states which differ in nothing else meet.
func (w *walk) prune(s *state, b *ssa.BasicBlock) {
	p := &pruning{w: w, s: s, block: b, info: w.eng.info(b.Parent()), refs: make(map[uint32]bool)}
	for _, e := range s.env {
		if e.key.idx != fact && p.keeps(e.key.id) {
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
	for _, e := range s.mem {
		if p.keeps(e.cell.id) {
			p.markObject(e.cell.id)
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
	refs  map[uint32]bool // objects, symbols and functions that something kept refers to
}

// keeps reports whether the value with that number may be asked for.
func (p *pruning) keeps(id uint32) bool {
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
	return p.info.needed(p.block, v)
}

// mark notes what v refers to.
func (p *pruning) mark(v value) {
	switch v.kind {
	case pointer, structure, symbol:
		p.markObject(v.id)
	case function:
		if !p.refs[v.id] {
			p.refs[v.id] = true
			for _, b := range p.w.bindings(p.s, v) {
				p.mark(b)
			}
		}
	}
}

func (p *pruning) markObject(id uint32) {
	if p.refs[id] {
		return
	}
	p.refs[id] = true
	for _, e := range p.s.mem {
		if e.cell.id == id {
			p.mark(e.val)
		}
	}
}

// sweep drops what is neither needed nor marked.
func (p *pruning) sweep() {
	env := p.s.env[:0]
	for _, e := range p.s.env {
		if p.keeps(e.key.id) || p.refs[e.key.id] {
			env = append(env, e)
		}
	}
	p.s.env = env
	mem := p.s.mem[:0]
	for _, e := range p.s.mem {
		if p.refs[e.cell.id] {
			mem = append(mem, e)
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
