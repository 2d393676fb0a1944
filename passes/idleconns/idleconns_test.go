package idleconns_test

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/kalint/kalint/passes/idleconns"
)

// TestThemes holds the rule against the packages below testdata/src/idleconns: each is a theme, and each function in it a
// case.
func TestThemes(t *testing.T) {
	testdata, err := filepath.Abs("../../testdata")
	require.NoError(t, err)
	results := analysistest.Run(t, testdata, idleconns.Analyzer, "idleconns/...")
	require.Greater(t, len(results), 20)
	for _, r := range results {
		for _, d := range r.Diagnostics {
			at := r.Pass.Fset.Position(d.Pos)
			assert.Equal(t, "idleconns", d.Category, at)
			assert.Greater(t, d.End, d.Pos, at)
			for _, related := range d.Related {
				assert.True(t, related.Pos.IsValid(), at)
			}
		}
	}
}

// TestDefault checks what the flag leaves out, and that nothing else does.
func TestDefault(t *testing.T) {
	testdata, err := filepath.Abs("../../testdata")
	require.NoError(t, err)
	kept := analysistest.Run(t, testdata, idleconns.New(idleconns.Default(false)), "flags/idleconns")
	var all []string
	for _, d := range analyze(t, testdata, "flags/idleconns").of(idleconns.Analyzer) {
		all = append(all, d.Message)
	}
	require.Len(t, kept, 1)
	assert.Len(t, all, len(kept[0].Diagnostics)+5, all)
}

func TestDefaultFlag(t *testing.T) {
	assert.Equal(t, "true", idleconns.Analyzer.Flags.Lookup("default").DefValue)
	a := idleconns.New(idleconns.Default(false))
	assert.Equal(t, "false", a.Flags.Lookup("default").Value.String())
	require.NoError(t, a.Flags.Set("default", "true"))
	assert.Equal(t, "true", a.Flags.Lookup("default").Value.String())
	require.Error(t, a.Flags.Set("default", "some"))
	assert.Equal(t, "true", idleconns.Analyzer.Flags.Lookup("default").Value.String())
}
