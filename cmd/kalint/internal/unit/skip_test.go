package unit

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/analysis"
)

func TestSkip(t *testing.T) {
	root := t.TempDir()
	require.NoError(t, os.MkdirAll(filepath.Join(root, "src"), 0o777))
	require.NoError(t, os.WriteFile(filepath.Join(root, "src", "go.mod"), []byte("module std\n"), 0o666))
	of := func() *Config {
		return &Config{ImportPath: "fmt", Dir: filepath.Join(root, "src", "fmt"), VetxOnly: true}
	}
	assert.True(t, standard(of()))
	assert.True(t, skip(of()))

	asked := of()
	asked.VetxOnly = false
	assert.True(t, standard(asked))
	assert.False(t, skip(asked), "it is what was asked about")

	moduled := of()
	moduled.ModulePath = "example.com/m"
	assert.False(t, standard(moduled))
	moduled = of()
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
