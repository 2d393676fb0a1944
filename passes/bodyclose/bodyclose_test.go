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

// TestTrails holds the lines that are told of a path: the branches that lead to where it leaves, each where it stands.
func TestTrails(t *testing.T) {
	testdata, err := filepath.Abs("../../testdata")
	require.NoError(t, err)
	results := analysistest.Run(t, testdata, bodyclose.Analyzer, "bodyclose/trails")
	require.Len(t, results, 1)
	var lines [][]int
	for _, d := range results[0].Diagnostics {
		var at []int
		for _, related := range d.Related {
			at = append(at, results[0].Pass.Fset.Position(related.Pos).Line)
		}
		lines = append(lines, at)
	}
	require.ElementsMatch(t, [][]int{{11, 14, 17}, {32, 36, 38, 39}}, lines)
}
