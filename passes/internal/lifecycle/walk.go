package lifecycle

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

const (
	maxSteps      = 200_000    // instructions that one walk may interpret
	maxValueSteps = 3_000      // the same where no response comes in: only small functions tell their callers something
	maxTotal      = 10_000_000 // instructions that all walks of a package may interpret
	maxStates     = 500        // states that one block may be entered with
	maxDepth      = 5          // calls of function literals inside each other that are followed
	maxTrail      = 32         // branches of a path that are told
	maxPath       = 60         // bytes of a path into an object
)

// A walk follows one response along every path of a function: from its source, or from the function's parameter.
type walk struct {
	eng    *engine
	top    *ssa.Function
	source ssa.CallInstruction // the call that hands over the response; nil for a role's walk
	role   role
	steps  int
	excess bool            // a bound was hit: nothing that was found counts
	active []*ssa.Function // the function and the literals that are being followed
	found  findings
	overs  []span // the statements that assign to the variable that first holds the response
}

// findings is what a walk has seen.
type findings struct {
	leaks    []Leak
	closes   []Close
	outcomes []outcome
	outer    bool // the response went into a variable of the enclosing function
	kept     bool // some path hands it on
	read     bool // some path reads it
	reached  bool // the source was reached
}

// An exit is one way out of a function that was followed.
type exit struct {
	state   *state
	results []value
	ret     *ssa.Return
}

// run walks the whole function from the given state.
func (w *walk) run(s *state) {
	for _, x := range w.exec(w.top, s) {
		w.finish(x)
	}
}

// An arrival is a state at the start of a block.
type arrival struct {
	block *ssa.BasicBlock
	pred  *ssa.BasicBlock
	state *state
}

// exec follows fn from its first block and returns the distinct ways out.
func (w *walk) exec(fn *ssa.Function, s *state) []exit {
	if len(fn.Blocks) == 0 {
		return nil
	}
	w.active = append(w.active, fn)
	defer func() { w.active = w.active[:len(w.active)-1] }()
	seen := make(map[*ssa.BasicBlock]map[identity]bool)
	var exits []exit
	distinct := make(map[identity]bool)
	work := []arrival{{fn.Blocks[0], nil, s}}
	for len(work) > 0 && !w.excess {
		a := work[len(work)-1]
		work = work[:len(work)-1]
		if !w.enter(a, seen) {
			continue
		}
		next, outs := w.block(a)
		work = append(work, next...)
		for _, x := range outs {
			if h := x.hash(); !distinct[h] {
				distinct[h] = true
				exits = append(exits, x)
			}
		}
	}
	return exits
}

// hash returns the identity of a way out.
func (x exit) hash() identity {
	buf := x.state.spell(nil)
	for _, v := range x.results {
		buf = appendValue(buf, v)
	}
	if x.ret != nil {
		buf = append(buf, byte(x.ret.Pos()), byte(x.ret.Pos()>>8), byte(x.ret.Pos()>>16), byte(x.ret.Block().Index))
	}
	return identify(buf)
}

// enter evaluates the block's phis, forgets what is no longer needed, and reports whether the state is new there.
func (w *walk) enter(a arrival, seen map[*ssa.BasicBlock]map[identity]bool) bool {
	if a.state.res.status == pending && w.source != nil && !w.mayReach(a.block) {
		return false
	}
	w.phis(a)
	w.prune(a.state, a.block)
	states := seen[a.block]
	if states == nil {
		states = make(map[identity]bool)
		seen[a.block] = states
	}
	h := a.state.hash()
	if states[h] {
		return false
	}
	states[h] = true
	if len(states) > maxStates {
		w.excess = true
	}
	return true
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
	var phis []*ssa.Phi
	var vals []value
	for _, instr := range a.block.Instrs {
		phi, ok := instr.(*ssa.Phi)
		if !ok {
			break
		}
		phis = append(phis, phi)
		vals = append(vals, w.raw(a.state, phi.Edges[edge]))
	}
	for i, phi := range phis {
		id := w.eng.id(phi)
		if v := vals[i]; v.kind == symbol {
			if v.id == id {
				continue
			}
			if f := a.state.get(key{v.id, fact}); f.kind != unknown {
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

// block interprets the block's instructions; the result is where the paths go on and where they leave the function.
func (w *walk) block(a arrival) ([]arrival, []exit) {
	states := []*state{a.state}
	for _, instr := range a.block.Instrs {
		switch instr := instr.(type) {
		case *ssa.Phi:
			continue
		case *ssa.If:
			return w.branch(a.block, instr, states), nil
		case *ssa.Jump:
			next := make([]arrival, 0, len(states))
			for _, s := range states {
				next = append(next, arrival{a.block.Succs[0], a.block, s})
			}
			return next, nil
		case *ssa.Return:
			return nil, w.returns(instr, states)
		case *ssa.Panic:
			return nil, nil
		}
		w.spend(len(states))
		if w.excess {
			return nil, nil
		}
		var after []*state
		for _, s := range states {
			w.noteOverwrite(s, instr)
			after = append(after, w.step(s, instr)...)
		}
		states = w.distinct(after)
		if len(states) == 0 {
			return nil, nil
		}
	}
	return nil, nil
}

// noteOverwrite notes that the path assigns something else to the variable that first held the response.
func (w *walk) noteOverwrite(s *state, instr ssa.Instruction) {
	if s.res.status != open || s.res.over.IsValid() || instr == w.source {
		return
	}
	pos := instr.Pos()
	for _, o := range w.overs {
		if o.pos <= pos && pos < o.end {
			s.res.over = o.pos
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
		if h := s.hash(); !seen[h] {
			seen[h] = true
			out = append(out, s)
		}
	}
	if len(out) > maxStates {
		w.excess = true
	}
	return out
}

// spend counts n interpreted instructions.
func (w *walk) spend(n int) {
	w.steps += n
	w.eng.total += n
	limit := maxSteps
	if w.role.param == valueRole {
		limit = maxValueSteps
	}
	if w.steps > limit || w.eng.total > maxTotal {
		w.excess = true
	}
}

// branch splits the states at an if.
func (w *walk) branch(b *ssa.BasicBlock, cond *ssa.If, states []*state) []arrival {
	var next []arrival
	pos := w.eng.condPos(cond)
	for _, s := range states {
		for i, taken := range []bool{true, false} {
			t := s
			if i == 0 {
				t = s.clone()
			}
			if w.assume(t, cond.Cond, taken) {
				t.trail = &step{pos, taken, t.trail}
				next = append(next, arrival{b.Succs[i], b, t})
			}
		}
	}
	return next
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
		t := s.clone()
		if w.assume(s, v, true) {
			out = append(out, s)
		}
		if w.assume(t, v, false) {
			out = append(out, t)
		}
	}
	return out
}

// raw returns what the state holds for v: a symbol where nothing is known.
func (w *walk) raw(s *state, v ssa.Value) value {
	switch v := v.(type) {
	case *ssa.Const:
		return constValue(v)
	case *ssa.Function:
		return value{kind: function, id: w.eng.id(v)}
	case *ssa.Global:
		return value{kind: pointer, id: w.eng.id(v)}
	case *ssa.Builtin:
		return value{}
	}
	r := v
	if fn := v.Parent(); fn != nil {
		r = w.eng.info(fn).rep(v)
	}
	id := w.eng.id(r)
	if known := s.get(key{id, self}); known.kind != unknown {
		return known
	}
	switch r.(type) {
	case *ssa.Alloc, *ssa.FreeVar:
		return value{kind: pointer, id: id}
	}
	return value{kind: symbol, id: id}
}

// val returns what the state knows of v; a symbol that tests have taught something about stands for that.
func (w *walk) val(s *state, v ssa.Value) value { return s.resolve(w.raw(s, v)) }

// resolve replaces a symbol by what tests have taught about it.
func (s *state) resolve(v value) value {
	if v.kind == symbol {
		if f := s.get(key{v.id, fact}); f.kind != unknown {
			return f
		}
	}
	return v
}

// define gives v its new value.
func (w *walk) define(s *state, v ssa.Value, val value) {
	r := w.eng.info(v.Parent()).rep(v)
	if r != v { // what is known of its like, perhaps on another path, holds for it
		if val.kind != symbol {
			s.set(key{w.eng.id(r), self}, val)
		}
		return
	}
	w.redefine(s, v)
	if id := w.eng.id(v); val != (value{kind: symbol, id: id}) {
		s.set(key{id, self}, val)
	}
}

// redefine forgets what was known of v and of what is computed from it.
func (w *walk) redefine(s *state, v ssa.Value) {
	fn := v.Parent()
	s.redefine(w.eng.id(v))
	info := w.eng.info(fn)
	if !info.loops && len(w.active) == 1 {
		return
	}
	for _, u := range info.rooted[v] {
		w.redefine(s, u)
	}
}

// prune forgets what no instruction from block b on can ask for, so that states which differ in nothing else meet.
func (w *walk) prune(s *state, b *ssa.BasicBlock) {
	fn := b.Parent()
	info := w.eng.info(fn)
	keep := func(id uint32) bool {
		v := w.eng.vals[id]
		if w.source != nil && s.res.status != pending && w.option(v) {
			return true
		}
		switch v.(type) {
		case *ssa.Parameter, *ssa.FreeVar, *ssa.Global:
			return true
		}
		if v.Parent() != fn {
			return w.running(v.Parent())
		}
		return info.needed(b, v)
	}
	refs := make(map[uint32]bool)
	var mark func(v value)
	markObject := func(id uint32) {
		if refs[id] {
			return
		}
		refs[id] = true
		for _, e := range s.mem {
			if e.cell.id == id {
				mark(e.val)
			}
		}
	}
	mark = func(v value) {
		switch v.kind {
		case pointer, structure, symbol:
			markObject(v.id)
		case function:
			if !refs[v.id] {
				refs[v.id] = true
				for _, b := range w.bindings(s, v) {
					mark(b)
				}
			}
		}
	}
	for _, e := range s.env {
		if e.key.idx != fact && keep(e.key.id) {
			mark(e.val)
		}
	}
	for _, d := range s.defers {
		mark(d.fn)
		for _, a := range d.bound {
			mark(a)
		}
		for _, a := range d.args {
			mark(a)
		}
	}
	for _, e := range s.mem {
		if keep(e.cell.id) {
			markObject(e.cell.id)
		}
	}
	w.sweep(s, keep, refs)
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

// sweep drops what prune did not mark.
func (w *walk) sweep(s *state, keep func(uint32) bool, refs map[uint32]bool) {
	env := s.env[:0]
	for _, e := range s.env {
		if keep(e.key.id) || refs[e.key.id] {
			env = append(env, e)
		}
	}
	s.env = env
	mem := s.mem[:0]
	for _, e := range s.mem {
		if refs[e.cell.id] {
			mem = append(mem, e)
		}
	}
	s.mem = mem
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

// finish records what a way out of the walk's function means.
func (w *walk) finish(x exit) {
	s := x.state
	if s.res.read > unread {
		w.found.read = true
	}
	if s.res.status == kept {
		w.found.kept = true
	}
	if w.source == nil {
		w.found.outcomes = append(w.found.outcomes, w.outcome(x))
		return
	}
	if s.res.status == pending {
		return
	}
	w.shut(s)
	out := w.outcome(x)
	handed := false
	for _, r := range out.results {
		switch r.is.kind {
		case response, body, closeFn:
			handed = true
		}
	}
	switch {
	case handed:
		w.found.kept = w.found.kept || s.res.status != closed
		if s.res.stored {
			out.status = closed // whoever else has it may have seen to it
		}
		w.found.outcomes = append(w.found.outcomes, out)
	case s.res.status != open || s.res.empty:
	case w.captured(x):
		w.found.kept = true
	case s.res.over.IsValid():
		w.leak(s, Overwritten, s.res.over)
	default:
		w.leak(s, Returned, returnPos(x.ret))
	}
}

// shut records where a path closed the response, now that the path is known to go on to its end.
func (w *walk) shut(s *state) {
	if c := s.res.shut; c != nil && !slices.ContainsFunc(w.found.closes, func(o Close) bool { return o.Pos == c.Pos && o.Read == c.Read }) {
		w.found.closes = append(w.found.closes, *c)
	}
}

// captured reports whether a result is a function literal that holds the response.
func (w *walk) captured(x exit) bool {
	for _, v := range x.results {
		if v.kind == function && len(w.carried(x.state, v)) > 0 {
			return true
		}
	}
	return false
}

// leak records that a path leaves with the body open.
func (w *walk) leak(s *state, how Exit, pos token.Pos) {
	w.found.leaks = append(w.found.leaks, Leak{How: how, Pos: pos, Steps: s.steps()})
}

// steps returns the branches that the path took, first to last.
func (s *state) steps() []Step {
	var out []Step
	for t := s.trail; t != nil && len(out) < maxTrail; t = t.prev {
		if t.pos.IsValid() {
			out = append(out, Step{t.pos, t.taken})
		}
	}
	for i, j := 0, len(out)-1; i < j; i, j = i+1, j-1 {
		out[i], out[j] = out[j], out[i]
	}
	return out
}

// returnPos is where the function returns: its closing brace where there is no statement.
func returnPos(ret *ssa.Return) token.Pos {
	if ret.Pos().IsValid() {
		return ret.Pos()
	}
	if syn := ret.Parent().Syntax(); syn != nil {
		return syn.End() - 1
	}
	return ret.Parent().Pos()
}

// outcome describes a way out of the function to its callers.
func (w *walk) outcome(x exit) outcome {
	s := x.state
	o := outcome{status: s.res.status, read: s.res.read, when: w.conds(s)}
	switch {
	case s.res.status == pending:
		o.status = open
	case s.res.arranged:
		o.status = closed
	case s.res.status == open && s.res.broken && w.source == nil:
		o.status = closed // nothing is left that a caller could close
	}
	results := w.top.Signature.Results()
	for i, v := range x.results {
		o.results = append(o.results, w.describe(s, i, v, results.At(i).Type())...)
	}
	if m := s.res.method; m.kind == symbol {
		if p, path, ok := w.param(m); ok {
			o.head = &cond{param: p, path: path}
		}
	}
	return o
}

// param resolves a symbol to a parameter of the walk's function, or to a part of what it points to.
func (w *walk) param(v value) (int, string, bool) {
	path := v.path
	val := w.eng.vals[v.id]
	for depth := 0; depth < 4; depth++ {
		switch x := val.(type) {
		case *ssa.Parameter:
			for i, p := range w.top.Params {
				if p == x {
					return i, path, true
				}
			}
			return 0, "", false
		case *ssa.Alloc:
			if val = spilled(x); val == nil {
				return 0, "", false
			}
		case *ssa.UnOp:
			if x.Op != token.MUL {
				return 0, "", false
			}
			val = x.X
		case *ssa.FieldAddr:
			path = "." + fieldOf(x.X.Type(), x.Field).Name() + path
			val = x.X
		case *ssa.Field:
			path = "." + fieldOf(x.X.Type(), x.Field).Name() + path
			val = x.X
		default:
			return 0, "", false
		}
	}
	return 0, "", false
}

// spilled returns the parameter that the local variable holds a copy of, if that is all that it ever holds.
func spilled(a *ssa.Alloc) ssa.Value {
	var param ssa.Value
	for _, ref := range *a.Referrers() {
		if st, ok := ref.(*ssa.Store); ok && st.Addr == a {
			p, ok := st.Val.(*ssa.Parameter)
			if !ok || param != nil {
				return nil
			}
			param = p
		}
	}
	return param
}

// conds returns what the path takes for granted of the function's arguments.
func (w *walk) conds(s *state) []cond {
	var out []cond
	for _, e := range s.env {
		if e.key.idx != fact {
			continue
		}
		switch e.val.kind {
		case isNil, nonNil, isTrue, isFalse, constant:
			if p, path, ok := w.param(value{kind: symbol, id: e.key.id}); ok {
				out = append(out, cond{p, path, e.val})
			}
		}
	}
	return out
}

// describe says what result i is, as far as it matters to a caller.
func (w *walk) describe(s *state, i int, v value, t types.Type) []result {
	switch v.kind {
	case body, reader, closeFn, isNil, nonNil, isTrue, isFalse:
		return []result{{index: i, is: v}}
	case response, responseV:
		if s.res.status == open && s.res.field.kind != body { // whoever gets it cannot close what it was
			return []result{{index: i, is: value{kind: nonNil}}}
		}
		return []result{{index: i, is: value{kind: response}}}
	case readErr:
		if v.known() == nonNil {
			return []result{{index: i, is: value{kind: nonNil}}}
		}
	case symbol:
		if p, path, ok := w.param(v); ok && (path == "" || isError(t)) {
			return []result{{index: i, is: value{kind: symbol, id: uint32(p), path: path}}}
		}
	case pointer, structure:
		return w.describeObject(s, i, v, t)
	case function:
		return []result{{index: i, is: value{kind: nonNil}}}
	}
	return nil
}

// describeObject says what of the tracked response the object that is result i carries.
func (w *walk) describeObject(s *state, i int, v value, t types.Type) []result {
	var out []result
	if p, ok := w.eng.vals[v.id].(*ssa.Parameter); ok && v.path == "" {
		for n, q := range w.top.Params {
			if p == q {
				return []result{{index: i, is: value{kind: symbol, id: uint32(n)}}}
			}
		}
	}
	for _, c := range w.carried(s, v) {
		switch {
		case types.IsInterface(t):
			is := w.seal(s, v, c)
			if is.path == unclosable && !reads(t) { // an assertion to its type gets at what it holds
				is = value{kind: body}
			}
			if len(out) == 0 {
				out = append(out, result{index: i, is: is})
			} else if is.kind != reader {
				out[0].is = is
			}
		case isResponse(t) && c.path == ".Body":
			out = append(out, result{index: i, is: value{kind: response}})
		default:
			out = append(out, result{index: i, path: c.path, is: c.val})
		}
	}
	if len(out) > 0 && !types.IsInterface(t) {
		out = append(out, w.nilErrors(s, i, v)...)
	}
	if isNamed(t, "net/http", "Request") {
		out = append(out, w.methodOf(s, i, v)...)
	}
	if v.kind == pointer && !slices.ContainsFunc(out, func(r result) bool { return r.path == "" || r.is.tracked() }) {
		out = append(out, result{index: i, is: value{kind: nonNil}})
	}
	return out
}

// nilErrors says which fields of an object that carries the response out are errors that are known to be nil.
func (w *walk) nilErrors(s *state, i int, v value) []result {
	var out []result
	for _, e := range s.mem {
		if e.cell.id == v.id && within(e.cell.path, v.path) && e.cell.path != fresh && e.val.kind == isNil && e.cell.path != v.path {
			out = append(out, result{index: i, path: e.cell.path[len(v.path):], is: value{kind: isNil}})
		}
	}
	return out
}

// methodOf says what the method of the request that is result i is.
func (w *walk) methodOf(s *state, i int, v value) []result {
	m := w.part(s, v, ".Method")
	if m.kind == symbol {
		p, path, ok := w.param(m)
		if !ok {
			return nil
		}
		m = value{kind: symbol, id: uint32(p), path: path}
	} else if m.kind != constant {
		return nil
	}
	return []result{{index: i, path: ".Method", is: m}}
}
