package lifecycle

import (
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/kalint/kalint/passes/internal/closures"
)

// param resolves a symbol to a parameter of the walk's function, or to a part of what it points to.
func (w *walk) param(v value) (int, string, bool) {
	path := v.path
	val := w.eng.vals[v.id]
	for range maxDepth + 2 { // a notional load stands for a load and a field more
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
		case *ssa.FreeVar:
			if val = closures.Binding(x); val == nil {
				return 0, "", false
			}
		case *ssa.UnOp:
			if x.Op != token.MUL {
				return 0, "", false
			}
			if val = x.X; path == "" && !composite(x.Type()) && isParam(val) {
				path = pointee
			}
		case *notional:
			path = x.path + path
			val = x.of
		case *ssa.FieldAddr:
			path = "." + fieldName(x.X.Type(), x.Field) + path
			val = x.X
		case *ssa.Field:
			path = "." + fieldName(x.X.Type(), x.Field) + path
			val = x.X
		default:
			return 0, "", false
		}
	}
	return 0, "", false
}

// pointee is the path of what a parameter that is a pointer to something without parts points to.
const pointee = "*"

func isParam(v ssa.Value) bool {
	_, ok := v.(*ssa.Parameter)
	return ok
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

// describe says what result i is, as far as it matters to a caller.
func (w *walk) describe(s *state, i int, v value, t types.Type) []result {
	if types.IsInterface(t) && v.isBasic() {
		return []result{{index: i, is: value{kind: nonNil}}}
	}
	switch v.kind {
	case nonNil:
		return []result{{index: i, is: value{kind: nonNil}}}
	case body, reader, closeFn, isNil, isTrue, isFalse:
		return []result{{index: i, is: v}}
	case constant:
		if len(v.path) <= maxPath && (w.role.param == openRole || w.role.param == valueRole && (isErrorPredicate(w.top.Signature) || isHead(v))) {
			return []result{{index: i, is: v}}
		}
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
		if w.role.param == openRole && w.isStatus(s, w.eng.vals[v.id]) { // which is never 0
			return []result{{index: i, is: atLeastInt(1)}}
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
		case c.val.kind == wire: // callers see a connection, and no body
		case types.IsInterface(t):
			c, ok := w.inLiteral(s, v, c)
			if !ok {
				continue
			}
			is := w.sealAs(s, v, c, t)
			if len(out) == 0 {
				out = append(out, result{index: i, is: is})
			} else if is.kind != reader {
				out[0].is = is
			}
		case isResponse(t) && c.path == ".Body":
			out = append(out, result{index: i, is: value{kind: response}})
		default:
			c, ok := w.inLiteral(s, v, w.shown(s, v, c, t))
			if r := (result{index: i, path: c.path, is: c.val}); ok && !slices.Contains(out, r) {
				out = append(out, r)
			}
		}
	}
	if len(out) > 0 && !types.IsInterface(t) {
		out = append(out, w.besides(s, i, v, t)...)
		out = append(out, w.unset(s, i, v, t)...)
	}
	if isRequest(t) {
		out = append(out, w.methodOf(s, i, v)...)
	}
	if (v.kind == pointer || isError(t)) && !slices.ContainsFunc(out, func(r result) bool { return r.path == "" || r.is.tracked() }) {
		out = append(out, result{index: i, is: value{kind: nonNil}})
	}
	return out
}

// shown is the way c as far as the object's type shows it: what stands behind a field that is an interface is what closing it
// makes of it.
func (w *walk) shown(s *state, v value, c carry, t types.Type) carry {
	for end := 0; ; {
		f, rest := leadingField(t, c.path[end:])
		if f == nil || rest == "" {
			return c
		}
		end, t = len(c.path)-len(rest), f.Type()
		if types.IsInterface(t) {
			holder := s.load(cell{v.id, v.path + c.path[:end]})
			if holder.kind != pointer && holder.kind != structure {
				return c
			}
			in, ok := w.inLiteral(s, holder, carry{rest, c.val})
			if !ok {
				in = carry{rest, value{kind: reader}}
			}
			return carry{c.path[:end], w.sealAs(s, holder, in, t)}
		}
	}
}

// inLiteral is the way c where a function literal in a field of the object holds the response: all that it can be is a
// function that closes the body. It reports false if it is not.
func (w *walk) inLiteral(s *state, v value, c carry) (carry, bool) {
	path, _, inside := strings.Cut(c.path, "()")
	if !inside {
		return c, true
	}
	lit := s.load(cell{v.id, v.path + path})
	if w.literalOf(lit) == nil || s.res.status != open {
		return c, true
	}
	closer, ok := w.closesWhenCalled(s, lit)
	return carry{path, closer}, ok
}

// closesWhenCalled returns what the function literal is as something that closes the response, which is open; false if it does not,
// whatever way it takes.
func (w *walk) closesWhenCalled(s *state, lit value) (closer value, ok bool) {
	fn := w.literalOf(lit)
	if fn == nil || s.res.status != open || len(w.carried(s, lit)) == 0 {
		return value{}, false
	}
	closes, least, most := true, drained, unread
	exits := w.literal(w.clone(s), lit, nil, fn)
	for _, called := range exits {
		read := called.state.res.read
		closes, least, most = closes && called.state.res.status == closed, min(least, read), max(most, read)
		w.drop(called.state)
	}
	closer.kind = closeFn
	switch {
	case least == drained:
		closer.path = thorough
	case most > unread:
		closer.path = limited
	}
	return closer, closes && len(exits) > 0
}

// sealAs is seal for what is handed out as an interface.
func (w *walk) sealAs(s *state, v value, c carry, iface types.Type) value {
	is := w.seal(s, v, c)
	if is.path == unclosable && !reads(iface) { // an assertion to its type gets at what it holds
		return value{kind: body}
	}
	return is
}

// leadingField returns the field of a struct, or of what is pointed to, that a path begins with, and the rest of the path; nil
// if there is none.
func leadingField(t types.Type, path string) (f *types.Var, rest string) {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return nil, ""
	}
	for f := range s.Fields() {
		if rest, ok := strings.CutPrefix(path, "."+f.Name()); ok && (rest == "" || rest[0] == '.') {
			return f, rest
		}
	}
	return nil, ""
}

// besides says which fields of an object that carries the response out are known to be nil, or true or false, and which are errors
// that the function was given.
func (w *walk) besides(s *state, i int, v value, t types.Type) []result {
	var out []result
	for _, e := range s.mem {
		if e.cell.id != v.id || !within(e.cell.path, v.path) || e.cell.path == fresh || e.cell.path == v.path {
			continue
		}
		r := result{index: i, path: e.cell.path[len(v.path):]}
		switch is := s.resolve(e.val); is.kind {
		case isNil, isTrue, isFalse:
			r.is = value{kind: is.kind}
		case constant:
			if f, rest := leadingField(t, r.path); f == nil || rest != "" || f.Exported() || !tellsState(f.Type()) {
				continue
			}
			r.is = is
		case symbol:
			p, path, ok := w.param(is)
			if !ok || path != "" || !isError(w.top.Params[p].Type()) {
				continue
			}
			r.is = value{kind: symbol, id: uint32(p)}
		default:
			continue
		}
		out = append(out, r)
	}
	return out
}

const maxUnset = 6 // fields of which is said that they are as they were when the object was made

// unset says which fields of an object that carries the response out the function sets, but has not on this path: they may
// tell callers that the response is open. So do flags that the object has for itself, such as that it was closed before.
func (w *walk) unset(s *state, i int, v value, t types.Type) []result {
	if w.source == nil || v.path != "" || s.load(cell{v.id, fresh}).kind == unknown {
		return nil
	}
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	obj, ok := t.Underlying().(*types.Struct)
	if !ok {
		return nil
	}
	var out []result
	for f := range obj.Fields() {
		path := "." + f.Name()
		_, set := s.findCell(cell{v.id, path})
		switch {
		case set:
		case nilable(f.Type()) && w.eng.info(w.top).fieldsSet[f], tellsState(f.Type()) && !f.Exported() && len(out) < maxUnset:
			out = append(out, result{index: i, path: path, is: zeroValue(f.Type())})
		}
	}
	return out
}

// telling drops what the outcomes say of fields, other than errors, that are not the same in all of those that hand over an open
// response.
func telling(outs []outcome, results *types.Tuple) {
	var openings []outcome
	for _, o := range outs {
		if o.status != closed {
			openings = append(openings, o)
		}
	}
	for i := range outs {
		outs[i].results = slices.DeleteFunc(slices.Clone(outs[i].results), func(r result) bool {
			f, _ := leadingField(results.At(r.index).Type(), r.path)
			if r.is.kind != isNil && !r.is.isBasic() || f == nil || isError(f.Type()) {
				return false
			}
			return outs[i].status == closed || slices.ContainsFunc(openings, func(o outcome) bool { return !slices.Contains(o.results, r) })
		})
	}
}

// methodOf says what the method of the request that is result i is.
func (w *walk) methodOf(s *state, i int, v value) []result {
	m := w.part(s, v, ".Method")
	switch m.kind {
	case constant:
	case symbol:
		if p, path, ok := w.param(m); ok {
			m = value{kind: symbol, id: uint32(p), path: path}
			break
		}
		fallthrough
	default:
		m = value{kind: nonNil} // there is a request, whose method may be another
	}
	return []result{{index: i, path: ".Method", is: m}}
}
