package clients

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"

	"github.com/kalint/kalint/passes/internal/nethttp"
)

// A declared is a declaration of the package, with what it mentions.
type declared struct {
	fd       *ast.FuncDecl // nil for variables, types and the like
	fn       *types.Func
	sets     bool           // it gives values to package variables
	holders  []*types.Var   // those of them that are functions, or hold some
	mentions []types.Object // each once, in source order
	makes    []*types.TypeName
	starts   bool // it starts goroutines
	helps    bool // it is short, and takes a lock or a place, or waits, for its callers
}

const maxHelp = 4 // statements of a function that does no more than take a lock or wait

// declarations returns those of the package. The inspect pass would keep two events a node for the one walk that is needed here.
func declarations(pass *analysis.Pass) []*declared {
	m := &mentioning{info: pass.TypesInfo, last: make(map[types.Object]*declared)}
	for _, file := range pass.Files {
		for _, decl := range file.Decls {
			m.all = append(m.all, m.declare(decl))
		}
	}
	return m.all
}

// mentioning is a walk over all declarations.
type mentioning struct {
	info *types.Info
	all  []*declared
	last map[types.Object]*declared // that mentions the object
}

func (m *mentioning) declare(decl ast.Decl) *declared {
	d := new(declared)
	switch decl := decl.(type) {
	case *ast.FuncDecl:
		d.fd = decl
		d.fn, _ = m.info.Defs[decl.Name].(*types.Func)
	case *ast.GenDecl:
		if d.sets = decl.Tok == token.VAR; d.sets {
			d.holders = m.holders(decl)
		}
	}
	ast.Inspect(decl, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.GoStmt:
			d.starts = true
		case *ast.SendStmt:
			d.helps = true
		case *ast.UnaryExpr:
			d.helps = d.helps || n.Op == token.ARROW
		case *ast.CompositeLit:
			m.literal(d, n)
		case *ast.Ident:
			m.mention(d, m.info.Uses[n])
		}
		return true
	})
	d.helps = d.helps && d.fd != nil && d.fd.Body != nil && len(d.fd.Body.List) <= maxHelp
	return d
}

// literal notes what a literal makes, and the fields that it sets without naming them.
func (m *mentioning) literal(d *declared, lit *ast.CompositeLit) {
	t := m.info.TypeOf(lit)
	name := typeName(t)
	if name == nil {
		return
	}
	d.makes = append(d.makes, name)
	if p, ok := t.Underlying().(*types.Pointer); ok { // of a literal in a list, the type of which is left out
		t = p.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok || len(lit.Elts) != s.NumFields() {
		return
	}
	for i, elt := range lit.Elts {
		if _, named := elt.(*ast.KeyValueExpr); !named {
			m.mention(d, s.Field(i))
		}
	}
}

// holders returns the variables of the declaration that are functions, or hold some.
func (m *mentioning) holders(decl *ast.GenDecl) []*types.Var {
	var vars []*types.Var
	for _, spec := range decl.Specs {
		vs, ok := spec.(*ast.ValueSpec)
		if !ok || len(vs.Values) == 0 {
			continue
		}
		for _, name := range vs.Names {
			if v, ok := m.info.Defs[name].(*types.Var); ok && holdsFuncs(v.Type(), maxDepth) {
				vars = append(vars, v)
			}
		}
	}
	return vars
}

// mention notes an object that may have to do with clients, once for each declaration.
func (m *mentioning) mention(d *declared, obj types.Object) {
	switch o := obj.(type) {
	case *types.Func:
		obj = o.Origin()
	case *types.Var, *types.TypeName:
		if _, ok := obj.Type().(*types.Basic); ok {
			return
		}
	default:
		return
	}
	if m.last[obj] == d {
		return
	}
	m.last[obj] = d
	d.mentions = append(d.mentions, obj)
	if fn, ok := obj.(*types.Func); ok {
		_, spawns := nethttp.Spawner(fn)
		d.starts = d.starts || spawns
		d.helps = d.helps || nethttp.Locks(fn) || nethttp.Unlocks(fn) || isWaitMethod(fn)
	}
}

// typeName returns the name of a type, or of what a pointer of the type points to; nil if it has none.
func typeName(t types.Type) *types.TypeName {
	t = types.Unalias(t)
	if p, ok := t.(*types.Pointer); ok {
		t = types.Unalias(p.Elem())
	}
	if n, ok := t.(*types.Named); ok {
		return n.Origin().Obj()
	}
	return nil
}

// takesFunc reports whether the function has a parameter, or is the method of something, that is a function or holds some.
func takesFunc(fn *types.Func) bool {
	if recv := fn.Signature().Recv(); recv != nil && holdsFuncs(recv.Type(), maxDepth) {
		return true
	}
	for p := range fn.Signature().Params().Variables() {
		if holdsFuncs(p.Type(), maxDepth) {
			return true
		}
	}
	return false
}
