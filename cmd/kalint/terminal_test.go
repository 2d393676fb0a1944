package main_test

import (
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/creack/pty"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// onTerminal runs a program that finds something, whose output is a terminal, and
// returns what it shows.
func onTerminal(t *testing.T, dir string, env string, args ...string) string {
	t.Helper()
	out, code := onTerminalOf(t, nil, dir, env, args...)
	assert.Equal(t, 1, code)
	return out
}

// onTerminalOf runs a program on a terminal of a size, and returns what it shows and
// its exit code.
func onTerminalOf(t *testing.T, size *pty.Winsize, dir string, env string, args ...string) (string, int) {
	t.Helper()
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Dir = dir
	for _, v := range os.Environ() {
		if !strings.HasPrefix(v, "NO_COLOR=") && !strings.HasPrefix(v, "TERM=") {
			cmd.Env = append(cmd.Env, v)
		}
	}
	cmd.Env = append(cmd.Env, "TERM=xterm", "PWD="+dir, env)
	f, err := pty.StartWithSize(cmd, size)
	require.NoError(t, err)
	defer f.Close()
	out, _ := io.ReadAll(f) // ends with an error when the other side is closed
	if err := cmd.Wait(); err != nil {
		require.ErrorAs(t, err, new(*exec.ExitError))
	}
	return strings.ReplaceAll(string(out), "\r\n", "\n"), cmd.ProcessState.ExitCode()
}

const wide = "-- a.go --\npackage a\n\nfunc leak() {}\nfunc x() {\n\tif s := \"äö\"; s != \"\" { leak() }\n}\n"

func TestTerminal(t *testing.T) {
	got := onTerminal(t, module(t, wide), "NO_COLOR=1", toy)
	assert.Equal(t, `a.go:5:28: call of example.com/m.leak! (toyleak)
		if s := "äö"; s != "" { leak() }
		                        ^~~~~~
	a.go:5:33: it ends here
`, got)
}

func TestTerminalContext(t *testing.T) {
	got := onTerminal(t, module(t, wide), "NO_COLOR=1", toy, "-c=1")
	assert.Contains(t, got, "\tfunc x() {\n\t\tif s := \"äö\"; s != \"\" { leak() }\n\t\t                        ^~~~~~\n\t}\n")
}

func TestTerminalColours(t *testing.T) {
	dir := module(t, wide)
	got := onTerminal(t, dir, "X=", toy)
	assert.Contains(t, got, "\x1b[1ma.go:5:28\x1b[")
	assert.NotContains(t, onTerminal(t, dir, "NO_COLOR=1", toy), "\x1b")
	assert.NotContains(t, run(t, dir, "TERM=xterm", toy).out, "\x1b", "a pipe gets no colours")
}

// TestTerminalHelp looks at a rule's page on terminals of several widths, and in a
// pipe.
func TestTerminalHelp(t *testing.T) {
	dir := t.TempDir()
	prose := func(page string) (widest int) {
		for line := range strings.Lines(page) {
			if !strings.HasPrefix(line, "\t") && !strings.HasPrefix(line, "http") && !strings.HasPrefix(line, "\x1b") {
				widest = max(widest, len(strings.TrimSuffix(line, "\n")))
			}
		}
		return widest
	}
	for columns, most := range map[uint16]int{20: 40, 60: 60, 90: 90, 300: 100} {
		page, code := onTerminalOf(t, &pty.Winsize{Rows: 24, Cols: columns}, dir, "X=", kalint, "help", "bodydrain")
		assert.Zero(t, code)
		assert.LessOrEqual(t, prose(page), most, "%d columns", columns)
		assert.Greater(t, prose(page), most-12, "%d columns", columns)
		assert.Contains(t, page, "\n\x1b[1mEffect\x1b[", "%d columns", columns)
		assert.NotContains(t, page, "# Effect")
	}
	plain, _ := onTerminalOf(t, &pty.Winsize{Rows: 24, Cols: 80}, dir, "NO_COLOR=1", kalint, "help", "bodydrain")
	assert.NotContains(t, plain, "\x1b")
	piped := run(t, dir, "TERM=xterm", kalint, "help", "bodydrain").out
	assert.Equal(t, plain, piped)
	assert.Contains(t, piped, "\n# Effect\n")
}
