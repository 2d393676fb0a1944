package lifecycle

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/kalint/kalint/passes/internal/nethttp"
)

// literals runs, once each, the function literals among a call's arguments: whoever is given one calls it.
func (w *walk) literals(s *state, st site) []*state {
	states := []*state{s}
	for i, a := range st.args {
		if a.kind != function {
			continue
		}
		fn := w.literalOf(a)
		if fn == nil {
			continue
		}
		if !w.concerns(s, a, fn) {
			for _, t := range states {
				w.forgetWritten(t, a, fn)
			}
			continue
		}
		var after []*state
		for _, t := range states {
			after = append(after, w.lend(t, st, i, fn)...)
		}
		states = after
	}
	return states
}

// forgetWritten drops what is known of the variables that a literal changes which somebody may call.
func (w *walk) forgetWritten(s *state, lit value, fn *ssa.Function) {
	for i, b := range w.bindings(s, lit) {
		if b.kind == pointer && alters(fn, i) {
			s.store(cell{b.id, b.path}, value{})
			s.forgetFresh(b.id)
		}
	}
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
	return (s.res.owed() || s.res.booked()) && len(w.carried(s, lit)) > 0
}

// lend runs the literal that is an argument of a call of a function nobody can look into. If it closes or keeps the response,
// that is taken to happen; if it fetches one, the function is taken to succeed when the literal does.
func (w *walk) lend(s *state, st site, arg int, fn *ssa.Function) []*state {
	had := s.res.status != pending
	exits := w.literal(w.clone(s), st.args[arg], nil, fn)
	if had {
		owed := s.res.owed()
		for _, x := range exits {
			switch {
			case owed && !x.state.res.owed():
				w.arrange(s, st, x.state)
			case x.state.res.lent:
				s.give()
			}
			s.res.read = max(s.res.read, x.state.res.read)
			w.drop(x.state)
		}
		return s.only()
	}
	for _, x := range exits {
		exits = append(exits, w.repeated(st, arg, fn, x)...)
	}
	var out []*state
	for _, x := range exits {
		if x.state.res.status == pending {
			w.drop(x.state)
			continue
		}
		for i, v := range x.results {
			if isError(fn.Signature.Results().At(i).Type()) && (v.kind == isNil || v.kind == nonNil) {
				w.setErrors(x.state, st, v)
				w.await(x.state, st, v)
			}
		}
		w.supply(x.state, st, arg, x.results)
		out = append(out, x.state)
	}
	return out
}

// arrange notes what a literal that was given to a function has done with the response once it is run.
func (w *walk) arrange(s *state, st site, after *state) {
	shut, lent, fn := after.res.shut, s.res.lent, w.named(st.common)
	s.res.arranged = after.res.status == closed && (fn == nil || !nethttp.RunsLater(fn)) // else it may never be run
	s.hand()
	s.res.tended = s.res.tended || after.res.status == closed
	if s.res.arranged && shut != nil && fn != nil && nethttp.RunsAtEnd(fn) {
		s.res.shut, s.res.lent = shut, lent
	}
}

// named returns the function or the interface method that is called; nil if it has no name.
func (w *walk) named(c *ssa.CallCommon) *types.Func {
	if c.IsInvoke() {
		return c.Method
	}
	fn := w.eng.static(c)
	if fn == nil {
		return nil
	}
	obj, _ := fn.Object().(*types.Func)
	return obj
}

// enterLiteral calls a function literal, or a method value, in place.
func (w *walk) enterLiteral(s *state, st site, fn *ssa.Function) []*state {
	if slices.Contains(w.active, fn) || len(w.active) > maxDepth || len(fn.Blocks) == 0 {
		return w.opaque(s, st)
	}
	if w.detail >= plain && !w.involves(s, st, fn) {
		w.forget(s, st)
		return s.only()
	}
	if fn.Synthetic != "" { // a bound method, which stands nowhere
		defer func(outer token.Pos) { w.pos = outer }(w.pos)
		w.pos = st.pos
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

// involves reports whether the literal fetches the response, or gets at it.
func (w *walk) involves(s *state, st site, fn *ssa.Function) bool {
	if w.source != nil && contains(fn, w.source) || len(w.carried(s, st.fn)) > 0 {
		return true
	}
	return slices.ContainsFunc(st.args, func(a value) bool { return len(w.carried(s, a)) > 0 })
}

// forget drops what is known of the variables that a literal which is not followed may assign.
func (w *walk) forget(s *state, st site) {
	for _, v := range slices.Concat(w.bindings(s, st.fn), st.args) {
		if v.kind == pointer {
			s.drop(v.id)
		}
	}
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
