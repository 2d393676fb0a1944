package atomicfile

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestStage(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "a")
	content := func() string {
		data, err := os.ReadFile(name)
		require.NoError(t, err)
		return string(data)
	}
	count := func() int {
		entries, err := os.ReadDir(dir)
		require.NoError(t, err)
		return len(entries)
	}
	require.NoError(t, Write(name, []byte("old")))
	p, err := Stage(name, []byte("new"))
	require.NoError(t, err)
	assert.Equal(t, "old", content())
	assert.Equal(t, 2, count())
	p.Discard()
	assert.Equal(t, 1, count())

	p, err = Stage(name, []byte("new"))
	require.NoError(t, err)
	require.NoError(t, p.Commit())
	p.Discard()
	assert.Equal(t, "new", content())
	assert.Equal(t, 1, count())
}

// A new file gets the permissions that any would get.
func TestNewFile(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "plain"), nil, 0o666))
	require.NoError(t, Write(filepath.Join(dir, "ours"), nil))
	plain, err := os.Stat(filepath.Join(dir, "plain"))
	require.NoError(t, err)
	ours, err := os.Stat(filepath.Join(dir, "ours"))
	require.NoError(t, err)
	assert.Equal(t, plain.Mode(), ours.Mode())
}

func TestCauseHasNoNames(t *testing.T) {
	_, err := Stage(filepath.Join(t.TempDir(), "gone", "a"), nil)
	assert.EqualError(t, Cause(err), "no such directory")
	assert.EqualError(t, Cause(os.Rename(filepath.Join(t.TempDir(), "a"), "b")), "no such file or directory")
}
