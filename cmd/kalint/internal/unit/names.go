package unit

import (
	"go/ast"
	"strconv"
)

// importedNames are the names that the unit's files ask of the packages that
// they import.
type importedNames struct {
	imported map[string]map[string]bool // package path to the names that files give it; empty for its own
	asked    map[string]map[string]bool // by the name in front of the dot; of variables too
}

// namesOf looks through the files of a unit, into the bodies of functions too if
// they are to be type-checked.
func namesOf(u *unit, bodies bool) importedNames {
	n := importedNames{imported: make(map[string]map[string]bool), asked: make(map[string]map[string]bool)}
	for _, f := range u.files {
		for _, spec := range f.Imports {
			n.addImport(u.cfg, spec)
		}
		for _, decl := range f.Decls {
			fd, ok := decl.(*ast.FuncDecl)
			if !ok || bodies {
				n.look(decl)
				continue
			}
			n.look(fd.Type)
			if fd.Recv != nil {
				n.look(fd.Recv)
			}
		}
	}
	return n
}

func (n importedNames) look(at ast.Node) {
	ast.Inspect(at, func(node ast.Node) bool {
		if sel, ok := node.(*ast.SelectorExpr); ok {
			if x, ok := sel.X.(*ast.Ident); ok {
				add(n.asked, x.Name, sel.Sel.Name)
			}
		}
		return true
	})
}

func (n importedNames) addImport(cfg *Config, spec *ast.ImportSpec) {
	path, err := strconv.Unquote(spec.Path.Value)
	if err != nil {
		return
	}
	path = cfg.packagePath(path)
	name := ""
	if spec.Name != nil {
		name = spec.Name.Name
	}
	add(n.imported, path, name)
}

func add(to map[string]map[string]bool, key, name string) {
	if to[key] == nil {
		to[key] = make(map[string]bool)
	}
	to[key][name] = true
}

// of returns the names that are asked of the package with that path and name;
// all if a file takes them in without a dot.
func (n importedNames) of(path, name string) (names map[string]bool, all bool) {
	names = make(map[string]bool)
	for local := range n.imported[path] {
		switch local {
		case ".":
			return nil, true
		case "":
			local = name
		}
		for asked := range n.asked[local] {
			names[asked] = true
		}
	}
	return names, false
}
