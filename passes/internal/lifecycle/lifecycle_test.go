package lifecycle_test

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/kalint/kalint/passes/internal/lifecycle"
)

// TestFacts checks the summaries that functions get.
func TestFacts(t *testing.T) {
	testdata, err := filepath.Abs("../../../testdata")
	require.NoError(t, err)
	analysistest.Run(t, testdata, lifecycle.Analyzer, "lifecycle/...")
}
