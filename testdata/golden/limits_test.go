package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A tool that crashes, does not end or takes much memory is told of, and one that
// does none of this is not.
func TestLimits(t *testing.T) {
	r, err := newRunner(t.Context(), ".", t.TempDir(), goOfList(t), []string{kalint, noop})
	require.NoError(t, err)
	self, err := os.Executable()
	require.NoError(t, err)
	dir := tree(t, map[string]string{"go.mod": goMod, "m.go": "package m\n", "b/b.go": "package b\n\nvar B int = \"\"\n"})

	for name, c := range map[string]struct {
		does string // in a shell, before the tool
		want []string
	}{
		"nothing": {":", nil},
		"panic":   {"printf 'panic: no map\\n\\ngoroutine 1 [running]:\\n' >&2; exit 2", []string{"example.com/m: panic: no map"}},
		"rule":    {"echo 'm.go:1:1: bodyclose: internal error in m: no map' >&2", []string{"example.com/m: m.go:1:1: bodyclose: internal error in m: no map"}},
		"CPU":     {"while :; do :; done", []string{"example.com/m: signal: killed after ", " s of CPU"}},
		"memory":  {"head -c 99999999 /dev/zero | tail -c 99999999 >/dev/null", []string{"example.com/m: ", " MiB, ", " times the no-op tool's"}},
	} {
		t.Run(name, func(t *testing.T) {
			bad := *r
			bad.exe = map[string]string{kalint: filepath.Join(t.TempDir(), "bad"), noop: r.exe[noop]}
			script := "#!/bin/sh\ncase $* in *.cfg) " + c.does + ";; esac\nexec " + r.exe[kalint] + " \"$@\"\n"
			require.NoError(t, os.WriteFile(bad.exe[kalint], []byte(script), 0o755))
			l := &limits{cpu: 60, ratio: 1.5, floor: memoryFloor, self: self, dir: t.TempDir(), noop: map[string]int64{}, told: map[string]bool{}}
			if name == "CPU" { // the others may take their time on a busy machine
				l.cpu = 1
			}
			did, failures, err := l.compare(t.Context(), &bad, dir, []string{"."})
			require.NoError(t, err)
			assert.Contains(t, did, "1 packages, 0 dependencies, ")
			if c.want == nil {
				assert.Empty(t, failures)
				return
			}
			require.Len(t, failures, 1)
			for _, want := range c.want {
				assert.Contains(t, failures[0], want)
			}
		})
	}

	t.Run("again", func(t *testing.T) {
		l := &limits{cpu: 60, ratio: 1.5, floor: 1, self: self, dir: t.TempDir(), noop: map[string]int64{}, told: map[string]bool{}}
		for range 2 { // the go command's cache has no answers
			did, failures, err := l.compare(t.Context(), r, dir, []string{"./..."})
			require.NoError(t, err)
			assert.Empty(t, failures)
			assert.Contains(t, did, "2 packages, 0 dependencies, ")
			assert.Contains(t, did, "(example.com/m, of 1 compared)", "b does not compile")
		}
		_, _, err := l.compare(t.Context(), r, dir, []string{"./none"})
		assert.ErrorContains(t, err, "no package was looked at: ")
	})
}

// The lists have many modules, and all that comes with Go.
func TestLists(t *testing.T) {
	list, err := readList("modules.txt", "more.txt")
	require.NoError(t, err)
	public := 0
	for _, target := range list {
		if !target.inGo() && !target.goTests() {
			public++
		}
	}
	assert.GreaterOrEqual(t, public, 60)
	assert.Equal(t, public+3, len(list), "std, cmd and test")
}

// A dependency of many modules is told of once; a package itself always.
func TestJudge(t *testing.T) {
	dep := cost{ID: "d", Dir: "/d", VetxOnly: true, CPU: 61, Memory: 1500, Exit: "exit status 1"}
	own := cost{ID: "m", Dir: "/m", CPU: 2, Memory: 1499}
	l := &limits{cpu: 60, ratio: 1.5, floor: 1000, noop: map[string]int64{dep.place(): 1000, own.place(): 1000}, told: map[string]bool{}}
	did, failures := l.judge([]cost{dep, own})
	assert.Equal(t, []string{"d: exit status 1 after 61.0 s of CPU; 1 MiB, 1.50 times the no-op tool's"}, failures)
	assert.Equal(t, "1 packages, 1 dependencies, CPU 63.0 s, at most 61.0 s, memory at most 1 MiB, 1.50 times the no-op tool's (d, of 2 compared)", did)
	_, failures = l.judge([]cost{dep, own})
	assert.Empty(t, failures)

	dep.VetxOnly = false
	l = &limits{cpu: 60, noop: l.noop, told: map[string]bool{}}
	for range 2 {
		_, failures = l.judge([]cost{dep})
		assert.Len(t, failures, 1)
	}
	tests := own // are not compared to what it takes without
	tests.Memory, tests.GoFiles = 9000, []string{"m_test.go"}
	_, failures = l.judge([]cost{tests, {ID: "small", Memory: 900}, {ID: "unknown", Memory: 9000}})
	assert.Empty(t, failures)
}

// Each of Go's test programs is a package.
func TestPrograms(t *testing.T) {
	root := tree(t, map[string]string{
		"test/a.go":                 "package main\n",
		"test/bad.go":               "package main\n\nimport \"./none\"\n",
		"test/fixedbugs/b.go":       "package b\n",
		"test/fixedbugs/b.dir/x.go": "package one\n",
		"test/fixedbugs/b.dir/y.go": "package two\n\nimport _ \"./x\"\n",
		"test/fixedbugs/b.dir/z.go": "package two\n",
		"test/testdata/c.go":        "package c\n",
		"test/windows.go":           "//go:build windows\n\npackage d\n",
	})
	r := &runner{env: append(os.Environ(), "GOTOOLCHAIN=local", "GOWORK=off", "GOFLAGS=-mod=readonly", "GOOS=linux"), root: root}
	dir, pkgs, err := programs(t.Context(), r, t.TempDir())
	require.NoError(t, err)
	assert.Equal(t, []string{"programs/a", "programs/fixedbugs/b", "programs/fixedbugs/b.dir/x", "programs/fixedbugs/b.dir/y"}, pkgs)
	assert.FileExists(t, filepath.Join(dir, "fixedbugs", "b.dir", "y", "z.go"))

	r.root = t.TempDir()
	_, _, err = programs(t.Context(), r, t.TempDir())
	assert.ErrorContains(t, err, "comes without Go's tests")
}
