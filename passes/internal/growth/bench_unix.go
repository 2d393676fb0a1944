//go:build unix

package growth

import (
	"fmt"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/packages"
)

// Bench measures what run takes of the program in each of its sizes. Where it takes time in proportion, the time per thing
// stays as it is. That is CPU time, which other load changes little; ns/op is not.
func Bench(b *testing.B, p Program, run func(b *testing.B, pkg *packages.Package)) {
	for _, n := range p.Sizes {
		b.Run(fmt.Sprintf("%s=%d", p.Many, n), func(b *testing.B) {
			pkg := Load(b, p.Source(n))
			start := cpuTime(b)
			for b.Loop() {
				run(b, pkg)
			}
			b.ReportMetric(float64(cpuTime(b)-start)/float64(b.N)/float64(n), "ns/"+p.One)
		})
	}
}

// cpuTime is what the process has taken so far.
func cpuTime(tb testing.TB) time.Duration {
	var u syscall.Rusage
	require.NoError(tb, syscall.Getrusage(syscall.RUSAGE_SELF, &u))
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
