package lifecycle

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// tableOf returns the package variable with the map that v was looked up in; nil if it was not.
func tableOf(v ssa.Value) *types.Var {
	if part, ok := v.(*ssa.Extract); ok && part.Index == 0 {
		v = part.Tuple
	}
	at, ok := v.(*ssa.Lookup)
	if !ok {
		return nil
	}
	load, ok := at.X.(*ssa.UnOp)
	if !ok || load.Op != token.MUL {
		return nil
	}
	g, ok := load.X.(*ssa.Global)
	if !ok {
		return nil
	}
	table, _ := g.Object().(*types.Var)
	return table
}

// entriesOf returns the functions that a map in a package variable has; nil if they are not all known.
func (t *funcTable) entriesOf(table *types.Var) []*ssa.Function {
	if table.Exported() || t.shared[table] {
		return nil
	}
	with := *t
	with.methods = true
	fns, ok := with.all(t.entries[table], maxDepth)
	if !ok {
		return nil
	}
	return fns
}

// noteEntries notes what the node puts into maps with functions, and where such a map is only looked at or added to: elsewhere,
// somebody else may get at it.
func (t *funcTable) noteEntries(n ast.Node) {
	switch n := n.(type) {
	case *ast.ValueSpec:
		for i, name := range n.Names {
			if len(n.Values) > 0 {
				t.addEntries(name, n.Values[min(i, len(n.Values)-1)])
			}
		}
	case *ast.AssignStmt:
		for i, l := range n.Lhs {
			if at, ok := ast.Unparen(l).(*ast.IndexExpr); ok && i < len(n.Rhs) {
				if v := t.mapNamed(at.X); v != nil {
					t.addEntry(v, n.Rhs[i])
				}
			}
		}
	case *ast.Ident:
		if v, ok := t.eng.pass.TypesInfo.Uses[n].(*types.Var); ok && !t.plain[n] && t.mapNamed(n) != nil {
			t.shared[v] = true
		}
	case *ast.IndexExpr:
		t.notePlain(n.X)
	case *ast.RangeStmt:
		t.notePlain(n.X)
	case *ast.CallExpr:
		if id, ok := n.Fun.(*ast.Ident); ok && (id.Name == "len" || id.Name == "delete") && len(n.Args) > 0 {
			t.notePlain(n.Args[0])
		}
	}
}

// addEntries notes what a map starts with; what is not in view there is noted as what it is.
func (t *funcTable) addEntries(name *ast.Ident, value ast.Expr) {
	v := t.mapNamed(name)
	if v == nil {
		return
	}
	lit, ok := ast.Unparen(value).(*ast.CompositeLit)
	if !ok {
		if call, made := ast.Unparen(value).(*ast.CallExpr); !made || !t.isMake(call) {
			t.addEntry(v, value)
		}
		return
	}
	for _, elt := range lit.Elts {
		if pair, ok := elt.(*ast.KeyValueExpr); ok {
			t.addEntry(v, pair.Value)
		}
	}
}

func (t *funcTable) isMake(call *ast.CallExpr) bool {
	id, ok := call.Fun.(*ast.Ident)
	return ok && t.eng.pass.TypesInfo.Uses[id] == types.Universe.Lookup("make")
}

func (t *funcTable) addEntry(table *types.Var, value ast.Expr) {
	if !t.eng.pass.TypesInfo.Types[value].IsNil() && !t.eng.onlyTested(value.Pos(), table.Pos()) {
		t.entries[table] = append(t.entries[table], value)
	}
}

// notePlain notes the name of a map with functions.
func (t *funcTable) notePlain(x ast.Expr) {
	if id, ok := ast.Unparen(x).(*ast.Ident); ok && t.mapNamed(id) != nil {
		t.plain[id] = true
	}
}

// mapNamed returns the package variable that the expression names, if it holds a map with functions; else nil.
func (t *funcTable) mapNamed(x ast.Expr) *types.Var {
	id, ok := ast.Unparen(x).(*ast.Ident)
	if !ok {
		return nil
	}
	v, ok := t.eng.pass.TypesInfo.ObjectOf(id).(*types.Var)
	if !ok || v.Pkg() != t.eng.pass.Pkg || v.Parent() != v.Pkg().Scope() {
		return nil
	}
	m, ok := v.Type().Underlying().(*types.Map)
	if !ok || !isFunc(m.Elem()) {
		return nil
	}
	return v
}
