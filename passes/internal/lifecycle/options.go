package lifecycle

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// told returns the closings that come about instead of an opening by what the function was given.
func (w *walk) told(s *state, st site, openings, closings []outcome) []outcome {
	if w.top.Parent() != nil || !w.tellsOptions() {
		return nil
	}
	var told []outcome
	for _, c := range closings {
		if slices.ContainsFunc(openings, c.excludes) && slices.ContainsFunc(c.when, func(c cond) bool { return w.known(s, st, c) }) {
			told = append(told, c)
		}
	}
	return told
}

// known reports whether the function's callers know what the condition says of an argument.
func (w *walk) known(s *state, st site, c cond) bool {
	if c.param >= len(st.args) || !c.is.decides() {
		return false
	}
	v := w.part(s, st.args[c.param], c.path)
	if v.kind == unknown {
		return w.partID(st.args[c.param], c.path) != 0
	}
	return v.kind == symbol && w.given(v)
}

// hinges reports whether the outcome hangs on a part of an argument that is not known here.
func (w *walk) hinges(s *state, st site, o outcome) bool {
	return slices.ContainsFunc(o.when, func(c cond) bool {
		if c.path == "" || c.param >= len(st.args) || !c.is.decides() {
			return false
		}
		v := w.part(s, st.args[c.param], c.path)
		return v.kind == unknown || v.kind == symbol || v.kind == differs || v.isBound()
	})
}

// excludes reports whether it hangs on an argument which of two outcomes comes about.
func (o outcome) excludes(other outcome) bool {
	return slices.ContainsFunc(o.when, func(c cond) bool {
		return slices.ContainsFunc(other.when, func(d cond) bool { return d.param == c.param && d.path == c.path && !compatible(d.is, c.is) })
	})
}

// same reports whether the outcomes come about under the same conditions.
func (o outcome) same(other outcome) bool { return slices.Equal(o.when, other.when) }

// tellsOptions reports whether callers of the walk's function are told on which options it hangs what becomes of the response.
func (w *walk) tellsOptions() bool {
	switch {
	case w.detail != fine:
		return false
	case w.role.param == valueRole:
		return returnsRequest(w.top) || namesHead(w.top)
	}
	return w.source != nil || w.role.param >= 0
}

// option reports whether v is a bool, a string, a number, an error, an interface, a pointer or a func that is a part of what the walk's function was
// given: callers know it, and may be told what hangs on it.
func (w *walk) option(v ssa.Value) bool {
	load, ok := v.(*ssa.UnOp)
	if !ok {
		_, ok = v.(*notional)
		return ok
	}
	if w.role.param >= 0 && w.role.path != "" { // what its object knows of itself, such as that it was closed before
		p, path, ok := w.param(value{kind: symbol, id: w.eng.id(v)})
		return ok && load.Op == token.MUL && p == w.role.param && path != "" && tellsState(v.Type())
	}
	nuance := (isObject(v.Type()) || isFunc(v.Type())) && !isError(v.Type())
	if load.Op != token.MUL || nuance && w.nuances >= nuancesIgnored || !nuance && !scalar(v.Type()) && !isError(v.Type()) {
		return false
	}
	p, path, ok := w.param(value{kind: symbol, id: w.eng.id(v)})
	if ok && w.nuances == nuancesOfArguments && p == 0 && w.top.Signature.Recv() != nil {
		return false
	}
	ok = ok && path != "" && (basicBool(v.Type()) || w.chosen(value{kind: symbol, id: w.eng.id(v)}))
	if ok && nuance {
		w.nuances = nuancesAsked
	}
	return ok
}

// tellsState reports whether a field of the type may say what was done to the object that it is in: of integers, those of a type for
// states.
func tellsState(t types.Type) bool {
	_, named := types.Unalias(t).(*types.Named)
	return basicBool(t) || isSlice(t) || isError(t) || named && isInteger(t)
}

// optional is option for the value with that number: each state of each block asks.
func (w *walk) optional(id uint32) bool {
	e := w.eng
	if int(id) >= len(e.optional) {
		e.optional = append(e.optional, make([]choice, len(e.vals)-len(e.optional))...)
	}
	if w.number == 0 {
		e.walks++
		w.number = e.walks
	}
	if t := &e.optional[id]; t.walk != w.number {
		*t = choice{w.number, w.option(e.vals[id])}
	}
	return e.optional[id].is
}

// A choice is what a walk has found out of a value.
type choice struct {
	walk uint32
	is   bool
}

// isObject reports whether t is the type of what stands for an object, or for none.
func isObject(t types.Type) bool {
	switch t.Underlying().(type) {
	case *types.Interface, *types.Pointer:
		return true
	}
	return false
}

// chosen reports whether the function's callers chose the value, or the object that it is a part of: not what the response
// that comes in says.
func (w *walk) chosen(v value) bool {
	p, path, ok := w.param(v)
	return ok && (p != w.role.param || w.source != nil || w.role.path != "" && !within(path, w.role.path))
}
