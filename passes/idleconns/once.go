package idleconns

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/astutil"
)

// runsOnce reports whether the client is made once in the life of the program, and lives on: in main or init, or in a
// function that only those call and that hands the client on.
func (g *giving) runsOnce() bool {
	if starts(g.pass, g.fn) {
		return true
	}
	return g.handedOn() && once(g.pass, g.fn, make(map[*ast.FuncDecl]bool))
}

// starts reports whether the function is main or init.
func starts(pass *analysis.Pass, fn *ast.FuncDecl) bool {
	if fn.Recv != nil {
		return false
	}
	return fn.Name.Name == "init" || fn.Name.Name == "main" && pass.Pkg.Name() == "main"
}

// once reports whether the function runs once: it is called in one place, which is run once itself. It is nil for
// the value of a package variable. Seen holds the functions that are being asked about.
func once(pass *analysis.Pass, fn *ast.FuncDecl, seen map[*ast.FuncDecl]bool) bool {
	if fn == nil || starts(pass, fn) {
		return true
	}
	obj, ok := pass.TypesInfo.Defs[fn.Name].(*types.Func)
	if !ok || seen[fn] || fn.Recv != nil || obj.Exported() && pass.Pkg.Name() != "main" {
		return false
	}
	seen[fn] = true
	var uses []*ast.Ident
	for id, used := range pass.TypesInfo.Uses {
		if used == types.Object(obj) {
			uses = append(uses, id)
		}
	}
	if len(uses) != 1 {
		return false
	}
	caller, ok := calledIn(pass, uses[0])
	return ok && once(pass, caller, seen)
}

// calledIn returns the function that calls what the identifier names, nil for a package variable's value.
func calledIn(pass *analysis.Pass, id *ast.Ident) (*ast.FuncDecl, bool) {
	for _, file := range pass.Files {
		if id.Pos() < file.FileStart || file.FileEnd <= id.Pos() {
			continue
		}
		path, _ := astutil.PathEnclosingInterval(file, id.Pos(), id.End())
		if call, ok := path[1].(*ast.CallExpr); ok && call.Fun == ast.Expr(id) {
			return enclosing(path)
		}
	}
	return nil, false
}

// handedOn reports whether the client is returned, or put into another value.
func (g *giving) handedOn() bool {
	v := g.Var(g.assign.Lhs[0])
	client := func(x ast.Expr) bool {
		if u, ok := ast.Unparen(x).(*ast.UnaryExpr); ok && u.Op == token.AND {
			x = u.X
		}
		return g.Var(x) == v
	}
	found := false
	ast.Inspect(g.fn, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ReturnStmt:
			found = found || slices.ContainsFunc(n.Results, client)
		case *ast.KeyValueExpr:
			found = found || client(n.Value)
		case *ast.AssignStmt:
			if _, ok := n.Lhs[0].(*ast.SelectorExpr); ok {
				found = found || slices.ContainsFunc(n.Rhs, client)
			}
		}
		return !found
	})
	return found
}
