package bodydrain_test

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/kalint/kalint/passes/bodydrain"
)

// TestFixes holds what the fixes make of the packages below testdata/src/fixes/bodydrain against their golden files. That
// such fixes leave nothing to report is tested next to package fixes.
func TestFixes(t *testing.T) {
	testdata, err := filepath.Abs("../../testdata")
	require.NoError(t, err)
	for _, level := range []string{"unread", "paths", "eof"} {
		t.Run(level, func(t *testing.T) {
			rule := bodydrain.New(bodydrain.Level(level))
			for _, r := range analysistest.RunWithSuggestedFixes(t, testdata, rule, "fixes/bodydrain/"+level) {
				for _, d := range r.Diagnostics {
					file := filepath.Base(r.Pass.Fset.Position(d.Pos).Filename)
					require.Equal(t, file == "none.go", len(d.SuggestedFixes) == 0, r.Pass.Fset.Position(d.Pos))
				}
			}
		})
	}
}
