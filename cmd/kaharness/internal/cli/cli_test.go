package cli_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// kaharness is the program under test.
var kaharness string

// urls names the variable with what a test that is watched is to ask for.
const urls = "KAHARNESS_TEST_URLS"

func TestMain(m *testing.M) {
	if os.Getenv(urls) != "" {
		os.Exit(m.Run()) // it is TestWatch that has started this
	}
	dir, err := os.MkdirTemp("", "kaharness-test-")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	kaharness = filepath.Join(dir, "kaharness.exe")
	out, err := exec.Command("go", "build", "-o", kaharness, "../..").CombinedOutput()
	code := 1
	if err == nil {
		code = m.Run()
	} else {
		fmt.Fprintf(os.Stderr, "%s%v\n", out, err)
	}
	os.RemoveAll(dir)
	os.Exit(code)
}

// ran is what became of a command.
type ran struct {
	code        int
	out, stderr string
}

// run runs kaharness in dir, with more in its environment.
func run(t *testing.T, dir string, env []string, args ...string) ran {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), kaharness, args...)
	cmd.Dir = dir
	cmd.Env = append(cmd.Environ(), env...)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	err := cmd.Run()
	if exit := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) {
		require.NoError(t, err)
	}
	return ran{cmd.ProcessState.ExitCode(), out.String(), errs.String()}
}

// repository makes a clone with one case, which can be listed and no more.
func repository(t *testing.T) string {
	t.Helper()
	root := t.TempDir()
	for name, text := range map[string]string{
		"go.mod": "module github.com/kalint/kalint\n\ngo 1.26.0\n",
		"testdata/proof/bodyclose/never/main.go": "// Never closed. It leaks.\n//\n//proof:expect go1.26 10 -> 1\n" +
			"package main\n\nfunc main() {} // reported\n",
	} {
		name = filepath.Join(root, filepath.FromSlash(name))
		require.NoError(t, os.MkdirAll(filepath.Dir(name), 0o700))
		require.NoError(t, os.WriteFile(name, []byte(text), 0o600))
	}
	return root
}

func TestRefuses(t *testing.T) {
	root := repository(t)
	for _, tt := range []struct {
		args []string
		want string
	}{
		{[]string{"-nosuchflag"}, "flag provided but not defined: -nosuchflag; see kaharness help"},
		{[]string{"bodyclose/none"}, `there is no case "bodyclose/none"; kaharness -list shows them`},
		{[]string{""}, `there is no case ""; kaharness -list shows them`},
		{[]string{"-list", "bodyclose", "none"}, `there is no case "none"; kaharness -list shows them`},
		{[]string{"bodyclose", "-list"}, "flags go before the cases: -list"},
		{[]string{"-requests", "0"}, "-requests 0: want a number from 1 to 1000"},
		{[]string{"-requests", "1001"}, "-requests 1001: want a number from 1 to 1000"},
		{[]string{"-requests", "ten"}, `invalid value "ten" for flag -requests: parse error; see kaharness help`},
		{[]string{"-concurrency", "-1"}, "-concurrency -1: want a number from 1 to 1000"},
		{[]string{"-requests", "1000", "-concurrency", "1000"}, "-requests 1000 times -concurrency 1000 is more than 10000"},
		{[]string{"-latency", "3s"}, "-latency 3s: want a time from 0s to 2s"},
		{[]string{"-latency", "-1ms"}, "-latency -1ms: want a time from 0s to 2s"},
		{[]string{"-latency", "soon"}, `invalid value "soon" for flag -latency: parse error; see kaharness help`},
		{[]string{"-go", "1.26"}, "1.26 is no version of Go; one looks like go1.26.8"},
		{[]string{"-go", "go1.26.8,"}, "-go go1.26.8,: want different releases of Go, with commas between"},
		{[]string{"-go", "go1.26.8,go1.26.8"}, "-go go1.26.8,go1.26.8: want different releases of Go, with commas between"},
		{[]string{"-html", "none/page.html"}, "stat none: no such file or directory"},
		{[]string{"-pcap", "go.mod"}, "mkdir go.mod: not a directory"},
		{[]string{"watch"}, "watch: want a command, as in kaharness watch -- curl http://localhost:8080/"},
		{[]string{"watch", "-x"}, "flag provided but not defined: -x; see kaharness help"},
		{[]string{"watch", "--", "no-such-command"}, `exec: "no-such-command": executable file not found in $PATH`},
		{[]string{"figures", "all"}, "figures takes no arguments; see kaharness help"},
	} {
		t.Run(strings.Join(tt.args, " "), func(t *testing.T) {
			assert.Equal(t, ran{2, "", "kaharness: " + tt.want + "\n"}, run(t, root, nil, tt.args...))
		})
	}
}

func TestRefusesWithout(t *testing.T) {
	r := run(t, t.TempDir(), nil)
	assert.Equal(t, 2, r.code)
	assert.Regexp(t, `^kaharness: . is not in a clone of github.com/kalint/kalint, which has the programs to run\n$`, r.stderr)

	root := repository(t)
	r = run(t, root, []string{"PATH=" + t.TempDir()})
	assert.Equal(t, 2, r.code)
	assert.Regexp(t, `^kaharness: there is no go command: [^\n]*\n$`, r.stderr)

	r = run(t, root, []string{"GOPROXY=off"}, "-go", "go1.26.99")
	assert.Equal(t, 2, r.code)
	assert.Regexp(t, `^kaharness: cannot run go1\.26\.99: [^\n]*\n$`, r.stderr)

	r = run(t, root, nil) // the repository has no kalint
	assert.Equal(t, 2, r.code)
	assert.Regexp(t, `^kaharness: under go[^\n]*: cannot build kalint with go[^\n]*\n$`, r.stderr)

	broken := filepath.Join(root, "testdata", "proof", "bodyclose", "never", "main.go")
	require.NoError(t, os.WriteFile(broken, []byte("package main"), 0o600))
	assert.Equal(t, ran{2, "", "kaharness: bodyclose/never: the package comment is missing\n"}, run(t, root, nil))
}

func TestHelpAndList(t *testing.T) {
	r := run(t, t.TempDir(), nil, "help")
	assert.Equal(t, 0, r.code)
	for _, flag := range []string{"list", "json", "html", "pcap", "requests", "concurrency", "tls", "latency", "go"} {
		assert.Regexp(t, `(?m)^\t-`+flag+`\b`, r.out)
	}
	assert.Equal(t, r, run(t, t.TempDir(), nil, "-h"))

	root := repository(t)
	r = run(t, root, nil, "-list")
	assert.Equal(t, 0, r.code, r.stderr)
	assert.Contains(t, r.out, "bodyclose/never")
	assert.Contains(t, r.out, "Never closed")
	assert.Contains(t, r.out, "go1.26 10 -> 1")
	r = run(t, root, nil, "-list", "-json", "bodyclose/never")
	assert.JSONEq(t, `[{"case": "bodyclose/never", "rule": "bodyclose", "title": "Never closed", "text": "It leaks.", "expect": ["go1.26 10 -> 1"]}]`, r.out)
}
