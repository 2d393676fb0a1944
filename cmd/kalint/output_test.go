package main_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestOutputFile(t *testing.T) {
	dir := module(t, leaky)
	r := run(t, dir, toy, "-o=out.txt")
	assert.Equal(t, ran{1, "", ""}, r)
	assert.Equal(t, leakyLines, read(t, dir, "out.txt"))

	assert.Equal(t, ran{0, "", ""}, run(t, dir, toy, "-o=out.txt", "./mid"), "nothing found: the file says so")
	assert.Empty(t, read(t, dir, "out.txt"))

	assert.Equal(t, ran{1, "", ""}, run(t, filepath.Dir(dir), toy, "-C", filepath.Base(dir), "-format=json", "-o=top/out.json", "./top"))
	assert.Equal(t, run(t, dir, toy, "-json", "./top").out, read(t, dir, "top", "out.json"), "files are seen from -C, as the go command has it")

	assert.Equal(t, 1, run(t, dir, toy, "-diff", "-o=patch", "./lib").code)
	assert.Contains(t, read(t, dir, "patch"), "--- a/lib/lib.go\n")
	assert.Equal(t, ran{1, leakyLines, ""}, run(t, dir, toy, "-o=/dev/stdout"))
}

func TestOutputKeepsModeAndLink(t *testing.T) {
	dir := module(t, leaky)
	write(t, filepath.Join(dir, "real"), "old")
	require.NoError(t, os.Chmod(filepath.Join(dir, "real"), 0o640))
	require.NoError(t, os.Symlink("real", filepath.Join(dir, "link")))
	assert.Equal(t, 1, run(t, dir, toy, "-o=link").code)
	assert.Equal(t, leakyLines, read(t, dir, "real"))
	info, err := os.Stat(filepath.Join(dir, "real"))
	require.NoError(t, err)
	assert.Equal(t, os.FileMode(0o640), info.Mode().Perm())
	target, err := os.Readlink(filepath.Join(dir, "link"))
	require.NoError(t, err)
	assert.Equal(t, "real", target)
}

func TestOutputIsColourless(t *testing.T) {
	dir := module(t, wide)
	assert.Empty(t, onTerminal(t, dir, "X=", toy, "-o=out"))
	assert.Equal(t, "a.go:5:28: call of example.com/m.leak! (toyleak)\n", read(t, dir, "out"))
}

// names are those of a directory's files.
func names(t *testing.T, dir string) (out []string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	for _, e := range entries {
		out = append(out, e.Name())
	}
	return out
}

func TestOutputThatCannotBeWritten(t *testing.T) {
	dir := module(t, "-- a.go --\npackage a\n\nfunc leak() {}\nfunc x() { leak() }\n-- old --\nold\n")
	require.NoError(t, os.Chmod(filepath.Join(dir, "old"), 0o444))
	before := names(t, dir)
	for _, flag := range []string{"-o", "-write-baseline"} {
		for name, why := range map[string]string{
			"old":        "the file is read-only",
			"nosuch/out": "no such directory",
			"a.go/out":   "not a directory",
			".":          "is a directory",
		} {
			r := run(t, dir, toy, flag, name)
			assert.Equal(t, 2, r.code)
			assert.Empty(t, r.out)
			r.wantLine(t, "kalint: cannot write "+name+": "+why)
		}
	}
	assert.Equal(t, "old\n", read(t, dir, "old"))
	assert.Equal(t, before, names(t, dir))
}
