package main_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// shutter has a type of which the package between hands out values: it has nothing to tell itself and is not looked into,
// but hands on what is known of the type's methods.
const shutter = `
-- low/low.go --
package low

import "io"

type T struct{}

func (*T) Shut(rc io.ReadCloser) { rc.Close() }
func (*T) Look(rc io.ReadCloser) { io.ReadAll(rc) }
-- mid/mid.go --
package mid

import "example.com/m/low"

func New(n int) *low.T { return new(low.T) }
-- top/top.go --
package top

import (
	"net/http"

	"example.com/m/mid"
)

func shut(url string) {
	if resp, err := http.Get(url); err == nil {
		mid.New(1).Shut(resp.Body)
	}
}

func look(url string) {
	if resp, err := http.Get(url); err == nil {
		mid.New(1).Look(resp.Body)
	}
}
`

func TestFactsAreHandedOn(t *testing.T) {
	dir := module(t, strings.TrimPrefix(shutter, "\n"))
	want := ran{1, "top/top.go:16:18: response body of resp is not closed when the function returns at line 19 (bodyclose)\n", ""}
	assert.Equal(t, want, run(t, dir, kalint, "-bodyclose", "./top"))
}

// TestImportedNames has the ways to name what an import has: each has to be found in what the compiler wrote of it.
func TestImportedNames(t *testing.T) {
	const lib = "\n\nimport \"io\"\n\nfunc Shut(rc io.ReadCloser) { rc.Close() }\n\ntype Shutter struct{ io.ReadCloser }\n\nfunc (s Shutter) Shut() { s.Close() }\n\nconst OK = 200\n"
	const use = "\n\nfunc %(url string) {\n\tresp, err := http.Get(url)\n\tif err != nil || resp.StatusCode != lib.OK {\n\t\treturn\n\t}\n\tlib.Shutter{resp.Body}.Shut()\n}\n\n" +
		"func %2(url string) {\n\tif resp, err := http.Get(url); err == nil {\n\t\tlib.Shut(resp.Body)\n\t}\n}\n"
	named := func(fn, lib string) string {
		return strings.NewReplacer("%", fn, "lib.", lib).Replace(use)
	}
	dir := module(t, "-- lib-go/lib.go --\npackage lib"+lib+"-- dot/dot.go --\npackage dot"+strings.ReplaceAll(lib, "Shutter", "DotShutter")+
		"-- a.go --\npackage a\n\nimport (\n\t\"net/http\"\n\n\t\"example.com/m/lib-go\"\n)"+named("plain", "lib.")+
		"-- b.go --\npackage a\n\nimport (\n\th \"net/http\"\n\n\tother \"example.com/m/lib-go\"\n)"+strings.ReplaceAll(named("renamed", "other."), "http.Get", "h.Get")+
		"-- c.go --\npackage a\n\nimport (\n\t. \"net/http\"\n\n\t. \"example.com/m/dot\"\n)"+
		strings.NewReplacer("http.Get", "Get", "Shutter", "DotShutter").Replace(named("dot", "")))
	line := func(file string) string {
		return file + ".go:10:15: response body of resp is not closed when the function returns at line 12 (bodyclose)\n"
	}
	assert.Equal(t, ran{1, line("a") + line("b") + line("c"), ""}, run(t, dir, kalint, "-bodyclose", "./..."))
}

// TestNothingToDoWith has packages that the rules have nothing to do with: what is wrong with them is told all the same.
func TestNothingToDoWith(t *testing.T) {
	dir := module(t, "-- a.go --\npackage a\n\nfunc f() int { return \"\" }\n")
	r := run(t, dir, "go", "vet", "-vettool="+kalint, ".")
	assert.Equal(t, 1, r.code)
	assert.Contains(t, r.stderr, "./a.go:3:23: cannot use \"\" (untyped string constant) as int value in return statement")

	dir = module(t, "-- a.go --\npackage a\n\nimport \"strings\"\n\nfunc f() int { return 1 }\n")
	r = run(t, dir, "go", "vet", "-vettool="+kalint, ".")
	assert.Equal(t, 1, r.code)
	assert.Contains(t, r.stderr, "a.go:3:8: \"strings\" imported and not used")

	dir = module(t, "-- a.go --\npackage a\n\n//kalint:ignore bodyclose\nfunc f() int { return 1 }\n")
	r = run(t, dir, kalint, ".")
	assert.Equal(t, 1, r.code)
	assert.Contains(t, r.out, "a.go:3:1: kalint:ignore gives no reason")

	dir = module(t, "-- a.go --\npackage a\n\nfunc f() int { return 1 }\n")
	assert.Equal(t, ran{}, run(t, dir, kalint, "."))
	assert.Equal(t, ran{}, run(t, dir, "go", "vet", "-vettool="+kalint, "."))
}
