package main_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// blocks are the YAML files that the README's section on golangci-lint shows.
func blocks(t *testing.T) (out []string) {
	t.Helper()
	readme, err := os.ReadFile("../../README.md")
	require.NoError(t, err)
	_, section, found := strings.Cut(string(readme), "\n## golangci-lint\n")
	require.True(t, found)
	section, _, _ = strings.Cut(section, "\n## ")
	for _, block := range regexp.MustCompile("(?s)```yaml\n(.*?)```").FindAllStringSubmatch(section, -1) {
		out = append(out, block[1])
	}
	return out
}

// TestREADME holds the README's files against those at the root, and runs the third one.
func TestREADME(t *testing.T) {
	all := blocks(t)
	require.Len(t, all, 3)
	custom, err := os.ReadFile("../../.custom-gcl.yml")
	require.NoError(t, err)
	assert.Equal(t, string(custom), all[0])
	assert.Equal(t, example(t), all[1])

	found := strings.Join(lint(t, code(t, all[2]), "."), "\n")
	assert.Equal(t, 2, strings.Count(found, ": bodyclose: "))
	assert.Equal(t, 2, strings.Count(found, ": bodydrain: "), "one of them at level paths")
	assert.Equal(t, 3, strings.Count(found, "\n"), "and nothing else")
}
