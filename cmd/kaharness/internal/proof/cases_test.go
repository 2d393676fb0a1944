package proof_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/kalint/kalint/cmd/kaharness/internal/cases"
	"github.com/kalint/kalint/cmd/kaharness/internal/proof"
	"github.com/kalint/kalint/cmd/kaharness/internal/toolchain"
)

// TestCases runs the whole of testdata/proof under the installed Go: what kalint
// reports, what it mends, and the counts before and after.
func TestCases(t *testing.T) {
	root, err := cases.FindRoot(".")
	require.NoError(t, err)
	all, err := cases.Load(root)
	require.NoError(t, err)
	tc, err := toolchain.Find(t.Context(), root, "")
	require.NoError(t, err)
	suite := proof.Suite{Root: root, Temp: t.TempDir(), Cases: all, Tools: []*toolchain.Toolchain{tc}}
	results, err := suite.Run(t.Context())
	require.NoError(t, err)
	require.Len(t, results, len(all))
	for _, r := range results {
		t.Run(r.Case.ID(), func(t *testing.T) {
			assert.Empty(t, r.Problems)
			if r.Skipped != "" {
				t.Skip(r.Skipped)
			}
			agree(t, "before", r.Before)
			if r.After != nil {
				agree(t, "after", r.After)
			}
		})
	}
}

// agree checks that the observers saw the same connections.
func agree(t *testing.T, state string, run *proof.Run) {
	t.Helper()
	assert.Empty(t, run.Disagreement(), state)
	n := run.Connections()
	if run.Packets != nil {
		assert.Equal(t, n, run.Packets.SYN, "%s: SYN packets", state)
	}
	if run.Client == nil {
		return
	}
	assert.Equal(t, run.Client.Requests, run.Client.Fresh+run.Client.Reused, state)
	if run.Client.Dials == run.Client.Connected {
		assert.Equal(t, n, run.Client.Connected, "%s: the client's connections", state)
	}
	// A client that sends one request after the other has use for each connection
	// that it opens.
	if run.Accepts.MostOpen == 1 {
		assert.Equal(t, n, run.Client.Fresh, "%s: connections that the client found new", state)
	}
}
