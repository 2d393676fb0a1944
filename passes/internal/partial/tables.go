package partial

import (
	"go/ast"
	"go/types"
)

// isTable reports whether the variables hold nothing but numbers and strings, and no function is called for them. The
// tables of generated files are long, and tell an engine nothing.
func isTable(info *types.Info, i *types.Initializer) bool {
	for _, v := range i.Lhs {
		if !isData(v.Type(), maxDepth) {
			return false
		}
	}
	calls := false
	ast.Inspect(i.Rhs, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok && !info.Types[call.Fun].IsType() {
			calls = true
		}
		return !calls
	})
	return !calls
}

// maxDepth bounds how deep into a type is looked.
const maxDepth = 5

// isData reports whether values of the type hold neither functions nor interfaces.
func isData(t types.Type, depth int) bool {
	if depth == 0 {
		return false
	}
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return true
	case *types.Array:
		return isData(u.Elem(), depth-1)
	case *types.Slice:
		return isData(u.Elem(), depth-1)
	case *types.Pointer:
		return isData(u.Elem(), depth-1)
	case *types.Map:
		return isData(u.Key(), depth-1) && isData(u.Elem(), depth-1)
	case *types.Struct:
		for f := range u.Fields() {
			if !isData(f.Type(), depth-1) {
				return false
			}
		}
		return true
	}
	return false
}
