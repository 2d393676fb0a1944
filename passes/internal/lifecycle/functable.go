package lifecycle

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/kalint/kalint/passes/internal/partial"
)

// A funcTable knows what the package puts into its fields, variables and parameters of func types.
type funcTable struct {
	eng      *engine
	held     map[*types.Var][]ast.Expr
	literals map[ast.Node]*ssa.Function
	returned map[*types.Func][]ast.Expr      // what the package's functions return first
	callees  map[*ast.Ident]bool             // the names by which functions are called
	calls    map[*types.Func][]*ast.CallExpr // of the package's functions that others do not call
	given    map[*types.Var][]ast.Expr       // what calls pass for the functions' parameters that may be nil
	owners   map[*types.Var]*types.Func      // of those parameters
	assigned map[*types.Var]bool             // the variables among them that are assigned to, or may be
	values   map[*types.Func]bool            // the functions that are not only called by their names
	behind   map[string]bool                 // the methods of interfaces
	methods  bool                            // methods are told, whatever they are bound to
	open     bool                            // what other packages put there is left out, and methods are told whatever they are bound to
	bound    []*types.Func                   // the methods of interfaces among what was told
	entries  map[*types.Var][]ast.Expr       // what is put into maps with functions
	plain    map[*ast.Ident]bool             // the names of such maps where nobody else gets at the map by them
	shared   map[*types.Var]bool             // the maps that somebody else may get at
}

func newFuncTable(e *engine) *funcTable {
	t := &funcTable{
		eng:      e,
		held:     make(map[*types.Var][]ast.Expr),
		literals: make(map[ast.Node]*ssa.Function),
		returned: make(map[*types.Func][]ast.Expr),
		callees:  make(map[*ast.Ident]bool),
		calls:    make(map[*types.Func][]*ast.CallExpr),
		given:    make(map[*types.Var][]ast.Expr),
		owners:   make(map[*types.Var]*types.Func),
		assigned: make(map[*types.Var]bool),
		values:   make(map[*types.Func]bool),
		behind:   make(map[string]bool),
		entries:  make(map[*types.Var][]ast.Expr),
		plain:    make(map[*ast.Ident]bool),
		shared:   make(map[*types.Var]bool),
	}
	for _, fn := range partial.Functions(e.pass, e.prog) {
		t.addLiterals(fn)
	}
	for _, file := range e.pass.Files {
		ast.Inspect(file, t.visit)
	}
	return t
}

// functions returns the table, made when it is first asked for.
func (e *engine) functions() *funcTable {
	if e.funcs == nil {
		e.funcs = newFuncTable(e)
	}
	return e.funcs
}

func (t *funcTable) addLiterals(fn *ssa.Function) {
	for _, anon := range fn.AnonFuncs {
		t.literals[anon.Syntax()] = anon
		t.addLiterals(anon)
	}
}

// visit notes what the node puts where.
func (t *funcTable) visit(n ast.Node) bool {
	t.noteEntries(n)
	switch n := n.(type) {
	case *ast.KeyValueExpr:
		t.note(n.Key, n.Value)
	case *ast.AssignStmt:
		for i, l := range n.Lhs {
			t.note(l, n.Rhs[min(i, len(n.Rhs)-1)])
			t.noteAssigned(l)
		}
	case *ast.ValueSpec:
		for i, v := range n.Values {
			if len(n.Values) == len(n.Names) {
				t.note(n.Names[i], v)
			}
		}
	case *ast.CompositeLit:
		t.unkeyed(n)
	case *ast.UnaryExpr: // whoever has the address may assign
		if n.Op == token.AND {
			t.note(n.X, n.X)
			t.noteAssigned(n.X)
		}
	case *ast.RangeStmt:
		t.noteAssigned(n.Key)
		t.noteAssigned(n.Value)
	case *ast.FuncDecl:
		t.results(n)
		t.parameters(n)
	case *ast.CallExpr:
		t.arguments(n)
	case *ast.Ident:
		if fn, ok := t.eng.pass.TypesInfo.Uses[n].(*types.Func); ok && !t.callees[n] {
			t.values[fn.Origin()] = true
		}
	case *ast.InterfaceType:
		for _, m := range n.Methods.List {
			for _, name := range m.Names {
				t.behind[name.Name] = true
			}
		}
	}
	return true
}

// note notes that value is put into what holder names, if that is a field or a variable of a func type.
func (t *funcTable) note(holder, value ast.Expr) {
	if sel, ok := holder.(*ast.SelectorExpr); ok {
		holder = sel.Sel
	}
	id, ok := holder.(*ast.Ident)
	if !ok {
		return
	}
	v, ok := t.eng.pass.TypesInfo.ObjectOf(id).(*types.Var)
	if ok {
		t.add(v, value)
	}
}

func (t *funcTable) add(v *types.Var, value ast.Expr) {
	if isFunc(v.Type()) && !t.eng.pass.TypesInfo.Types[value].IsNil() && !t.eng.onlyTested(value.Pos(), v.Pos()) {
		t.held[v.Origin()] = append(t.held[v.Origin()], value)
	}
}

// unkeyed notes what a struct literal without keys holds.
func (t *funcTable) unkeyed(lit *ast.CompositeLit) {
	typ := t.eng.pass.TypesInfo.TypeOf(lit)
	if typ == nil {
		return
	}
	s, ok := typ.Underlying().(*types.Struct)
	if !ok {
		return
	}
	for i, elt := range lit.Elts {
		if _, keyed := elt.(*ast.KeyValueExpr); !keyed && i < s.NumFields() {
			t.add(s.Field(i), elt)
		}
	}
}

// results notes what a function that returns one func returns.
func (t *funcTable) results(decl *ast.FuncDecl) {
	obj, ok := t.eng.pass.TypesInfo.Defs[decl.Name].(*types.Func)
	if !ok || decl.Body == nil || obj.Signature().Results().Len() != 1 || !isFunc(obj.Signature().Results().At(0).Type()) {
		return
	}
	ast.Inspect(decl.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt:
			if len(n.Results) == 1 {
				t.returned[obj] = append(t.returned[obj], n.Results[0])
			}
		}
		return true
	})
}

// heldBy returns the functions that a field or variable may hold; nil if they are not all known.
func (t *funcTable) heldBy(v *types.Var) []*ssa.Function {
	fns, ok := t.all(t.held[v.Origin()], maxDepth)
	if !ok {
		return nil
	}
	return fns
}

// calledBy is heldBy for who calls them, with the methods among them.
func (t *funcTable) calledBy(v *types.Var) []*ssa.Function {
	with := *t
	with.methods = true
	return with.heldBy(v)
}

// inView returns the functions and methods of the package that the field or variable may hold, whatever others put there, and
// the methods of interfaces; none if it may hold what the package has from elsewhere.
func (t *funcTable) inView(v *types.Var) ([]*ssa.Function, []*types.Func) {
	open := *t
	open.open = true
	fns, ok := open.all(t.held[v.Origin()], maxDepth)
	if !ok {
		return nil, nil
	}
	return fns, open.bound
}

func (t *funcTable) all(values []ast.Expr, depth int) (fns []*ssa.Function, ok bool) {
	for _, v := range values {
		some, ok := t.valuesOf(v, depth)
		if !ok {
			return nil, false
		}
		fns = append(fns, some...)
	}
	return fns, len(fns) > 0 || t.open
}

// valuesOf returns the functions that the expression may be.
func (t *funcTable) valuesOf(x ast.Expr, depth int) ([]*ssa.Function, bool) {
	if depth == 0 {
		return nil, false
	}
	info := t.eng.pass.TypesInfo
	switch x := ast.Unparen(x).(type) {
	case *ast.FuncLit:
		fn := t.literals[x]
		return []*ssa.Function{fn}, fn != nil
	case *ast.Ident:
		return t.named(info.Uses[x], depth)
	case *ast.SelectorExpr:
		sel, ok := info.Selections[x]
		if !ok || t.open || t.methods && sel.Kind() == types.MethodVal { // of a method the receiver is bound
			return t.named(info.Uses[x.Sel], depth)
		}
	case *ast.CallExpr:
		if info.Types[x.Fun].IsType() && len(x.Args) == 1 {
			return t.valuesOf(x.Args[0], depth-1)
		}
		if id, ok := ast.Unparen(x.Fun).(*ast.Ident); ok {
			if obj, ok := info.Uses[id].(*types.Func); ok {
				return t.all(t.returned[obj.Origin()], depth-1)
			}
		}
	}
	return nil, false
}

// named returns the functions that a name may stand for.
func (t *funcTable) named(obj types.Object, depth int) ([]*ssa.Function, bool) {
	switch obj := obj.(type) {
	case *types.Func:
		if t.open && ofInterface(obj) {
			t.bound = append(t.bound, obj)
			return nil, true
		}
		fn := t.eng.prog.FuncValue(obj)
		return []*ssa.Function{fn}, fn != nil
	case *types.Var:
		if obj.Pkg() == t.eng.pass.Pkg && (t.open || obj.Parent() == obj.Pkg().Scope()) {
			return t.all(t.held[obj.Origin()], depth-1)
		}
	}
	return nil, false
}

// ofInterface reports whether the function is a method of an interface.
func ofInterface(fn *types.Func) bool {
	recv := fn.Signature().Recv()
	return recv != nil && types.IsInterface(recv.Type())
}
