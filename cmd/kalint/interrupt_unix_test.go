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

// interrupted starts a run in the module, presses Ctrl-C in the middle of it and
// checks what comes of it.
func interrupted(t *testing.T, dir string, args ...string) {
	t.Helper()
	pidfile := filepath.Join(t.TempDir(), "pid")
	cmd := exec.Command(toy, append([]string{"-toymood.pidfile=" + pidfile}, args...)...)
	cmd.Dir = dir
	var stdout, stderr strings.Builder
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	require.NoError(t, cmd.Start())
	pid := sleeper(t, pidfile)
	require.NoError(t, cmd.Process.Signal(syscall.SIGINT))
	require.Error(t, cmd.Wait())
	assert.Equal(t, 2, cmd.ProcessState.ExitCode())
	assert.Empty(t, stdout.String())
	assert.Equal(t, "kalint: interrupted\n", stderr.String())
	assert.Eventually(t, func() bool { return syscall.Kill(pid, 0) == syscall.ESRCH }, 20*time.Second, 10*time.Millisecond,
		"the analysis goes on")
}

const sleepy = "-- a.go --\npackage a\n\nvar toySleeps bool\n-- b/b.go --\npackage b\n\nfunc leak() {}\nfunc b() { leak() }\n"

func TestInterrupt(t *testing.T) {
	interrupted(t, module(t, sleepy))
}

func TestInterruptLeavesFilesAlone(t *testing.T) {
	dir := module(t, sleepy)
	require.Equal(t, 0, run(t, dir, toy, "-write-baseline=kalint.json", "./b").code)
	write(t, filepath.Join(dir, "out"), "old\n")
	before, baseline := names(t, dir), read(t, dir, "kalint.json")
	edit(t, dir, "b/b.go", "leak() }", "leak(); leak() }")
	for _, args := range [][]string{
		{"-o=out"}, {"-o=new", "-format=sarif"}, {"-write-baseline=kalint.json"}, {"-baseline=kalint.json", "-write-baseline=new", "-o=out"}, {"-fix"},
	} {
		interrupted(t, dir, args...)
		assert.Equal(t, before, names(t, dir), args)
		assert.Equal(t, "old\n", read(t, dir, "out"), args)
		assert.Equal(t, baseline, read(t, dir, "kalint.json"), args)
		assert.Contains(t, read(t, dir, "b", "b.go"), "leak(); leak()", args)
	}
}
