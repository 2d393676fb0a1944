package unit

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestPercentOf(t *testing.T) {
	const mb = 1 << 20
	for alive, want := range map[uint64]uint64{
		1 * mb:   4000,
		20 * mb:  105, // to 41 MB
		30 * mb:  36,
		31 * mb:  headroom,
		100 * mb: headroom,
		128 * mb: headroom,
		129 * mb: tight,
		1 << 40:  tight,
	} {
		assert.Equal(t, want, percentOf(alive), "%d MB", alive/mb)
	}
}
