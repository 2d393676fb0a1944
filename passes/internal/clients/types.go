package clients

import (
	"go/types"
	"strings"

	"github.com/kalint/kalint/passes/internal/nethttp"
)

// kindOf says what an object of the type, or that a pointer of the type points to, is.
func kindOf(t types.Type) What {
	switch {
	case nethttp.IsType(t, "Transport"):
		return ATransport
	case nethttp.IsType(t, "Client"):
		return AClient
	}
	t = types.Unalias(t)
	if p, ok := t.(*types.Pointer); ok {
		t = types.Unalias(p.Elem())
	}
	if n, ok := t.(*types.Named); ok && n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == "net/http/httputil" && n.Obj().Name() == "ReverseProxy" {
		return AProxy
	}
	if _, ok := t.Underlying().(*types.Struct); ok {
		return AStruct
	}
	return Other
}

// typeKey names a type, or what a pointer of the type points to.
func typeKey(t types.Type) string {
	t = types.Unalias(t)
	if p, ok := t.(*types.Pointer); ok {
		t = types.Unalias(p.Elem())
	}
	n, ok := t.(*types.Named)
	switch {
	case !ok:
		return ""
	case n.Obj().Pkg() == nil:
		return n.Obj().Name()
	}
	return n.Obj().Pkg().Path() + "." + n.Obj().Name()
}

// isNamed reports whether the type has the name in the package of the path, under no other name.
func isNamed(t types.Type, path, name string) bool {
	n, ok := t.(*types.Named)
	if !ok || n.Obj().Name() != name {
		return false
	}
	pkg := n.Obj().Pkg()
	return pkg == nil && path == "" || pkg != nil && pkg.Path() == path
}

// elemOf returns what a pointer of the type points to; nil if it is a type parameter that may be one of several.
func elemOf(t types.Type) types.Type {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		return p.Elem()
	}
	return nil
}

// isStruct reports whether values of the type are structs or arrays, whose addresses stand for them.
func isStruct(t types.Type) bool {
	if t == nil {
		return false
	}
	switch t.Underlying().(type) {
	case *types.Struct, *types.Array:
		return true
	}
	return false
}

// isPlain reports whether values of the type are numbers or strings without methods: they lead nowhere, and are never missing.
func isPlain(t types.Type) bool {
	if n, ok := types.Unalias(t).(*types.Named); ok && n.NumMethods() > 0 {
		return false
	}
	basic, ok := t.Underlying().(*types.Basic)
	return ok && basic.Kind() != types.UnsafePointer
}

// isCommand reports whether functions of the signature are what a command line asks for.
func isCommand(sig *types.Signature) bool {
	for p := range sig.Params().Variables() {
		if nethttp.CommandContext(typeKey(p.Type())) {
			return true
		}
	}
	return false
}

// isHandler reports whether a server calls functions of the signature for each request.
func isHandler(sig *types.Signature) bool {
	params := sig.Params()
	if params.Len() == 0 {
		return false
	}
	first := params.At(0).Type()
	if params.Len() >= 2 && // more, or an error, where a framework has handlers of its own
		nethttp.IsType(first, "ResponseWriter") && nethttp.IsType(params.At(1).Type(), "Request") {
		return true
	}
	return params.Len() == 1 && nethttp.HandlerContext(typeKey(first))
}

// isTest reports whether the function is one of those that go test runs: nothing else calls it.
func isTest(fn *types.Func) bool {
	sig, name := fn.Signature(), fn.Name()
	return sig.Recv() == nil && sig.Results().Len() == 0 && sig.Params().Len() == 1 &&
		(strings.HasPrefix(name, "Test") || strings.HasPrefix(name, "Benchmark") || strings.HasPrefix(name, "Fuzz")) &&
		strings.HasPrefix(typeKey(sig.Params().At(0).Type()), "testing.")
}

// isService reports whether the method is one that a gRPC server calls: its type embeds the generated type with the
// methods that are not implemented, and that has a method of the name.
func isService(fn *types.Func) bool {
	recv := fn.Signature().Recv()
	if recv == nil {
		return false
	}
	t := recv.Type()
	if p, ok := t.(*types.Pointer); ok {
		t = p.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for f := range s.Fields() {
		if f.Embedded() && strings.HasPrefix(f.Name(), "Unimplemented") && strings.HasSuffix(f.Name(), "Server") {
			if obj, _, _ := types.LookupFieldOrMethod(f.Type(), true, fn.Pkg(), fn.Name()); obj != nil {
				return true
			}
		}
	}
	return false
}

// embeds returns the names of the embedded fields of a struct type.
func embeds(t types.Type) []string {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return nil
	}
	var names []string
	for f := range s.Fields() {
		if f.Embedded() {
			names = append(names, f.Name())
		}
	}
	return names
}
