package main_test

import (
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/creack/pty"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/kalint/kalint/cmd/kalint/internal/alone"
	"github.com/kalint/kalint/passes"
)

// completed is what people type, with Tab where they press it, and the arguments
// that kalint gets.
var completed = []struct{ typed, want string }{
	{"-form\t sar\t", "-format sarif"},
	{"-format=gi\t", "-format=github"},
	{"-bodydrain.le\t pat\t", "-bodydrain.level paths"},
	{"-write-b\t kal\t", "-write-baseline kalint.json"},
	{"-new-f\t rel\t", "-new-from release"},
	{"-C sr\t", "-C src/"},
	{"-transp\t", "-transportreuse"},
	{"help bodyc\t", "help bodyclose"},
	{"comple\t fi\t", "completion fish"},
}

// workplace is a repository with a branch, a file and a directory to complete.
func workplace(t *testing.T) string {
	t.Helper()
	dir := module(t, "-- kalint.json --\n-- src/a.go --\npackage src\n")
	git(t, dir, "init", "-q", "-b", "main")
	git(t, dir, "commit", "-q", "--allow-empty", "-m", "first")
	git(t, dir, "branch", "release")
	for _, shell := range []string{"bash", "zsh", "fish"} {
		write(t, filepath.Join(dir, "completion."+shell), run(t, dir, kalint, "completion", shell).out)
	}
	return dir
}

// A shell is a real one, on a terminal.
type shell struct {
	f    *os.File
	seen strings.Builder
	out  chan string
}

func startShell(t *testing.T, dir string, args ...string) *shell {
	t.Helper()
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "TERM=dumb", "PWD="+dir, "HOME="+t.TempDir(), "HISTFILE=")
	f, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 50, Cols: 200})
	require.NoError(t, err, "this test needs %s", args[0])
	s := &shell{f: f, out: make(chan string, 100)}
	go func() {
		defer close(s.out)
		for {
			buf := make([]byte, 4096)
			n, err := f.Read(buf)
			if err != nil {
				return
			}
			s.out <- string(buf[:n])
		}
	}()
	t.Cleanup(func() {
		f.Close()
		assert.NoError(t, cmd.Process.Kill())
		_ = cmd.Wait()
	})
	return s
}

// await reads until the shell has printed something.
func (s *shell) await(t *testing.T, what string) {
	t.Helper()
	deadline := time.After(30 * time.Second)
	for !strings.Contains(s.seen.String(), what) {
		select {
		case part, ok := <-s.out:
			require.True(t, ok, "the shell ended before it printed %q:\n%s", what, s.seen.String())
			s.seen.WriteString(part)
		case <-deadline:
			require.Fail(t, "the shell did not print "+what, "%q", s.seen.String())
		}
	}
	s.seen.Reset()
}

func (s *shell) send(t *testing.T, keys string) {
	t.Helper()
	_, err := s.f.WriteString(keys)
	require.NoError(t, err)
}

// wantCompleted types each command line. Kalint is a function that shows its
// arguments; what is typed can never look like what it prints.
func (s *shell) wantCompleted(t *testing.T) {
	t.Helper()
	s.send(t, `kalint() { local a; printf 'got'; for a; do printf '<%s>' "$a"; done; printf '%s\n' '.'; }; kalint ready`+"\n")
	s.await(t, "got<ready>.")
	for _, c := range completed {
		after := ""
		if strings.HasSuffix(c.want, "/") {
			after = "." // zsh takes a slash that it put there back at the line's end
		}
		s.send(t, "kalint "+c.typed+after+"\n")
		s.await(t, "got<"+strings.ReplaceAll(c.want+after, " ", "><")+">.")
	}
}

func TestCompletionBash(t *testing.T) {
	dir := workplace(t)
	s := startShell(t, dir, "bash", "--norc", "--noprofile", "-i")
	s.send(t, "source ./completion.bash\n")
	s.wantCompleted(t)
	s.send(t, "COMP_WORDBREAKS=${COMP_WORDBREAKS//=}; kalint -format=sar\t\n")
	s.await(t, "got<-format=sarif>.")
}

func TestCompletionZsh(t *testing.T) {
	dir := workplace(t)
	s := startShell(t, dir, "zsh", "-f", "-i")
	s.send(t, "autoload -U compinit && compinit -u -D && source ./completion.zsh\n")
	s.wantCompleted(t)
}

// As a file in $fpath, zsh loads it by itself.
func TestCompletionZshFile(t *testing.T) {
	dir := workplace(t)
	require.NoError(t, os.Rename(filepath.Join(dir, "completion.zsh"), filepath.Join(dir, "_kalint")))
	s := startShell(t, dir, "zsh", "-f", "-i")
	s.send(t, "fpath=($PWD $fpath); autoload -U compinit && compinit -u -D\n")
	s.wantCompleted(t)
}

func TestCompletionFish(t *testing.T) {
	dir := workplace(t)
	for _, c := range completed {
		words := strings.Split(strings.TrimSuffix(c.typed, "\t"), "\t ")
		want := strings.Fields(c.want)
		for i, word := range words {
			line := "kalint " + strings.Join(append(slices.Clone(want[:len(want)-len(words)+i]), lastWord(word)), " ")
			r := run(t, dir, "fish", "-N", "-c", "source completion.fish; complete -C '"+line+"'")
			require.Equal(t, 0, r.code, r.stderr)
			assert.Equal(t, want[len(want)-len(words)+i], strings.SplitN(strings.TrimSpace(r.out), "\t", 2)[0], line)
			assert.Equal(t, 1, strings.Count(r.out, "\n"), "%s:\n%s", line, r.out)
		}
	}
	assert.Empty(t, run(t, dir, "fish", "-N", "-c", "source completion.fish").stderr)
}

func lastWord(s string) string {
	words := strings.Fields(s)
	return words[len(words)-1]
}

// Each script knows each flag.
func TestCompletionOfAllFlags(t *testing.T) {
	n := 0
	for _, shell := range []string{"bash", "zsh", "fish"} {
		script := run(t, t.TempDir(), kalint, "completion", shell).out
		alone.Flags(passes.All()).VisitAll(func(f *flag.Flag) {
			n++
			assert.Regexp(t, `[-\\n '$]`+strings.ReplaceAll(f.Name, ".", `\.`)+`[\\=' ]`, script, shell)
		})
	}
	assert.Greater(t, n, 3*30)
}
