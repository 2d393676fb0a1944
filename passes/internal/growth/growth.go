// Package growth measures the engines, in their tests, on programs of growing size.
package growth

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"
)

// A Program is one of n things of a kind, which an engine should go through in time that is proportional to n.
type Program struct {
	One, Many string
	Sizes     []int
	Source    func(n int) string
}

// Load type-checks a program of one file.
func Load(tb testing.TB, src string) *packages.Package {
	tb.Helper()
	p := &packages.Package{
		ID: "example.com/p", PkgPath: "example.com/p", Name: "p", Fset: token.NewFileSet(), TypesSizes: types.SizesFor("gc", "amd64"),
		TypesInfo: &types.Info{
			Types: make(map[ast.Expr]types.TypeAndValue), Instances: make(map[*ast.Ident]types.Instance),
			Defs: make(map[*ast.Ident]types.Object), Uses: make(map[*ast.Ident]types.Object),
			Implicits: make(map[ast.Node]types.Object), Selections: make(map[*ast.SelectorExpr]*types.Selection),
			Scopes: make(map[ast.Node]*types.Scope), FileVersions: make(map[*ast.File]string),
		},
	}
	f, err := parser.ParseFile(p.Fset, "p.go", src, parser.ParseComments|parser.SkipObjectResolution)
	require.NoError(tb, err)
	p.Syntax = []*ast.File{f}
	conf := types.Config{GoVersion: "go1.26", Sizes: p.TypesSizes, Importer: importer.ForCompiler(p.Fset, "gc", nil)}
	p.Types, err = conf.Check(p.PkgPath, p.Fset, p.Syntax, p.TypesInfo)
	require.NoError(tb, err)
	return p
}

// Run returns what the analyzer makes of the package.
func Run(tb testing.TB, a *analysis.Analyzer, pkg *packages.Package) any {
	tb.Helper()
	graph, err := checker.Analyze([]*analysis.Analyzer{a}, []*packages.Package{pkg}, nil)
	require.NoError(tb, err)
	require.NoError(tb, graph.Roots[0].Err)
	return graph.Roots[0].Result
}

// Repeat writes n pieces of a program, where $i is the number of each, and $j that of the next.
func Repeat(n int, format string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.NewReplacer("$i", strconv.Itoa(i), "$j", strconv.Itoa(i+1)).Replace(format))
	}
	return b.String()
}

// Lines is n lines of functions that have nothing to do with HTTP.
func Lines(n int) string {
	return Repeat(n/10+1, `
func F$i(a []string, m map[string]int) (int, error) {
	n := 0
	for _, s := range a {
		if m[s] > $i {
			n += m[s]
		}
	}
	return n, nil
}
`)
}
