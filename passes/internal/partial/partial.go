// Package partial builds the SSA form of the functions of a package that matter to an engine, and of no others.
package partial

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"
)

// Build builds the package from its files, in which the functions that are not needed have no bodies.
func Build(pass *analysis.Pass, needed func(*ast.FuncDecl) bool) *ssa.Program {
	files := make([]*ast.File, len(pass.Files))
	for i, f := range pass.Files {
		files[i] = strip(f, needed)
	}
	prog := ssa.NewProgram(pass.Fset, 0)
	createImports(prog, pass)
	info := *pass.TypesInfo
	info.InitOrder = slices.DeleteFunc(slices.Clone(info.InitOrder), func(i *types.Initializer) bool { return isTable(&info, i) })
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

// Functions returns the declared functions of the package in source order, and the one that initializes its variables.
func Functions(pass *analysis.Pass, prog *ssa.Program) []*ssa.Function {
	var fns []*ssa.Function
	for _, file := range pass.Files {
		for _, decl := range file.Decls {
			if decl, ok := decl.(*ast.FuncDecl); ok {
				if obj, ok := pass.TypesInfo.Defs[decl.Name].(*types.Func); ok {
					if fn := prog.FuncValue(obj); fn != nil {
						fns = append(fns, fn)
					}
				}
			}
		}
	}
	if init := prog.Package(pass.Pkg).Func("init"); init != nil {
		fns = append(fns, init)
	}
	return fns
}
