package unit

import (
	"errors"
	"fmt"
	"go/token"
	"go/types"
	"io"
	"os"
	"slices"

	"golang.org/x/tools/go/gcexportdata"

	"github.com/kalint/kalint/cmd/kalint/internal/exportdata"
)

// An importer takes the types of imports out of what the compiler wrote, so
// that no dependency has to be type-checked again: of each, those that the unit
// asks for.
type importer struct {
	cfg    *Config
	names  importedNames
	fset   *token.FileSet
	seen   map[string]*types.Package         // by path, with what they mention
	done   map[string]bool                   // those that have what is asked for
	others map[string]func(path string) bool // whether a package that is imported has to do with another one
	called map[string]string                 // the names in the clauses of some packages, by path
	room   *exportdata.Room
	whole  bool // imports are read as a whole, by a library that knows every format
	failed bool // some import could not be read
	spoilt bool // and cannot be, by the library either
}

func newImporter(u *unit) *importer {
	return &importer{cfg: u.cfg, fset: u.fset, seen: make(map[string]*types.Package), others: make(map[string]func(string) bool), called: make(map[string]string), room: exportdata.NewRoom()}
}

// want says what is asked for from now on.
func (imp *importer) want(names importedNames) {
	imp.names, imp.done = names, make(map[string]bool)
}

// Import implements types.Importer.
func (imp *importer) Import(path string) (*types.Package, error) {
	if path == "unsafe" {
		return types.Unsafe, nil
	}
	path = imp.cfg.packagePath(path)
	if imp.done[path] {
		return imp.seen[path], nil
	}
	if name := imp.called[path]; name != "" {
		if names, all := imp.names.of(path, name); !all && len(names) == 0 {
			return imp.empty(path, name), nil
		}
	}
	pkg, err := imp.read(path)
	if err != nil {
		imp.failed, imp.spoilt = true, imp.spoilt || errors.Is(err, exportdata.ErrEndless)
		return nil, fmt.Errorf("cannot import %s: %v", path, err)
	}
	imp.done[path] = true
	return pkg, nil
}

// read takes what is asked for out of one compiled package.
func (imp *importer) read(path string) (*types.Package, error) {
	f, err := imp.open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if imp.whole {
		return imp.readWhole(path, f)
	}
	p, err := exportdata.Read(f, imp.room)
	if err != nil {
		return nil, err
	}
	names, all := imp.names.of(path, p.Name())
	switch {
	case all:
		return p.Types(path, exportdata.All, imp.seen)
	case len(names) > 0:
		return p.Types(path, func(name string) bool { return names[name] }, imp.seen)
	case p.Name() != "":
		return imp.empty(path, p.Name()), nil
	}
	return nil, exportdata.ErrFormat
}

// readWhole reads all of a compiled package. The decoder panics on what it does not know.
func (imp *importer) readWhole(path string, f io.Reader) (pkg *types.Package, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("unreadable export data: %v", p)
		}
	}()
	r, err := gcexportdata.NewReader(f)
	if err != nil {
		return nil, err
	}
	return gcexportdata.Read(r, imp.fset, imp.seen, path)
}

// empty returns a package of which nothing is asked for, yet.
func (imp *importer) empty(path, name string) *types.Package {
	pkg := imp.seen[path]
	if pkg == nil {
		pkg = types.NewPackage(path, name)
		imp.seen[path] = pkg
	}
	pkg.MarkComplete()
	return pkg
}

func (imp *importer) open(path string) (*os.File, error) {
	name, ok := imp.cfg.PackageFile[path]
	if !ok {
		return nil, fmt.Errorf("the go command named no compiled package")
	}
	return os.Open(name)
}

// sees reports whether something in what the unit imports may have to do with a
// package.
func (imp *importer) sees(path string) bool {
	for imported := range imp.names.imported {
		if imported == path || imported != "unsafe" && imp.mentions(imported, path) {
			return true
		}
	}
	return false
}

// mentions reports whether something in a package that is imported may have to
// do with another one.
func (imp *importer) mentions(imported, path string) bool {
	if imp.others[imported] == nil {
		imp.others[imported] = func(string) bool { return true } // it may, if it cannot be read
		if f, err := imp.open(imported); err == nil {
			defer f.Close()
			if name, paths, ok := exportdata.Packages(f, imp.room); ok {
				imp.called[imported] = name
				imp.others[imported] = func(path string) bool { return slices.Contains(paths, path) }
			}
		}
	}
	return imp.others[imported](path)
}
