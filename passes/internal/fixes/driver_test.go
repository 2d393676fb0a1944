package fixes_test

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/packages"
)

// A driver runs analyzers over packages that are checked anew after each fix, which a loader would do too slowly.
type driver struct {
	fset     *token.FileSet
	imports  map[string]*types.Package
	facts    map[types.Object]map[reflect.Type]analysis.Fact
	packages []*packages.Package // what is imported first
}

// load loads packages below testdata/src from source, and what else they import from export data.
func load(t *testing.T, patterns ...string) *driver {
	t.Helper()
	testdata, err := filepath.Abs("../../../testdata")
	require.NoError(t, err)
	d := &driver{
		fset:    token.NewFileSet(),
		imports: make(map[string]*types.Package),
		facts:   make(map[types.Object]map[reflect.Type]analysis.Fact),
	}
	roots, err := packages.Load(&packages.Config{
		Mode: packages.LoadSyntax,
		Dir:  testdata,
		Fset: d.fset,
		Env:  append(os.Environ(), "GOPATH="+testdata, "GO111MODULE=off", "GOFLAGS=", "GOWORK=off"),
	}, patterns...)
	require.NoError(t, err)
	require.NotEmpty(t, roots)
	isRoot := make(map[*packages.Package]bool)
	for _, p := range roots {
		require.Empty(t, p.Errors, p.PkgPath)
		isRoot[p] = true
		d.see(p.Types)
	}
	packages.Visit(roots, nil, func(p *packages.Package) {
		if isRoot[p] {
			d.packages = append(d.packages, p)
		}
	})
	return d
}

// see keeps the package and what it imports for the checks to come.
func (d *driver) see(p *types.Package) {
	if d.imports[p.Path()] != nil {
		return
	}
	d.imports[p.Path()] = p
	for _, i := range p.Imports() {
		d.see(i)
	}
}

// Import returns a package that was loaded.
func (d *driver) Import(path string) (*types.Package, error) {
	if p := d.imports[path]; p != nil {
		return p, nil
	}
	return nil, fmt.Errorf("package %s was not loaded", path)
}

// check type-checks files as the package of that path.
func (d *driver) check(path string, files []*ast.File) (*types.Package, *types.Info, error) {
	info := &types.Info{
		Types:        make(map[ast.Expr]types.TypeAndValue),
		Instances:    make(map[*ast.Ident]types.Instance),
		Defs:         make(map[*ast.Ident]types.Object),
		Uses:         make(map[*ast.Ident]types.Object),
		Implicits:    make(map[ast.Node]types.Object),
		Selections:   make(map[*ast.SelectorExpr]*types.Selection),
		Scopes:       make(map[ast.Node]*types.Scope),
		FileVersions: make(map[*ast.File]string),
	}
	conf := types.Config{Importer: d, Sizes: types.SizesFor("gc", "amd64")}
	pkg, err := conf.Check(path, d.fset, files, info)
	return pkg, info, err
}

// A run is a package that analyzers are run over. Texts has the files that are not what they are on the disk.
type run struct {
	*driver
	pkg     *types.Package
	info    *types.Info
	files   []*ast.File
	texts   map[string][]byte
	module  *analysis.Module
	results map[*analysis.Analyzer]any
	diags   map[*analysis.Analyzer][]analysis.Diagnostic
}

// exec runs the analyzer after those that it requires, and returns its diagnostics.
func (r *run) exec(t *testing.T, a *analysis.Analyzer) []analysis.Diagnostic {
	t.Helper()
	if r.results == nil {
		r.results = make(map[*analysis.Analyzer]any)
		r.diags = make(map[*analysis.Analyzer][]analysis.Diagnostic)
	}
	if _, ok := r.results[a]; ok {
		return r.diags[a]
	}
	for _, need := range a.Requires {
		r.exec(t, need)
	}
	res, err := a.Run(r.pass(a))
	require.NoError(t, err)
	r.results[a] = res
	return r.diags[a]
}

func (r *run) pass(a *analysis.Analyzer) *analysis.Pass {
	return &analysis.Pass{
		Analyzer:   a,
		Fset:       r.fset,
		Files:      r.files,
		Pkg:        r.pkg,
		TypesInfo:  r.info,
		TypesSizes: types.SizesFor("gc", "amd64"),
		Module:     r.module,
		ResultOf:   r.results,
		ReadFile:   r.read,
		Report:     func(d analysis.Diagnostic) { r.diags[a] = append(r.diags[a], d) },
		ImportObjectFact: func(o types.Object, f analysis.Fact) bool {
			known, ok := r.facts[o][reflect.TypeOf(f)]
			if ok {
				reflect.ValueOf(f).Elem().Set(reflect.ValueOf(known).Elem())
			}
			return ok
		},
		ExportObjectFact: func(o types.Object, f analysis.Fact) {
			if r.facts[o] == nil {
				r.facts[o] = make(map[reflect.Type]analysis.Fact)
			}
			r.facts[o][reflect.TypeOf(f)] = f
		},
		ImportPackageFact: func(*types.Package, analysis.Fact) bool { return false },
		ExportPackageFact: func(analysis.Fact) {},
		AllObjectFacts:    func() []analysis.ObjectFact { return nil },
		AllPackageFacts:   func() []analysis.PackageFact { return nil },
	}
}

func (r *run) read(name string) ([]byte, error) {
	if text, ok := r.texts[name]; ok {
		return text, nil
	}
	return os.ReadFile(name)
}
