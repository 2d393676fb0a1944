package main_test

import (
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// console is a command in the README, and what it shows of its output.
var console = regexp.MustCompile("(?s)```console\n\\$ (.*?)\n(.*?)```")

// TestREADMEDemo runs the README's first command and compares what it prints.
func TestREADMEDemo(t *testing.T) {
	shown := consoles(t)[0]
	require.NotEmpty(t, shown[2], "the README shows no output")
	r := run(t, root(t), strings.Fields(shown[1])...)
	assert.Equal(t, shown[2], r.out)
	assert.Equal(t, 1, r.code)
	assert.Equal(t, "exit status 1\n", r.stderr, "go run says this of a program that found something")
}

// TestREADMETests checks that the README's second command is one that .ci/run
// finds: it runs the one line that begins in this way.
func TestREADMETests(t *testing.T) {
	all := consoles(t)
	require.Len(t, all, 2, "two commands do all the set-up")
	assert.Regexp(t, `^go test `, all[1][1])
	assert.Len(t, regexp.MustCompile(`(?m)^\$ go test `).FindAllString(read(t, root(t), "README.md"), -1), 1)
}

// TestREADMEFlags checks that the README and kalint help name the same flags.
func TestREADMEFlags(t *testing.T) {
	name := regexp.MustCompile(`-[A-Za-z]+`)
	var want []string
	_, flags, found := strings.Cut(run(t, root(t), kalint, "help").out, "\nFlags:\n")
	require.True(t, found)
	for line := range strings.Lines(flags) {
		if flag, ok := strings.CutPrefix(line, "\t"); ok && !strings.HasPrefix(flag, "-RULE") {
			flag, _, _ = strings.Cut(flag, "  ")
			want = append(want, name.FindAllString(flag, -1)...)
		}
	}
	require.NotEmpty(t, want)
	readme := read(t, root(t), "README.md")
	_, table, found := strings.Cut(readme, "\n| flag | |\n")
	require.True(t, found)
	table, _, _ = strings.Cut(table, "\n\n")
	for _, flag := range want {
		assert.Regexp(t, `(?m)^\|[^|]*`+"`"+regexp.QuoteMeta(flag)+`\b`, table)
	}
}

func consoles(t *testing.T) [][]string {
	t.Helper()
	all := console.FindAllStringSubmatch(read(t, root(t), "README.md"), -1)
	require.NotEmpty(t, all)
	return all
}

// root is the directory of the README.
func root(t *testing.T) string {
	t.Helper()
	dir, err := filepath.Abs("../..")
	require.NoError(t, err)
	return dir
}
