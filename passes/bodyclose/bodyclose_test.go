package bodyclose_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/kalint/kalint/passes/bodyclose"
)

// TestThemes runs the rule over every package below testdata/src/bodyclose.
func TestThemes(t *testing.T) {
	testdata, err := filepath.Abs("../../testdata")
	require.NoError(t, err)
	themes, err := os.ReadDir(filepath.Join(testdata, "src", "bodyclose"))
	require.NoError(t, err)
	require.NotEmpty(t, themes)
	for _, theme := range themes {
		t.Run(theme.Name(), func(t *testing.T) {
			analysistest.Run(t, testdata, bodyclose.Analyzer, "bodyclose/"+theme.Name()+"/...")
		})
	}
}
