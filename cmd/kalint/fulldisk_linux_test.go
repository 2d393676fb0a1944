package main_test

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// toFull runs a program whose standard output is a full disk.
func toFull(t *testing.T, dir string, args ...string) ran {
	t.Helper()
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	require.NoError(t, err)
	defer full.Close()
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Dir = dir
	var stderr strings.Builder
	cmd.Stdout, cmd.Stderr = full, &stderr
	require.Error(t, cmd.Run())
	return ran{cmd.ProcessState.ExitCode(), "", stderr.String()}
}

func TestFullDisk(t *testing.T) {
	dir := module(t, leaky)
	want := ran{2, "", "kalint: cannot write to standard output: no space left on device\n"}
	for _, args := range []string{"./top", "-json", "-format=sarif", "-format=github", "-diff", "help", "version", "completion bash"} {
		assert.Equal(t, want, toFull(t, dir, append([]string{toy}, strings.Fields(args)...)...), args)
	}
	r := run(t, dir, toy, "-o=/dev/full")
	assert.Equal(t, ran{2, "", "kalint: cannot write /dev/full: no space left on device\n"}, r)
	for _, name := range []string{"/dev/full", "/dev/zero"} { // which can be read for ever
		for _, flag := range []string{"-baseline", "-write-baseline"} {
			r = run(t, dir, toy, flag, name)
			assert.Equal(t, 2, r.code)
			r.wantLine(t, name+": no regular file")
		}
	}
}

// onDisk puts a module on a disk of its own, which only root may make.
func onDisk(t *testing.T, archive string) string {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	require.NoError(t, err)
	if err := syscall.Mount("none", dir, "tmpfs", 0, "size=128k"); errors.Is(err, syscall.EPERM) {
		t.Skip("only root may mount a disk; TestFullDisk writes to /dev/full")
	} else {
		require.NoError(t, err)
	}
	t.Cleanup(func() { assert.NoError(t, syscall.Unmount(dir, syscall.MNT_DETACH)) })
	require.NoError(t, os.CopyFS(dir, os.DirFS(module(t, archive))))
	return dir
}

// fill leaves room for so many pages.
func fill(t *testing.T, dir string, pages int) {
	t.Helper()
	f, err := os.Create(filepath.Join(dir, "filler"))
	require.NoError(t, err)
	defer f.Close()
	page := make([]byte, os.Getpagesize())
	n := int64(0)
	for err == nil {
		if _, err = f.Write(page); err == nil {
			n++
		}
	}
	require.ErrorIs(t, err, syscall.ENOSPC)
	require.NoError(t, f.Truncate((n-int64(pages))*int64(len(page))))
}

func TestFullDiskLeavesFilesAlone(t *testing.T) {
	dir := onDisk(t, fixable+"-- out --\nold\n")
	require.Equal(t, 0, run(t, dir, toy, "-write-baseline=kalint.json", "-tests=false").code)
	fill(t, dir, 0)
	files := []string{"out", "kalint.json", "a/a.go", "a/a_test.go", "a/x_test.go"}
	content := make(map[string]string)
	for _, name := range files {
		content[name] = read(t, dir, name)
	}
	before := names(t, dir)
	check := func(want string, args ...string) {
		t.Helper()
		r := run(t, dir, append([]string{toy}, args...)...)
		assert.Equal(t, 2, r.code, args)
		assert.Empty(t, r.out, args)
		r.wantLine(t, "kalint: cannot "+want+": no space left on device")
		for _, name := range files {
			assert.Equal(t, content[name], read(t, dir, name), args)
		}
		assert.Equal(t, before, names(t, dir), args)
		assert.Len(t, names(t, filepath.Join(dir, "a")), len(fixed), args)
	}
	check("write out", "-o=out")
	check("write new", "-o=new", "-format=sarif")
	check("write kalint.json", "-write-baseline=kalint.json")
	check("write new", "-write-baseline=new")
	check("fix a/a.go", "-fix")
	fill(t, dir, 1)
	check("fix a/a_test.go", "-fix") // there was room for the first
}
