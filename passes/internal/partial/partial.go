// Package partial builds the SSA form of the functions of a package that matter to an engine, and of no others.
package partial

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"
)

// build builds the package from its files, in which the functions that are not needed have no bodies.
func build(pass *analysis.Pass, needed func(*ast.FuncDecl) bool, inits []*types.Initializer) *ssa.Program {
	files := make([]*ast.File, len(pass.Files))
	for i, f := range pass.Files {
		files[i] = strip(f, needed)
	}
	prog := ssa.NewProgram(pass.Fset, 0)
	createImports(prog, pass)
	info := *pass.TypesInfo
	info.InitOrder = slices.DeleteFunc(slices.Clone(inits), func(i *types.Initializer) bool { return isTable(&info, i) })
	prog.CreatePackage(pass.Pkg, files, &info, false).Build()
	return prog
}

// strip returns a copy of the file in which only needed functions have bodies.
func strip(f *ast.File, needed func(*ast.FuncDecl) bool) *ast.File {
	c := *f
	c.Decls = make([]ast.Decl, len(f.Decls))
	for i, d := range f.Decls {
		c.Decls[i] = d
		if fd, ok := d.(*ast.FuncDecl); ok && !needed(fd) {
			bare := *fd
			bare.Body = nil
			c.Decls[i] = &bare
		}
	}
	return &c
}
