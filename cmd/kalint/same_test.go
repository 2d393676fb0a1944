package main_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// work is the directory that go vet leaves behind with -work.
var work = regexp.MustCompile(`(?m)^WORK=(.+)$`)

// fresh returns a copy of kalint that is so far unknown to the go command's cache: it is longer.
func fresh(t *testing.T) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "kalint")
	require.NoError(t, os.WriteFile(name, fmt.Append([]byte(read(t, kalint)), time.Now().UnixNano()), 0o777))
	return name
}

// factsOf analyses packages anew, and returns the facts of each that has some.
func factsOf(t *testing.T, dir string, w way) map[string]string {
	t.Helper()
	args := []string{"TMPDIR=" + t.TempDir(), w.procs, "go", "vet", "-work", "-vettool=" + fresh(t)}
	r := run(t, dir, slices.Concat(args, w.flags, w.pkgs)...)
	m := work.FindStringSubmatch(r.stderr)
	require.NotNil(t, m, r.stderr)
	units, err := filepath.Glob(filepath.Join(m[1], "b*", "vet.cfg"))
	require.NoError(t, err)
	facts := make(map[string]string)
	for _, name := range units {
		var cfg struct{ ID, VetxOutput string }
		require.NoError(t, json.Unmarshal([]byte(read(t, name)), &cfg))
		if data := read(t, cfg.VetxOutput); data != "" {
			facts[cfg.ID] = data
		}
	}
	return facts
}

// copies returns n directories with the same module.
func copies(t *testing.T, module string, n int) []string {
	t.Helper()
	var dirs []string
	for range n {
		dir, err := filepath.EvalSymlinks(t.TempDir())
		require.NoError(t, err)
		require.NoError(t, os.CopyFS(dir, os.DirFS(module)))
		dirs = append(dirs, dir)
	}
	return dirs
}

// A way is one to run kalint that must not matter.
type way struct {
	name, procs string
	flags       []string
	pkgs        []string
}

var ways = []way{
	{"one worker", "GOMAXPROCS=1", []string{"-p=1"}, []string{"./a", "./b"}},
	{"many workers", "GOMAXPROCS=8", []string{"-p=8"}, []string{"./b", "./a"}},
	{"trimpath", "GOMAXPROCS=2", []string{"-trimpath"}, []string{"./..."}},
	{"trimpath, one worker", "GOMAXPROCS=1", []string{"-p=1", "-trimpath"}, []string{"./b", "./a"}},
}

// TestSameFacts compares what kalint writes for importers, byte for byte: it is what a shared cache goes by.
func TestSameFacts(t *testing.T) {
	var want map[string]string
	dirs := copies(t, "testdata/nogo", 2)
	for i, w := range ways {
		dir := dirs[i%2]
		got := factsOf(t, dir, w)
		require.Contains(t, got, "example.com/m/a")
		for _, data := range got {
			assert.NotContains(t, data, dir)
		}
		if want == nil {
			want = got
		}
		assert.Equal(t, want, got, w.name)
	}
}

// TestSameOutput compares what kalint prints. JSON names files as go vet does, by where they are; other formats do not.
func TestSameOutput(t *testing.T) {
	want := make(map[string]string)
	dirs := copies(t, "testdata/nogo", 2)
	for i, w := range ways {
		dir, exe := dirs[i%2], fresh(t)
		for _, format := range []string{"text", "sarif", "github", "json"} {
			args := []string{w.procs, exe, "-bodydrain.level=paths", "-format=" + format}
			r := run(t, dir, slices.Concat(args, w.flags, w.pkgs)...)
			require.Equal(t, 1, r.code, r.stderr)
			got := r.out
			if format == "json" {
				require.Contains(t, got, dir)
				got = strings.ReplaceAll(got, dir, "DIR")
			}
			assert.NotContains(t, got, dir)
			if want[format] == "" {
				want[format] = got
			}
			assert.Equal(t, want[format], got, "%s, %s", format, w.name)
		}
	}
}
