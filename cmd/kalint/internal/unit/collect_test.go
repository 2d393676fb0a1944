package unit

import (
	"crypto/sha256"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// On a single CPU the collector has the least time to be told anew.
func TestHeapIsBoundedOnOneCPU(t *testing.T) {
	const child = "KALINT_TEST_HEAP"
	if os.Getenv(child) != "" {
		collectLater()
		fmt.Println("heap", fill(32<<20, 600<<20)>>20, "MB")
		return
	}
	cmd := exec.Command(os.Args[0], "-test.run=^"+t.Name()+"$", "-test.v")
	cmd.Env = append(os.Environ(), child+"=1", "GOMAXPROCS=1", "GOGC=")
	out, err := cmd.CombinedOutput()
	require.NoError(t, err, "%s", out)
	_, said, ok := strings.Cut(string(out), "heap ")
	require.True(t, ok, "%s", out)
	var mb int
	_, err = fmt.Sscan(said, &mb)
	require.NoError(t, err)
	assert.Less(t, mb, 120, "MB of heap, for 32 that are alive")
}

// fill keeps so many bytes alive and makes so many more for nothing. It returns how large the heap became.
func fill(alive, dead int) uint64 {
	type node struct {
		_   *node
		sum [sha256.Size]byte
		_   [64]byte
	}
	const size = 104
	all := make([]*node, alive/size)
	var text [256]byte
	for i := range (alive + dead) / size {
		all[i%len(all)] = &node{sum: sha256.Sum256(text[:])} // so that it takes as long as an analysis does
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	runtime.KeepAlive(all)
	return m.HeapSys
}

func TestPercentOf(t *testing.T) {
	const mb = 1 << 20
	for alive, want := range map[uint64]int{
		0:      enough * 100 / least,
		1 * mb: enough * 100 / least,
		4 * mb: 1025,

		20 * mb:  125, // to 45 MB
		30 * mb:  50,
		34 * mb:  headroom,
		100 * mb: headroom,
		113 * mb: headroom, // to 170 MB
		128 * mb: 32,
		150 * mb: tight,
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
