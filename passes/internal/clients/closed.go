package clients

import (
	"go/types"

	"golang.org/x/tools/go/analysis"
)

// maxImplementers bounds how many types an interface may have for each of them to be looked at.
const maxImplementers = 4

// A closedTypes knows which types have an interface that only types of the package can have, as it has an unexported method.
type closedTypes struct {
	pass  *analysis.Pass
	known map[*types.Interface][]string
}

// params returns, for each parameter, the types that it may be of if its type is such an interface; none for others. Types that
// only tests have do not count.
func (c closedTypes) params(sig *types.Signature) [][]string {
	var params []types.Type
	if sig.Recv() != nil {
		params = append(params, sig.Recv().Type())
	}
	for v := range sig.Params().Variables() {
		params = append(params, v.Type())
	}
	var of [][]string
	for k, t := range params {
		if iface, ok := t.Underlying().(*types.Interface); ok && isClosed(c.pass.Pkg, iface) {
			if of == nil {
				of = make([][]string, len(params))
			}
			of[k] = c.implementing(iface)
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
func (c closedTypes) implementing(iface *types.Interface) []string {
	if names, ok := c.known[iface]; ok {
		return names
	}
	c.known[iface] = nil
	var names []string
	scope := c.pass.Pkg.Scope()
	for _, name := range scope.Names() {
		obj, ok := scope.Lookup(name).(*types.TypeName)
		if !ok || obj.IsAlias() || types.IsInterface(obj.Type()) || inTestFile(c.pass.Fset, obj.Pos()) {
			continue
		}
		if n, ok := obj.Type().(*types.Named); ok && n.TypeParams().Len() > 0 || !types.Implements(types.NewPointer(obj.Type()), iface) {
			continue
		}
		if names = append(names, typeKey(obj.Type())); len(names) > maxImplementers {
			return nil
		}
	}
	c.known[iface] = names
	return names
}
