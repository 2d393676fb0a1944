package unit

import (
	"fmt"
	"go/token"
	"go/types"
	"os"

	"golang.org/x/tools/go/gcexportdata"
)

// An importer takes the types of imports out of what the compiler wrote, so
// that no dependency has to be type-checked again.
type importer struct {
	cfg    *Config
	fset   *token.FileSet
	seen   map[string]*types.Package // by path, with what they mention
	failed bool                      // some import could not be read
}

func newImporter(u *unit) *importer {
	return &importer{cfg: u.cfg, fset: u.fset, seen: make(map[string]*types.Package)}
}

// Import implements types.Importer.
func (imp *importer) Import(path string) (*types.Package, error) {
	if path == "unsafe" {
		return types.Unsafe, nil
	}
	if mapped, ok := imp.cfg.ImportMap[path]; ok {
		path = mapped
	}
	if pkg := imp.seen[path]; pkg != nil && pkg.Complete() {
		return pkg, nil
	}
	pkg, err := imp.read(path)
	if err != nil {
		imp.failed = true
		return nil, fmt.Errorf("cannot import %s: %v", path, err)
	}
	return pkg, nil
}

// read decodes one compiled package. The decoder panics on what it does not know.
func (imp *importer) read(path string) (pkg *types.Package, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("unreadable export data: %v", p)
		}
	}()
	name, ok := imp.cfg.PackageFile[path]
	if !ok {
		return nil, fmt.Errorf("the go command named no compiled package")
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	r, err := gcexportdata.NewReader(f)
	if err != nil {
		return nil, err
	}
	return gcexportdata.Read(r, imp.fset, imp.seen, path)
}
