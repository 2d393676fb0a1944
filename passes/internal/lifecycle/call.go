package lifecycle

import (
	"go/token"
	"go/types"
	"slices"
	"strconv"

	"golang.org/x/tools/go/ssa"

	"github.com/kalint/kalint/passes/internal/nethttp"
)

// A site is a call that is being made: by a call instruction, or by a deferred call when the function returns.
type site struct {
	instr  ssa.CallInstruction
	common *ssa.CallCommon
	fn     value   // the func value or, for an interface method, the receiver
	args   []value // for a static method the receiver is the first
	pos    token.Pos
	spawn  bool // a go statement
}

// operands returns the values of the call's arguments.
func (w *walk) operands(s *state, c *ssa.CallCommon) []value {
	args := make([]value, len(c.Args))
	for i, a := range c.Args {
		args[i] = w.val(s, a)
	}
	return args
}

func (w *walk) siteOf(s *state, instr ssa.CallInstruction) site {
	c := instr.Common()
	st := site{instr: instr, common: c, args: w.operands(s, c), pos: instr.Pos()}
	if c.IsInvoke() || c.StaticCallee() == nil {
		st.fn = w.val(s, c.Value)
	} else if _, ok := c.Value.(*ssa.MakeClosure); ok {
		st.fn = w.val(s, c.Value)
	}
	return st
}

// call interprets a call instruction.
func (w *walk) call(s *state, instr *ssa.Call) []*state {
	st := w.siteOf(s, instr)
	if w.isSource(instr) {
		if s.res.status != open || w.again(s, instr) {
			return w.begin(s, st)
		}
	}
	w.define(s, instr, value{kind: symbol, id: w.eng.id(instr)})
	return w.apply(s, st)
}

// goCall interprets a go statement: what runs beside the path may end before it or after it.
func (w *walk) goCall(s *state, instr *ssa.Go) []*state {
	st := w.siteOf(s, instr)
	st.spawn = true
	before := s.res.status
	after := w.apply(s, st)
	for _, t := range after {
		if before == open && t.res.status == closed {
			t.res.status = kept
			w.found.kept = true
			w.shut(t)
		}
	}
	return after
}

// deferCall notes a deferred call with its operands.
func (w *walk) deferCall(s *state, instr *ssa.Defer) {
	st := w.siteOf(s, instr)
	d := deferred{instr: instr, id: w.eng.instrID(instr), frame: len(w.active), fn: st.fn, args: st.args}
	d.bound = w.bindings(s, d.fn)
	if instr.DeferStack != nil && d.frame > 1 && instr.Parent().Synthetic != "" {
		d.frame--
	}
	same := func(e deferred) bool {
		return e.instr == d.instr && e.frame == d.frame && e.fn == d.fn && slices.Equal(e.args, d.args) && slices.Equal(e.bound, d.bound)
	}
	if !slices.ContainsFunc(s.defers, same) {
		s.defers = append(s.defers, d)
	}
}

// runDefers makes the deferred calls of the current function, last to first.
func (w *walk) runDefers(s *state) []*state {
	n := len(s.defers)
	if n == 0 || s.defers[n-1].frame < len(w.active) {
		return []*state{s}
	}
	d := s.defers[n-1]
	s.defers = slices.Clip(s.defers[:n-1])
	for i, b := range d.bound {
		s.set(key{d.fn.id, int16(i)}, b)
	}
	var out []*state
	st := site{instr: d.instr, common: d.instr.Common(), fn: d.fn, args: d.args, pos: d.instr.Pos()}
	for _, t := range w.apply(s, st) {
		out = append(out, w.runDefers(t)...)
	}
	return out
}

// apply makes a call: what it does to the tracked response and what it returns. No state means that it does not return.
func (w *walk) apply(s *state, st site) []*state {
	if b, ok := st.common.Value.(*ssa.Builtin); ok {
		return w.builtin(s, st, b)
	}
	if st.common.IsInvoke() {
		return w.invoke(s, st)
	}
	if st.fn.kind == closeFn {
		w.close(s, st.pos)
		return []*state{s}
	}
	fn := w.eng.static(st.common)
	if st.fn.kind == function {
		switch f := w.eng.vals[st.fn.id].(type) {
		case *ssa.Function:
			fn = f
		case *ssa.MakeClosure:
			return w.enterLiteral(s, st, f.Fn.(*ssa.Function))
		}
	}
	switch {
	case st.fn.kind == isNil && fn == nil:
		return nil
	case fn == nil:
		return w.opaque(s, st)
	case fn.Parent() != nil && len(fn.Blocks) > 0 && (st.fn.kind == function || len(fn.FreeVars) == 0):
		return w.enterLiteral(s, st, fn)
	}
	return w.callee(s, st, fn)
}

// builtin interprets the call of a builtin function.
func (w *walk) builtin(s *state, st site, b *ssa.Builtin) []*state {
	switch b.Name() {
	case "append", "copy":
		for _, a := range st.args {
			w.keep(s, a)
		}
	case "recover":
	case "ssa:wrapnilchk":
		if v, ok := st.instr.(*ssa.Call); ok {
			w.define(s, v, st.args[0])
		}
	}
	return []*state{s}
}

// invoke calls an interface method.
func (w *walk) invoke(s *state, st site) []*state {
	name := st.common.Method.Name()
	if w.eng.neverReturns(st.common.Method) {
		return nil
	}
	switch st.fn.kind {
	case isNil:
		return nil
	case body:
		w.bodyMethod(s, st, name)
		return []*state{s}
	case reader:
		if name != "Close" {
			w.readBy(s, st, st.fn)
		}
		return []*state{s}
	case pointer, structure:
		if fn := w.method(st, name); fn != nil {
			st.args = append([]value{st.fn}, st.args...)
			return w.callee(s, st, fn)
		}
		if len(w.carried(s, st.fn)) > 0 {
			w.keep(s, st.fn)
		}
	}
	return w.opaque(s, st)
}

// method finds the method that an interface call reaches, where the dynamic type is in view.
func (w *walk) method(st site, name string) *ssa.Function {
	a, ok := w.eng.vals[st.fn.id].(*ssa.Alloc)
	if !ok || st.fn.path != "" {
		return nil
	}
	t := a.Type()
	if st.fn.kind == structure {
		t = t.Underlying().(*types.Pointer).Elem()
	}
	return w.eng.methodOf(t, st.common.Method.Pkg(), name)
}

// bodyMethod calls a method of the body.
func (w *walk) bodyMethod(s *state, st site, name string) {
	switch name {
	case "Close":
		w.close(s, st.pos)
	case "Read", "WriteTo":
		w.readBy(s, st, value{kind: reader})
		if name == "WriteTo" {
			s.res.read = drained
		}
	}
}

// close closes the body.
func (w *walk) close(s *state, pos token.Pos) {
	if s.res.status == kept { // who else has it may have read it: nobody knows how much was
		s.res.status, s.res.stored = closed, false
	}
	if s.res.status != open {
		return
	}
	s.res.status = closed
	if !s.res.empty {
		s.res.shut = &Close{Pos: pos, Read: s.res.read, Steps: s.steps()}
	}
}

// readBy notes that the call reads from the body, and that its error may be io.EOF.
func (w *walk) readBy(s *state, st site, from value) {
	s.res.read = max(s.res.read, partly)
	mark := ""
	if from.path == "" {
		mark = raw
	}
	w.setErrors(s, st, value{kind: readErr, path: mark})
}

// setErrors gives the call's error results a value.
func (w *walk) setErrors(s *state, st site, v value) {
	results := st.common.Signature().Results()
	for i := range results.Len() {
		if isError(results.At(i).Type()) {
			w.setResult(s, st, i, v)
		}
	}
}

// setResult gives result i of the call a value.
func (w *walk) setResult(s *state, st site, i int, v value) {
	call, ok := st.instr.(*ssa.Call)
	if !ok || v.kind == unknown {
		return
	}
	if st.common.Signature().Results().Len() > 1 {
		s.set(key{w.eng.id(call), int16(i)}, v)
	} else {
		w.define(s, call, v)
	}
}

// opaque makes a call whose callee is not known: what goes in is handed on, and function literals among it may be called.
func (w *walk) opaque(s *state, st site) []*state {
	keep := w.keep
	if st.fn.kind == symbol {
		if _, ok := w.eng.vals[st.fn.id].(*ssa.Parameter); ok { // the caller's own function may do what the caller owes
			keep = w.stash
		}
	}
	for _, a := range st.args {
		if a.kind != function {
			keep(s, a)
			w.disturb(s, a)
		}
	}
	return w.literals(s, st)
}

// disturb forgets what is known of an object that somebody else may change.
func (w *walk) disturb(s *state, v value) {
	if v.kind != pointer {
		return
	}
	s.mem = slices.DeleteFunc(s.mem, func(e content) bool {
		if e.cell.id != v.id {
			return false
		}
		switch e.val.kind {
		case isNil, nonNil, isTrue, isFalse:
			return true
		case symbol: // a request's method stays what it was, whoever adds headers to it
			v := w.eng.vals[e.val.id]
			return v == nil || !isString(v.Type())
		}
		return e.cell.path == fresh
	})
}

// literals runs, once each, the function literals among a call's arguments: whoever is given one calls it.
func (w *walk) literals(s *state, st site) []*state {
	states := []*state{s}
	for _, a := range st.args {
		if a.kind != function {
			continue
		}
		fn := w.literalOf(a)
		if fn == nil || !w.concerns(s, a, fn) {
			continue
		}
		var after []*state
		for _, t := range states {
			after = append(after, w.lend(t, st, a, fn)...)
		}
		states = after
	}
	return states
}

// literalOf returns the function that a func value is known to be, or nil.
func (w *walk) literalOf(v value) *ssa.Function {
	if v.kind != function {
		return nil
	}
	switch f := w.eng.vals[v.id].(type) {
	case *ssa.MakeClosure:
		return f.Fn.(*ssa.Function)
	case *ssa.Function:
		return f
	}
	return nil
}

// concerns reports whether running the literal could matter: it holds the response or its source.
func (w *walk) concerns(s *state, lit value, fn *ssa.Function) bool {
	if s.res.status == pending {
		return w.source != nil && contains(fn, w.source)
	}
	return s.res.status == open && len(w.carried(s, lit)) > 0
}

// lend runs a literal that was given to a function nobody can look into. If it closes or keeps the response, that is
// taken to happen; if it fetches one, the function is taken to succeed when the literal does.
func (w *walk) lend(s *state, st site, lit value, fn *ssa.Function) []*state {
	before := s.res.status
	exits := w.literal(s.clone(), lit, nil, fn)
	if before == open {
		for _, x := range exits {
			if x.state.res.status != open {
				s.res.arranged = x.state.res.status == closed
				s.res.status = kept
				w.found.kept = true
			}
			s.res.read = max(s.res.read, x.state.res.read)
		}
		return []*state{s}
	}
	var out []*state
	for _, x := range exits {
		if x.state.res.status == pending {
			continue
		}
		for i, v := range x.results {
			if isError(fn.Signature.Results().At(i).Type()) && (v.kind == isNil || v.kind == nonNil) {
				w.setErrors(x.state, st, v)
			}
		}
		out = append(out, x.state)
	}
	return out
}

// enterLiteral calls a function literal, or a method value, in place.
func (w *walk) enterLiteral(s *state, st site, fn *ssa.Function) []*state {
	if slices.Contains(w.active, fn) || len(w.active) > maxDepth || len(fn.Blocks) == 0 {
		return w.opaque(s, st)
	}
	var out []*state
	for _, x := range w.literal(s, st.fn, st.args, fn) {
		if !st.spawn {
			for i, v := range x.results {
				w.setResult(x.state, st, i, v)
			}
		}
		out = append(out, x.state)
	}
	return out
}

// literal runs fn in the state, with its free variables bound as in the closure lit; args may be nil.
func (w *walk) literal(s *state, lit value, args []value, fn *ssa.Function) []exit {
	if slices.Contains(w.active, fn) || len(w.active) > maxDepth {
		return []exit{{state: s}}
	}
	if lit.kind == function {
		for i, b := range w.bindings(s, lit) {
			if i < len(fn.FreeVars) {
				s.set(key{w.eng.id(fn.FreeVars[i]), self}, b)
			}
		}
	}
	for i, p := range fn.Params {
		id := w.eng.id(p)
		s.redefine(id)
		if i < len(args) {
			s.set(key{id, self}, args[i])
		}
	}
	exits := w.exec(fn, s)
	for i := range exits {
		for j, v := range exits[i].results {
			exits[i].results[j] = exits[i].state.resolve(v)
		}
	}
	return exits
}

// callee calls a function that is known: its summary says what becomes of what it is given.
func (w *walk) callee(s *state, st site, fn *ssa.Function) []*state {
	if obj, ok := fn.Object().(*types.Func); ok && w.eng.neverReturns(obj) {
		return nil
	}
	states := []*state{s}
	touched := false
	for i, a := range st.args {
		if a.kind == function {
			continue
		}
		for _, c := range w.carried(s, a) {
			touched = true
			var after []*state
			for _, t := range states {
				after = append(after, w.pass(t, st, fn, i, c)...)
			}
			states = w.distinct(after)
		}
	}
	if !touched {
		states = w.values(s, st, fn)
	}
	var out []*state
	for _, t := range states {
		for _, a := range st.args {
			w.disturb(t, a)
		}
		out = append(out, w.literals(t, st)...)
	}
	return out
}

// pass hands the tracked response to parameter i of fn by the way c.
func (w *walk) pass(s *state, st site, fn *ssa.Function, i int, c carry) []*state {
	if c.path != "" && i < len(st.common.Args) && types.IsInterface(st.common.Args[i].Type()) {
		c = carry{val: w.seal(s, st.args[i], c)}
	}
	r := role{param: i, whole: c.val.kind == response || c.val.kind == responseV, path: rolePath(c)}
	outs, ok := w.eng.outcomes(fn, r)
	if !ok || c.val.kind == responseV || c.val.kind == bodyField {
		if s.res.status == open && c.val.owns() {
			s.res.status = kept
			w.found.kept = true
		}
		s.res.read = max(s.res.read, partly)
		return []*state{s}
	}
	ample, discards := w.ample(st, fn), w.discards(st, fn)
	var out []*state
	for _, o := range outs {
		if !w.matches(s, o.when, st.args) {
			continue
		}
		if ample {
			o = widened(o)
		}
		t := s.clone()
		if !w.accept(t, st, o.when) {
			continue
		}
		w.effect(t, st, o, c.val)
		if discards && (ample || c.val.path == enough) {
			t.res.read = drained
		}
		w.setResults(t, st, o.results, c.val)
		out = append(out, t)
	}
	return out
}

// ample reports whether the call bounds what is read by so much that reading up to there and throwing it away counts as
// reading to the end.
func (w *walk) ample(st site, fn *ssa.Function) bool {
	obj, ok := fn.Object().(*types.Func)
	if !ok {
		return false
	}
	p, ok := nethttp.Bound(obj)
	if !ok || p >= len(st.args) || st.args[p].kind != constant {
		return false
	}
	n, err := strconv.ParseInt(st.args[p].path, 10, 64)
	return err == nil && n >= nethttp.DrainBound
}

// discards reports whether the call copies to io.Discard.
func (w *walk) discards(st site, fn *ssa.Function) bool {
	obj, ok := fn.Object().(*types.Func)
	if !ok || !nethttp.Copies(obj) || len(st.common.Args) == 0 {
		return false
	}
	load, ok := st.common.Args[0].(*ssa.UnOp)
	if !ok {
		return false
	}
	g, ok := load.X.(*ssa.Global)
	return ok && g.Name() == "Discard"
}

// widened is the outcome of a call whose bound is ample.
func widened(o outcome) outcome {
	o.results = slices.Clone(o.results)
	for i := range o.results {
		if o.results[i].is == (value{kind: reader, path: limited}) {
			o.results[i].is.path = enough
		}
	}
	return o
}

// rolePath is the path of a way to the response as roles spell it.
func rolePath(c carry) string {
	if c.val.kind == closeFn {
		return c.path + "()"
	}
	return c.path
}

// effect applies what an outcome says of the response that came in by val.
func (w *walk) effect(s *state, st site, o outcome, val value) {
	if val.kind == reader {
		if o.read > unread || o.status == kept {
			s.res.read = max(s.res.read, throughLimit(max(o.read, partly), val))
		}
		return
	}
	if val.kind == response && s.res.field.kind != body { // what it finds in the Body field is not this body
		if s.res.field.kind == reader && o.read > unread {
			s.res.read = max(s.res.read, throughLimit(o.read, s.res.field))
		}
		return
	}
	if s.res.status != closed {
		s.res.read = max(s.res.read, throughLimit(o.read, val))
	}
	switch {
	case o.status == closed:
		w.close(s, st.pos)
	case o.status == kept && s.res.status == open:
		s.res.status = kept
		w.found.kept = true
	}
}

// throughLimit is what reading to level means for the body behind val.
func throughLimit(l level, val value) level {
	if l == drained && (val.path == limited || val.path == enough) {
		return partly
	}
	return l
}

// setResults defines the call's results as an outcome describes them.
func (w *walk) setResults(s *state, st site, results []result, val value) {
	for _, r := range results {
		v := r.is
		switch {
		case v.kind == symbol:
			if int(v.id) >= len(st.args) {
				continue
			}
			v = w.part(s, st.args[v.id], v.path)
			if v == (value{kind: isNil, path: "zero"}) {
				v = zeroValue(st.common.Signature().Results().At(r.index).Type())
			}
		case v.kind == body && val.kind == reader:
			v = val
		case (v.kind == reader || v.kind == readMore) && (val.path == limited || val.path == enough):
			v.path = val.path
		case v.kind == readErr && val.path != "":
			v.path = ""
		}
		if r.path != "" {
			id := w.eng.resultID(st.instr, r.index)
			s.store(cell{id, r.path}, v)
			v = value{kind: pointer, id: id}
			if _, ok := st.common.Signature().Results().At(r.index).Type().Underlying().(*types.Struct); ok {
				v.kind = structure
			}
		}
		w.setResult(s, st, r.index, v)
	}
}

// values applies what fn returns for arguments that have nothing to do with the response.
func (w *walk) values(s *state, st site, fn *ssa.Function) []*state {
	outs, ok := w.eng.outcomes(fn, role{param: valueRole})
	if !ok {
		return []*state{s}
	}
	var feasible []outcome
	for _, o := range outs {
		if w.matches(s, o.when, st.args) {
			feasible = append(feasible, o)
		}
	}
	if len(feasible) == 0 {
		return nil // it does not return for these arguments
	}
	if !w.acceptCommon(s, st.common, feasible) {
		return nil
	}
	if len(feasible) == 1 {
		w.setResults(s, st, feasible[0].results, value{})
		return []*state{s}
	}
	for _, r := range feasible[0].results {
		agreed := r.is.kind != symbol && r.path == ""
		for _, o := range feasible[1:] {
			agreed = agreed && slices.Contains(o.results, r)
		}
		if agreed {
			w.setResults(s, st, []result{r}, value{})
		}
	}
	for _, r := range undisputed(feasible) {
		w.setResults(s, st, []result{r}, value{})
	}
	return []*state{s}
}

// undisputed returns what some outcome says of a part of a result and no other one contradicts: of a request's method,
// which is of interest only where there is a request.
func undisputed(outs []outcome) []result {
	var found []result
	for _, o := range outs {
		for _, r := range o.results {
			if r.path != ".Method" {
				continue
			}
			i := slices.IndexFunc(found, func(f result) bool { return f.index == r.index })
			if i < 0 {
				found = append(found, r)
			} else if found[i] != r {
				return nil
			}
		}
	}
	return found
}

// seal says what closing the object means for the body that it carries, where only its interface is passed on.
func (w *walk) seal(s *state, v value, c carry) value {
	if c.val.kind == reader {
		return c.val
	}
	a, ok := w.eng.vals[v.id].(*ssa.Alloc)
	if !ok {
		return c.val
	}
	t := a.Type()
	if v.kind == structure {
		t = t.Underlying().(*types.Pointer).Elem()
	}
	if isNamed(t, "io", "LimitedReader") {
		return value{kind: reader, path: limited}
	}
	fn := w.eng.methodOf(t, nil, "Close")
	if fn == nil {
		return value{kind: reader, path: unclosable}
	}
	outs, ok := w.eng.outcomes(fn, role{0, c.val.kind == response, c.path})
	if !ok {
		return value{kind: body}
	}
	for _, o := range outs {
		if o.status != open {
			return value{kind: body}
		}
	}
	return value{kind: reader}
}
