package main_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/kalint/kalint/cmd/kalint/internal/report"
)

func TestFindings(t *testing.T) {
	dir := module(t, leaky)
	for range 2 { // the second time, out of the cache
		r := run(t, dir, toy)
		assert.Equal(t, ran{1, leakyLines, ""}, r)
	}
}

func TestNothingFound(t *testing.T) {
	dir := module(t, leaky)
	assert.Equal(t, ran{0, "", ""}, run(t, dir, toy, "./mid"))
	assert.Equal(t, ran{0, "", ""}, run(t, dir, toy, "-toyleak=false"))
	assert.Equal(t, ran{0, "", ""}, run(t, dir, toy, "-toymood"))
}

func TestRealRulesRun(t *testing.T) {
	dir := module(t, "-- a.go --\npackage a\n\nimport \"net/http\"\n\nvar C http.Client\n")
	assert.Equal(t, ran{0, "", ""}, run(t, dir, kalint))
}

func TestWhereItRuns(t *testing.T) {
	dir := module(t, leaky)
	t.Run("subdirectory", func(t *testing.T) {
		r := run(t, filepath.Join(dir, "top"), toy, "../...")
		assert.Equal(t, 1, r.code)
		assert.Contains(t, r.out, "\ntop.go:5:14: ")
		assert.Contains(t, r.out, "../lib/lib.go:8:17: ")
	})
	t.Run("-C", func(t *testing.T) {
		r := run(t, filepath.Dir(dir), toy, "-C", filepath.Base(dir), "./top")
		assert.Equal(t, ran{1, filepath.Base(dir) + "/top/top.go:5:14: call of (example.com/m/lib.T).Do! (toyleak)\n", ""}, r)
	})
	t.Run("-C of a broken module", func(t *testing.T) {
		broken := module(t, "-- a/a.go --\npackage a\n\nvar x int = nope\n")
		r := run(t, filepath.Dir(broken), toy, "-C", filepath.Base(broken))
		assert.Equal(t, 2, r.code)
		assert.Contains(t, r.stderr, "\t"+filepath.Base(broken)+"/a/a.go:3:13: undefined: nope")
	})
	t.Run("through a link", func(t *testing.T) {
		link := filepath.Join(dir, "tool link")
		require.NoError(t, os.Symlink(toy, link))
		assert.Equal(t, ran{1, leakyLines, ""}, run(t, dir, "./tool link"))
	})
	t.Run("by a relative path", func(t *testing.T) {
		rel, err := filepath.Rel(dir, toy)
		require.NoError(t, err)
		assert.Equal(t, ran{1, leakyLines, ""}, run(t, dir, rel))
	})
}

func TestTestFilesLeftOut(t *testing.T) {
	r := run(t, module(t, leaky), toy, "-tests=false")
	assert.Equal(t, 1, r.code)
	assert.NotContains(t, r.out, "_test.go")
	assert.Equal(t, 2, strings.Count(r.out, "\n"))
}

func TestRuleFlags(t *testing.T) {
	r := run(t, module(t, leaky), toy, "-toyleak.suffix= (see it)", "./top")
	assert.Equal(t, ran{1, "top/top.go:5:14: call of (example.com/m/lib.T).Do (see it) (toyleak)\n", ""}, r)
}

func TestBuildFlags(t *testing.T) {
	dir := module(t, `
-- a.go --
package a

func leak() {}
-- b.go --
//go:build extra

package a

func b() { leak() }
`)
	assert.Equal(t, ran{0, "", ""}, run(t, dir, toy))
	for _, flags := range [][]string{{"-tags=extra"}, {"-tags", "extra"}, {"--tags=extra", "-mod=mod"}} {
		assert.Equal(t, ran{1, "b.go:5:12: call of example.com/m.leak! (toyleak)\n", ""}, run(t, dir, append([]string{toy}, flags...)...))
	}
	assert.Equal(t, 1, run(t, dir, "GOFLAGS=-tags=extra -json", toy).code)
}

func TestContext(t *testing.T) {
	r := run(t, module(t, leaky), toy, "-c=1", "./top")
	assert.Equal(t, "top/top.go:5:14: call of (example.com/m/lib.T).Do! (toyleak)\n4\t\n5\tfunc Top() { mid.Mid().Do() }\n", r.out)
}

func TestJSON(t *testing.T) {
	dir := module(t, leaky)
	r := run(t, dir, toy, "-json")
	assert.Equal(t, 1, r.code)
	var tree map[string]map[string][]report.Diagnostic
	require.NoError(t, json.Unmarshal([]byte(r.out), &tree))
	require.Len(t, tree, 3)
	lib := tree["example.com/m/lib"]["toyleak"]
	require.Len(t, lib, 2)
	assert.Equal(t, filepath.Join(dir, "lib", "lib.go")+":8:17", lib[0].Posn)
	assert.Equal(t, "toyleak", lib[0].Category)
	assert.Equal(t, "seal( )", lib[0].SuggestedFixes[0].Edits[1].New)
	assert.Equal(t, "it ends here", lib[0].Related[0].Message)
	assert.Equal(t, ran{0, "{}\n", ""}, run(t, dir, toy, "-json", "./mid"))
}

func TestKindsOfModules(t *testing.T) {
	const finding = "call of example.com/a.leak! (toyleak)\n"
	t.Run("workspace", func(t *testing.T) {
		dir := module(t, `
-- go.work --
go 1.26.0

use (
	./a
	./b
)
-- a/go.mod --
module example.com/a

go 1.26.0
-- a/a.go --
package a

func leak() {}

func Bad() { leak() }
-- b/go.mod --
module example.com/b

go 1.26.0
-- b/b.go --
package b

import "example.com/a"

func B() { a.Bad() }
`)
		r := run(t, dir, toy, "./a/...", "./b/...")
		assert.Equal(t, ran{1, "a/a.go:5:14: " + finding + "b/b.go:5:12: call of example.com/a.Bad! (toyleak)\n", ""}, r)
	})
	t.Run("vendor", func(t *testing.T) {
		dir := module(t, `
-- go.mod --
module example.com/m

go 1.26.0

require example.com/a v1.0.0
-- m.go --
package m

import "example.com/a"

func M() { a.Bad() }
-- vendor/modules.txt --
# example.com/a v1.0.0
## explicit
example.com/a
-- vendor/example.com/a/a.go --
package a

func leak() {}

func Bad() { leak() }
`)
		want := ran{1, "m.go:5:12: call of example.com/a.Bad! (toyleak)\n", ""}
		assert.Equal(t, want, run(t, dir, "GOFLAGS=-mod=vendor", toy))
		assert.Equal(t, want, run(t, dir, toy, "-mod=vendor"))
	})
	t.Run("only tests", func(t *testing.T) {
		dir := module(t, "-- a_test.go --\npackage a\n\nfunc leak() {}\nfunc x() { leak() }\n-- x_test.go --\npackage a_test\n\nfunc leak() {}\nfunc x() { leak() }\n")
		assert.Equal(t, "a_test.go:4:12: call of example.com/m.leak! (toyleak)\nx_test.go:4:12: call of example.com/m_test.leak! (toyleak)\n", run(t, dir, toy).out)
	})
	t.Run("cgo", func(t *testing.T) {
		dir := module(t, "-- c.go --\npackage c\n\n// int one(void) { return 1; }\nimport \"C\"\n\nfunc leak() {}\n\nfunc x() int { leak(); return int(C.one()) }\n")
		assert.Equal(t, ran{1, "c.go:8:16: call of example.com/m.leak! (toyleak)\n", ""}, run(t, dir, toy))
		before := read(t, dir, "c.go")
		assert.Equal(t, 1, run(t, dir, toy, "-fix").code)
		assert.Equal(t, before, read(t, dir, "c.go"), "a fix for what cgo made was applied to the source")
	})
	t.Run("list of files", func(t *testing.T) {
		dir := module(t, "-- a.go --\npackage a\n\nfunc leak() {}\nfunc x() { leak() }\n")
		assert.Equal(t, ran{1, "a.go:4:12: call of command-line-arguments.leak! (toyleak)\n", ""}, run(t, dir, toy, "a.go"))
	})
	t.Run("GOPATH", func(t *testing.T) {
		dir := module(t, "-- src/example.com/a/a.go --\npackage a\n\nfunc leak() {}\n\nfunc Bad() { leak() }\n-- src/b/b.go --\npackage b\n\nimport \"example.com/a\"\n\nfunc B() { a.Bad() }\n")
		r := run(t, filepath.Join(dir, "src", "b"), "GO111MODULE=off", "GOFLAGS=", "GOPATH="+dir, toy)
		assert.Equal(t, ran{1, "b.go:5:12: call of example.com/a.Bad! (toyleak)\n", ""}, r)
	})
}

func TestStandardLibraryIsLookedAtWhenAskedFor(t *testing.T) {
	dir := module(t, leaky)
	r := run(t, dir, toy, "-toyleak.suffix=x", "errors")
	assert.Equal(t, ran{0, "", ""}, r)
}

// The go command of Go 1.26 keeps what kalint says of a package as a dependency
// for when it is asked about the package itself.
func TestDependenciesFirst(t *testing.T) {
	dir := module(t, `
-- go.mod --
module example.com/m

go 1.26.0

require example.com/v v1.0.0
-- top/top.go --
package top

import (
	_ "example.com/m/low"
	_ "example.com/v"
)
-- low/low.go --
package low

func leak() {}
func low()  { leak() }
-- vendor/modules.txt --
# example.com/v v1.0.0
## explicit
example.com/v
-- vendor/example.com/v/v.go --
package v

func leak() {}
func v()    { leak() }
`)
	const low = "low/low.go:4:15: call of example.com/m/low.leak! (toyleak)\n"
	const v = "vendor/example.com/v/v.go:4:15: call of example.com/v.leak! (toyleak)\n"
	assert.Equal(t, ran{0, "", ""}, run(t, dir, toy, "./top"))
	assert.Equal(t, ran{1, low, ""}, run(t, dir, toy, "./low"))
	assert.Equal(t, ran{1, low, ""}, run(t, dir, toy))
	assert.Equal(t, ran{1, v, ""}, run(t, dir, toy, "example.com/v"))
	assert.Equal(t, ran{1, v, ""}, run(t, dir, toy, "example.com/v", "./top"))
	run(t, dir, "go", "vet", "-vettool="+toy, "-toyleak.suffix=?", "./top")
	r := run(t, dir, "go", "vet", "-vettool="+toy, "-toyleak.suffix=?", "./...")
	assert.Equal(t, 1, strings.Count(r.stderr, "low/low.go:4:15: call of example.com/m/low.leak?\n"), r.stderr)
	assert.NotContains(t, r.stderr, "vendor")
}

// The same for a module that another one replaces by its directory.
func TestReplacedFirst(t *testing.T) {
	dir := module(t, `
-- go.mod --
module example.com/m

go 1.26.0

require example.com/lib v0.0.0

replace example.com/lib => ./lib
-- m.go --
package m

import _ "example.com/lib"
-- lib/go.mod --
module example.com/lib

go 1.26.0
-- lib/lib.go --
package lib

func leak() {}
func lib()  { leak() }
`)
	assert.Equal(t, ran{0, "", ""}, run(t, dir, toy))
	assert.Equal(t, ran{1, "lib/lib.go:4:15: call of example.com/lib.leak! (toyleak)\n", ""}, run(t, dir, toy, "-C=lib"))
	assert.Equal(t, ran{0, "", ""}, run(t, dir, toy), "it is told where it was asked for only")
	run(t, dir, "go", "vet", "-vettool="+toy, "-toyleak.suffix=?", "./...")
	r := run(t, filepath.Join(dir, "lib"), "go", "vet", "-vettool="+toy, "-toyleak.suffix=?", "./...")
	assert.Equal(t, 1, strings.Count(r.stderr, "lib.go:4:15: call of example.com/lib.leak?\n"), r.stderr)
}

func TestToolDirective(t *testing.T) {
	root, err := filepath.Abs("../..")
	require.NoError(t, err)
	dir := module(t, "-- a.go --\npackage a\n\nfunc leak() {}\nfunc x() { leak() }\n")
	write(t, filepath.Join(dir, "go.mod"), `module example.com/m

go 1.26.0

tool github.com/kalint/kalint/cmd/kalint/testdata/toy

require github.com/kalint/kalint v0.0.0

replace github.com/kalint/kalint => `+root+"\n")
	write(t, filepath.Join(dir, "go.sum"), read(t, root, "go.sum"))
	require.Equal(t, 0, run(t, dir, "GOFLAGS=-mod=mod", "go", "mod", "tidy").code)
	const line = "a.go:4:12: call of example.com/m.leak!"
	r := run(t, dir, "go", "tool", "toy")
	assert.Equal(t, line+" (toyleak)\n", r.out)
	assert.Equal(t, 1, r.code)
	path := strings.TrimSpace(run(t, dir, "go", "tool", "-n", "toy").out)
	r = run(t, dir, "go", "vet", "-vettool="+path, "./...")
	assert.Equal(t, 1, r.code)
	assert.Contains(t, r.stderr, line)
}
