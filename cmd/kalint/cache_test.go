package main_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
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
