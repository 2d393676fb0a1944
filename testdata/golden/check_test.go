package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestMain lets the test program stand in for a vet tool, as the program does.
func TestMain(m *testing.M) {
	if os.Getenv(measureTool) != "" {
		os.Exit(measure(os.Args[1:], os.Stdout, os.Stderr))
	}
	os.Exit(m.Run())
}

// tree makes files in a new directory, by name.
func tree(t *testing.T, files map[string]string) string {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	require.NoError(t, err)
	for name, text := range files {
		name = filepath.Join(dir, filepath.FromSlash(name))
		require.NoError(t, os.MkdirAll(filepath.Dir(name), 0o777))
		require.NoError(t, os.WriteFile(name, []byte(text), 0o666))
	}
	return dir
}
