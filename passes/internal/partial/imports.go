package partial

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"
)

// createImports creates the imported packages with those of their functions and variables that the package uses. Package
// ssa would make members of all that they have, which for most packages is more than the package under analysis itself.
// Methods that the package gets at without naming them are made by ssa when it needs them.
func createImports(prog *ssa.Program, pass *analysis.Pass) {
	used := make(map[*types.Package]map[types.Object]bool)
	for _, obj := range pass.TypesInfo.Uses {
		if fn, ok := obj.(*types.Func); ok {
			obj = fn.Origin()
		}
		if pkg := obj.Pkg(); pkg != nil && pkg != pass.Pkg && isMember(obj) {
			if used[pkg] == nil {
				used[pkg] = make(map[types.Object]bool)
			}
			used[pkg][obj] = true
		}
	}
	for _, pkg := range pass.Pkg.Imports() {
		file, info := declare(used[pkg])
		prog.CreatePackage(pkg, []*ast.File{file}, info, true)
	}
}

// isMember reports whether ssa wants a member for the object: a function, a method with a body, or a package variable.
func isMember(obj types.Object) bool {
	switch obj := obj.(type) {
	case *types.Func:
		recv := obj.Signature().Recv()
		return recv == nil || !types.IsInterface(recv.Type())
	case *types.Var:
		return obj.Parent() == obj.Pkg().Scope()
	}
	return false
}

// declare makes a file that declares the objects.
func declare(objs map[types.Object]bool) (*ast.File, *types.Info) {
	file := &ast.File{}
	info := &types.Info{Defs: make(map[*ast.Ident]types.Object, len(objs))}
	for obj := range objs {
		id := ast.NewIdent(obj.Name())
		info.Defs[id] = obj
		if _, ok := obj.(*types.Func); ok {
			file.Decls = append(file.Decls, &ast.FuncDecl{Name: id, Type: &ast.FuncType{}})
		} else {
			file.Decls = append(file.Decls, &ast.GenDecl{Tok: token.VAR, Specs: []ast.Spec{&ast.ValueSpec{Names: []*ast.Ident{id}}}})
		}
	}
	return file, info
}
