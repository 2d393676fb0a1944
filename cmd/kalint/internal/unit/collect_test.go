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

func TestHeapFor(t *testing.T) {
	const kb, mb = 1 << 10, 1 << 20
	for source, want := range map[int64]int{
		0:        0,
		47 * kb:  0, // it would cost more than it saves
		50 * kb:  50 * kb * perByte,
		600 * kb: uncut,
		8 * mb:   256 * mb,
		1 << 40:  most,
	} {
		assert.Equal(t, want, heapFor(source), "%d kB", source/kb)
	}
}
