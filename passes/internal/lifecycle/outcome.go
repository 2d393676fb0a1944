package lifecycle

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// finish records what a way out of the walk's function means.
func (w *walk) finish(x exit) {
	s := x.state
	if s.res.read > unread {
		w.found.read = true
	}
	if w.source == nil {
		w.giveAway(x)
		for _, decided := range w.byResult(x) {
			out := w.outcome(decided)
			w.found.outcomes = append(w.found.outcomes, out)
			w.vain = w.vain || w.role.param == valueRole && len(out.when) == 0 && len(out.results) == 0
			w.excess = w.excess || w.vain
		}
		return
	}
	if s.res.status == pending {
		return
	}
	for _, v := range x.results {
		w.release(s, v)
	}
	w.shut(s)
	w.found.closed = w.found.closed || s.res.status == closed && !s.res.before || s.res.booked()
	out := w.outcome(x)
	w.found.kept = w.found.kept || s.res.booked() && (len(out.fills) > 0 || w.returned(x))
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
		w.noteRefilled(s, out)
		if s.res.stored || s.res.tended || s.res.empty && (out.code == "" || out.code == switching) {
			out.status, out.read = closed, drained // whoever else has it may have seen to it
		}
		out.fills = nil
		w.found.outcomes = append(w.found.outcomes, out)
	case len(out.fills) > 0:
		w.found.outcomes = append(w.found.outcomes, out)
		w.found.looked = w.found.looked || w.mixed
	case s.res.status == closed:
		w.found.settled = append(w.found.settled, out)
	case s.res.status != open || s.res.empty:
	case w.captured(x):
		w.found.kept = true
	case s.res.over.IsValid():
		w.leak(s, Overwritten, s.res.over)
	default:
		w.leak(s, Returned, returnPos(x.ret))
	}
}

// byResult splits a way out of a predicate of errors by what it returns: that it is true may say that there is an error.
func (w *walk) byResult(x exit) []exit {
	if w.role.param != valueRole || len(x.results) != 1 || x.results[0].kind != symbol || !basicBool(x.ret.Results[0].Type()) || !isErrorPredicate(w.top.Signature) {
		return []exit{x}
	}
	var ways []exit
	for _, is := range []bool{true, false} {
		if s := w.clone(x.state); w.assume(s, x.ret.Results[0], is) {
			ways = append(ways, exit{state: s, results: []value{truth(is)}, ret: x.ret})
		}
	}
	return ways
}

// isErrorPredicate reports whether a function of the signature says something of an error, by a bool, a number or a string.
func isErrorPredicate(sig *types.Signature) bool {
	if sig.Results().Len() != 1 {
		return false
	}
	if _, ok := sig.Results().At(0).Type().Underlying().(*types.Basic); !ok {
		return false
	}
	for v := range sig.Params().Variables() {
		if isError(v.Type()) {
			return true
		}
	}
	return false
}

// giveAway notes what the functions among the results do with the response once somebody calls them. One that has no parameters, and
// only closes it, is that to callers.
func (w *walk) giveAway(x exit) {
	s := x.state
	for i, v := range x.results {
		fn := w.literalOf(v)
		if fn == nil || !s.res.owed() || len(w.carried(s, v)) == 0 {
			continue
		}
		if closer, ok := w.closesWhenCalled(s, v); ok && len(fn.Params) == 0 {
			x.results[i] = closer
			continue
		}
		for _, called := range w.literal(w.clone(s), v, nil, fn) {
			if !called.state.res.owed() {
				s.hand()
			}
			s.res.read = max(s.res.read, called.state.res.read)
			w.drop(called.state)
		}
	}
}

// shut records where a path closed the response and whether it handed it on, now that the path is known to go on to its
// end.
func (w *walk) shut(s *state) {
	w.found.kept = w.found.kept || s.res.lent
	if s.res.shut == nil || s.res.empty {
		return
	}
	c := *s.res.shut
	if s.res.booked() {
		if w.found.outer { // the walk through the function around the literal knows what comes before
			return
		}
		c.Read, c.Steps = s.res.read, s.steps()
	}
	if i := slices.IndexFunc(w.found.closes, func(o Close) bool { return o.Pos == c.Pos && o.Read == c.Read }); i >= 0 {
		w.found.closes[i].Late = w.found.closes[i].Late || c.Late
	} else {
		w.found.closes = append(w.found.closes, c)
	}
}

// returned reports whether there is a way from the results to the response.
func (w *walk) returned(x exit) bool {
	return slices.ContainsFunc(x.results, func(v value) bool { return len(w.carried(x.state, v)) > 0 })
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
	if s.res.hinges || s.res.released {
		w.found.kept = true
		return
	}
	l := Leak{How: how, Pos: pos, Steps: s.steps()}
	if how == Overwritten {
		l.Steps = s.res.upTo.steps()
	}
	if s.res.tested {
		w.found.excused = append(w.found.excused, l)
		return
	}
	w.found.leaks = append(w.found.leaks, l)
}

// settle decides on the paths that looked at the status. If other paths close the response or hand it on, these are those
// on which the source has closed it; if none does, it stays open on one of them.
func (w *walk) settle() {
	f := &w.found
	switch {
	case len(f.excused) == 0:
	case f.closed || f.kept || f.outer || len(f.outcomes) > 0:
		f.kept = true
	default:
		f.leaks = append(f.leaks, f.excused...)
	}
}

// steps returns the branches that the path took, first to last.
func (s *state) steps() []Step { return s.trail.steps() }

// steps returns the branches up to this one, first to last.
func (last *step) steps() []Step {
	var out []Step
	for t := last; t != nil && len(out) < maxTrail; t = t.prev {
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
	case s.res.status == kept && s.res.tended:
		o.status, o.read = closed, drained
	case s.res.arranged && (w.source != nil || s.res.shut == nil): // else the caller may read it until the test is over
		o.status = closed
	case s.res.status == open && s.res.broken && w.source == nil:
		o.status = closed // nothing is left that a caller could close
	}
	o.late = s.res.buffered && o.status == open && o.read == unread
	w.tellFills(s, &o)
	o.tested = s.res.tested && o.status == open && w.role.param >= 0
	if w.role.whole && w.role.param >= 0 && (o.status == open || s.res.status == closed) && !s.res.empty {
		o.field = s.res.inPlace()
	}
	results := w.top.Signature.Results()
	for i, v := range x.results {
		o.results = append(o.results, w.describe(s, i, v, results.At(i).Type())...)
	}
	w.tellClosers(x, &o)
	if slices.ContainsFunc(o.results, func(r result) bool { return r.is.kind == response }) {
		if s.res.status == open {
			o.code, o.codes = s.res.code, s.res.codes
		}
		o.behind = s.res.behind
	}
	if w.role.param >= 0 && o.status == open {
		o.code, o.codes = s.res.proved, s.res.codes
	}
	if w.role.param >= 0 && o.status == closed && s.res.empty { // there was nothing to read
		o.code = s.res.proved
	}
	if m := s.res.method; m.kind == symbol {
		if p, path, ok := w.param(m); ok {
			o.head = &cond{param: p, path: path}
		}
	}
	return o
}

// tellClosers says which of the functions that are handed over beside a response close its body.
func (w *walk) tellClosers(x exit, o *outcome) {
	if !slices.ContainsFunc(o.results, func(r result) bool { return r.is.kind == response || r.is.kind == body }) {
		return
	}
	for n, r := range o.results {
		if r.path != "" || r.is.kind != nonNil || x.results[r.index].kind != function {
			continue
		}
		if closer, ok := w.closesWhenCalled(x.state, x.results[r.index]); ok {
			o.results[n].is = closer
		}
	}
}

// inPlace returns what is in the place of the body, if there is something else: a reader over it, or nonNil.
func (r *resource) inPlace() value {
	switch r.field.kind {
	case body:
		return value{}
	case reader:
		return r.field
	}
	return value{kind: nonNil}
}

// conds returns what the path takes for granted of the function's arguments.
func (w *walk) conds(s *state) []cond {
	var out []cond
	for _, e := range s.env {
		if e.key.idx != fact {
			continue
		}
		switch e.val.kind {
		case symbol: // equal to another argument
			p, path, ok1 := w.param(value{kind: symbol, id: e.key.id})
			q, to, ok2 := w.param(e.val)
			if ok1 && ok2 && path == "" && to == "" {
				out = append(out, cond{p, "", value{kind: symbol, id: uint32(q)}})
			}
		case isNil, nonNil, isTrue, isFalse, constant, differs, atLeast, atMost:
			p, path, ok := w.param(value{kind: symbol, id: e.key.id})
			if c := (cond{p, path, e.val}); ok && !slices.Contains(out, c) { // a field may have been loaded more than once
				out = append(out, c)
			}
		}
	}
	return withoutOtherTypes(out)
}
