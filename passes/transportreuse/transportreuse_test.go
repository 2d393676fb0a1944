package transportreuse_test

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/kalint/kalint/passes/transportreuse"
)

// TestThemes holds the rule against the packages below testdata/src/transportreuse: each is a theme, and each function in
// it a case.
func TestThemes(t *testing.T) {
	testdata, err := filepath.Abs("../../testdata")
	require.NoError(t, err)
	results := analysistest.Run(t, testdata, transportreuse.Analyzer, "transportreuse/...")
	require.Greater(t, len(results), 8)
	for _, r := range results {
		for _, d := range r.Diagnostics {
			at := r.Pass.Fset.Position(d.Pos)
			assert.Equal(t, "transportreuse", d.Category, at)
			assert.Empty(t, d.SuggestedFixes, at)
			assert.Greater(t, d.End, d.Pos, at)
		}
	}
}
