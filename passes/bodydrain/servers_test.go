package bodydrain_test

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/kalint/kalint/passes/bodydrain"
)

// TestServers runs the rule over requests whose servers the code shows.
func TestServers(t *testing.T) {
	testdata, err := filepath.Abs("../../testdata")
	require.NoError(t, err)
	analysistest.Run(t, testdata, bodydrain.New(), "bodydrain/servers")
}
