package mutation_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"maps"
	"os"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/gcexportdata"

	"github.com/kalint/kalint/cmd/kalint/internal/facts"
	"github.com/kalint/kalint/cmd/kalint/internal/unit"
)

// A loaded package has its imports at hand, so that it can be checked again and again.
type loaded struct {
	cfg   *unit.Config
	fset  *token.FileSet
	names []string
	texts [][]byte
	seen  map[string]*types.Package // imports, with what they mention
	deps  *facts.Store              // the imports' facts
}

// A version is the package with one file as it is, or changed.
type version struct {
	*loaded
	files []*ast.File
	pkg   *types.Package
	info  *types.Info
	own   *facts.Store
	done  map[*analysis.Analyzer]any
	diags map[*analysis.Analyzer][]analysis.Diagnostic
}

func load(cfg *unit.Config) (*loaded, error) {
	l := &loaded{cfg: cfg, fset: token.NewFileSet(), seen: make(map[string]*types.Package)}
	for _, name := range cfg.GoFiles {
		text, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		l.names, l.texts = append(l.names, name), append(l.texts, text)
	}
	return l, nil
}

// original is the package as it is.
func (l *loaded) original() (*version, error) {
	var files []*ast.File
	for i, name := range l.names {
		f, err := l.parse(name, l.texts[i])
		if err != nil {
			return nil, err
		}
		files = append(files, f)
	}
	return l.check(files)
}

// with is the package with file i changed, the others being those of another version.
func (v *version) with(i int, text []byte) (*version, error) {
	f, err := v.parse(v.names[i], text)
	if err != nil {
		return nil, err
	}
	files := append([]*ast.File(nil), v.files...)
	files[i] = f
	return v.check(files)
}

func (l *loaded) parse(name string, text []byte) (*ast.File, error) {
	return parser.ParseFile(l.fset, name, text, parser.ParseComments|parser.SkipObjectResolution)
}

func (l *loaded) check(files []*ast.File) (*version, error) {
	v := &version{
		loaded: l, files: files,
		info: &types.Info{
			Types:        make(map[ast.Expr]types.TypeAndValue),
			Defs:         make(map[*ast.Ident]types.Object),
			Uses:         make(map[*ast.Ident]types.Object),
			Implicits:    make(map[ast.Node]types.Object),
			Instances:    make(map[*ast.Ident]types.Instance),
			Scopes:       make(map[ast.Node]*types.Scope),
			Selections:   make(map[*ast.SelectorExpr]*types.Selection),
			FileVersions: make(map[*ast.File]string),
		},
		done:  make(map[*analysis.Analyzer]any),
		diags: make(map[*analysis.Analyzer][]analysis.Diagnostic),
	}
	conf := types.Config{Importer: l, Sizes: types.SizesFor("gc", "amd64"), GoVersion: l.cfg.GoVersion}
	var err error
	if v.pkg, err = conf.Check(l.cfg.ImportPath, l.fset, files, v.info); err != nil {
		return nil, err
	}
	v.own = facts.NewStore(v.pkg)
	return v, l.readFacts()
}

// readFacts takes in what was found out of the imports, once.
func (l *loaded) readFacts() error {
	if l.deps != nil {
		return nil
	}
	l.deps = facts.NewStore(nil)
	for _, path := range slices.Sorted(maps.Keys(l.cfg.PackageVetx)) {
		data, err := os.ReadFile(l.cfg.PackageVetx[path])
		if err != nil {
			return err
		}
		if err := l.deps.Decode(path, data, l.seen); err != nil {
			return err
		}
	}
	return nil
}

// Import reads what the compiler wrote.
func (l *loaded) Import(path string) (*types.Package, error) {
	if path == "unsafe" {
		return types.Unsafe, nil
	}
	if mapped, ok := l.cfg.ImportMap[path]; ok {
		path = mapped
	}
	if pkg := l.seen[path]; pkg != nil && pkg.Complete() {
		return pkg, nil
	}
	f, err := os.Open(l.cfg.PackageFile[path])
	if err != nil {
		return nil, fmt.Errorf("no compiled %s: %v", path, err)
	}
	defer f.Close()
	r, err := gcexportdata.NewReader(f)
	if err != nil {
		return nil, err
	}
	return gcexportdata.Read(r, l.fset, l.seen, path)
}

// run runs an analyzer after those that it requires, and returns its diagnostics.
func (v *version) run(a *analysis.Analyzer) ([]analysis.Diagnostic, error) {
	if _, ok := v.done[a]; ok {
		return v.diags[a], nil
	}
	for _, need := range a.Requires {
		if _, err := v.run(need); err != nil {
			return nil, err
		}
	}
	result, err := a.Run(v.pass(a))
	if err != nil {
		return nil, err
	}
	v.done[a] = result
	return v.diags[a], nil
}

func (v *version) pass(a *analysis.Analyzer) *analysis.Pass {
	return &analysis.Pass{
		Analyzer:   a,
		Fset:       v.fset,
		Files:      v.files,
		Pkg:        v.pkg,
		TypesInfo:  v.info,
		TypesSizes: types.SizesFor("gc", "amd64"),
		Module:     &analysis.Module{Path: v.cfg.ModulePath, GoVersion: v.cfg.GoVersion},
		ResultOf:   v.done,
		ReadFile:   os.ReadFile,
		Report:     func(d analysis.Diagnostic) { v.diags[a] = append(v.diags[a], d) },
		ImportObjectFact: func(o types.Object, f analysis.Fact) bool {
			return v.own.ImportObjectFact(o, f) || v.deps.ImportObjectFact(o, f)
		},
		ImportPackageFact: func(p *types.Package, f analysis.Fact) bool {
			return v.own.ImportPackageFact(p, f) || v.deps.ImportPackageFact(p, f)
		},
		ExportObjectFact:  v.own.ExportObjectFact,
		ExportPackageFact: v.own.ExportPackageFact,
		AllObjectFacts: func() []analysis.ObjectFact {
			return append(v.own.ObjectFacts(a.FactTypes), v.deps.ObjectFacts(a.FactTypes)...)
		},
		AllPackageFacts: func() []analysis.PackageFact {
			return append(v.own.PackageFacts(a.FactTypes), v.deps.PackageFacts(a.FactTypes)...)
		},
	}
}

// summaries returns what is known of functions of other packages, as text.
func (v *version) summaries(a *analysis.Analyzer) func(*types.Func) string {
	known := make(map[types.Object]string)
	for _, need := range a.Requires {
		for _, f := range v.deps.ObjectFacts(need.FactTypes) {
			known[f.Object] = fmt.Sprint(f.Fact)
		}
	}
	return func(fn *types.Func) string { return known[fn.Origin()] }
}
