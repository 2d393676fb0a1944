package lifecycle

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestIdentities(t *testing.T) {
	var s identities
	for n := range 5 * maxFew { // few at first, then many
		h := identity(n * n)
		assert.True(t, s.add(h))
		assert.Equal(t, n+1, s.len())
		for m := range n + 1 {
			assert.False(t, s.add(identity(m*m)), "%d of %d", m, n)
		}
		assert.Equal(t, n+1, s.len())
	}
}
