package idleconns_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/analysis/analysistest"
	"golang.org/x/tools/txtar"

	"github.com/kalint/kalint/passes/idleconns"
)

// TestModules runs the rule over modules of several packages: what the others of a module do is more to the point than what
// is done elsewhere.
func TestModules(t *testing.T) {
	archives, err := filepath.Glob("../../testdata/src/idleconns/modules/*.txtar")
	require.NoError(t, err)
	require.NotEmpty(t, archives)
	for _, archive := range archives {
		t.Run(strings.TrimSuffix(filepath.Base(archive), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(archive)
			require.NoError(t, err)
			require.NotEmpty(t, a.Files)
			dir := t.TempDir()
			for _, f := range a.Files {
				name := filepath.Join(dir, filepath.FromSlash(f.Name))
				require.NoError(t, os.MkdirAll(filepath.Dir(name), 0o777))
				require.NoError(t, os.WriteFile(name, f.Data, 0o666))
			}
			analysistest.Run(t, dir, idleconns.Analyzer, "./...")
		})
	}
}
