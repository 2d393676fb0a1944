package main_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v3"
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
	name := regexp.MustCompile(`-[A-Za-z]+(-[a-z]+)*`)
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

// workflow is a workflow or pipeline in the README.
var workflow = regexp.MustCompile("(?s)```yaml\n(.*?)```")

// commands are the commands in the README's workflows that run kalint or read
// what it wrote, block by block.
func commands(t *testing.T) (out [][]string) {
	t.Helper()
	for _, block := range workflow.FindAllStringSubmatch(read(t, root(t), "README.md"), -1) {
		var doc any
		require.NoError(t, yaml.Unmarshal([]byte(block[1]), &doc))
		var found []string
		var visit func(any)
		visit = func(v any) {
			switch v := v.(type) {
			case map[string]any:
				for _, w := range v {
					visit(w)
				}
			case []any:
				for _, w := range v {
					visit(w)
				}
			case string:
				if strings.HasPrefix(v, "kalint -") || strings.HasPrefix(v, "jq ") {
					found = append(found, v)
				}
			}
		}
		visit(doc)
		if len(found) > 0 {
			out = append(out, found)
		}
	}
	return out
}

// TestREADMEWorkflows runs the commands of the README's workflows as CI does, in
// a repository that has a finding, and another one in its last commit.
func TestREADMEWorkflows(t *testing.T) {
	_, mod := inRepository(t, "\n-- a.go --\npackage a\n\nimport \"net/http\"\n\nfunc f(url string) {\n\thttp.Get(url)\n}\n")
	git(t, mod, "add", ".")
	git(t, mod, "commit", "-q", "-m", "first")
	edit(t, mod, "a.go", "func f", "func g(url string) {\n\thttp.Get(url)\n}\n\nfunc f")
	git(t, mod, "commit", "-q", "-a", "-m", "second")
	all := commands(t)
	require.Len(t, all, 3)
	sh := func(command string) ran {
		return run(t, mod, "PATH="+filepath.Dir(kalint)+":"+os.Getenv("PATH"), "bash", "-e", "-o", "pipefail", "-c", command)
	}

	require.Len(t, all[0], 1)
	require.Equal(t, ran{0, "", ""}, sh(all[0][0]))
	assert.Len(t, readSARIF(t, read(t, mod, "kalint.sarif")).Results, 2)

	require.Len(t, all[1], 1)
	r := sh(all[1][0])
	assert.Equal(t, 1, r.code)
	assert.Equal(t, 1, strings.Count(r.out, "\n"))
	assert.Contains(t, r.out, "::warning file=code dir/mod/a.go,line=6,")

	require.Len(t, all[2], 2)
	for _, command := range all[2] {
		require.Equal(t, ran{0, "", ""}, sh(command))
	}
	var report []struct {
		Check       string `json:"check_name"`
		Description string
		Fingerprint string
		Severity    string
		Location    struct {
			Path  string
			Lines struct{ Begin int }
		}
	}
	require.NoError(t, json.Unmarshal([]byte(read(t, mod, "gl-code-quality-report.json")), &report))
	require.Len(t, report, 2)
	assert.Equal(t, "bodyclose", report[0].Check)
	assert.Contains(t, report[0].Description, "is not closed")
	assert.Equal(t, "minor", report[0].Severity)
	assert.Equal(t, "code%20dir/mod/a.go", report[0].Location.Path)
	assert.Equal(t, 10, report[1].Location.Lines.Begin)
	assert.NotEqual(t, report[0].Fingerprint, report[1].Fingerprint)
}

// TestREADMEBaseline runs the commands of the section on old code.
func TestREADMEBaseline(t *testing.T) {
	_, section, found := strings.Cut(read(t, root(t), "README.md"), "\n## Old code\n")
	require.True(t, found)
	block := regexp.MustCompile("(?s)```sh\n(.*?)```").FindStringSubmatch(section)
	require.NotNil(t, block)
	lines := strings.Split(strings.TrimSpace(block[1]), "\n")
	require.Len(t, lines, 3)
	dir := module(t, "-- a.go --\npackage a\n\nimport \"net/http\"\n\nfunc f(url string) {\n\thttp.Get(url)\n}\n")
	sh := func(line string) ran {
		return run(t, dir, "PATH="+filepath.Dir(kalint)+":"+os.Getenv("PATH"), "bash", "-c", line)
	}
	assert.Equal(t, ran{0, "", "kalint: wrote 1 finding to kalint.json\n"}, sh(lines[0]))
	assert.Equal(t, ran{0, "", ""}, sh(lines[1]))
	edit(t, dir, "a.go", "func f", "func g(url string) {\n\thttp.Get(url)\n}\n\nfunc f")
	r := sh(lines[2])
	assert.Equal(t, 1, r.code)
	assert.Equal(t, 1, strings.Count(r.out, "\n"))
	assert.Equal(t, "kalint: wrote 2 findings to kalint.json\n", r.stderr)
	assert.Equal(t, ran{0, "", ""}, sh(lines[1]))
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
