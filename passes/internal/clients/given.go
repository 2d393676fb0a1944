package clients

import (
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// A spec is what a function knows of what it passes to a call.
type spec struct {
	value   string          // as options are spelled; "" if that is not known
	of      *option         // the function's own option that it is
	start   bool            // it is a string that begins with that option
	shallow bool            // of its parts nothing is known
	fields  map[string]spec // of a struct, by path
	rest    *spec           // of a struct: what the fields that are not named are taken from
	chain   *chained        // it is what a method returns that may be a setter
}

// An argument is what is known of one of a call's arguments.
type argument struct {
	n int
	spec
}

// arguments returns what is known of the call's arguments.
func (b *builder) arguments(call ssa.CallInstruction) []argument {
	var out []argument
	for n, v := range call.Common().Args {
		sp := specOf(v, call)
		if isAddress(v.Type()) && (sp.value == "" || sp.value == nonzero) && b.isSecure(v, maxDepth) {
			sp.value, sp.of = secure, nil
		}
		if sp.known() {
			out = append(out, argument{n, sp})
		}
	}
	return out
}

func (sp spec) known() bool {
	return sp.value != "" || sp.of != nil || sp.fields != nil || sp.rest != nil || sp.chain != nil
}

// specOf returns what is known of a value that an instruction uses.
func specOf(v ssa.Value, at ssa.Instruction) spec {
	if s, ok := optionOf(v); ok {
		_, isPtr := v.Type().Underlying().(*types.Pointer)
		_, isParam := v.(*ssa.Parameter)
		return spec{of: &s, shallow: isPtr && (!isParam || changes(v, nil, "", at))}
	}
	switch v := v.(type) {
	case *ssa.Const:
		return spec{value: spellConst(v)}
	case *ssa.BinOp, *ssa.Extract:
		return addressSpec(v)
	case *ssa.Call:
		if isAddress(v.Type()) {
			return addressSpec(v)
		}
		return chainSpec(v, at)
	case *ssa.ChangeType:
		return specOf(v.X, at)
	case *ssa.ChangeInterface:
		return specOf(v.X, at)
	case *ssa.MakeInterface, *ssa.MakeClosure, *ssa.Function, *ssa.MakeMap, *ssa.MakeChan, *ssa.FieldAddr:
		return spec{value: nonzero}
	case *ssa.UnOp:
		if _, ok := v.X.(*ssa.Global); ok && kindOf(v.Type()) != Other { // a client or transport that the package has
			return spec{value: nonzero}
		}
		if a, ok := v.X.(*ssa.Alloc); ok && v.Op == token.MUL && isStruct(elemOf(a.Type())) {
			sp := structSpec(a, v)
			sp.value = ""
			return sp
		}
	case *ssa.Alloc:
		if isStruct(elemOf(v.Type())) {
			return structSpec(v, at)
		}
		return spec{value: nonzero}
	}
	return spec{}
}

// addressSpec returns what is known of an address that is put together, or of what goes there.
func addressSpec(v ssa.Value) spec {
	start := startOf(v)
	if !isAddress(v.Type()) || start == v {
		return spec{}
	}
	if spellsHTTPS(start) {
		return spec{value: secure}
	}
	o, ok := optionOf(start)
	if !ok {
		return spec{}
	}
	return spec{of: &o, start: true, shallow: true}
}

// structSpec returns what is known of a struct at an instruction, whose address the function has.
func structSpec(a *ssa.Alloc, at ssa.Instruction) spec {
	sp := spec{value: nonzero, fields: make(map[string]spec), rest: &spec{value: zero}}
	stores := wholeStores(a, at)
	switch {
	case len(stores) > 1 || len(stores) == 1 && !stores[0].Block().Dominates(at.Block()):
		return spec{value: nonzero}
	case len(stores) == 1:
		rest := specOf(stores[0].Val, stores[0])
		sp.rest = &rest
	}
	uses(a, func(by ssa.Instruction, path string) {
		switch st, isStore := by.(*ssa.Store); {
		case by == at || !canFollow(at, by) || slices.Contains(stores, st):
		case !isStore || path == "" || !by.Block().Dominates(at.Block()) || sp.touches(path) || len(stores) > 0 && canFollow(stores[0], by):
			sp.forget(path)
		default:
			sp.fields[path] = specOf(st.Val, by)
		}
	})
	return sp
}

// wholeStores returns what sets the struct as a whole and may be run before the instruction.
func wholeStores(a *ssa.Alloc, at ssa.Instruction) []*ssa.Store {
	var out []*ssa.Store
	for _, ref := range *a.Referrers() {
		if st, ok := ref.(*ssa.Store); ok && st.Addr == a && canFollow(at, st) {
			out = append(out, st)
		}
	}
	return out
}

// touches reports whether something is said already of that part, or of one with which it has something in common.
func (sp *spec) touches(path string) bool {
	for p := range sp.fields {
		if overlap(p, path) {
			return true
		}
	}
	return false
}

// forget drops what is known of the part.
func (sp *spec) forget(path string) {
	for p := range sp.fields {
		if overlap(p, path) {
			sp.fields[p] = spec{}
		}
	}
	if path == "" {
		sp.rest = &spec{}
	} else {
		sp.fields[path] = spec{}
	}
}

// part returns what is known of the part: a value, or an option of the function that has the struct, which it may only begin with.
func (sp spec) part(path string, setters func(name string) *Setter) (value string, of *option, start bool) {
	switch {
	case sp.chain != nil:
		return sp.chain.part(path, setters)
	case path == "" && sp.of == nil, sp.value == zero:
		return sp.value, nil, false
	case sp.of != nil && (path == "" || !sp.shallow):
		return "", &option{sp.of.param, sp.of.path + path}, sp.start
	}
	for p, in := range sp.fields {
		if rest, ok := strings.CutPrefix(path, p); ok && overlap(p, path) {
			return in.part(rest, setters)
		}
	}
	if sp.rest != nil {
		return sp.rest.part(path, setters)
	}
	return "", nil, false
}
