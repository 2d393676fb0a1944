package lifecycle

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// assertionPath is the path of a part that is true if the interface before it holds a value of type t, such as
// "(*bytes.Buffer)": callers that know the value's type know whether it is. There is none for types that names do not tell.
func assertionPath(t types.Type) (string, bool) {
	name, ok := spelling(t, maxDepth)
	return "(" + name + ")", ok
}

// spelling names a type as no other is named; false if names do not tell it. Elements are not in brackets, which in paths stand
// for those of a value.
func spelling(t types.Type, depth int) (name string, ok bool) {
	if depth == 0 {
		return "", false
	}
	within := func(before string, t types.Type) (string, bool) {
		name, ok := spelling(t, depth-1)
		return before + name, ok
	}
	switch t := types.Unalias(t).(type) {
	case *types.Basic:
		return types.Typ[t.Kind()].Name(), true // byte is uint8
	case *types.Named:
		obj := t.Obj()
		return types.TypeString(t, (*types.Package).Path), t.TypeArgs().Len() == 0 && !types.IsInterface(t) && obj.Pkg() != nil && obj.Parent() == obj.Pkg().Scope()
	case *types.Pointer:
		return within("*", t.Elem())
	case *types.Slice:
		return within("{}", t.Elem())
	case *types.Map:
		key, known := spelling(t.Key(), depth-1)
		name, ok := within("{"+key+"}", t.Elem())
		return name, ok && known
	}
	return "", false
}

// assertion splits a path that ends in a type into the two.
func assertion(path string) (asserted, of string, ok bool) {
	i := strings.IndexByte(path, '(')
	if i < 0 || strings.HasPrefix(path[i:], "()") {
		return "", "", false
	}
	return path[i:], path[:i], true
}

// pathLen is the length of a path without the type at its end.
func pathLen(path string) int {
	if _, of, ok := assertion(path); ok {
		return len(of)
	}
	return len(path)
}

// assertedPart says whether the part of v that path leads to, an interface, holds the type.
func (w *walk) assertedPart(s *state, v value, path, asserted string) value {
	in := w.part(s, v, path)
	if in.kind == isNil {
		return truth(false)
	}
	if t := w.dynamicType(in); t != nil {
		named, ok := assertionPath(t)
		return truth(ok && named == asserted)
	}
	if in.kind == body {
		return truth(false)
	}
	if id := w.partID(v, path+asserted); id != 0 {
		return s.get(key{id, fact})
	}
	return value{}
}

// dynamicType returns the type of what is in an interface; nil where that is not known.
func (w *walk) dynamicType(v value) types.Type {
	if v.kind == response {
		if w.eng.responseType == nil {
			return nil
		}
		return types.NewPointer(w.eng.responseType)
	}
	if v.path != "" {
		return nil
	}
	switch of := w.eng.vals[v.id].(type) {
	case *ssa.Alloc:
		switch v.kind {
		case pointer:
			return of.Type()
		case structure:
			return of.Type().Underlying().(*types.Pointer).Elem()
		}
	case *ssa.Global:
		if v.kind == pointer {
			return of.Type()
		}
	case *ssa.MakeInterface:
		if v.kind == nonNil && !types.IsInterface(of.X.Type()) {
			return of.X.Type()
		}
	}
	return nil
}

// askType returns the number of what says whether the function's callers gave it an interface v that holds the type, and what
// the path knows of that; 0 if they did not, or are not told.
func (w *walk) askType(s *state, v value, t types.Type) (uint32, kind) {
	if v.kind != symbol || w.nuances >= nuancesIgnored || !w.tellsOptions() || !w.chosen(v) {
		return 0, unknown
	}
	path, ok := assertionPath(t)
	if !ok {
		return 0, unknown
	}
	id := w.partID(v, path)
	if id != 0 {
		w.nuances = nuancesAsked
	}
	return id, s.get(key{id, fact}).kind
}

// withoutOtherTypes drops that an interface does not hold a type where it is said which one it holds.
func withoutOtherTypes(when []cond) []cond {
	var out []cond
	for _, c := range when {
		_, of, ok := assertion(c.path)
		if ok && c.is.kind == isFalse && slices.ContainsFunc(when, func(d cond) bool {
			_, same, ok := assertion(d.path)
			return ok && d.is.kind == isTrue && d.param == c.param && same == of
		}) {
			continue
		}
		out = append(out, c)
	}
	return out
}
