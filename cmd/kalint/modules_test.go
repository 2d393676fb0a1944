package main_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// severalModules have no go.mod at their top. Each has a finding, but for lib, of
// which app knows what it does; "in a dir" has one more in a package that it does
// not name. Empty has no packages.
const severalModules = `
-- app/go.mod --
module example.com/app

go 1.26.0

require example.com/lib v0.0.0

replace example.com/lib => ../lib
-- app/app.go --
package app

import "example.com/lib"

func App() { lib.Do() }
-- lib/go.mod --
module example.com/lib

go 1.26.0
-- lib/lib.go --
package lib

func Do() {}
-- in a dir/go.mod --
module example.com/dir

go 1.26.0
-- in a dir/d.go --
package dir

func leak() {}
func seal() {}

func D() { leak() }
-- in a dir/sub/nested/go.mod --
module example.com/nested

go 1.26.0
-- in a dir/sub/nested/n.go --
package nested

func leak() {}
func seal() {}

func N() { leak() }
-- in a dir/testdata/t/go.mod --
module example.com/t

go 1.26.0
-- in a dir/testdata/t/t.go --
package t

func leak() {}

func T() { leak() }
-- empty/go.mod --
module example.com/empty

go 1.26.0
`

const (
	inDir    = "in a dir/d.go:6:12: call of example.com/dir.leak! (toyleak)\n"
	inNested = "in a dir/sub/nested/n.go:6:12: call of example.com/nested.leak! (toyleak)\n"
	inLib    = "lib/lib.go:4:15: call of example.com/lib.leak! (toyleak)\n"
	inApp    = "app/app.go:5:14: call of example.com/lib.Do! (toyleak)\n"
)

// several makes severalModules.
func several(t *testing.T) string {
	t.Helper()
	dir := module(t, severalModules)
	require.NoError(t, os.Remove(filepath.Join(dir, "go.mod")))
	return dir
}

// leakLib makes lib leak, and so app.
func leakLib(t *testing.T, dir string) {
	t.Helper()
	write(t, filepath.Join(dir, "lib", "lib.go"), "package lib\n\nfunc leak() {}\nfunc Do()   { leak() }\n")
}

func TestModules(t *testing.T) {
	dir := several(t)
	assert.Equal(t, ran{1, inDir + inNested, ""}, run(t, dir, toy, "-modules"))
	assert.Equal(t, ran{1, inDir, ""}, run(t, dir, toy, "-modules", "in a dir/go.mod"))
	assert.Equal(t, ran{1, inNested, ""}, run(t, dir, toy, "-modules", "in a dir/sub/nested/n.go", "lib/lib.go"))
	assert.Equal(t, ran{0, "", ""}, run(t, dir, toy, "-modules", "app/app.go", "empty/go.mod", "in a dir/testdata/t/t.go"))
	leakLib(t, dir)
	assert.Equal(t, ran{1, inApp + inLib, ""}, run(t, dir, toy, "-modules", "lib/lib.go"), "the helper's users are looked at")
	assert.Equal(t, ran{1, inApp, ""}, run(t, dir, toy, "-modules", "app/app.go"))
	r := run(t, dir, toy, "-modules", "-toyleak.suffix=?", "lib/lib.go")
	assert.Equal(t, ran{1, strings.ReplaceAll(inApp+inLib, "!", "?"), ""}, r, "other flags work too")
}

func TestModulesFrom(t *testing.T) {
	dir := several(t)
	assert.Equal(t, ran{1, inDir + inNested, ""}, run(t, dir, toy, "-C=in a dir", "-modules"))
	assert.Equal(t, ran{1, inNested, ""}, run(t, dir, toy, "-C=in a dir", "-modules", "lib/lib.go", "in a dir/sub/nested/n.go"), "names are from here")
	assert.Equal(t, ran{0, "", ""}, run(t, dir, toy, "-C=lib", "-modules", "in a dir/d.go"))
	sub := filepath.Join(dir, "in a dir", "sub")
	assert.Equal(t, ran{1, "nested/n.go:6:12: call of example.com/nested.leak! (toyleak)\n", ""}, run(t, sub, toy, "-modules"))
	assert.Equal(t, ran{1, "../d.go:6:12: call of example.com/dir.leak! (toyleak)\n", ""}, run(t, sub, toy, "-modules", "../d.go"))
	link := filepath.Join(t.TempDir(), "link")
	require.NoError(t, os.Symlink(dir, link))
	assert.Equal(t, ran{1, inDir + inNested, ""}, run(t, link, toy, "-modules", filepath.Join(dir, "in a dir", "d.go"), "in a dir/sub/nested/n.go"))
}

// TestModulesOfWorkspace has a workspace of two modules and others beside it.
func TestModulesOfWorkspace(t *testing.T) {
	dir := several(t)
	leakLib(t, dir)
	edit(t, dir, "app/go.mod", "replace example.com/lib => ../lib\n", "")
	r := run(t, dir, toy, "-modules", "app/app.go")
	assert.Equal(t, 2, r.code, "nothing says where lib is")
	write(t, filepath.Join(dir, "go.work"), "go 1.26.0\n\nuse (\n\t./app\n\t./lib\n)\n")
	for range 2 { // the second time from the cache
		assert.Equal(t, ran{1, inApp + inLib + inDir + inNested, ""}, run(t, dir, toy, "-modules"))
		assert.Equal(t, ran{1, inApp + inLib, ""}, run(t, dir, toy, "-modules", "lib/go.mod"))
		assert.Equal(t, ran{1, inDir, ""}, run(t, dir, toy, "-modules", "in a dir/d.go"), "a module that go.work does not list is looked at alone")
	}
	r = run(t, dir, "GOWORK=off", toy, "-modules", "app/app.go")
	assert.Equal(t, 2, r.code, "GOWORK is heeded")

	write(t, filepath.Join(dir, "go.work"), "go 1.26.0\n\nuse (\n\t\"./in a dir\"\n\t\"./in a dir/sub/nested\"\n\t./empty\n)\n")
	sub := filepath.Join(dir, "in a dir", "sub")
	assert.Equal(t, ran{1, "../d.go:6:12: call of example.com/dir.leak! (toyleak)\n" + "nested/n.go:6:12: call of example.com/nested.leak! (toyleak)\n", ""}, run(t, sub, toy, "-modules", "../go.mod"))
	assert.Equal(t, ran{0, "", ""}, run(t, dir, toy, "-modules", "-C=empty"))
	write(t, filepath.Join(sub, "bad.go"), "package sub\n\nvar x int = \"\"\n")
	r = run(t, dir, toy, "-modules", "empty/go.mod")
	assert.Equal(t, 2, r.code)
	assert.Equal(t, inDir+inNested, r.out)
	assert.Contains(t, r.stderr, "kalint: example.com/dir/sub does not build\n\tin a dir/sub/bad.go:3:13: ")
	write(t, filepath.Join(dir, "empty", "go.mod"), "modul\n")
	r = run(t, dir, toy, "-modules", "empty/go.mod")
	assert.Equal(t, 2, r.code)
	r.wantLine(t, "kalint: go.work in .: cannot load module empty listed in go.work file: errors parsing empty/go.mod: ")

	write(t, filepath.Join(dir, "go.work"), "use\n")
	r = run(t, dir, toy, "-modules", "app/app.go")
	assert.Equal(t, 2, r.code)
	r.wantLine(t, "go.work:1: ")
}

func TestModulesFix(t *testing.T) {
	dir := several(t)
	r := run(t, dir, toy, "-modules", "-diff")
	assert.Equal(t, 1, r.code)
	for _, name := range []string{"in a dir/d.go", "in a dir/sub/nested/n.go"} {
		assert.Contains(t, r.out, "+++ b/"+name)
	}
	assert.Equal(t, ran{0, "", "kalint: applied 2 fixes in 2 files\n"}, run(t, dir, toy, "-modules", "-fix"))
	assert.Contains(t, read(t, dir, "in a dir/d.go"), "() { seal() }")
	assert.Contains(t, read(t, dir, "in a dir/sub/nested/n.go"), "() { seal() }")
	assert.Contains(t, read(t, dir, "in a dir/testdata/t/t.go"), "T() { leak() }")
}

// All modules are in one document, and in one baseline.
func TestModulesInOneFile(t *testing.T) {
	dir := several(t)
	git(t, dir, "init", "-q")
	assert.Equal(t, ran{1, "", ""}, run(t, dir, toy, "-modules", "-format=sarif", "-o=all.sarif"))
	var uris []string
	for _, r := range readSARIF(t, read(t, dir, "all.sarif")).Results {
		uris = append(uris, *r.Locations[0].PhysicalLocation.ArtifactLocation.URI)
	}
	assert.Equal(t, []string{"in%20a%20dir/d.go", "in%20a%20dir/sub/nested/n.go"}, uris)

	r := run(t, dir, toy, "-modules", "-write-baseline=kalint.json")
	assert.Equal(t, ran{0, "", "kalint: wrote 2 findings to kalint.json\n"}, r)
	assert.Equal(t, ran{0, "", ""}, run(t, dir, toy, "-modules", "-baseline=kalint.json"))
	assert.Equal(t, ran{0, "", ""}, run(t, dir, toy, "-modules", "-baseline=kalint.json", "in a dir/d.go"), "what is not looked at is not missed")
	assert.Equal(t, ran{0, "", ""}, run(t, dir, toy, "-C=in a dir", "-baseline=../kalint.json"))
	leakLib(t, dir)
	assert.Equal(t, ran{1, inApp + inLib, ""}, run(t, dir, toy, "-modules", "-baseline=kalint.json"))

	require.NoError(t, os.RemoveAll(filepath.Join(dir, "in a dir")))
	gone := func(n string) string {
		return "kalint: " + n + " in kalint.json no longer found; -write-baseline drops them\n"
	}
	assert.Equal(t, ran{1, inApp + inLib, ""}, run(t, dir, toy, "-modules", "-baseline=kalint.json", "lib/lib.go"))
	assert.Equal(t, ran{1, inApp + inLib, gone("2 entries")}, run(t, dir, toy, "-modules", "-baseline=kalint.json"))
}

func TestModulesNewFrom(t *testing.T) {
	dir := several(t)
	commit(t, dir)
	newFrom := func(dir string, args ...string) ran {
		return run(t, dir, append([]string{toy, "-modules", "-new-from=HEAD"}, args...)...)
	}
	assert.Equal(t, ran{0, "", ""}, newFrom(dir))
	edit(t, dir, "in a dir/d.go", "{ leak() }", "{  leak() }")
	leakLib(t, dir)
	changed := strings.Replace(inDir, "6:12", "6:13", 1)
	assert.Equal(t, ran{1, changed + inLib, ""}, newFrom(dir), "the line of app is as it was")
	assert.Equal(t, ran{1, changed, ""}, newFrom(dir, "in a dir/d.go"))
	r := newFrom(filepath.Join(dir, "in a dir", "sub"), "../d.go", "../../lib/lib.go")
	assert.Equal(t, ran{1, "../d.go:6:13: call of example.com/dir.leak! (toyleak)\n../../" + inLib, ""}, r)
}

// What is wrong with a module keeps nobody from seeing what is found in others.
func TestModulesThatDoNotBuild(t *testing.T) {
	for _, c := range []struct{ name, data, want string }{
		{"lib/go.mod", "modul lib\n", "kalint: module in lib: errors parsing go.mod: go.mod:1: unknown directive: modul\n"},
		{"lib/go.mod", "module example.com/lib\n\ngo 1.999.0\n", "kalint: module in lib: go.mod requires go >= 1.999.0 "},
		{"lib/sub/s.go", "package s\n\nvar x int = \"\"\n", "kalint: example.com/lib/sub does not build\n\tlib/sub/s.go:3:13: "},
		{"lib/sub/s.go", "package\n", "kalint: example.com/lib/sub does not build\n\tlib/sub/s.go:1:9: "},
	} {
		dir := several(t)
		require.NoError(t, os.RemoveAll(filepath.Join(dir, "app")))
		write(t, filepath.Join(dir, c.name), c.data)
		r := run(t, dir, "GOTOOLCHAIN=local", toy, "-modules")
		assert.Equal(t, 2, r.code)
		assert.Equal(t, inDir+inNested, r.out)
		assert.True(t, strings.HasPrefix(r.stderr, c.want), r.stderr)
		assert.LessOrEqual(t, strings.Count(r.stderr, "\n"), strings.Count(c.want, "\n")+1, r.stderr)

		r = run(t, dir, "GOTOOLCHAIN=local", toy, "-modules", "in a dir/d.go")
		if c.data == "modul lib\n" {
			assert.Equal(t, ran{2, inDir, c.want}, r, "nobody knows what it replaces")
		} else {
			assert.Equal(t, ran{1, inDir, ""}, r, "it is not concerned")
		}
	}
}

func TestModulesRefused(t *testing.T) {
	dir := several(t)
	git(t, dir, "init", "-q")
	write(t, filepath.Join(dir, "scripts", "x.go"), "package x\n")
	none := filepath.Join(dir, "scripts")
	for _, c := range []struct {
		dir, args, want string
	}{
		{dir, "scripts/x.go", "scripts/x.go is in no module: there is no go.mod beside or above it"},
		{dir, "lib/lib.go gone/x.go", "gone/x.go is in no module"},
		{dir, "./...", "-modules goes with files, or without for all modules, and not with patterns: ./..."},
		{none, "", "-modules: there is no go.mod in . or below"},
		{dir, "-C=scripts", "flags go before the packages: -C=scripts"},
	} {
		r := run(t, c.dir, append([]string{toy, "-modules"}, strings.Fields(c.args)...)...)
		if strings.HasPrefix(c.args, "-C") {
			r = run(t, c.dir, toy, "-modules", "lib/lib.go", c.args)
		}
		assert.Equal(t, 2, r.code, fmt.Sprint(c))
		assert.Empty(t, r.out)
		r.wantLine(t, c.want)
	}
	r := run(t, dir, toy, "-C=nosuch", "-modules")
	assert.Equal(t, 2, r.code)
	r.wantLine(t, "-C nosuch: no such directory")
}
