package answers

import (
	"go/types"

	"github.com/kalint/kalint/passes/internal/nethttp"
)

// answering reports whether a value of the type answers requests, or holds or returns what does. Into structs it does not look:
// those of the package show their fields.
func answering(t types.Type) bool { return answeringIn(t, 3) }

func answeringIn(t types.Type, depth int) bool {
	switch {
	case depth == 0:
		return false
	case nethttp.IsServer(t) || isHandler(t):
		return true
	}
	switch u := t.Underlying().(type) {
	case *types.Signature:
		for r := range u.Results().Variables() {
			if answeringIn(r.Type(), depth-1) {
				return true
			}
		}
	case interface{ Elem() types.Type }: // pointers, slices, arrays, maps and channels
		return answeringIn(u.Elem(), depth-1)
	}
	return false
}

// isHandler reports whether t is an http.Handler, or a function that can be made one.
func isHandler(t types.Type) bool { return isHandlerFunc(t) || serveHTTP(t) != nil }

// isHandlerFunc reports whether t is func(http.ResponseWriter, *http.Request).
func isHandlerFunc(t types.Type) bool {
	sig, ok := t.Underlying().(*types.Signature)
	if !ok || sig.Params().Len() != 2 || sig.Results().Len() != 0 {
		return false
	}
	return nethttp.IsType(sig.Params().At(0).Type(), "ResponseWriter") && nethttp.IsType(sig.Params().At(1).Type(), "Request")
}

// serveHTTP returns the method that makes t an http.Handler; nil if it is none.
func serveHTTP(t types.Type) *types.Func {
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, "ServeHTTP")
	if fn, ok := obj.(*types.Func); ok && isHandlerFunc(fn.Type()) {
		return fn.Origin()
	}
	return nil
}

// structOf returns the struct that t is, or points to.
func structOf(t types.Type) (*types.Struct, bool) {
	if t == nil {
		return nil, false
	}
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	st, ok := t.Underlying().(*types.Struct)
	return st, ok
}
