//go:build unix

package main_test

import (
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// sleeper waits until the rule that sleeps is at it, and returns that process.
func sleeper(t *testing.T, pidfile string) int {
	t.Helper()
	var pid int
	require.Eventually(t, func() bool {
		names, err := filepath.Glob(pidfile + ".*")
		if err != nil || len(names) != 1 {
			return false
		}
		for _, c := range strings.TrimPrefix(names[0], pidfile+".") {
			pid = pid*10 + int(c-'0')
		}
		return true
	}, time.Minute, 10*time.Millisecond)
	return pid
}

func TestInterrupt(t *testing.T) {
	dir := module(t, "-- a.go --\npackage a\n\nvar toySleeps bool\n")
	pidfile := filepath.Join(t.TempDir(), "pid")
	cmd := exec.Command(toy, "-toymood.pidfile="+pidfile)
	cmd.Dir = dir
	var stderr strings.Builder
	cmd.Stderr = &stderr
	require.NoError(t, cmd.Start())
	pid := sleeper(t, pidfile)
	require.NoError(t, cmd.Process.Signal(syscall.SIGINT))
	require.Error(t, cmd.Wait())
	assert.Equal(t, 2, cmd.ProcessState.ExitCode())
	assert.Equal(t, "kalint: interrupted\n", stderr.String())
	assert.Eventually(t, func() bool { return syscall.Kill(pid, 0) == syscall.ESRCH }, 20*time.Second, 10*time.Millisecond,
		"the analysis goes on")
}
