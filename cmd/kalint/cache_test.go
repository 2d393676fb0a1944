package main_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// twoFixable is a module in which each of two packages, and an outer test, has the same findings at the same place.
const twoFixable = `
-- a/a.go --
package a

import "net/http"

func Get(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	_ = resp
	return nil
}
-- a/x_test.go --
package a_test

import "net/http"

func get(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	_ = resp
	return nil
}
-- b/a.go --
package b

import "net/http"

func Get(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	_ = resp
	return nil
}
`

// TestTrimpath runs kalint in one copy of a module and then in another. With -trimpath the go command takes what it knows of
// the first for the second.
func TestTrimpath(t *testing.T) {
	for _, how := range []string{"GOFLAGS=-trimpath", "GOFLAGS=-trimpath=false"} {
		first, second := module(t, twoFixable), module(t, twoFixable)
		kalintIn := func(dir string, args ...string) ran {
			args = append([]string{how, kalint}, args...)
			if how == "GOFLAGS=-trimpath=false" {
				args = append(args, "-trimpath")
			}
			return run(t, dir, args...)
		}
		want := kalintIn(first)
		assert.Equal(t, 3, strings.Count(want.out, "is not closed"), want.out)
		assert.Contains(t, want.out, filepath.FromSlash("b/a.go:6:15: "))
		assert.Equal(t, want, kalintIn(second))
		assert.Contains(t, kalintIn(second, "-json").out, filepath.Join(second, "a", "x_test.go")+":6:15")

		kalintIn(first, "-diff")
		r := kalintIn(second, "-fix")
		assert.Equal(t, 0, r.code, r.out+r.stderr)
		assert.Contains(t, read(t, second, "b/a.go"), "resp.Body.Close()\n")
		assert.NotContains(t, read(t, first, "b/a.go"), "resp.Body.Close()", "another copy is nobody's to fix")
	}
}

// goCacher builds a program for GOCACHEPROG that keeps all it is given in a directory, and returns how it is called.
func goCacher(t *testing.T) string {
	t.Helper()
	bin := t.TempDir()
	r := run(t, bin, "GOBIN="+bin, "go", "install", "github.com/bradfitz/go-tool-cache/cmd/go-cacher@v0.0.0-20260722201841-0bb331e19f64")
	require.Equal(t, 0, r.code, r.stderr)
	return filepath.Join(bin, "go-cacher") + " -verbose -cache-dir=" + t.TempDir()
}

// age makes all files below dir a day old: the go command keeps no index of a package with files of the last two seconds, so
// that what it puts into its cache would depend on when it runs.
func age(t *testing.T, dir string) {
	t.Helper()
	yesterday := time.Now().AddDate(0, 0, -1)
	require.NoError(t, filepath.WalkDir(dir, func(name string, _ os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		return os.Chtimes(name, yesterday, yesterday)
	}))
}

// TestCacheProgram gives two machines, which have nothing else in common than a path and a cache program, the same packages
// to look at. What one has found the other need not look for.
func TestCacheProgram(t *testing.T) {
	dir, prog := module(t, leaky), "GOCACHEPROG="+goCacher(t)
	age(t, dir)
	exes := t.TempDir()
	counts := regexp.MustCompile(`cacher: closing; \d+ gets \((\d+) hits, \d+ misses, 0 errors\); (\d+) puts \(0 errors\)`)
	for machine := range 2 {
		exe := filepath.Join(exes, strconv.Itoa(machine), "toy")
		write(t, exe, read(t, toy))
		require.NoError(t, os.Chmod(exe, 0o777))
		r := run(t, dir, prog, "GOCACHE="+t.TempDir(), "go", "vet", "-vettool="+exe, "./...")
		assert.Equal(t, 1, r.code)
		for line := range strings.Lines(leakyLines) {
			assert.Contains(t, r.stderr, strings.TrimSuffix(line, " (toyleak)\n"))
		}
		m := counts.FindStringSubmatch(r.stderr)
		require.NotNil(t, m, r.stderr)
		hits, puts := m[1], m[2]
		if machine == 0 {
			assert.Equal(t, "0", hits)
			assert.NotEqual(t, "0", puts)
			continue
		}
		assert.NotEqual(t, "0", hits)
		assert.Equal(t, "0", puts, "all is there")
		assert.Equal(t, ran{1, leakyLines, ""}, run(t, dir, prog, "GOCACHE="+t.TempDir(), exe))
	}
}
