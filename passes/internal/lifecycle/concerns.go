package lifecycle

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/analysis"

	"github.com/kalint/kalint/passes/internal/nethttp"
)

// Concerns reports whether other packages may ask after a function of a package in which nothing has to do with net/http.
// The pass need have no types for what is in the bodies of functions.
func Concerns(pass *analysis.Pass) bool {
	for _, file := range pass.Files {
		for _, decl := range file.Decls {
			fd, ok := decl.(*ast.FuncDecl)
			if !ok || fd.Body == nil || !fd.Name.IsExported() {
				continue
			}
			obj, ok := pass.TypesInfo.Defs[fd.Name].(*types.Func)
			if ok && (asked(obj.Signature()) || mayEndProgram(fd)) {
				return true
			}
		}
	}
	return false
}

// PlainlyConcerns reports whether that shows without any types: an exported function takes an error, or what may be a body,
// by one of the names that these mostly have.
func PlainlyConcerns(files []*ast.File) bool {
	for _, file := range files {
		for _, decl := range file.Decls {
			fd, ok := decl.(*ast.FuncDecl)
			if !ok || fd.Body == nil || !fd.Name.IsExported() {
				continue
			}
			for _, param := range fd.Type.Params.List {
				if plainlyAsked(param.Type) {
					return true
				}
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
