//go:build unix

package clients

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/kalint/kalint/passes/internal/growth"
)

// FuzzEngine checks that the engine comes to an end without an error, and finds the same twice.
func FuzzEngine(f *testing.F) {
	for seed := range uint64(300) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, seed uint64) {
		pkg := growth.Load(t, generate(seed))
		idle, builds := engine(t, pkg)
		again, rebuilt := engine(t, pkg)
		require.Equal(t, idle, again)
		require.Equal(t, builds, rebuilt)
	})
}
