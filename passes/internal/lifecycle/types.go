package lifecycle

import (
	"go/types"
	"strings"

	"github.com/kalint/kalint/passes/internal/nethttp"
)

// isNamed reports whether t is the named type, or a pointer to it.
func isNamed(t types.Type, pkg, name string) bool {
	t = types.Unalias(t)
	if p, ok := t.(*types.Pointer); ok {
		t = types.Unalias(p.Elem())
	}
	n, ok := t.(*types.Named)
	return ok && n.Obj().Name() == name && n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == pkg
}

// isResponse reports whether t is *http.Response.
func isResponse(t types.Type) bool {
	_, ok := types.Unalias(t).(*types.Pointer)
	return ok && isNamed(t, "net/http", "Response")
}

var errorType = types.Universe.Lookup("error").Type()

// isSigned reports whether t is an integer type that counts below zero as well.
func isSigned(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsInteger != 0 && b.Info()&types.IsUnsigned == 0
}

// isError reports whether t is the error interface.
func isError(t types.Type) bool { return types.Identical(t, errorType) }

// isString reports whether t is a string type.
func isString(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}

// isSlice reports whether t is a slice type.
func isSlice(t types.Type) bool {
	_, ok := t.Underlying().(*types.Slice)
	return ok
}

// reads reports whether values of the type are there to be read from.
func reads(t types.Type) bool {
	i, ok := t.Underlying().(*types.Interface)
	if !ok {
		return false
	}
	for m := range i.Methods() {
		if m.Name() == "Read" {
			return true
		}
	}
	return false
}

// mayBeBody reports whether what functions hand out as a value of the type may be a body: callers assert to what reads from it.
func mayBeBody(t types.Type) bool {
	return isAny(t) || reads(t) || closes(t)
}

// closes reports whether the type is an interface whose values are there to be closed.
func closes(t types.Type) bool {
	i, ok := t.Underlying().(*types.Interface)
	if !ok {
		return false
	}
	for m := range i.Methods() {
		if m.Name() == "Close" && m.Signature().Params().Len() == 0 {
			return true
		}
	}
	return false
}

// isAny reports whether t is an interface without methods.
func isAny(t types.Type) bool {
	i, ok := t.Underlying().(*types.Interface)
	return ok && i.NumMethods() == 0 && i.IsMethodSet()
}

// maxRoles bounds the roles that one parameter's fields make.
const maxRoles = 8

// rolesOf lists the roles by which a response can come into a function of that signature.
func rolesOf(sig *types.Signature) []role {
	var roles []role
	for i, t := range paramTypes(sig) {
		own := rolesIn(t, i, "", 0)
		roles = append(roles, own[:min(len(own), maxRoles)]...)
	}
	return roles
}

// paramTypes returns the types of the parameters, the receiver's being the first.
func paramTypes(sig *types.Signature) []types.Type {
	var params []types.Type
	if r := sig.Recv(); r != nil {
		params = append(params, r.Type())
	}
	for v := range sig.Params().Variables() {
		params = append(params, v.Type())
	}
	return params
}

// rolesIn lists the roles of a parameter's part of type t.
func rolesIn(t types.Type, param int, path string, depth int) []role {
	if isResponse(t) {
		return []role{{param, true, path}}
	}
	if _, ok := types.Unalias(t).(*types.TypeParam); ok {
		return interfaceRoles(t.Underlying().(*types.Interface), param, path)
	}
	switch u := t.Underlying().(type) {
	case *types.Interface:
		if isError(t) {
			return nil
		}
		return interfaceRoles(u, param, path)
	case *types.Signature:
		if u.Params().Len() == 0 && path == "" && u.Results().Len() <= 1 {
			return []role{{param, false, "()"}}
		}
	case *types.Slice:
		if path == "" {
			return rolesIn(u.Elem(), param, "[]", depth+1)
		}
	case *types.Pointer:
		if s, ok := u.Elem().Underlying().(*types.Struct); ok && depth < 2 {
			return fieldRoles(s, param, path, depth)
		}
	case *types.Struct:
		if depth < 2 {
			return fieldRoles(u, param, path, depth)
		}
	}
	return nil
}

func fieldRoles(s *types.Struct, param int, path string, depth int) []role {
	var roles []role
	for f := range s.Fields() {
		if _, isFunc := f.Type().Underlying().(*types.Signature); isFunc {
			continue
		}
		roles = append(roles, rolesIn(f.Type(), param, path+"."+f.Name(), depth+1)...)
	}
	return roles
}

// interfaceRoles lists what of a response can be in an interface value: the whole, the body, or nothing.
func interfaceRoles(i *types.Interface, param int, path string) []role {
	if i.NumMethods() == 0 {
		if path == "" || path == "[]" {
			return []role{{param, false, path}, {param, true, path}}
		}
		return nil
	}
	if !isReadCloser(i) {
		return nil
	}
	return []role{{param, false, path}}
}

// isReadCloser reports whether every io.ReadCloser has the interface's methods.
func isReadCloser(i *types.Interface) bool {
	for m := range i.Methods() {
		if m.Name() != "Read" && m.Name() != "Close" {
			return false
		}
	}
	return true
}

// enumerable reports whether a summary of the function would name the role if it did anything.
func enumerable(obj *types.Func, r role) bool {
	if path := obj.Pkg().Path(); nethttp.IsStd(path) {
		return !strings.HasPrefix(path, "cmd/") // which the table leaves out, and whose packages have no facts
	}
	for _, q := range rolesOf(obj.Signature()) {
		if q == r {
			return true
		}
	}
	return false
}

// fieldsOn returns the fields that the role's path goes through.
func fieldsOn(sig *types.Signature, r role) []*types.Var {
	params := paramTypes(sig)
	if r.param < 0 || r.param >= len(params) {
		return nil
	}
	t := params[r.param]
	var fields []*types.Var
	for _, name := range partsOf(r.path) {
		if s, ok := t.Underlying().(*types.Slice); ok {
			t = s.Elem()
		}
		if p, ok := t.Underlying().(*types.Pointer); ok {
			t = p.Elem()
		}
		s, ok := t.Underlying().(*types.Struct)
		if !ok {
			return nil
		}
		for f := range s.Fields() {
			if f.Name() == name {
				fields = append(fields, f)
				t = f.Type()
			}
		}
	}
	return fields
}

// partsOf returns the names of the fields in a path.
func partsOf(path string) []string {
	return strings.FieldsFunc(path, func(r rune) bool { return strings.ContainsRune(".[]()", r) })
}

// isRequest reports whether t is net/http's Request, or a type made of it, or a pointer to one.
func isRequest(t types.Type) bool {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok || s.NumFields() == 0 {
		return false
	}
	first := s.Field(0) // a conversion needs the very same fields
	return first.Name() == "Method" && first.Pkg() != nil && first.Pkg().Path() == "net/http"
}
