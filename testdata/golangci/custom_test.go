package main_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// repository makes a git repository of golangci-lint, with the version as its tag, out of the module cache.
func repository(t *testing.T, version string) string {
	t.Helper()
	from, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/golangci/golangci-lint/v2").Output()
	require.NoError(t, err)
	require.True(t, strings.HasSuffix(strings.TrimSpace(string(from)), "@"+version), "go.mod has the version of .custom-gcl.yml")
	dir := t.TempDir()
	require.NoError(t, os.CopyFS(dir, os.DirFS(strings.TrimSpace(string(from)))))
	for _, args := range []string{"init -q", "add -A -f", "-c user.name=t -c user.email=t@example.com -c commit.gpgsign=false commit -q -m all", "tag " + version} {
		out, err := exec.Command("git", append([]string{"-C", dir}, strings.Fields(args)...)...).CombinedOutput()
		require.NoError(t, err, string(out))
	}
	return dir
}

// TestCustom runs golangci-lint custom on the README's file in a copy of the kalint that is tested. Git finds the clone
// of golangci-lint that it asks for in a local repository.
func TestCustom(t *testing.T) {
	root, err := filepath.Abs("../..")
	require.NoError(t, err)
	clone := t.TempDir()
	for _, name := range []string{"go.mod", "go.sum", ".custom-gcl.yml"} {
		text, err := os.ReadFile(filepath.Join(root, name))
		require.NoError(t, err)
		require.NoError(t, os.WriteFile(filepath.Join(clone, name), text, 0o644))
	}
	require.NoError(t, os.CopyFS(filepath.Join(clone, "passes"), os.DirFS(filepath.Join(root, "passes"))))

	repo := repository(t, "v2.15.0")
	t.Setenv("GIT_CONFIG_COUNT", "1")
	t.Setenv("GIT_CONFIG_KEY_0", "url."+repo+".insteadOf")
	t.Setenv("GIT_CONFIG_VALUE_0", "https://github.com/golangci/golangci-lint.git")
	r := run(t, clone, golangci, "custom")
	require.Equal(t, 0, r.code, r.out+r.stderr)

	dir := code(t, example(t))
	want := lint(t, dir, ".")
	require.NotEmpty(t, want)
	ordinary := golangci
	golangci = filepath.Join(clone, "custom-gcl")
	defer func() { golangci = ordinary }()
	assert.Equal(t, want, lint(t, dir, "."))
}
