package clients

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// maxImplementers bounds how many types an interface may have for each of them to be looked at.
const maxImplementers = 4

// implementers returns, for each parameter, the types that it may be of if its type is an interface with an unexported method,
// which only types of the package can have; none for others. Types that only tests have do not count.
func implementers(pass *analysis.Pass, sig *types.Signature) [][]string {
	var params []types.Type
	if sig.Recv() != nil {
		params = append(params, sig.Recv().Type())
	}
	for v := range sig.Params().Variables() {
		params = append(params, v.Type())
	}
	var of [][]string
	for k, t := range params {
		if iface, ok := t.Underlying().(*types.Interface); ok && isClosed(pass.Pkg, iface) {
			if of == nil {
				of = make([][]string, len(params))
			}
			of[k] = implementing(pass, iface)
		}
	}
	return of
}

// isClosed reports whether only types of the package can have the interface.
func isClosed(pkg *types.Package, iface *types.Interface) bool {
	for m := range iface.Methods() {
		if !m.Exported() && m.Pkg() == pkg {
			return true
		}
	}
	return false
}

// implementing returns the names of the package's types that have the interface; none if they are too many.
func implementing(pass *analysis.Pass, iface *types.Interface) []string {
	var names []string
	scope := pass.Pkg.Scope()
	for _, name := range scope.Names() {
		obj, ok := scope.Lookup(name).(*types.TypeName)
		if !ok || obj.IsAlias() || types.IsInterface(obj.Type()) || strings.HasSuffix(pass.Fset.Position(obj.Pos()).Filename, "_test.go") {
			continue
		}
		if n, ok := obj.Type().(*types.Named); ok && n.TypeParams().Len() > 0 {
			continue
		}
		if !types.Implements(types.NewPointer(obj.Type()), iface) {
			continue
		}
		if names = append(names, typeKey(obj.Type())); len(names) > maxImplementers {
			return nil
		}
	}
	return names
}
