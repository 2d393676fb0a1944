package main_test

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The programs under test.
var golangci, kalint string

func TestMain(m *testing.M) { os.Exit(testMain(m)) }

func testMain(m *testing.M) int {
	dir, err := os.MkdirTemp("", "kalint-golangci-")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(dir)
	golangci, kalint = filepath.Join(dir, "golangci"), filepath.Join(dir, "kalint")
	for exe, from := range map[string]string{golangci: ".", kalint: "../.."} {
		pkg := "."
		if from != "." {
			pkg = "./cmd/kalint"
		}
		if out, err := exec.Command("go", "-C", from, "build", "-o", exe, pkg).CombinedOutput(); err != nil {
			fmt.Fprintf(os.Stderr, "go build %s: %v\n%s", pkg, err, out)
			return 1
		}
	}
	return m.Run()
}

// example is the configuration that the README shows.
func example(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("../../.golangci.example.yml")
	require.NoError(t, err)
	return string(text)
}

// config is a configuration with one of kalint's linters alone, with settings on one line or none.
func config(linter, settings string) string {
	return "version: \"2\"\nlinters:\n  default: none\n  enable: [" + linter + "]\n  settings:\n    custom:\n      " +
		linter + ":\n        type: module\n        settings: {" + settings + "}\n"
}

// code copies the code that is linted to a new directory, with a configuration.
func code(t *testing.T, config string) string {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	require.NoError(t, err)
	require.NoError(t, os.CopyFS(dir, os.DirFS("testdata/code")))
	require.NoError(t, os.WriteFile(filepath.Join(dir, ".golangci.yml"), []byte(config), 0o644))
	return dir
}

// ran is how a program ended.
type ran struct {
	code        int
	out, stderr string
}

// run runs a program in dir. Each golangci-lint has a cache of its own.
func run(t *testing.T, dir string, args ...string) ran {
	t.Helper()
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOWORK=off", "GOLANGCI_LINT_CACHE="+golangci+"-cache")
	var out, stderr strings.Builder
	cmd.Stdout, cmd.Stderr = &out, &stderr
	if err := cmd.Run(); err != nil {
		require.IsType(t, new(exec.ExitError), err, args)
	}
	return ran{cmd.ProcessState.ExitCode(), out.String(), stderr.String()}
}

// lint runs golangci-lint over the packages, and returns what kalint's linters found as "file:line:col: rule: message".
func lint(t *testing.T, dir string, args ...string) []string {
	t.Helper()
	r := run(t, dir, slices.Concat([]string{golangci, "run", "--show-stats=false", "--output.json.path=stdout",
		"--max-issues-per-linter=0", "--max-same-issues=0", "--allow-parallel-runners"}, args)...)
	var report struct {
		Issues []struct {
			FromLinter, Text string
			Pos              struct {
				Filename     string
				Line, Column int
			}
		}
	}
	require.NoError(t, json.Unmarshal([]byte(r.out), &report), r.stderr)
	require.Contains(t, []int{0, 1}, r.code, r.stderr)
	var found []string
	for _, i := range report.Issues {
		if strings.HasPrefix(i.FromLinter, "kalint") {
			found = append(found, fmt.Sprintf("%s:%d:%d: %s", i.Pos.Filename, i.Pos.Line, i.Pos.Column, i.Text))
		}
	}
	slices.Sort(found)
	return found
}

// wants are the want comments of the code: "file:line" and a pattern.
func wants(t *testing.T) map[string]*regexp.Regexp {
	t.Helper()
	all := make(map[string]*regexp.Regexp)
	for _, file := range []string{"code.go", "helper/helper.go"} {
		text, err := os.ReadFile(filepath.Join("testdata/code", file))
		require.NoError(t, err)
		for i, line := range strings.Split(string(text), "\n") {
			if _, want, found := strings.Cut(line, "// want \""); found {
				all[fmt.Sprintf("%s:%d", file, i+1)] = regexp.MustCompile(strings.TrimSuffix(want, `"`))
			}
		}
	}
	require.NotEmpty(t, all)
	return all
}

// TestFindings runs the example configuration, twice: the second time it is golangci-lint's cache that answers.
func TestFindings(t *testing.T) {
	dir := code(t, example(t))
	vet := run(t, dir, "go", "vet", "-vettool="+kalint, ".", "./helper")
	require.Equal(t, 1, vet.code, vet.stderr)
	var plain []string
	for line := range strings.Lines(vet.stderr) {
		// Package names and related places, which golangci-lint would take for findings.
		if !strings.HasPrefix(line, "#") && !strings.Contains(line, ": \t") {
			plain = append(plain, filepath.Clean(strings.TrimSuffix(line, "\n")))
		}
	}
	slices.Sort(plain)
	rule := regexp.MustCompile(`: [a-z]+: `)
	for range 2 {
		found := lint(t, dir, ".", "./helper")
		all := wants(t)
		for i, f := range found {
			parts := strings.SplitN(f, ":", 4)
			at := parts[0] + ":" + parts[1]
			if want := all[at]; assert.NotNil(t, want, "not expected: %s", f) {
				assert.Regexp(t, want, parts[3])
			}
			delete(all, at)
			loc := rule.FindStringIndex(f)
			require.NotNil(t, loc, f)
			found[i] = f[:loc[0]] + ": " + f[loc[1]:]
		}
		assert.Empty(t, all, "not found")
		slices.Sort(found)
		assert.Equal(t, plain, found, "go vet finds the same")
	}
}
