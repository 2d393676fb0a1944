package std

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// goroot makes what looks like a Go distribution, or not if mod says otherwise.
func goroot(t *testing.T, mod string) string {
	t.Helper()
	root := t.TempDir()
	require.NoError(t, os.MkdirAll(filepath.Join(root, "src"), 0o777))
	require.NoError(t, os.WriteFile(filepath.Join(root, "src", "go.mod"), []byte(mod), 0o666))
	return root
}

func TestHas(t *testing.T) {
	root, other := goroot(t, "module std\n\ngo 1.26\n"), goroot(t, "module stdlib\n")
	in := func(root, path string) string { return filepath.Join(root, "src", filepath.FromSlash(path)) }
	for _, path := range []string{"fmt", "net/http", "vendor/golang.org/x/net/idna", "cmd/go", "cmd/vendor/golang.org/x/mod/semver"} {
		assert.True(t, Has(path, in(root, path)), path)
		assert.False(t, Has(path, in(other, path)), path)
		assert.False(t, Has(path, in(t.TempDir(), path)), path)
		assert.False(t, Has(path, in(root, path+"x")), path)
	}
	assert.True(t, Has("fmt [fmt.test]", in(root, "fmt")))
	assert.False(t, Has("command-line-arguments", in(root, "fmt")))
	assert.False(t, Has("", ""))
}
