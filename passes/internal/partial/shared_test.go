package partial

import (
	"bytes"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"
)

const src = `package p

import "strings"

var v = func() int { return len(strings.Fields(" ")) }()

func a() { b() }
func b() { _ = v }
func c() { func() { b() }() }
func d() {}

func init() { a() }
`

func parsed(t *testing.T) *analysis.Pass {
	t.Helper()
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "p.go", src, parser.SkipObjectResolution)
	require.NoError(t, err)
	info := &types.Info{
		Types: make(map[ast.Expr]types.TypeAndValue), Defs: make(map[*ast.Ident]types.Object), Uses: make(map[*ast.Ident]types.Object),
		Implicits: make(map[ast.Node]types.Object), Instances: make(map[*ast.Ident]types.Instance),
		Selections: make(map[*ast.SelectorExpr]*types.Selection), FileVersions: make(map[*ast.File]string), Scopes: make(map[ast.Node]*types.Scope),
	}
	conf := types.Config{Importer: importer.ForCompiler(fset, "source", nil)}
	pkg, err := conf.Check("p", fset, []*ast.File{file}, info)
	require.NoError(t, err)
	return &analysis.Pass{Fset: fset, Files: []*ast.File{file}, Pkg: pkg, TypesInfo: info}
}

func named(names string) func(*ast.FuncDecl) bool {
	return func(fd *ast.FuncDecl) bool { return strings.Contains(names, fd.Name.Name) }
}

// bodies spells the functions that have one.
func bodies(fns []*ssa.Function) map[string]string {
	out := make(map[string]string)
	for _, fn := range fns {
		if len(fn.Blocks) > 0 {
			var text bytes.Buffer
			for _, f := range append([]*ssa.Function{fn}, fn.AnonFuncs...) {
				ssa.WriteFunction(&text, f)
			}
			out[fn.Name()] = text.String()
		}
	}
	return out
}

// TestTake takes the same functions in all circumstances.
func TestTake(t *testing.T) {
	pass := parsed(t)
	want := bodies(new(Shared).Take(pass, named("bc")))
	assert.Len(t, want, 3, "b, c and the package's own initialization")
	for _, offered := range []string{"", "a", "b", "bc", "abcd", "acd"} {
		var s Shared
		prog := s.Build(pass, named(offered))
		assert.Len(t, bodies(Functions(pass, prog)), len(offered)+1, offered)
		assert.Equal(t, want, bodies(s.Take(pass, named("bc"))), "%q was offered", offered)
	}
}

func TestTakeFirst(t *testing.T) {
	pass := parsed(t)
	var s Shared
	s.Take(pass, named("a"))
	s.Build(pass, named("bc"))
	assert.Nil(t, s.prog, "nobody comes to take it")
	var dropped Shared
	dropped.Build(pass, named("bc"))
	dropped.Close()
	assert.Nil(t, dropped.prog)
	assert.Len(t, bodies(dropped.Take(pass, named("bc"))), 3)
}
