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
	imports *importer
	deps    bool // dependencies are reported on too
}

// load parses a package.
func load(cfg *Config) (*unit, error) {
	if toolchain.Newer(cfg.GoVersion) {
		return nil, mismatch(cfg)
	}
	u := &unit{cfg: cfg, fset: token.NewFileSet(), sizes: sizes()}
	u.imports = newImporter(u)
	return u, u.parse()
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
		if u.cfg.VetxOnly && f != nil { // else its errors are told
			dropTables(f)
		}
		u.files = append(u.files, f)
	}
	return u.explain(errs, false)
}

// check type-checks the package against its compiled imports: for analyzers that
// it concerns, or else for its errors, if they are wanted.
func (u *unit) check(concerns, wanted bool) error {
	switch {
	case concerns:
		size := u.size()
		u.info = &types.Info{ // a map that has to grow costs twice
			Types:        make(map[ast.Expr]types.TypeAndValue, size/24),
			Defs:         make(map[*ast.Ident]types.Object, size/128),
			Uses:         make(map[*ast.Ident]types.Object, size/32),
			Implicits:    make(map[ast.Node]types.Object),
			Instances:    make(map[*ast.Ident]types.Instance),
			Selections:   make(map[*ast.SelectorExpr]*types.Selection, size/256),
			FileVersions: make(map[*ast.File]string),
		}
	case wanted:
		u.info = nil
	default:
		return nil
	}
	names := namesOf(u, true)
	u.imports.want(names)
	errs := u.checkAs(types.Config{})
	if u.imports.failed && !u.imports.spoilt { // perhaps what was read of them is of a format that only the library knows
		u.imports = newImporter(u)
		u.imports.whole = true
		u.imports.want(names)
		errs = u.checkAs(types.Config{})
	}
	u.imports.room = nil // no more is read
	return u.explain(errs, u.imports.failed)
}

// maxSize bounds the size of a package that maps are made for: large ones are mostly comments that generators write.
const maxSize = 1 << 20

// size is how many bytes of source the package has, maxSize at most.
func (u *unit) size() int {
	size := 0
	for _, f := range u.files {
		size += int(f.FileEnd - f.FileStart)
	}
	return min(size, maxSize)
}

// checkAs type-checks the package as the configuration says and returns the errors. Types that were made of spoilt data may
// be more than the type checker can bear.
func (u *unit) checkAs(conf types.Config) (errs []error) {
	defer func() {
		if p := recover(); p != nil {
			u.imports.failed = true
			errs = []error{fmt.Errorf("cannot type-check %s: %s", u.cfg.ImportPath, oneLine(fmt.Sprint(p)))}
		}
	}()
	conf.Importer = u.imports
	conf.Sizes = u.sizes
	conf.GoVersion = u.cfg.GoVersion
	conf.Error = func(err error) { errs = append(errs, err) }
	u.pkg, _ = conf.Check(u.cfg.ImportPath, u.fset, u.files, u.info)
	return errs
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
