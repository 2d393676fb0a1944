package unit

import (
	"bufio"
	"os"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestEnlarge looks at what the kernel knows of this process's memory: there is some to be had in huge pages, as free heap,
// and it has not been touched.
func TestEnlarge(t *testing.T) {
	if _, err := os.Stat("/sys/kernel/mm/transparent_hugepage"); err != nil {
		t.Skip("a kernel without huge pages")
	}
	const heap = 256 << 20
	_, resident := memory(t)
	enlarge(heap)
	var after runtime.MemStats
	runtime.ReadMemStats(&after)
	assert.GreaterOrEqual(t, after.HeapIdle, uint64(heap), "the heap got it back")
	advised, residentAfter := memory(t)
	assert.GreaterOrEqual(t, advised, heap)
	assert.Less(t, residentAfter-resident, heap/8)
}

// memory returns how many bytes this process has in mappings that may have huge pages, and how many it has at all.
func memory(t *testing.T) (advised, resident int) {
	t.Helper()
	f, err := os.Open("/proc/self/smaps")
	require.NoError(t, err)
	defer f.Close()
	size := 0
	for s := bufio.NewScanner(f); s.Scan(); {
		switch name, value, _ := strings.Cut(s.Text(), ":"); name {
		case "Size":
			size = kilobytes(t, value)
		case "Rss":
			resident += kilobytes(t, value)
		case "VmFlags":
			if strings.Contains(value+" ", " hg ") {
				advised += size
			}
		}
	}
	return advised, resident
}

// kilobytes returns the bytes that a line says.
func kilobytes(t *testing.T, value string) int {
	t.Helper()
	n, err := strconv.Atoi(strings.TrimSuffix(strings.TrimSpace(value), " kB"))
	require.NoError(t, err)
	return n << 10
}
