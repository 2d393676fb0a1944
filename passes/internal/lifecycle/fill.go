package lifecycle

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// puts reports whether the outcome leaves the response in a part of what a parameter points to.
func (o outcome) puts() bool {
	return slices.ContainsFunc(o.fills, func(f fill) bool { return f.is.tracked() })
}

// fillsResponse reports whether it is the whole response that the outcome leaves there.
func (o outcome) fillsResponse() bool {
	return slices.ContainsFunc(o.fills, func(f fill) bool { return f.is.kind == response })
}

// lodge notes that v is stored in a cell that is no local variable's. In a part of what a parameter points to, it is for the
// function's caller to see to it, as long as nothing else gets hold of it.
func (w *walk) lodge(s *state, c cell, v value) {
	owed := s.res.owed()
	w.stash(s, v)
	p, ok := w.eng.vals[c.id].(*ssa.Parameter)
	if !owed || s.res.status != kept || s.res.within || !ok || p.Parent() != w.top {
		return
	}
	s.res.within = w.isLent(s, p, c.path, v)
}

// isLent reports whether nothing but the function and its callers can get at the response that v carries, when it is in that
// part of the object that of points to.
func (w *walk) isLent(s *state, of ssa.Value, path string, v value) bool {
	for _, c := range w.carried(s, v) {
		if !w.eng.isLent(of, role{whole: c.val.kind == response || c.val.kind == responseV, path: path + rolePath(c)}) {
			return false
		}
	}
	return true
}

// tellFills says what becomes of the parts of what the parameters point to.
func (w *walk) tellFills(s *state, o *outcome) {
	handed := slices.ContainsFunc(o.results, func(r result) bool { return r.is.tracked() })
	if s.res.within && s.res.field.kind == body && !s.res.broken && !handed && (w.source != nil || s.res.status == kept) {
		o.fills = w.filled(s)
		if o.puts() && o.status == kept {
			o.status = open
		}
	}
	if w.role.param >= 0 && w.role.path != "" && o.status == open {
		o.fills = append(o.fills, w.emptied(s)...)
	}
}

// filled lists the parts of what the parameters point to by which a caller gets at the response; none if there is a way that
// cannot be told.
func (w *walk) filled(s *state) []fill {
	var fills []fill
	for i, p := range w.top.Params {
		if _, ok := p.Type().Underlying().(*types.Pointer); !ok {
			continue
		}
		v := value{kind: pointer, id: w.eng.id(p)}
		put := false
		for _, c := range w.carried(s, v) {
			if c.val.kind == wire || i == w.role.param && c.path == w.role.path {
				continue
			}
			if c = w.shown(s, v, c, p.Type()); c.path == "" || strings.ContainsAny(c.path, "[(") || !told(c.val) {
				return nil
			}
			if f := (fill{i, c.path, c.val}); !slices.Contains(fills, f) {
				fills, put = append(fills, f), true
			}
		}
		if put && w.source != nil {
			fills = append(fills, w.toldBeside(s, i, v, p.Type())...)
		}
	}
	return fills
}

// told reports whether a summary can say that the value is in a part of an object.
func told(v value) bool {
	switch v.kind {
	case response, body, reader, closeFn:
		return true
	}
	return false
}

// toldBeside lists the fields of what parameter i points to by which callers may tell that the response is there: errors that
// are nil, and bools.
func (w *walk) toldBeside(s *state, i int, v value, t types.Type) []fill {
	var fills []fill
	for _, e := range s.mem {
		if e.cell.id != v.id {
			continue
		}
		is := s.resolve(e.val)
		f, rest := leadingField(t, e.cell.path)
		if f == nil || rest != "" {
			continue
		}
		if is.kind == isNil && isError(f.Type()) || is.kind == isTrue || is.kind == isFalse {
			fills = append(fills, fill{i, e.cell.path, value{kind: is.kind}})
		}
	}
	return fills
}

// emptied says that something else was put in the place in which the response came in.
func (w *walk) emptied(s *state) []fill {
	c := cell{w.eng.id(w.top.Params[w.role.param]), strings.TrimPrefix(strings.TrimSuffix(w.role.path, "()"), pointee)}
	i, ok := s.findCell(c)
	if !ok || strings.Contains(c.path, "[]") || len(w.carried(s, value{kind: pointer, id: c.id, path: c.path})) > 0 {
		return nil
	}
	is := value{kind: nonNil}
	if s.resolve(s.mem[i].val).kind == isNil {
		is.kind = isNil
	}
	return []fill{{w.role.param, c.path, is}}
}

// beside looks at the ways in which a function that puts a response into what its caller gave it does not leave it open there.
// Where it has closed the response and returns no error, and callers cannot know, it is as good as handed on, as it is where
// they cannot tell that the function has failed. Where it closes the response and fails, or fails all the same, it has looked
// at what callers may look at once more, and find that there is nothing to close: it may be closed as well, then.
func beside(outs, settled []outcome, looked bool, sig *types.Signature) []outcome {
	fills := func(o outcome) bool { return o.fillsResponse() && o.status != closed && !o.fails(sig) }
	i := slices.IndexFunc(outs, fills)
	if i < 0 {
		return outs
	}
	into := outs[i]
	for _, o := range slices.Concat(outs, settled) {
		switch {
		case o.fillsResponse() && !tellsSuccess(o, sig):
			return slices.DeleteFunc(outs, outcome.fillsResponse)
		case o.fails(sig):
			looked = true
		case o.status != closed:
		case slices.ContainsFunc(outs, func(other outcome) bool { return fills(other) && !o.excludes(other) }):
			return slices.DeleteFunc(outs, outcome.fillsResponse)
		default:
			o.fills = into.fills
			outs = append(outs, o)
		}
	}
	if looked {
		into.status, into.when = closed, nil
		outs = append(outs, into)
	}
	return outs
}

// fails reports whether the outcome is that of a call that returns an error.
func (o outcome) fails(sig *types.Signature) bool {
	return slices.ContainsFunc(o.results, func(r result) bool {
		return r.path == "" && r.is.kind == nonNil && isError(sig.Results().At(r.index).Type())
	})
}

// tellsSuccess reports whether callers can tell by a result, or by an error in a part of what they gave, that this came about.
func tellsSuccess(o outcome, sig *types.Signature) bool {
	for v := range sig.Results().Variables() {
		if isError(v.Type()) {
			return true
		}
	}
	says := func(v value) bool { return v.kind == isNil || v.kind == isTrue || v.kind == isFalse }
	return slices.ContainsFunc(o.results, func(r result) bool { return r.path == "" && says(r.is) }) ||
		slices.ContainsFunc(o.fills, func(f fill) bool { return says(f.is) })
}
