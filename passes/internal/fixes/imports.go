package fixes

import (
	"go/ast"
	"go/token"
	"go/types"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// Import returns the name by which code at pos can use a package of the standard library, and the edits that import it
// where that is not done yet. It gives up where the name means something else.
func (s *Source) Import(path string, pos token.Pos) (string, []analysis.TextEdit, bool) {
	for _, spec := range s.File.Imports {
		switch importPath(spec) {
		case "C":
			return "", nil, false // the tree is of a file that cgo made
		case path:
			name, ok := s.imported(spec, pos)
			return name, nil, ok
		}
	}
	inner := s.pass.Pkg.Scope().Innermost(pos)
	if inner == nil || s.pass.Pkg.Scope().Lookup(path) != nil {
		return "", nil, false
	}
	if _, obj := inner.LookupParent(path, token.NoPos); obj != nil {
		return "", nil, false
	}
	edits, ok := s.addImport(path)
	return path, edits, ok
}

// imported returns the name that an import gives its package, if it can be used at pos.
func (s *Source) imported(spec *ast.ImportSpec, pos token.Pos) (string, bool) {
	obj := s.pass.TypesInfo.PkgNameOf(spec)
	inner := s.pass.Pkg.Scope().Innermost(pos)
	if obj == nil || inner == nil || obj.Name() == "_" || obj.Name() == "." {
		return "", false
	}
	_, seen := inner.LookupParent(obj.Name(), pos)
	return obj.Name(), seen == types.Object(obj)
}

// addImport returns the edits that import the package.
func (s *Source) addImport(path string) ([]analysis.TextEdit, bool) {
	quoted := strconv.Quote(path)
	var single *ast.GenDecl
	for _, decl := range s.File.Decls {
		d, ok := decl.(*ast.GenDecl)
		switch {
		case !ok || d.Tok != token.IMPORT || len(d.Specs) == 0:
		case d.Lparen.IsValid():
			return []analysis.TextEdit{s.intoBlock(d, path)}, true
		case single == nil:
			single = d
		}
	}
	if single != nil {
		return s.intoSingle(single, quoted), true
	}
	at, ok := s.Behind(s.File.Name.End())
	if !ok {
		return nil, false
	}
	return []analysis.TextEdit{insert(at, "\n\nimport "+quoted)}, true
}

// intoBlock puts the path in its place among the first imports of the standard library in the block or, where there
// are none, in a paragraph above the others.
func (s *Source) intoBlock(d *ast.GenDecl, path string) analysis.TextEdit {
	quoted := strconv.Quote(path)
	var last *ast.ImportSpec
	for _, sp := range d.Specs {
		spec := sp.(*ast.ImportSpec)
		if last != nil && s.pos.Line(start(spec)) > s.pos.Line(end(last))+1 {
			break // the paragraph ends
		}
		if !isStd(spec) {
			if last == nil {
				continue
			}
			break
		}
		if importPath(spec) > path {
			return insert(start(spec), quoted+"\n\t")
		}
		last = spec
	}
	if last == nil {
		return insert(start(d.Specs[0].(*ast.ImportSpec)), quoted+"\n\n\t")
	}
	return insert(end(last), "\n\t"+quoted)
}

// intoSingle makes a block of an import without parentheses.
func (s *Source) intoSingle(d *ast.GenDecl, quoted string) []analysis.TextEdit {
	spec := d.Specs[0].(*ast.ImportSpec)
	before, after := quoted+"\n\t", ""
	switch {
	case !isStd(spec):
		before = quoted + "\n\n\t"
	case importPath(spec) < strings.Trim(quoted, `"`):
		before, after = "", "\n\t"+quoted
	}
	return []analysis.TextEdit{insert(spec.Pos(), "(\n\t"+before), insert(end(spec), after+"\n)")}
}

// start returns where an import begins, with the comment above it.
func start(spec *ast.ImportSpec) token.Pos {
	if spec.Doc != nil {
		return spec.Doc.Pos()
	}
	return spec.Pos()
}

// end returns where an import ends, with the comment behind it.
func end(spec *ast.ImportSpec) token.Pos {
	if spec.Comment != nil {
		return spec.Comment.End()
	}
	return spec.End()
}

// isStd reports whether the imported package looks like one of the standard library.
func isStd(spec *ast.ImportSpec) bool {
	first, _, _ := strings.Cut(importPath(spec), "/")
	return !strings.Contains(first, ".")
}

func importPath(spec *ast.ImportSpec) string {
	path, _ := strconv.Unquote(spec.Path.Value)
	return path
}

func insert(at token.Pos, text string) analysis.TextEdit {
	return analysis.TextEdit{Pos: at, End: at, NewText: []byte(text)}
}
