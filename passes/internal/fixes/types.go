package fixes

import "go/types"

// IsResponse reports whether the type is *http.Response.
func IsResponse(t types.Type) bool {
	p, ok := types.Unalias(t).(*types.Pointer)
	return ok && named(p.Elem(), "net/http", "Response")
}

// IsReadCloser reports whether the type is io.ReadCloser, which a response's body is.
func IsReadCloser(t types.Type) bool { return named(t, "io", "ReadCloser") }

func named(t types.Type, pkg, name string) bool {
	n, ok := types.Unalias(t).(*types.Named)
	return ok && n.Obj().Name() == name && n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == pkg
}
