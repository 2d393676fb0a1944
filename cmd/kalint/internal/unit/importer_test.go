package unit

import (
	"bytes"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/gcexportdata"
)

// importing returns a unit that calls p.F, whose export data is what is given.
func importing(t *testing.T, data []byte) *unit {
	t.Helper()
	dir := t.TempDir()
	src, export := filepath.Join(dir, "q.go"), filepath.Join(dir, "p.a")
	require.NoError(t, os.WriteFile(src, []byte("package q\n\nimport \"p\"\n\nvar V = p.F()\n"), 0o666))
	require.NoError(t, os.WriteFile(export, data, 0o666))
	u, err := load(&Config{ImportPath: "q", GoFiles: []string{src}, PackageFile: map[string]string{"p": export}})
	require.NoError(t, err)
	return u
}

// TestOtherFormat reads imports in a format that only the library knows.
func TestOtherFormat(t *testing.T) {
	p := types.NewPackage("p", "p")
	results := types.NewTuple(types.NewVar(token.NoPos, p, "", types.Typ[types.Int]))
	p.Scope().Insert(types.NewFunc(token.NoPos, p, "F", types.NewSignatureType(nil, nil, nil, nil, results, false)))
	p.MarkComplete()
	var data bytes.Buffer
	require.NoError(t, gcexportdata.Write(&data, token.NewFileSet(), p))
	u := importing(t, data.Bytes())
	require.NoError(t, u.check(true, true))
	assert.Equal(t, types.Typ[types.Int], u.pkg.Scope().Lookup("V").Type())
}

func TestNoFormat(t *testing.T) {
	for _, data := range []string{"", "noise", "!<arch>\n", "!<arch>\n__.PKGDEF       0           0     0     644     10        `\n"} {
		u := importing(t, []byte(data))
		assert.ErrorContains(t, u.check(true, true), "cannot import p", "%q", data)
	}
}
