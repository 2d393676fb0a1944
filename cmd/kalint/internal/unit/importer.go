package unit

import (
	"bytes"
	"fmt"
	"go/token"
	"go/types"
	"io"
	"os"

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
	seen   map[string]*types.Package // by path, with what they mention
	done   map[string]bool           // those that have what is asked for
	kept   map[string]*exportdata.Package
	last   bool // nothing will be asked for again
	failed bool // some import could not be read
}

func newImporter(u *unit) *importer {
	return &importer{cfg: u.cfg, fset: u.fset, seen: make(map[string]*types.Package), kept: make(map[string]*exportdata.Package)}
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
	pkg, err := imp.read(path)
	if err != nil {
		imp.failed = true
		return nil, fmt.Errorf("cannot import %s: %v", path, err)
	}
	imp.done[path] = true
	return pkg, nil
}

// read decodes one compiled package. The decoder panics on what it does not know.
func (imp *importer) read(path string) (pkg *types.Package, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("unreadable export data: %v", p)
		}
	}()
	p := imp.kept[path]
	if p == nil {
		if p, err = imp.open(path); err != nil {
			return nil, err
		}
	}
	if imp.last {
		delete(imp.kept, path)
	}
	data := imp.cut(path, p)
	return gcexportdata.Read(&io.LimitedReader{R: bytes.NewReader(data), N: int64(len(data))}, imp.fset, imp.seen, path)
}

func (imp *importer) open(path string) (*exportdata.Package, error) {
	name, ok := imp.cfg.PackageFile[path]
	if !ok {
		return nil, fmt.Errorf("the go command named no compiled package")
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return exportdata.Read(f)
}

// cut returns what the unit asks for of a package.
func (imp *importer) cut(path string, p *exportdata.Package) []byte {
	if names, all := imp.names.of(path, p.Name()); !all {
		return p.Only(names)
	}
	return p.All()
}

// sees reports whether something in what the unit imports may have to do with a
// package. What is read for that is kept.
func (imp *importer) sees(path string) bool {
	for imported := range imp.names.imported {
		if imported == path {
			return true
		}
		if imported == "unsafe" {
			continue
		}
		p := imp.kept[imported]
		if p == nil {
			var err error
			if p, err = imp.open(imported); err != nil {
				return true // it may
			}
			imp.kept[imported] = p
		}
		if p.Mentions(path) {
			return true
		}
	}
	return false
}
