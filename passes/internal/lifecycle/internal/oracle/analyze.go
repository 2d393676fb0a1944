package oracle

import (
	"errors"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"
)

// A Checker runs analyzers over batches.
type Checker struct {
	fset      *token.FileSet
	std       types.Importer
	analyzers map[string]*analysis.Analyzer
}

// NewChecker returns one that runs the analyzers, which have names of their own here.
func NewChecker(analyzers map[string]*analysis.Analyzer) (*Checker, error) {
	list := exec.Command("go", "list", "-export", "-deps", "-f", "{{.ImportPath}}={{.Export}}",
		"bufio", "encoding/json", "errors", "io", "log", "net/http", "os", "reflect", "strconv", "strings")
	out, err := list.Output()
	if err != nil {
		return nil, fmt.Errorf("go list: %w", err)
	}
	exports := make(map[string]string)
	for line := range strings.Lines(string(out)) {
		path, file, _ := strings.Cut(strings.TrimSpace(line), "=")
		exports[path] = file
	}
	fset := token.NewFileSet()
	lookup := func(path string) (io.ReadCloser, error) { return os.Open(exports[path]) }
	return &Checker{fset: fset, std: importer.ForCompiler(fset, "gc", lookup), analyzers: analyzers}, nil
}

// A Diagnostic is what a rule says of a line.
type Diagnostic struct {
	Path    string // of the package
	Line    int
	Message string
}

// Findings are the diagnostics of each analyzer, in order.
type Findings map[string][]Diagnostic

// Check runs the analyzers over the batch. They are independent of each other and of whatever ran before.
func (c *Checker) Check(b *Batch) (Findings, error) {
	fset := token.NewFileSet()
	imported := make(map[string]*packages.Package)
	rt, err := runtimeFiles("rt")
	if err != nil {
		return nil, err
	}
	if err := c.load(fset, "fuzz/rt", rt, imported); err != nil {
		return nil, err
	}
	var roots []*packages.Package
	for _, p := range b.programs {
		for _, pkg := range p.Packages {
			if err := c.load(fset, pkg.Path, map[string][]byte{"x.go": []byte(pkg.Analysed)}, imported); err != nil {
				return nil, err
			}
			roots = append(roots, imported[pkg.Path])
		}
	}
	return c.analyze(fset, roots)
}

func (c *Checker) analyze(fset *token.FileSet, roots []*packages.Package) (Findings, error) {
	var list []*analysis.Analyzer
	names := make(map[*analysis.Analyzer]string)
	for name, a := range c.analyzers {
		list = append(list, a)
		names[a] = name
	}
	graph, err := checker.Analyze(list, roots, nil)
	if err != nil {
		return nil, err
	}
	found := make(Findings)
	for _, act := range graph.Roots {
		if act.Err != nil {
			return nil, act.Err
		}
		for _, d := range act.Diagnostics {
			n := names[act.Analyzer]
			found[n] = append(found[n], Diagnostic{act.Package.PkgPath, fset.Position(d.Pos).Line, d.Message})
		}
	}
	for _, ds := range found {
		slices.SortFunc(ds, func(a, b Diagnostic) int { return strings.Compare(fmt.Sprint(a), fmt.Sprint(b)) })
	}
	return found, nil
}

// load parses and type-checks a package.
func (c *Checker) load(fset *token.FileSet, path string, files map[string][]byte, imported map[string]*packages.Package) error {
	p := &packages.Package{
		ID: path, PkgPath: path, Fset: fset,
		Imports:    make(map[string]*packages.Package),
		TypesSizes: types.SizesFor("gc", "amd64"),
		TypesInfo: &types.Info{
			Types: make(map[ast.Expr]types.TypeAndValue), Instances: make(map[*ast.Ident]types.Instance),
			Defs: make(map[*ast.Ident]types.Object), Uses: make(map[*ast.Ident]types.Object),
			Implicits: make(map[ast.Node]types.Object), Selections: make(map[*ast.SelectorExpr]*types.Selection),
			Scopes: make(map[ast.Node]*types.Scope), FileVersions: make(map[*ast.File]string),
		},
	}
	for name, data := range files {
		f, err := parser.ParseFile(fset, path+"/"+name, data, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		p.Syntax = append(p.Syntax, f)
		p.Name = f.Name.Name
	}
	conf := types.Config{GoVersion: "go1.26", Sizes: p.TypesSizes, Importer: importerFunc(func(path string) (*types.Package, error) {
		if dep := imported[path]; dep != nil {
			p.Imports[path] = dep
			return dep.Types, nil
		}
		return c.std.Import(path)
	})}
	var err error
	if p.Types, err = conf.Check(path, fset, p.Syntax, p.TypesInfo); err != nil {
		return fmt.Errorf("%w\n%s", err, around(err, files))
	}
	imported[path] = p
	return nil
}

type importerFunc func(path string) (*types.Package, error)

func (f importerFunc) Import(path string) (*types.Package, error) { return f(path) }

// around returns the lines of source around a type error.
func around(err error, files map[string][]byte) string {
	var at types.Error
	if !errors.As(err, &at) || len(files) != 1 {
		return ""
	}
	line := at.Fset.Position(at.Pos).Line
	for _, data := range files {
		lines := strings.Split(string(data), "\n")
		return strings.Join(lines[max(0, line-15):min(len(lines), line+5)], "\n")
	}
	return ""
}
