package lifecycle

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/kalint/kalint/passes/internal/nethttp"
)

// Concerns reports whether other packages may ask after a function of a package in which nothing has to do with net/http.
// The pass need have no types for what is in the bodies of functions.
func Concerns(pass *analysis.Pass) bool {
	return anyExported(pass.Files, func(fd *ast.FuncDecl) bool {
		obj, ok := pass.TypesInfo.Defs[fd.Name].(*types.Func)
		return ok && (asked(obj.Signature()) || mayEndProgram(fd))
	})
}

// PlainlyConcerns reports whether that shows without any types: an exported function takes an error, or what may be a body,
// by one of the names that these mostly have.
func PlainlyConcerns(files []*ast.File) bool {
	return anyExported(files, func(fd *ast.FuncDecl) bool {
		return slices.ContainsFunc(fd.Type.Params.List, func(param *ast.Field) bool { return plainlyAsked(param.Type) })
	})
}

// anyExported reports whether is is true of an exported function with a body.
func anyExported(files []*ast.File, is func(*ast.FuncDecl) bool) bool {
	for _, file := range files {
		for _, decl := range file.Decls {
			if fd, ok := decl.(*ast.FuncDecl); ok && fd.Body != nil && fd.Name.IsExported() && is(fd) {
				return true
			}
		}
	}
	return false
}

func plainlyAsked(param ast.Expr) bool {
	switch t := param.(type) {
	case *ast.Ident:
		return t.Name == "error" || t.Name == "any"
	case *ast.InterfaceType:
		return len(t.Methods.List) == 0
	case *ast.Ellipsis:
		return plainlyAsked(t.Elt)
	case *ast.SelectorExpr:
		return t.Sel.Name == "Reader" || t.Sel.Name == "ReadCloser" || t.Sel.Name == "Closer"
	}
	return false
}

// mayEndProgram reports whether the body mentions a name of a function that does not return.
func mayEndProgram(fd *ast.FuncDecl) bool {
	found := false
	ast.Inspect(fd.Body, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		found = found || ok && nethttp.MayNotReturn(id.Name)
		return !found
	})
	return found
}
