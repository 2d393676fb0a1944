package bodydrain_test

import (
	"go/version"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/analysis/analysistest"
	"golang.org/x/tools/txtar"

	"github.com/kalint/kalint/passes/bodydrain"
)

// TestGate runs the rule over small modules that differ in their go lines and in the build constraints of their files.
func TestGate(t *testing.T) {
	t.Setenv("GOTOOLCHAIN", "local") // what a module asks for is the question, not what it gets
	archives, err := filepath.Glob("../../testdata/src/bodydrain/gate/*.txtar")
	require.NoError(t, err)
	require.NotEmpty(t, archives)
	for _, archive := range archives {
		t.Run(strings.TrimSuffix(filepath.Base(archive), ".txtar"), func(t *testing.T) {
			dir := extract(t, archive)
			if needs := goLine(t, dir); version.Compare(runtime.Version(), needs) < 0 {
				t.Skipf("%s cannot load a module of %s", runtime.Version(), needs)
			}
			analysistest.Run(t, dir, bodydrain.Analyzer, "./...")
		})
	}
}

// extract writes an archive's files to a directory of their own.
func extract(t *testing.T, archive string) string {
	t.Helper()
	a, err := txtar.ParseFile(archive)
	require.NoError(t, err)
	require.NotEmpty(t, a.Files)
	dir := t.TempDir()
	for _, f := range a.Files {
		require.NoError(t, os.WriteFile(filepath.Join(dir, f.Name), f.Data, 0o666))
	}
	return dir
}

// goLine returns the version in the go line of the module in dir, the oldest if there is none.
func goLine(t *testing.T, dir string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, "go.mod"))
	require.NoError(t, err)
	for line := range strings.Lines(string(data)) {
		if v, ok := strings.CutPrefix(line, "go "); ok {
			return "go" + strings.TrimSpace(v)
		}
	}
	return "go1"
}
