package bodydrain_test

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/kalint/kalint/passes/bodydrain"
)

// TestLevels runs each level over the package that is named after it.
func TestLevels(t *testing.T) {
	testdata, err := filepath.Abs("../../testdata")
	require.NoError(t, err)
	for _, level := range []string{"unread", "paths", "eof"} {
		t.Run(level, func(t *testing.T) {
			analysistest.Run(t, testdata, bodydrain.New(bodydrain.Level(level)), "bodydrain/"+level)
		})
	}
}

// TestDefaultLevel holds the default against the flag.
func TestDefaultLevel(t *testing.T) {
	assert.Equal(t, "unread", bodydrain.Analyzer.Flags.Lookup("level").Value.String())
	a := bodydrain.New(bodydrain.Level("paths"))
	assert.Equal(t, "paths", a.Flags.Lookup("level").Value.String())
	assert.Equal(t, "unread", bodydrain.Analyzer.Flags.Lookup("level").DefValue)
}

func TestLevelFlag(t *testing.T) {
	a := bodydrain.New()
	for _, name := range []string{"unread", "paths", "eof"} {
		require.NoError(t, a.Flags.Set("level", name))
		assert.Equal(t, name, a.Flags.Lookup("level").Value.String())
	}
	for _, name := range []string{"", "EOF", "all", "0", "unread,paths"} {
		err := a.Flags.Set("level", name)
		require.Error(t, err, name)
		assert.ErrorContains(t, err, "want one of unread, paths, eof")
		assert.Equal(t, "eof", a.Flags.Lookup("level").Value.String(), "a refused level changes nothing")
	}
	assert.Panics(t, func() { bodydrain.New(bodydrain.Level("most")) })
}
