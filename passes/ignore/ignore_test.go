package ignore_test

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/kalint/kalint/passes/ignore"
)

func TestMalformedComments(t *testing.T) {
	testdata, err := filepath.Abs("../../testdata")
	require.NoError(t, err)
	for _, r := range analysistest.Run(t, testdata, ignore.Analyzer, "suppress/malformed") {
		for _, d := range r.Diagnostics {
			assert.Equal(t, "ignore", d.Category)
			assert.Greater(t, d.End, d.Pos)
		}
	}
}
