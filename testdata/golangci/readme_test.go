package main_test

import (
	"encoding/json"
	"os"
	"regexp"
	"slices"
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

// TestREADMEEditors runs golangci-lint as the README's settings of editors have it run.
func TestREADMEEditors(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	require.NoError(t, err)
	_, section, found := strings.Cut(string(readme), "\n## In an editor\n")
	require.True(t, found)
	section, _, _ = strings.Cut(section, "\n## ")
	var settings struct {
		Command []string          // of golangci-lint-langserver
		Flags   []string          `json:"go.lintFlags"`
		Tools   map[string]string `json:"go.alternateTools"`
		Tool    string            `json:"go.lintTool"`
	}
	for _, block := range regexp.MustCompile("(?s)```json\n(.*?)```").FindAllStringSubmatch(section, -1) {
		require.NoError(t, json.Unmarshal([]byte(block[1]), &settings))
	}
	dir := code(t, example(t))

	require.Equal(t, "custom-gcl", settings.Command[0])
	r := run(t, dir, slices.Concat([]string{golangci}, settings.Command[1:], []string{"--allow-parallel-runners"})...)
	assert.Equal(t, 1, r.code, r.stderr)
	assert.True(t, json.Valid([]byte(r.out)), r.out)
	assert.Contains(t, r.out, `"FromLinter":"kalint"`)

	assert.Contains(t, settings.Tools, settings.Tool)
	require.NotEmpty(t, settings.Flags)
	// What the extension adds to the flags of a golangci-lint-v2.
	args := slices.Concat([]string{golangci, "run"}, settings.Flags, []string{"--issues-exit-code=0", "--output.text.print-issued-lines=false",
		"--show-stats=false", "--output.text.path=stdout", "--allow-parallel-runners"})
	r = run(t, dir, args...)
	assert.Zero(t, r.code, r.stderr)
	assert.Regexp(t, `(?m)^`+regexp.QuoteMeta(dir)+`/\w+\.go:\d+:\d+: .*\(kalint\)$`, r.out)
	assert.NotContains(t, run(t, dir, append(args, "--fast-only")...).out, "(kalint)", "as the README warns")
}
