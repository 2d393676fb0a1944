package suppress_test

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/kalint/kalint/passes"
	"github.com/kalint/kalint/passes/bodyclose"
	"github.com/kalint/kalint/passes/bodydrain"
	"github.com/kalint/kalint/passes/idleconns"
	"github.com/kalint/kalint/passes/ignore"
	"github.com/kalint/kalint/passes/internal/suppress"
)

func testdata(t *testing.T) string {
	t.Helper()
	dir, err := filepath.Abs("../../../testdata")
	require.NoError(t, err)
	return dir
}

func TestComments(t *testing.T) {
	analysistest.Run(t, testdata(t), bodyclose.Analyzer, "suppress/ours", "suppress/places",
		"suppress/nolint", "suppress/nolintfile", "suppress/lintignore", "suppress/lintfile", "suppress/wholefile",
		"suppress/linedirective", "suppress/cgo")
}

func TestUselessComments(t *testing.T) {
	for _, r := range analysistest.RunWithSuggestedFixes(t, testdata(t), bodyclose.Analyzer, "suppress/useless") {
		for _, d := range r.Diagnostics {
			assert.Equal(t, "bodyclose", d.Category)
		}
	}
}

// TestOtherFlags checks that a comment for what only other flags report is left alone.
func TestOtherFlags(t *testing.T) {
	analysistest.Run(t, testdata(t), bodydrain.New(), "suppress/levels")
	analysistest.Run(t, testdata(t), idleconns.New(idleconns.Default(false)), "suppress/defaults")
}

// TestRules checks that comments may name each of the rules, and nothing else.
func TestRules(t *testing.T) {
	var names []string
	for _, a := range passes.All() {
		if a != ignore.Analyzer {
			names = append(names, a.Name)
		}
	}
	assert.Equal(t, names, suppress.Rules)
}
