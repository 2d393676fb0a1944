package main_test

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// gazelle runs the program that makes BUILD files, which Bazel does where a module comes without them.
func gazelle(t *testing.T, dir, prefix string, flags ...string) {
	t.Helper()
	write(t, filepath.Join(dir, "MODULE.bazel"), "")
	args := []string{"go", "run", "github.com/bazelbuild/bazel-gazelle/cmd/gazelle@v0.47.0", "update", "-repo_root=" + dir, "-go_prefix=" + prefix}
	r := run(t, dir, append(args, flags...)...)
	require.Equal(t, 0, r.code, r.stderr)
}

// labels are those that a BUILD file names as dependencies in other repositories.
var labels = regexp.MustCompile(`"(@com_github_kalint_kalint//.+?)"`)

// TestNogoLabels checks the labels in the README: that gazelle makes such targets of kalint, and that it would refer to the
// rules' packages by them.
func TestNogoLabels(t *testing.T) {
	deps := kalintDeps(t)
	dir := t.TempDir()
	write(t, filepath.Join(dir, "go.mod"), read(t, root(t), "go.mod"))
	require.NoError(t, os.CopyFS(filepath.Join(dir, "passes"), os.DirFS(filepath.Join(root(t), "passes"))))
	gazelle(t, dir, "github.com/kalint/kalint")
	imports := "package m\n"
	for _, path := range deps {
		name := filepath.Base(path)
		build := read(t, dir, "passes", name, "BUILD.bazel")
		assert.Regexp(t, `go_library\(\n    name = "`+name+`",\n(    .*\n)*    embedsrcs = \["doc\.go"\],\n    importpath = "`+path+`",\n    visibility = \["//visibility:public"\],`, build)
		imports += "import _ \"" + path + "\"\n"
	}

	user := t.TempDir()
	write(t, filepath.Join(user, "go.mod"), "module example.com/m\n\ngo 1.26.0\n\nrequire github.com/kalint/kalint v0.0.0\n")
	write(t, filepath.Join(user, "m.go"), imports)
	gazelle(t, user, "example.com/m", "-external=static", "-go_naming_convention_external=import")
	var got []string
	for _, m := range labels.FindAllStringSubmatch(read(t, user, "BUILD.bazel"), -1) {
		got = append(got, m[1])
	}
	assert.Equal(t, slices.Sorted(maps.Keys(deps)), got)
}
