package unit

import (
	"errors"
	"fmt"
	"go/ast"
	"go/build"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"slices"
	"strings"

	"github.com/kalint/kalint/cmd/kalint/internal/toolchain"
)

// A unit is one package, parsed and type-checked.
type unit struct {
	cfg     *Config
	fset    *token.FileSet
	files   []*ast.File
	pkg     *types.Package
	info    *types.Info
	sizes   types.Sizes
	imports map[string]*types.Package // every package that an import mentions
}

// load parses and type-checks a package.
func load(cfg *Config) (*unit, error) {
	if toolchain.Newer(cfg.GoVersion) {
		return nil, mismatch(cfg)
	}
	u := &unit{cfg: cfg, fset: token.NewFileSet(), sizes: sizes()}
	if err := u.parse(); err != nil {
		return nil, err
	}
	if err := u.check(); err != nil {
		return nil, err
	}
	return u, nil
}

// sizes are those of the target, which the go command hands on in GOARCH.
func sizes() types.Sizes {
	if s := types.SizesFor("gc", build.Default.GOARCH); s != nil {
		return s
	}
	return types.SizesFor("gc", "amd64")
}

// parse reads the package's files, all of them, so that the errors of each are told.
func (u *unit) parse() error {
	var errs []error
	for _, name := range u.cfg.GoFiles {
		f, err := parser.ParseFile(u.fset, name, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			errs = append(errs, err)
		}
		u.files = append(u.files, f)
	}
	return u.explain(errs, false)
}

// check type-checks the package against its compiled imports.
func (u *unit) check() error {
	imp := newImporter(u)
	var errs []error
	conf := types.Config{
		Importer:  imp,
		Sizes:     u.sizes,
		GoVersion: u.cfg.GoVersion,
		Error:     func(err error) { errs = append(errs, err) },
	}
	u.info = &types.Info{
		Types:        make(map[ast.Expr]types.TypeAndValue),
		Defs:         make(map[*ast.Ident]types.Object),
		Uses:         make(map[*ast.Ident]types.Object),
		Implicits:    make(map[ast.Node]types.Object),
		Instances:    make(map[*ast.Ident]types.Instance),
		Scopes:       make(map[ast.Node]*types.Scope),
		Selections:   make(map[*ast.SelectorExpr]*types.Selection),
		FileVersions: make(map[*ast.File]string),
	}
	u.pkg, _ = conf.Check(u.cfg.ImportPath, u.fset, u.files, u.info)
	u.imports = imp.seen
	return u.explain(errs, imp.failed)
}

// explain tells errors that come of kalint's age from errors in the source.
func (u *unit) explain(errs []error, importFailed bool) error {
	if len(errs) == 0 {
		return nil
	}
	m := mismatch(u.cfg)
	tooNew := func(err error) bool { return strings.Contains(err.Error(), "requires newer Go version") }
	switch {
	case !toolchain.Newer(m.Need):
		return sourceErrors(errs)
	case importFailed || slices.ContainsFunc(errs, tooNew):
		return m
	}
	return errors.Join(sourceErrors(errs), m) // it may be either
}

// mismatch names the Go that kalint has to be built with to read this unit:
// the one that compiled an import, or that runs kalint, or the go line's.
func mismatch(cfg *Config) *toolchain.Mismatch {
	for _, file := range cfg.PackageFile {
		if v := toolchain.Compiler(file); v != "" {
			return &toolchain.Mismatch{Need: v}
		}
	}
	if v := os.Getenv("GOVERSION"); v != "" {
		return &toolchain.Mismatch{Need: v}
	}
	need := cfg.GoVersion
	if strings.Count(need, ".") == 1 {
		need += ".0"
	}
	return &toolchain.Mismatch{Need: need}
}

// sourceErrors joins errors, as many as a compiler would print.
func sourceErrors(errs []error) error {
	const most = 10
	if len(errs) > most {
		errs = append(errs[:most:most], fmt.Errorf("too many errors (%d more)", len(errs)-most))
	}
	return errors.Join(errs...)
}
