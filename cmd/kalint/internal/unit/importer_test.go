package unit

import (
	"bytes"
	"go/token"
	"go/types"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/gcexportdata"
)

// importing returns a unit that calls p.F, whose export data is what is given.
func importing(t *testing.T, data []byte) *unit {
	return unitOf(t, "package q\n\nimport \"p\"\n\nvar V = p.F()\n", "p", data)
}

// unitOf returns a unit with one file and one import.
func unitOf(t *testing.T, src, path string, export []byte) *unit {
	t.Helper()
	dir := t.TempDir()
	file, compiled := filepath.Join(dir, "q.go"), filepath.Join(dir, "import.a")
	require.NoError(t, os.WriteFile(file, []byte(src), 0o666))
	require.NoError(t, os.WriteFile(compiled, export, 0o666))
	u, err := load(&Config{ImportPath: "q", GoFiles: []string{file}, PackageFile: map[string]string{path: compiled}})
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

// TestSpoiltImport changes what the compiler wrote: the package may be checked or not, but nothing else happens.
func TestSpoiltImport(t *testing.T) {
	const src = `package q

import "net/textproto"

var h = textproto.MIMEHeader{}

func f(r *textproto.Reader, w textproto.Writer) (string, error) {
	defer w.DotWriter().Close()
	var e error = &textproto.Error{Msg: h.Get("a")}
	if _, ok := e.(textproto.ProtocolError); ok {
		return textproto.TrimString(r.DotReader().(interface{ String() string }).String()), e
	}
	return r.ReadLine()
}
`
	out, err := exec.Command("go", "list", "-export", "-f", "{{.Export}}", "net/textproto").Output()
	require.NoError(t, err)
	data, err := os.ReadFile(strings.TrimSpace(string(out)))
	require.NoError(t, err)
	require.NoError(t, unitOf(t, src, "net/textproto", data).check(true, true))
	begin, end := bytes.Index(data, []byte("$$B\n")), bytes.Index(data, []byte("\n$$\n"))
	require.Less(t, begin, end)
	failed := 0
	for i := begin; i < end; i += 41 {
		spoilt := bytes.Clone(data)
		spoilt[i] ^= 1 << (i % 8)
		u := unitOf(t, src, "net/textproto", spoilt)
		require.NotPanics(t, func() { err = u.check(true, true) }, "changed at %d", i)
		if err != nil {
			failed++
		}
	}
	assert.Positive(t, failed)
}
