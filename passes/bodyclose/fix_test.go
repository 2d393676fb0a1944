package bodyclose_test

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/kalint/kalint/passes/bodyclose"
)

// TestFixes holds what the fixes make of the packages below testdata/src/fixes/bodyclose against their golden files. That
// such fixes leave nothing to report is tested next to package fixes.
func TestFixes(t *testing.T) {
	testdata, err := filepath.Abs("../../testdata")
	require.NoError(t, err)
	results := analysistest.RunWithSuggestedFixes(t, testdata, bodyclose.Analyzer, "fixes/bodyclose")
	noneFixed(t, results)
}

// noneFixed checks that the file none.go has reports and that none of them has a fix.
func noneFixed(t *testing.T, results []*analysistest.Result) {
	t.Helper()
	reports := 0
	for _, r := range results {
		for _, d := range r.Diagnostics {
			if filepath.Base(r.Pass.Fset.Position(d.Pos).Filename) == "none.go" {
				reports++
				require.Empty(t, d.SuggestedFixes, r.Pass.Fset.Position(d.Pos))
			}
		}
	}
	require.NotZero(t, reports)
}
