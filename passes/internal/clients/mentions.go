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
	mentions []types.Object // each once, in source order
	makes    []*types.TypeName
	starts   bool // it starts goroutines
	helps    bool // it is short, and takes a lock or waits for its callers
}

const maxHelp = 4 // statements of a function that does no more than take a lock or wait

// declarations returns those of the package.
func declarations(pass *analysis.Pass) []*declared {
	var all []*declared
	for _, file := range pass.Files {
		for _, d := range file.Decls {
			all = append(all, declare(pass, d))
		}
	}
	return all
}

func declare(pass *analysis.Pass, decl ast.Decl) *declared {
	d := new(declared)
	switch decl := decl.(type) {
	case *ast.FuncDecl:
		d.fd = decl
		d.fn, _ = pass.TypesInfo.Defs[decl.Name].(*types.Func)
	case *ast.GenDecl:
		d.sets = decl.Tok == token.VAR
	}
	seen := make(map[types.Object]bool)
	ast.Inspect(decl, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.GoStmt:
			d.starts = true
		case *ast.UnaryExpr:
			d.helps = d.helps || n.Op == token.ARROW
		case *ast.CompositeLit:
			if name := typeName(pass.TypesInfo.TypeOf(n)); name != nil {
				d.makes = append(d.makes, name)
			}
		case *ast.Ident:
			if obj := pass.TypesInfo.Uses[n]; obj != nil && !seen[obj] {
				seen[obj] = true
				d.mention(obj)
			}
		}
		return true
	})
	d.helps = d.helps && d.fd != nil && d.fd.Body != nil && len(d.fd.Body.List) <= maxHelp
	return d
}

func (d *declared) mention(obj types.Object) {
	switch o := obj.(type) {
	case *types.Func:
		obj = o.Origin()
		_, spawns := nethttp.Spawner(o)
		d.starts = d.starts || spawns
		d.helps = d.helps || nethttp.Locks(o) || nethttp.Unlocks(o) || isWaitMethod(o)
	case *types.Var, *types.TypeName:
	default:
		return
	}
	d.mentions = append(d.mentions, obj)
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

// takesFunc reports whether the function has a parameter that is a function.
func takesFunc(fn *types.Func) bool {
	for p := range fn.Signature().Params().Variables() {
		if _, ok := p.Type().Underlying().(*types.Signature); ok {
			return true
		}
	}
	return false
}
