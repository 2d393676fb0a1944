package clients

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// yes and no are ways in which one condition holds, or does not.
func yes(n int) uint64 { return 1 << n }
func no(n int) uint64  { return 1 << (n + maxConds) }

func TestWays(t *testing.T) {
	a, b := ways{yes(0)}, ways{yes(1)}
	assert.Equal(t, ways{yes(0), yes(1)}, a.or(b))
	assert.Equal(t, a, a.or(a))
	assert.Equal(t, a, ways(nil).or(a), "from nowhere else")
	assert.Equal(t, always, a.or(always))
	assert.Equal(t, always, a.or(ways{no(0)}), "whether it holds or not")
	assert.Equal(t, a, a.or(ways{yes(0) | yes(1)}), "what is wider stays")
	assert.Equal(t, a, ways{yes(0) | yes(1)}.or(a))
	assert.Equal(t, b, ways{yes(0) | yes(1)}.or(ways{no(0) | yes(1)}), "the other one decides")
	var many ways
	for n := range maxWays + 1 {
		many = many.or(ways{yes(n)})
	}
	assert.Equal(t, always, many, "too many to tell apart")
}

func TestRuns(t *testing.T) {
	either := &Inst{When: ways{yes(0), yes(1)}}
	both := &Inst{When: ways{yes(0) | yes(1)}}
	for _, c := range []struct {
		known        uint64
		either, both bool
	}{
		{0, true, true},
		{no(0), true, false},
		{yes(0), true, true},
		{no(0) | no(1), false, false},
		{no(2), true, true},
	} {
		f := &frame{known: c.known}
		assert.Equal(t, c.either, f.runs(either), "%b", c.known)
		assert.Equal(t, c.both, f.runs(both), "%b", c.known)
		assert.True(t, f.runs(&Inst{}))
	}
}
