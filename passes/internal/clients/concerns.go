package clients

import (
	"go/ast"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/kalint/kalint/passes/internal/nethttp"
)

// Concerns reports whether clients may flow through a package in which nothing has to do with net/http: it may call
// functions of other packages that they flow through, run what it is given in goroutines, or bound how many of them run.
// The pass need have no types for what is in the bodies of functions.
func Concerns(pass *analysis.Pass) bool {
	others := newLibrary(pass)
	if len(others.active) > 0 {
		return true
	}
	words := others.words()
	for _, file := range pass.Files {
		for _, decl := range file.Decls {
			if mayConcern(pass, decl, words) {
				return true
			}
		}
	}
	return false
}

// mayConcern reports whether the declaration has one of the words or one of what bounds goroutines, or may start some for a
// function that it is given.
func mayConcern(pass *analysis.Pass, decl ast.Decl, words map[string]bool) bool {
	takes := false
	if fd, ok := decl.(*ast.FuncDecl); ok {
		obj, ok := pass.TypesInfo.Defs[fd.Name].(*types.Func)
		takes = !ok || takesFunc(obj)
	}
	found := false
	ast.Inspect(decl, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.GoStmt:
			found = found || takes
		case *ast.Ident:
			found = found || words[n.Name] || nethttp.MayBound(n.Name) || takes && nethttp.MaySpawn(n.Name)
		}
		return !found
	})
	return found
}

// words returns the last words of the functions' names.
func (l *library) words() map[string]bool {
	words := make(map[string]bool)
	for _, parts := range l.parts {
		for _, part := range parts {
			for _, f := range part.Funcs {
				words[f.Name[strings.LastIndexByte(f.Name, '.')+1:]] = true
			}
		}
	}
	return words
}
