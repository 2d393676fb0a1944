package lifecycle_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/kalint/kalint/passes/internal/lifecycle/internal/fuzzgen"
	"github.com/kalint/kalint/passes/internal/lifecycle/internal/oracle"
)

// addSeeds gives the fuzzer byte strings that make functions of all kinds.
func addSeeds(f *testing.F, n int) {
	f.Add([]byte{})
	for i := range n {
		f.Add(randomBytes(uint64(i)))
	}
}

// FuzzEngine checks that the rules come to an end without an error, and find the same twice.
func FuzzEngine(f *testing.F) {
	c := newChecker(f)
	addSeeds(f, 20)
	f.Fuzz(func(t *testing.T, data []byte) {
		b := oracle.NewBatch([]*fuzzgen.Unit{fuzzgen.Decode(data)})
		found, err := c.Check(b)
		require.NoError(t, err)
		again, err := c.Check(b)
		require.NoError(t, err)
		require.Equal(t, found, again)
	})
}

// FuzzOracle does what TestOracle does, with one program for each function: slow, but the fuzzer looks for new paths
// through the engine.
func FuzzOracle(f *testing.F) {
	c := newChecker(f)
	addSeeds(f, 2)
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, j := range judge(t, c, []*fuzzgen.Unit{fuzzgen.Decode(data)}) {
			if j.Verdict == oracle.Miss || j.Verdict == oracle.False {
				t.Error(fault{nil, j})
			}
		}
	})
}
