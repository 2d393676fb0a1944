package main_test

import (
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestCacheProgram gives two machines, which have nothing else in common than a cache program, copies of the same code in
// different places. What golangci-lint has found on one it need not look for on the other.
func TestCacheProgram(t *testing.T) {
	bin, store := t.TempDir(), t.TempDir()
	install := exec.Command("go", "install", "github.com/bradfitz/go-tool-cache/cmd/go-cacher@v0.0.0-20260722201841-0bb331e19f64")
	install.Env = append(install.Environ(), "GOBIN="+bin)
	out, err := install.CombinedOutput()
	require.NoError(t, err, string(out))

	ordinary := golangci
	defer func() { golangci = ordinary }()
	t.Setenv("GOLANGCI_LINT_CACHEPROG", filepath.Join(bin, "go-cacher")+" -verbose -cache-dir="+store)
	var want []string
	for range 2 {
		golangci = filepath.Join(t.TempDir(), "golangci") // its cache is beside it
		require.NoError(t, exec.Command("cp", ordinary, golangci).Run())
		dir := code(t, example(t))
		r := run(t, dir, golangci, "run", "./...")
		require.Equal(t, 1, r.code, r.stderr)
		if want == nil {
			assert.Regexp(t, `closing; \d+ gets \(0 hits, .* 0 errors\); [1-9]\d* puts`, r.stderr)
			want = lint(t, dir, ".", "./helper")
			require.NotEmpty(t, want)
			continue
		}
		assert.Regexp(t, `closing; \d+ gets \([1-9]\d* hits, 0 misses, 0 errors\); 0 puts`, r.stderr)
		assert.Equal(t, want, lint(t, dir, ".", "./helper"))
	}
}
