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

// onTerminal runs a program whose output is a terminal and returns what it shows.
func onTerminal(t *testing.T, dir string, env string, args ...string) string {
	t.Helper()
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Dir = dir
	for _, v := range os.Environ() {
		if !strings.HasPrefix(v, "NO_COLOR=") && !strings.HasPrefix(v, "TERM=") {
			cmd.Env = append(cmd.Env, v)
		}
	}
	cmd.Env = append(cmd.Env, "TERM=xterm", "PWD="+dir, env)
	f, err := pty.Start(cmd)
	require.NoError(t, err)
	defer f.Close()
	out, _ := io.ReadAll(f) // ends with an error when the other side is closed
	require.Error(t, cmd.Wait())
	assert.Equal(t, 1, cmd.ProcessState.ExitCode())
	return strings.ReplaceAll(string(out), "\r\n", "\n")
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
