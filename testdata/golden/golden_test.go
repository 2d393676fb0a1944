package main

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The small modules are as the golden files have them.
func TestQuick(t *testing.T) {
	list, err := readList("modules.txt")
	require.NoError(t, err)
	o := options{tools: []string{kalint, bodyclose}, limit: 5 * time.Minute}
	for _, target := range list {
		if target.quick {
			o.names = append(o.names, target.module)
		}
	}
	require.NotEmpty(t, o.names)
	var out bytes.Buffer
	same, err := compareAll(t.Context(), ".", o, &out)
	require.NoError(t, err)
	assert.True(t, same, "%s", &out)
}

// Every finding of every module in the list has been read, and nothing else is
// there.
func TestAllRead(t *testing.T) {
	list, err := readList("modules.txt")
	require.NoError(t, err)
	var modules []string
	public := 0
	for _, target := range list {
		modules = append(modules, target.String())
		if !target.inGo() {
			public++
		}
	}
	assert.GreaterOrEqual(t, public, 25)
	assert.Contains(t, modules, "cmd "+goVersion(list))
	for _, tool := range []string{kalint, bodyclose} {
		g, err := readGolden(goldenFile(".", tool))
		require.NoError(t, err)
		for name, found := range g {
			assert.Contains(t, modules, name, tool)
			assert.True(t, slices.IsSortedFunc(found, order), "%s on %s is not in order", tool, name)
			for _, f := range found {
				assert.NotEqual(t, unread, f.verdict, "%s on %s: %s", tool, name, f)
			}
		}
		for _, name := range modules {
			assert.Contains(t, g, name, tool)
		}
	}
}

// The README's figures are those that follow from the files.
func TestREADME(t *testing.T) {
	c, err := readCounts(".")
	require.NoError(t, err)
	_, in, _, err := inREADME(filepath.Join("..", "..", "README.md"))
	require.NoError(t, err)
	assert.Equal(t, c.table(), in, "go run . -update writes it")
}

func TestFailures(t *testing.T) {
	for name, c := range map[string]struct {
		args []string
		want string
	}{
		"unknown flag":     {[]string{"-x"}, "flag provided but not defined: -x"},
		"unknown tool":     {[]string{"-tools=vet"}, "they are kalint and bodyclose"},
		"unknown module":   {[]string{"example.com/none"}, "example.com/none is not in the list"},
		"two checks":       {[]string{"-fixes", "-limits"}, "do not go together"},
		"not for limits":   {[]string{"-fixes", "gorilla"}, "gorilla is not in the list"},
		"one more unknown": {[]string{"std", "nothing"}, "nothing is not in the list"},
	} {
		t.Run(name, func(t *testing.T) {
			var stdout, stderr bytes.Buffer
			assert.Equal(t, 2, run(c.args, &stdout, &stderr))
			assert.Contains(t, stderr.String(), c.want)
			assert.Empty(t, stdout.String())
		})
	}
}

// A module that cannot be downloaded, or takes too long, is told of by name.
func TestTargetFails(t *testing.T) {
	here := t.TempDir()
	list := "std " + goOfList(t) + "\ngolang.invalid/x v1.0.0\n"
	require.NoError(t, os.WriteFile(filepath.Join(here, "modules.txt"), []byte(list), 0o644))
	r := &runner{env: append(os.Environ(), "GOTOOLCHAIN=local", "GOFLAGS=-mod=mod", "GOPROXY=off"), exe: map[string]string{kalint: "sleep"}, root: here}
	require.NoError(t, os.Mkdir(filepath.Join(here, "src"), 0o755))
	targets, err := readList(filepath.Join(here, "modules.txt"))
	require.NoError(t, err)

	var out bytes.Buffer
	_, err = compareTool(t.Context(), r, kalint, golden{}, targets[1:], time.Minute, &out)
	assert.ErrorContains(t, err, "kalint on golang.invalid/x v1.0.0: cannot download it: ")
	assert.Empty(t, out.String())

	r.exe[kalint] = sleeper(t)
	_, err = compareTool(t.Context(), r, kalint, golden{}, targets[:1], 50*time.Millisecond, &out)
	assert.ErrorContains(t, err, "kalint on std "+goOfList(t)+": not done after 50ms")
	assert.Empty(t, out.String())
}

func goOfList(t *testing.T) string {
	t.Helper()
	list, err := readList("modules.txt")
	require.NoError(t, err)
	return goVersion(list)
}

// sleeper is a tool that takes its time.
func sleeper(t *testing.T) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "sleeper")
	require.NoError(t, os.WriteFile(file, []byte("#!/bin/sh\nexec sleep 60\n"), 0o755))
	return file
}

func TestReadList(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"no version": {"std go1.26.8\nexample.com/a\n", "modules.txt:2: no version of example.com/a"},
		"twice":      {"std go1.26.8\nstd go1.26.7\n", "modules.txt:2: std stands there twice"},
		"no std":     {"example.com/a v1.0.0\n", "modules.txt: no std"},
		"a word":     {"example.com/a v1.0.0 slow\n", "modules.txt:1: slow is neither quick nor packages"},
	} {
		t.Run(name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "modules.txt")
			require.NoError(t, os.WriteFile(file, []byte(c.text), 0o644))
			_, err := readList(file)
			assert.ErrorContains(t, err, c.want)
		})
	}
	file := filepath.Join(t.TempDir(), "modules.txt")
	require.NoError(t, os.WriteFile(file, []byte("# why\nstd go1.26.8\n\nexample.com/a v1.0.0 quick ./x/... ./y\n"), 0o644))
	list, err := readList(file)
	require.NoError(t, err)
	assert.Equal(t, []target{
		{module: "std", version: "go1.26.8", patterns: []string{"std"}},
		{module: "example.com/a", version: "v1.0.0", patterns: []string{"./x/...", "./y"}, quick: true},
	}, list)
}

func TestReadGolden(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"no module":  {"right\ta.go:1:2\tbodyclose\tm\n", "kalint.txt:1: a finding before the first module"},
		"twice":      {"# a v1\n# a v1\n", "kalint.txt:2: a v1 stands there twice"},
		"fields":     {"# a v1\nright a.go:1:2 bodyclose m\n", "kalint.txt:2: not a finding"},
		"place":      {"# a v1\nright\ta.go\tbodyclose\tm\n", `kalint.txt:2: "a.go" is no place in a file`},
		"no verdict": {"# a v1\nfine\ta.go:1:2\tbodyclose\tm\n", `kalint.txt:2: "fine" is no verdict`},
		"no reason":  {"# a v1\nwrong\ta.go:1:2\tbodyclose\tm\n", "kalint.txt:2: wrong, and no reason"},
	} {
		t.Run(name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "kalint.txt")
			require.NoError(t, os.WriteFile(file, []byte(c.text), 0o644))
			_, err := readGolden(file)
			assert.ErrorContains(t, err, c.want)
		})
	}
}

// What is written is what is read, without modules that left the list.
func TestWriteGolden(t *testing.T) {
	const text = "# a v1\nright\ta.go:1:2\tbodyclose\tm\nwrong\tb/b.go:30:4\tbodydrain\tm: n\tit is read\n\n# b v2\n"
	file := filepath.Join(t.TempDir(), "kalint.txt")
	require.NoError(t, os.WriteFile(file, []byte("# b v2\n\n# gone v1\nright\ta.go:1:2\tbodyclose\tm\n\n"+text[:len(text)-8]), 0o644))
	g, err := readGolden(file)
	require.NoError(t, err)
	require.NoError(t, g.write(file, []target{{module: "a", version: "v1"}, {module: "b", version: "v2"}, {module: "c", version: "v3"}}))
	got, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Equal(t, text, string(got))
}

// Update writes the golden files and the README's figures, and nothing else of
// the README.
func TestUpdate(t *testing.T) {
	top := t.TempDir()
	here := filepath.Join(top, "testdata", "golden")
	require.NoError(t, os.MkdirAll(here, 0o755))
	readme := filepath.Join(top, "README.md")
	write := func(file, text string) { require.NoError(t, os.WriteFile(file, []byte(text), 0o644)) }
	write(filepath.Join(here, "modules.txt"), "std go1.26.8\nexample.com/a v1.0.0\n")
	write(readme, "before\n"+from+"old\n"+to+"after\n")
	list, err := readList(filepath.Join(here, "modules.txt"))
	require.NoError(t, err)

	found := map[string]golden{kalint: {"example.com/a v1.0.0": {at("a.go", 1, "lost", wrong)}}}
	require.NoError(t, update(here, found, list))
	g, err := readGolden(goldenFile(here, kalint))
	require.NoError(t, err)
	assert.Equal(t, found[kalint], g)
	assert.NoFileExists(t, goldenFile(here, bodyclose), "only the tools that ran")
	c, err := readCounts(here)
	require.NoError(t, err)
	text, err := os.ReadFile(readme)
	require.NoError(t, err)
	assert.Equal(t, "before\n"+from+c.table()+to+"after\n", string(text))
	assert.Contains(t, string(text), "1 modules, std and cmd:")

	write(readme, "no place\n")
	assert.ErrorContains(t, update(here, found, list), "README.md has no place for the figures")
}
