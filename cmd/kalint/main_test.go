package main_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/txtar"
)

// The programs under test: kalint itself, and kalint with rules that are easy to
// trigger. Their directory has a name that wants quoting.
var kalint, toy string

func TestMain(m *testing.M) { os.Exit(testMain(m)) }

func testMain(m *testing.M) int {
	dir, err := os.MkdirTemp("", "kalint test ")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(dir)
	kalint, toy = filepath.Join(dir, "kalint"), filepath.Join(dir, "toy")
	for exe, pkg := range map[string]string{kalint: ".", toy: "./testdata/toy"} {
		if out, err := exec.Command("go", "build", "-o", exe, pkg).CombinedOutput(); err != nil {
			fmt.Fprintf(os.Stderr, "go build %s: %v\n%s", pkg, err, out)
			return 1
		}
	}
	return m.Run()
}

// module writes a txtar archive's files to a new directory, with a go.mod if
// there is none among them.
func module(t *testing.T, archive string) string {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	require.NoError(t, err)
	ar := txtar.Parse([]byte(archive))
	require.NotEmpty(t, ar.Files)
	for _, f := range ar.Files {
		write(t, filepath.Join(dir, f.Name), string(f.Data))
	}
	if _, err := os.Stat(filepath.Join(dir, "go.mod")); err != nil && !strings.Contains(archive, "go.work") {
		write(t, filepath.Join(dir, "go.mod"), "module example.com/m\n\ngo 1.26.0\n")
	}
	return dir
}

func write(t *testing.T, name, data string) {
	t.Helper()
	require.NoError(t, os.MkdirAll(filepath.Dir(name), 0o777))
	require.NoError(t, os.WriteFile(name, []byte(data), 0o666))
}

func read(t *testing.T, elem ...string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(elem...))
	require.NoError(t, err)
	return string(data)
}

// A ran is what a program did.
type ran struct {
	code        int
	out, stderr string
}

// environment is what a variable of the environment looks like as an argument.
var environment = regexp.MustCompile(`^[A-Z0-9_]+=`)

// run runs a program in a directory. Arguments before its name are put into its
// environment.
func run(t *testing.T, dir string, args ...string) ran {
	t.Helper()
	var env []string
	for environment.MatchString(args[0]) {
		env, args = append(env, args[0]), args[1:]
	}
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Dir = dir
	cmd.Env = append(append(os.Environ(), "PWD="+dir), env...)
	var out, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &stderr
	err := cmd.Run()
	if exit := (*exec.ExitError)(nil); !errors.As(err, &exit) {
		require.NoError(t, err)
	}
	return ran{cmd.ProcessState.ExitCode(), out.String(), stderr.String()}
}

// wantLine checks for exactly one line on standard error.
func (r ran) wantLine(t *testing.T, part string) {
	t.Helper()
	assert.Equal(t, 1, strings.Count(r.stderr, "\n"), "standard error is not one line:\n%s", r.stderr)
	assert.Contains(t, r.stderr, part)
}

// leaky is a module whose findings go through a type's method, an indirect
// import and test files of both kinds.
const leaky = `
-- lib/lib.go --
package lib

func leak(int) int { return 0 }
func seal() int    { return 0 }

type T struct{}

func (T) Do() { leak(1) }

func Get() T { return T{} }
-- lib/lib_test.go --
package lib

func inTest() { leak(2) }
-- lib/x_test.go --
package lib_test

import "example.com/m/lib"

func inXTest() { lib.T{}.Do() }
-- mid/mid.go --
package mid

import "example.com/m/lib"

func Mid() lib.T { return lib.Get() }
-- top/top.go --
package top

import "example.com/m/mid"

func Top() { mid.Mid().Do() }
`

// leakyLines is what there is to find in leaky.
const leakyLines = `lib/lib.go:8:17: call of example.com/m/lib.leak! (toyleak)
lib/lib_test.go:3:17: call of example.com/m/lib.leak! (toyleak)
lib/x_test.go:5:18: call of (example.com/m/lib.T).Do! (toyleak)
top/top.go:5:14: call of (example.com/m/lib.T).Do! (toyleak)
`
