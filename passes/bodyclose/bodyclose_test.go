package bodyclose_test

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/kalint/kalint/passes/bodyclose"
)

// TestThemes holds the rule against the packages below testdata/src/bodyclose: each is a theme, and each function in it a
// case.
func TestThemes(t *testing.T) {
	testdata, err := filepath.Abs("../../testdata")
	require.NoError(t, err)
	results := analysistest.Run(t, testdata, bodyclose.Analyzer, "bodyclose/...")
	require.Greater(t, len(results), 25)
}
