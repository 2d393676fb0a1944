package unit

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/analysis"
)

// goroot makes what looks like a Go distribution, or not if mod says otherwise.
func goroot(t *testing.T, mod string) string {
	t.Helper()
	root := t.TempDir()
	require.NoError(t, os.MkdirAll(filepath.Join(root, "src"), 0o777))
	require.NoError(t, os.WriteFile(filepath.Join(root, "src", "go.mod"), []byte(mod), 0o666))
	return root
}

func TestStandard(t *testing.T) {
	root, other := goroot(t, "module std\n\ngo 1.26\n"), goroot(t, "module stdlib\n")
	in := func(root, path string) *Config {
		return &Config{ImportPath: path, Dir: filepath.Join(root, "src", filepath.FromSlash(path)), VetxOnly: true}
	}
	for _, path := range []string{"fmt", "net/http", "vendor/golang.org/x/net/idna", "cmd/go", "cmd/vendor/golang.org/x/mod/semver"} {
		assert.True(t, standard(in(root, path)), path)
		assert.True(t, skip(in(root, path)), path)
		assert.False(t, standard(in(other, path)), path)
		assert.False(t, standard(in(t.TempDir(), path)), path)
	}
	test := in(root, "fmt")
	test.ImportPath = "fmt [fmt.test]"
	assert.True(t, standard(test))

	asked := in(root, "fmt")
	asked.VetxOnly = false
	assert.False(t, skip(asked), "it is what was asked about")

	elsewhere := in(root, "fmt")
	elsewhere.ImportPath = "command-line-arguments"
	assert.False(t, standard(elsewhere))
	moduled := in(root, "fmt")
	moduled.ModulePath = "example.com/m"
	assert.False(t, standard(moduled))
	moduled = in(root, "fmt")
	moduled.Module = &analysis.Module{Path: "example.com/m"}
	assert.False(t, standard(moduled))
}

func TestForgotten(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a[b]*")
	require.NoError(t, os.Mkdir(dir, 0o777))
	of := func() *Config { return &Config{Dir: dir, VetxOnly: true, ModulePath: "example.com/m"} }
	test := func(data string) {
		require.NoError(t, os.WriteFile(filepath.Join(dir, "a_test.go"), []byte(data), 0o666))
	}
	assert.True(t, forgotten(of()))
	test("package a_test\n")
	assert.True(t, forgotten(of()))
	test("package a\n")
	assert.False(t, forgotten(of()), "it is asked about with its tests")
	test("noise")
	assert.True(t, forgotten(of()))

	replaced := of()
	replaced.ModuleVersion = "v0.0.0" // by go.mod, which replaces it by a directory
	assert.True(t, forgotten(replaced))

	for name, change := range map[string]func(*Config){
		"asked about": func(c *Config) { c.VetxOnly = false },
		"downloaded": func(c *Config) {
			c.Dir, c.ModuleVersion = filepath.FromSlash("/go/pkg/mod/example.com/m@v1.0.0/sub"), "v1.0.0"
		},
		"a copy":       func(c *Config) { c.Dir, c.ModuleVersion = filepath.FromSlash("/m/vendor/example.com/m"), "v1.0.0" },
		"of no module": func(c *Config) { c.ModulePath = "" },
		"from Go 1.27": func(c *Config) { c.Module = new(analysis.Module) },
	} {
		cfg := of()
		change(cfg)
		assert.False(t, forgotten(cfg), name)
	}
}

func TestModule(t *testing.T) {
	assert.Nil(t, (&Config{GoVersion: "go1.26"}).module())
	old := &Config{ModulePath: "example.com/m", ModuleVersion: "v1.0.0", GoVersion: "go1.26"}
	assert.Equal(t, &analysis.Module{Path: "example.com/m", Version: "v1.0.0", GoVersion: "go1.26"}, old.module())
	m := &analysis.Module{Path: "example.com/m"}
	assert.Same(t, m, (&Config{Module: m, ModulePath: "x"}).module())
}
