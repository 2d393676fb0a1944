package main_test

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestRefusals(t *testing.T) {
	dir := module(t, leaky)
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"-nosuch"}, "-nosuch"},
		{[]string{"-nosuch=1", "./..."}, "-nosuch"},
		{[]string{"-toyleak.nosuch=1"}, "-toyleak.nosuch"},
		{[]string{"-toyleak=maybe"}, "want true or false"},
		{[]string{"-c=x"}, "-c"},
		{[]string{"-tags"}, "-tags"},
		{[]string{"-vettool=x"}, "-vettool"},
		{[]string{"./...", "-fix"}, "flags go before the packages: -fix"},
		{[]string{"-json", "-fix"}, "-json goes with neither"},
		{[]string{"-json", "-diff"}, "-json goes with neither"},
		{[]string{"-format=nosuch"}, "want one of text, json, sarif, github"},
		{[]string{"-format"}, "-format"},
		{[]string{"-json", "-format=sarif"}, "-json does not go with -format=sarif"},
		{[]string{"-json", "-format=text"}, "-json does not go with -format=text"},
		{[]string{"-format=sarif", "-fix"}, "-format=sarif goes with neither -fix nor -diff"},
		{[]string{"-format=github", "-diff"}, "-format=github goes with neither"},
		{[]string{"-format=sarif", "-c=2"}, "-c does not go with -format=sarif"},
		{[]string{"-json", "-c=2"}, "-c does not go with -json"},
		{[]string{"-o="}, "want a file"},
		{[]string{"-baseline="}, "want a file"},
		{[]string{"-write-baseline="}, "want a file"},
		{[]string{"-new-from="}, "want a revision"},
		{[]string{"-write-baseline=k", "-fix"}, "-write-baseline goes with neither -fix nor -diff"},
		{[]string{"-write-baseline=k", "-new-from=HEAD"}, "-write-baseline does not go with -new-from"},
		{[]string{"-write-baseline=k", "-o=k"}, "-o and the baseline are the same file: k"},
		{[]string{"-write-baseline=k", "-o=./k"}, "-o and the baseline are the same file"},
		{[]string{"-baseline=k", "-o=k"}, "-o and the baseline are the same file: k"},
		{[]string{"completion"}, "bash, zsh or fish"},
		{[]string{"completion", "tcsh"}, `no completion for shell "tcsh"; the shells are bash, zsh, fish`},
		{[]string{"completion", "bash", "zsh"}, "bash, zsh or fish"},
		{[]string{"-C", "nosuch"}, "no such directory"},
		{[]string{"-C", "go.mod"}, "no such directory"},
		{[]string{"help", "nosuch"}, `there is no rule "nosuch"; the rules are toyleak, toymood`},
	} {
		r := run(t, dir, append([]string{toy}, c.args...)...)
		assert.Equal(t, 2, r.code, c.args)
		assert.Empty(t, r.out, c.args)
		r.wantLine(t, c.want)
	}
}

func TestUnknownLevel(t *testing.T) {
	r := run(t, module(t, leaky), kalint, "-bodydrain.level=most")
	assert.Equal(t, 2, r.code)
	r.wantLine(t, "want one of unread, paths, eof")
}

// The flags of kalint alone are none of go vet's.
func TestFlagsUnderGoVet(t *testing.T) {
	dir := module(t, leaky)
	for _, flag := range []string{"-format=sarif", "-o=x", "-baseline=x", "-write-baseline=x", "-new-from=HEAD", "-modules"} {
		r := run(t, dir, "go", "vet", "-vettool="+toy, flag, "./top")
		assert.Equal(t, 2, r.code, flag)
		assert.Contains(t, r.stderr, "flag provided but not defined")
	}
	assert.NoFileExists(t, filepath.Join(dir, "x"))
}

func TestUnknownPackages(t *testing.T) {
	dir := module(t, leaky)
	r := run(t, dir, toy, "./nosuch")
	assert.Equal(t, 2, r.code)
	assert.Contains(t, r.stderr, "kalint: ./nosuch does not build\n")
	assert.Contains(t, r.stderr, "directory not found")
	r = run(t, dir, toy, "./nosuch", "./top")
	assert.Equal(t, 2, r.code)
	assert.Contains(t, r.out, "top/top.go:5:14: ")
	r = run(t, dir, toy, "nosuch")
	assert.Equal(t, 2, r.code)
	assert.Contains(t, r.stderr, "package nosuch is not in std")
}

func TestOutsideOfModules(t *testing.T) {
	dir := t.TempDir()
	r := run(t, dir, toy)
	assert.Equal(t, 2, r.code)
	r.wantLine(t, "not inside a module")
	assert.Equal(t, ran{0, "", ""}, run(t, dir, toy, "errors"))
}

func TestNoGoCommand(t *testing.T) {
	r := run(t, t.TempDir(), "PATH="+t.TempDir(), toy)
	assert.Equal(t, 2, r.code)
	r.wantLine(t, "needs the go command")
}

func TestOldGoCommand(t *testing.T) {
	bin := t.TempDir()
	write(t, filepath.Join(bin, "go"), "#!/bin/sh\necho '{\"GOVERSION\": \"go1.25.9\"}'\n")
	require.NoError(t, os.Chmod(filepath.Join(bin, "go"), 0o777))
	r := run(t, t.TempDir(), "PATH="+bin, toy)
	assert.Equal(t, 2, r.code)
	r.wantLine(t, "needs go1.26 or later to run on its own, and this is go1.25.9")
}

func TestGoModThatDoesNotParse(t *testing.T) {
	r := run(t, module(t, "-- go.mod --\nmodul example.com/m\n-- a.go --\npackage a\n"), toy)
	assert.Equal(t, 2, r.code)
	r.wantLine(t, "go.mod")
}

func TestBrokenPackages(t *testing.T) {
	dir := module(t, leaky+`
-- bad/bad.go --
package bad

var x int = "a"
-- syntax/syntax.go --
package syntax

func x( {
-- missing/missing.go --
package missing

import "example.org/missing"
-- overmissing/o.go --
package overmissing

import _ "example.com/m/missing"
-- badtest/a.go --
package badtest
-- badtest/a_test.go --
package badtest

var x int = "a"
-- testmissing/a.go --
package testmissing
-- testmissing/a_test.go --
package testmissing

import _ "example.org/missing/too"
-- unembedded/u.go --
package unembedded

import _ "embed"

//go:embed nothere/*
var _ string
-- testunembedded/u.go --
package testunembedded
-- testunembedded/u_test.go --
package testunembedded

import _ "embed"

//go:embed nothere.txt
var _ string
-- overbad/o.go --
package overbad

import _ "example.com/m/bad"
-- cycle/a/a.go --
package a

import _ "example.com/m/cycle/b"
-- cycle/b/b.go --
package b

import _ "example.com/m/cycle/a"
`)
	r := run(t, dir, toy)
	assert.Equal(t, 2, r.code)
	assert.Equal(t, leakyLines, r.out, "what builds is reported")
	for _, pkg := range []string{"bad", "syntax", "missing", "overmissing", "badtest", "cycle/a", "cycle/b", "unembedded"} {
		assert.Equal(t, 1, strings.Count(r.stderr, "kalint: example.com/m/"+pkg+" does not build\n"), "%s in\n%s", pkg, r.stderr)
	}
	for _, msg := range []string{
		"\tbad/bad.go:3:13: cannot use",
		"\tsyntax/syntax.go:3:9: ",
		"\tmissing/missing.go:3:8: no required module provides package example.org/missing",
		"\tbadtest/a_test.go:3:13: cannot use",
		"\tunembedded/u.go:5:12: pattern nothere/*: no matching files found",
		"testunembedded/u_test.go:5:12: pattern nothere.txt: no matching files found",
		"testmissing/a_test.go:3:8: no required module",
	} {
		assert.Contains(t, r.stderr, msg)
	}
	assert.NotContains(t, r.stderr, "goroutine")
}

func TestUnbuildableFiles(t *testing.T) {
	dir := module(t, "-- a/a.go --\npackage a\n-- b/b.go --\npackage b\n\nfunc leak() {}\nfunc x() { leak() }\n")
	for name, data := range map[string]string{
		"empty":    "",
		"noise":    strings.Repeat("\x00\xff{", 1000),
		"two":      "package two\npackage three\n",
		"deep":     "package a\n\nvar x = " + strings.Repeat("(", 200_000),
		"manyerrs": "package a\n" + strings.Repeat("var _ int = \"\"\n", 1000),
	} {
		t.Run(name, func(t *testing.T) {
			write(t, filepath.Join(dir, "a", "a.go"), data)
			r := run(t, dir, toy)
			assert.Equal(t, 2, r.code)
			assert.Equal(t, "b/b.go:4:12: call of example.com/m/b.leak! (toyleak)\n", r.out)
			assert.Contains(t, r.stderr, "a.go:")
			assert.NotContains(t, r.stderr, "goroutine")
			assert.Less(t, strings.Count(r.stderr, "\n"), 30, r.stderr)
		})
	}
}

func TestHugeFile(t *testing.T) {
	var b strings.Builder
	b.WriteString("package a\n\nfunc leak() {}\n")
	for range 100_000 {
		b.WriteString("func _() { println(1, 2, 3); _ = []int{1, 2, 3} }\n")
	}
	b.WriteString("func x() { leak() }\n")
	r := run(t, module(t, "-- a.go --\n"+b.String()), toy)
	assert.Equal(t, ran{1, "a.go:100004:12: call of example.com/m.leak! (toyleak)\n", ""}, r)
}

func TestRulesThatGoWrong(t *testing.T) {
	for name, want := range map[string]string{
		"toyPanics": "panic: boom at once",
		"toyFails":  "in a bad mood",
		"toyResult": "returned a string",
		"toyBadFix": "suggests an invalid fix (Break it): edit 0 ends before it starts",
	} {
		t.Run(name, func(t *testing.T) {
			dir := module(t, "-- a.go --\npackage a\n\nvar "+name+" bool\n\nfunc leak() {}\nfunc x() { leak() }\n-- alone/a.go --\npackage alone\n\nvar "+name+" bool\n")
			wrong := "kalint: rule toymood failed on package example.com/m: " + want
			r := run(t, dir, toy, ".")
			assert.Equal(t, 2, r.code)
			assert.Contains(t, r.out, "a.go:6:12: call of example.com/m.leak! (toyleak)\n")
			r.wantLine(t, wrong)

			r = run(t, dir, "go", "vet", "-vettool="+toy, ".")
			assert.Equal(t, 1, r.code)
			assert.Contains(t, r.stderr, "a.go:6:12: call of example.com/m.leak!")
			assert.Equal(t, 1, strings.Count(r.stderr, wrong), r.stderr)

			r = run(t, dir, toy, "./alone")
			assert.Equal(t, 2, r.code)
			assert.Contains(t, r.stderr, "rule toymood failed on package example.com/m/alone: "+want)
			r = run(t, dir, "go", "vet", "-vettool="+toy, "./alone")
			assert.Equal(t, 1, r.code)
			assert.Contains(t, r.stderr, "rule toymood failed on package example.com/m/alone: "+want)
			assert.NotContains(t, r.stderr, "goroutine")
		})
	}
}

func TestStackOfPanic(t *testing.T) {
	dir := module(t, "-- a.go --\npackage a\n\nvar toyPanics bool\n")
	assert.Contains(t, run(t, dir, toy, "-stack").stderr, "runMood")
}

func TestHelp(t *testing.T) {
	dir := t.TempDir()
	for _, arg := range []string{"help", "-h", "-help", "--help"} {
		r := run(t, dir, toy, arg)
		assert.Equal(t, 0, r.code, arg)
		assert.Contains(t, r.out, "toyleak  report calls of leak\n")
	}
	r := run(t, dir, toy, "help", "toyleak")
	assert.Equal(t, 0, r.code)
	for _, part := range []string{"A second paragraph.", "-toyleak.suffix=!", "what messages end in", "https://example.com/toyleak"} {
		assert.Contains(t, r.out, part)
	}
	r = run(t, dir, kalint, "help", "bodydrain")
	assert.Contains(t, r.out, "-bodydrain.level=unread")
	r = run(t, dir, kalint, "help", "idleconns")
	assert.Contains(t, r.out, "-idleconns.default=true")
}

func TestVersion(t *testing.T) {
	r := run(t, t.TempDir(), kalint, "version")
	assert.Equal(t, 0, r.code)
	assert.Regexp(t, `^kalint \S.*, built with `+runtime.Version()+" for "+runtime.GOOS+"/"+runtime.GOARCH+"\n$", r.out)
}
