package clients

import (
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// greatest returns the greatest integer that the variable or field is ever set to, where these are all constants and nobody
// elsewhere can set it.
func (a *addresses) greatest(v *types.Var) (n int, ok bool) {
	if v == nil || v.Exported() || v.Pkg() != a.pass.Pkg {
		return 0, false
	}
	a.find()
	for _, e := range a.set[v] {
		tv := a.pass.TypesInfo.Types[e]
		if e == nil || tv.Value == nil || tv.Value.Kind() != constant.Int {
			return 0, false
		}
		k, exact := constant.Int64Val(tv.Value)
		if !exact {
			return 0, false
		}
		n = max(n, int(k))
	}
	return n, len(a.set[v]) > 0
}

// mostOf returns what v is at most, where it is loaded from such a variable or field.
func (a *addresses) mostOf(v ssa.Value) (int, bool) {
	load, ok := v.(*ssa.UnOp)
	if !ok || load.Op != token.MUL {
		return 0, false
	}
	switch addr := load.X.(type) {
	case *ssa.Global:
		obj, _ := addr.Object().(*types.Var)
		return a.greatest(obj)
	case *ssa.FieldAddr:
		return a.greatest(fieldOf(addr.X.Type(), addr.Field))
	}
	return 0, false
}
