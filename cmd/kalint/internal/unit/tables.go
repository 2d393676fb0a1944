package unit

import (
	"go/ast"
	"go/token"
	"strconv"
)

// leastTable is how many elements make a literal a table.
const leastTable = 64

// dropTables takes the literals of long tables of numbers and strings out of the
// declarations of variables, whose types stay. Nobody asks what is in them, and
// to type-check them would be most of the work on packages such as Unicode's.
func dropTables(f *ast.File) {
	for _, decl := range f.Decls {
		d, ok := decl.(*ast.GenDecl)
		if !ok || d.Tok != token.VAR {
			continue
		}
		for _, spec := range d.Specs {
			spec, ok := spec.(*ast.ValueSpec)
			if !ok || len(spec.Names) != 1 || len(spec.Values) != 1 {
				continue
			}
			if t := tableType(spec.Values[0]); t != nil {
				if spec.Type == nil {
					spec.Type = t
				}
				spec.Values = nil
			}
		}
	}
}

// tableType returns the type of a literal that is a table; nil if it is none.
func tableType(value ast.Expr) ast.Expr {
	lit, ok := value.(*ast.CompositeLit)
	if !ok || len(lit.Elts) < leastTable || !isData(lit) {
		return nil
	}
	switch t := lit.Type.(type) {
	case *ast.MapType:
		return t
	case *ast.ArrayType:
		if _, counted := t.Len.(*ast.Ellipsis); !counted {
			return t
		}
		for _, elt := range lit.Elts {
			if _, keyed := elt.(*ast.KeyValueExpr); keyed { // the last need not be the highest
				return nil
			}
		}
		length := &ast.BasicLit{ValuePos: t.Len.Pos(), Kind: token.INT, Value: strconv.Itoa(len(lit.Elts))}
		return &ast.ArrayType{Lbrack: t.Lbrack, Len: length, Elt: t.Elt}
	}
	return nil
}

// isData reports whether an expression is a number or string, or a literal that
// holds nothing else.
func isData(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.BasicLit:
		return true
	case *ast.UnaryExpr:
		return e.Op == token.SUB && isData(e.X)
	case *ast.KeyValueExpr:
		_, field := e.Key.(*ast.Ident)
		return (field || isData(e.Key)) && isData(e.Value)
	case *ast.CompositeLit:
		for _, elt := range e.Elts {
			if !isData(elt) {
				return false
			}
		}
		return true
	}
	return false
}
