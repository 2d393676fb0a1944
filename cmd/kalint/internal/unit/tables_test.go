package unit

import (
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestDropTables(t *testing.T) {
	fill := func(elt string) string { return strings.Repeat(elt+", ", leastTable) }
	for source, want := range map[string]string{
		"var x = [64]uint8{" + fill("1") + "}":                 "var x [64]uint8",
		"var x = [...]uint8{" + fill("-1") + "}":               "var x [64]uint8",
		"var x = []string{" + fill("`a`") + "}":                "var x []string",
		"var x = []pair{" + fill("{a: 1, b: `c`}") + "}":       "var x []pair",
		"var x table = []pair{" + fill("{1, `c`}") + "}":       "var x table",
		"var x = map[string]int{" + fill("`a`: 1") + "}":       "var x map[string]int",
		"var x = [...]uint8{" + fill("1: 1") + "}":             "",
		"var x = []uint8{1, 2, 3}":                             "",
		"var x = []func(){" + fill("f") + "}":                  "",
		"var x = []any{" + fill("f()") + "}":                   "",
		"var x = []*T{" + fill("&T{1}") + "}":                  "",
		"var x = table{" + fill("1") + "}":                     "",
		"var x, y = []int{" + fill("1") + "}, 2":               "",
		"func f() { var x = []int{" + fill("1") + "}; _ = x }": "",
	} {
		fset := token.NewFileSet()
		f, err := parser.ParseFile(fset, "p.go", "package p\n\n"+source+"\n", 0)
		require.NoError(t, err)
		before := spell(t, fset, f)
		dropTables(f)
		if want != "" {
			before = "package p\n\n" + want + "\n"
		}
		assert.Equal(t, before, spell(t, fset, f))
	}
}

func spell(t *testing.T, fset *token.FileSet, f *ast.File) string {
	t.Helper()
	var b strings.Builder
	require.NoError(t, format.Node(&b, fset, f))
	return b.String()
}
