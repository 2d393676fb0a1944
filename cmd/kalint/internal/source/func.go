package source

import (
	"go/ast"
	"go/parser"
	"go/token"
)

// A decl is a declaration at the top of a file.
type decl struct {
	name       string
	start, end int // in bytes
}

// Func returns the name of the function around a place, such as get or
// (*Client).get; for a place in the value of a package's variable, its name with
// "var " before it; and else "".
func (f *File) Func(line, col int) string {
	if !f.parsed {
		f.parse()
	}
	at := f.offset(line, col)
	for _, d := range f.decls {
		if d.start <= at && at < d.end {
			return d.name
		}
	}
	return ""
}

// parse finds the declarations, as many as there are before the text is no Go.
func (f *File) parse() {
	f.parsed = true
	fset := token.NewFileSet()
	file, _ := parser.ParseFile(fset, "", f.text, parser.SkipObjectResolution)
	if file == nil {
		return
	}
	add := func(name string, n ast.Node) {
		start, end := fset.PositionFor(n.Pos(), false), fset.PositionFor(n.End(), false)
		f.decls = append(f.decls, decl{name, start.Offset, end.Offset})
	}
	for _, d := range file.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			add(funcName(d), d)
		case *ast.GenDecl:
			for _, spec := range d.Specs {
				if v, ok := spec.(*ast.ValueSpec); ok && d.Tok == token.VAR {
					add("var "+v.Names[0].Name, v)
				}
			}
		}
	}
}

// funcName is a function's name, with its receiver's type.
func funcName(d *ast.FuncDecl) string {
	if d.Recv == nil || len(d.Recv.List) == 0 {
		return d.Name.Name
	}
	t, star := ast.Unparen(d.Recv.List[0].Type), false
	if s, ok := t.(*ast.StarExpr); ok {
		t, star = ast.Unparen(s.X), true
	}
	switch x := t.(type) {
	case *ast.IndexExpr:
		t = x.X
	case *ast.IndexListExpr:
		t = x.X
	}
	name := "?"
	if id, ok := t.(*ast.Ident); ok {
		name = id.Name
	}
	if star {
		name = "(*" + name + ")"
	}
	return name + "." + d.Name.Name
}
