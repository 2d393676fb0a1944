package lifecycle

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/kalint/kalint/passes/internal/nethttp"
)

// closedBefore reports whether a condition that came out as truth says that the object which the response came in, and which is open, was
// closed before.
func (w *walk) closedBefore(s *state, cond ssa.Value, truth bool) bool {
	if w.role.param < 0 || w.role.path == "" || s.res.status != open {
		return false
	}
	var addr ssa.Value
	switch c := cond.(type) {
	case *ssa.UnOp:
		if truth && c.Op == token.MUL {
			addr = c.X
		}
	case *ssa.Call:
		if fn := callee(&c.Call); fn != nil && nethttp.AsksFlag(fn, truth) && (truth || sets(&c.Call)) {
			addr = c.Call.Args[0]
		}
	}
	fa, ok := addr.(*ssa.FieldAddr)
	if !ok {
		return false
	}
	flag := fieldOf(fa.X.Type(), fa.Field)
	object := fa.X
	for in, ok := object.(*ssa.FieldAddr); ok && isEmbedded(in); in, ok = object.(*ssa.FieldAddr) {
		object = in.X
	}
	p, path, ok := w.param(value{kind: symbol, id: w.eng.id(object)})
	rest, inside := strings.CutPrefix(w.role.path, path+".")
	return ok && p == w.role.param && inside && w.eng.saysClosed(flag, rest)
}

// sets reports whether the call gives a flag a value that is not its zero value.
func sets(c *ssa.CallCommon) bool {
	k, ok := c.Args[len(c.Args)-1].(*ssa.Const)
	return ok && k.Value != nil && constValue(k) != zeroValue(k.Type())
}

// isEmbedded reports whether the address is of a struct inside another one.
func isEmbedded(fa *ssa.FieldAddr) bool {
	f := fieldOf(fa.X.Type(), fa.Field)
	return f != nil && f.Embedded()
}

// saysClosed reports whether the field is a flag that the package sets only where it closes the part of the same object by that path.
func (e *engine) saysClosed(f *types.Var, path string) bool {
	if f == nil || f.Exported() || f.Pkg() != e.pass.Pkg || !basicBool(f.Type()) && !isInteger(f.Type()) && !nethttp.IsFlag(f.Type()) {
		return false
	}
	if e.flags == nil {
		e.flags = findFlags(e)
	}
	parts := strings.Split(path, ".")
	return slices.ContainsFunc(e.flags[f.Origin()], func(part string) bool { return part == "Body" || slices.Contains(parts, part) })
}

// flagging looks for the flags of a package that say that their objects are closed.
type flagging struct {
	eng    *engine
	flags  map[*types.Var][]string   // with the fields that are closed wherever they are set
	set    []*ast.SelectorExpr       // where the function sets what may be one
	lent   map[ast.Expr]bool         // the addresses that are given to functions which set flags
	closed map[types.Object][]string // the variables of which the function closes parts, with the fields on the way to these
}

func findFlags(e *engine) map[*types.Var][]string {
	g := &flagging{eng: e, flags: make(map[*types.Var][]string), lent: make(map[ast.Expr]bool)}
	for _, file := range e.pass.Files {
		for _, decl := range file.Decls {
			g.set, g.closed = nil, make(map[types.Object][]string)
			ast.Inspect(decl, g.visit)
			for _, sel := range g.set {
				g.note(g.field(sel.Sel), g.closed[g.eng.rootOf(sel.X)])
			}
		}
	}
	return g.flags
}

func (g *flagging) visit(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.AssignStmt:
		for i, to := range n.Lhs {
			if sel, ok := to.(*ast.SelectorExpr); ok && !g.isFalse(n.Rhs[min(i, len(n.Rhs)-1)]) {
				g.set = append(g.set, sel)
			}
		}
	case *ast.IncDecStmt: // a counter
		if sel, ok := n.X.(*ast.SelectorExpr); ok {
			g.note(g.field(sel.Sel), nil)
		}
	case *ast.CallExpr:
		g.call(n)
	case *ast.UnaryExpr: // whoever has the address may set it
		if sel, ok := n.X.(*ast.SelectorExpr); ok && n.Op == token.AND && !g.lent[n] {
			g.note(g.field(sel.Sel), nil)
		}
	case *ast.KeyValueExpr:
		if key, ok := n.Key.(*ast.Ident); ok && !g.isFalse(n.Value) {
			g.note(g.field(key), nil)
		}
	case *ast.CompositeLit:
		g.unkeyed(n)
	}
	return true
}

// call notes what the call closes, or the flag that it sets.
func (g *flagging) call(call *ast.CallExpr) {
	method, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok {
		return
	}
	fn, ok := g.eng.pass.TypesInfo.Uses[method.Sel].(*types.Func)
	if !ok {
		return
	}
	part, ok := ast.Unparen(method.X).(*ast.SelectorExpr)
	if ok && fn.Name() == "Close" {
		if root := g.eng.rootOf(part.X); root != nil {
			g.closed[root] = append(g.closed[root], fieldsOf(part)...)
		}
	}
	if !nethttp.SetsFlag(fn) || len(call.Args) == 0 {
		return
	}
	if fn.Signature().Recv() == nil {
		part, ok = g.lend(call.Args[0])
	}
	if ok && !g.isFalse(call.Args[len(call.Args)-1]) {
		g.set = append(g.set, part)
	}
}

// lend notes that the address of a flag is given to a function that sets it, and returns the flag.
func (g *flagging) lend(addr ast.Expr) (*ast.SelectorExpr, bool) {
	of, ok := ast.Unparen(addr).(*ast.UnaryExpr)
	if !ok {
		return nil, false
	}
	part, ok := of.X.(*ast.SelectorExpr)
	if ok {
		g.lent[of] = true
	}
	return part, ok
}

// unkeyed notes the flags that a struct literal without keys sets.
func (g *flagging) unkeyed(lit *ast.CompositeLit) {
	t := g.eng.pass.TypesInfo.TypeOf(lit)
	if t == nil {
		return
	}
	if p, ok := t.Underlying().(*types.Pointer); ok { // of a literal in a list, the type of which is left out
		t = p.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return
	}
	for i, elt := range lit.Elts {
		if _, keyed := elt.(*ast.KeyValueExpr); !keyed && i < s.NumFields() && !g.isFalse(elt) {
			g.note(s.Field(i), nil)
		}
	}
}

// note notes that a field is set where those fields of its object are closed.
func (g *flagging) note(f *types.Var, closed []string) {
	if f == nil {
		return
	}
	f = f.Origin()
	before, known := g.flags[f]
	if known {
		closed = slices.DeleteFunc(slices.Clone(closed), func(part string) bool { return !slices.Contains(before, part) })
	}
	g.flags[f] = closed
}

// fieldsOf returns the names of the fields in a chain of selectors.
func fieldsOf(x ast.Expr) []string {
	var names []string
	for {
		sel, ok := ast.Unparen(x).(*ast.SelectorExpr)
		if !ok {
			return names
		}
		names, x = append(names, sel.Sel.Name), sel.X
	}
}

// field returns the field of the name.
func (g *flagging) field(name *ast.Ident) *types.Var {
	if v, ok := g.eng.pass.TypesInfo.Uses[name].(*types.Var); ok && v.IsField() {
		return v
	}
	return nil
}

func (g *flagging) isFalse(x ast.Expr) bool {
	v := g.eng.pass.TypesInfo.Types[x].Value
	return v != nil && (v.String() == "false" || v.String() == "0")
}
