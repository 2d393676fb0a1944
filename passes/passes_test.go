package passes_test

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/analysis"

	"github.com/kalint/kalint/passes"
)

// outline is a pass for a package of one file, without types for what is in functions.
func outline(t *testing.T, source string) *analysis.Pass {
	t.Helper()
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "p.go", "package p\n"+source, parser.ParseComments|parser.SkipObjectResolution)
	require.NoError(t, err)
	info := &types.Info{Defs: make(map[*ast.Ident]types.Object)}
	conf := types.Config{Importer: importer.Default(), IgnoreFuncBodies: true}
	pkg, err := conf.Check("example.com/p", fset, []*ast.File{file}, info)
	require.NoError(t, err, source)
	return &analysis.Pass{Fset: fset, Files: []*ast.File{file}, Pkg: pkg, TypesInfo: info, AllPackageFacts: func() []analysis.PackageFact { return nil }}
}

func seesNothing(string) bool { return false }

func TestConcerns(t *testing.T) {
	for source, want := range map[string]bool{
		"":                                     false,
		"func F(n int) string { return \"\" }": false,
		"func F() error { return nil }":        false,
		"func f(err error, v any) {}":          false,
		"type T struct{ n int }; func (t *T) Close() error { return nil }": false,
		"func F(f func(int) bool) { f(1) }":                                false,
		"func F() { go func() {}() }":                                      false,
		"func f() { exit() }; func exit() {}":                              false,

		"// kalint:ignore is no directive so":   false,
		"//kalint:ignore":                       true,
		"func F(err error) {}":                  true,
		"func F(v any) {}":                      true,
		"func F(vs ...any) {}":                  true,
		"func F(f func()) {}":                   true,
		"func F(f func(int) error) { f(1) }":    true,
		"func F[T any](v T) {}":                 true,
		"import \"io\"; func F(r io.Reader) {}": true,
		"import \"io\"; type T struct{ c io.Closer }; func (t *T) Close() {}":                 true,
		"import \"os\"; func F() { os.Exit(1) }":                                              true,
		"import \"os\"; func f() { os.Exit(1) }":                                              false, // nobody else can call it
		"func F(f func(int) bool) { go f(1) }":                                                true,
		"import \"sync\"; func F(wg *sync.WaitGroup, f func(int)) { wg.Go(func() { f(1) }) }": true,
		"func f(s interface{ Acquire(n int) }) { s.Acquire(1) }":                              true,
	} {
		pass := outline(t, source)
		got := passes.Concerns(pass.Files, seesNothing, func() *analysis.Pass { return pass })
		assert.Equal(t, want, got, source)
	}
}

func TestConcernsUnasked(t *testing.T) {
	seesHTTP := func(path string) bool { return path == "net/http" }
	assert.True(t, passes.Concerns(nil, seesHTTP, func() *analysis.Pass { t.Error("this was clear"); return nil }))
	assert.True(t, passes.Concerns(nil, seesNothing, func() *analysis.Pass { return nil }), "nothing is known")
}
