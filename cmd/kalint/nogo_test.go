package main_test

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/kalint/kalint/passes"
)

// The targets of testdata/nogo, in the order in which they are built.
var targets = []library{
	{name: "a", srcs: []string{"a.go"}},
	{name: "b", srcs: []string{"b.go", "b.pb.go"}, deps: []string{"a"}},
}

// finding is how nogo prints one.
var finding = regexp.MustCompile(`^(.+?:\d+:\d+: .+) \((\w+)\)$`)

// underNogo builds the targets, and returns what nogo finds as "file:line:col: message", sorted, with the rules by line.
func underNogo(t *testing.T, w workspace) (found []string, rules map[string]string) {
	t.Helper()
	rules = make(map[string]string)
	for _, l := range targets {
		w.compile(t, l)
		r := w.analyze(t, l)
		for line := range strings.Lines(r.stderr) {
			if m := finding.FindStringSubmatch(strings.TrimSpace(line)); m != nil {
				found = append(found, m[1])
				at := strings.SplitN(m[1], ":", 3)
				rules[at[0]+":"+at[1]] = m[2]
			}
		}
		require.Contains(t, []int{0, 1}, r.code, r.stderr)
	}
	slices.Sort(found)
	return found, rules
}

// underVet returns what go vet finds, in the same form. Further lines about a finding are indented.
func underVet(t *testing.T, dir string, flags ...string) []string {
	t.Helper()
	r := run(t, dir, append(append([]string{"go", "vet", "-vettool=" + kalint}, flags...), "./...")...)
	require.Equal(t, 1, r.code, r.out+r.stderr)
	var found []string
	for line := range strings.Lines(r.stderr) {
		if !strings.HasPrefix(line, "#") && !strings.Contains(line, ": \t") {
			found = append(found, filepath.Clean(strings.TrimSpace(line)))
		}
	}
	slices.Sort(found)
	return found
}

// wanted are the rules of the want comments, by line, at bodydrain's level.
func wanted(t *testing.T, level string) map[string]string {
	t.Helper()
	want := make(map[string]string)
	for _, name := range []string{"a/a.go", "b/b.go"} {
		for i, line := range strings.Split(read(t, "testdata/nogo", name), "\n") {
			_, text, ok := strings.Cut(line, " // want ")
			rule, at, _ := strings.Cut(text, ", at level ")
			if ok && (at == "" || at == level) {
				want[name+":"+strconv.Itoa(i+1)] = rule
			}
		}
	}
	return want
}

// kalintDeps are the import paths that the README's BUILD file gives to nogo, by the label of each.
func kalintDeps(t *testing.T) map[string]string {
	t.Helper()
	deps := make(map[string]string)
	for _, m := range regexp.MustCompile(`"(@com_github_kalint_kalint//(.+?))"`).FindAllStringSubmatch(bazelBlock(t, "starlark", "nogo("), -1) {
		deps[m[1]] = "github.com/kalint/kalint/" + m[2]
	}
	return deps
}

// bazelBlock returns the one block of the README's section on Bazel that has a text.
func bazelBlock(t *testing.T, language, text string) string {
	t.Helper()
	_, section, found := strings.Cut(read(t, root(t), "README.md"), "\n## Bazel\n")
	require.True(t, found)
	section, _, _ = strings.Cut(section, "\n## ")
	var blocks []string
	for _, m := range regexp.MustCompile("(?s)```"+language+"\n(.*?)```").FindAllStringSubmatch(section, -1) {
		if strings.Contains(m[1], "\n"+text) || strings.HasPrefix(m[1], text) {
			blocks = append(blocks, m[1])
		}
	}
	require.Len(t, blocks, 1)
	return blocks[0]
}

// TestNogo runs Bazel's actions, with the README's settings, on two packages of which one knows of the other by facts. There
// are none of the standard library.
func TestNogo(t *testing.T) {
	deps := slices.Sorted(maps.Values(kalintDeps(t)))
	require.Len(t, deps, len(passes.All()))
	for level, config := range map[string]string{"unread": "", "paths": bazelBlock(t, "json", "{")} {
		w := newWorkspace(t, newNogo(t, deps, config), "testdata/nogo")
		found, rules := underNogo(t, w)
		if config == "" { // nothing says that the generated file is to be left out
			assert.Equal(t, "bodyclose", rules["b/b.pb.go:12"])
			assert.Equal(t, "bodydrain", rules["b/b.pb.go:18"])
			found = slices.DeleteFunc(found, func(f string) bool { return strings.HasPrefix(f, "b/b.pb.go:") })
			maps.DeleteFunc(rules, func(at, _ string) bool { return strings.HasPrefix(at, "b/b.pb.go:") })
		}
		assert.Equal(t, wanted(t, level), rules)
		assert.Equal(t, underVet(t, w.dir, "-bodydrain.level="+level), found)
	}
}

// TestNogoFacts compares what nogo writes for importers. Of external repositories it wants nothing else.
func TestNogoFacts(t *testing.T) {
	n := newNogo(t, slices.Sorted(maps.Values(kalintDeps(t))), "")
	var want []string
	for range 2 {
		w := newWorkspace(t, n, "testdata/nogo")
		underNogo(t, w)
		got := []string{read(t, w.dir, out("a", ".facts")), read(t, w.dir, out("b", ".facts"))}
		assert.Contains(t, got[0], "Fetch")
		assert.NotContains(t, got[0], w.dir)
		if want == nil {
			want = got
		}
		assert.Equal(t, want, got, "another directory")
		for i, l := range targets {
			r := w.facts(t, l, ".factsonly", "-facts_only")
			require.Equal(t, 0, r.code, r.stderr)
			assert.Equal(t, want[i], read(t, w.dir, out(l.name, ".factsonly")))
		}
	}
}

// TestNogoFixes applies the patches that nogo makes.
func TestNogoFixes(t *testing.T) {
	w := newWorkspace(t, newNogo(t, slices.Sorted(maps.Values(kalintDeps(t))), `{"_base": {"exclude_files": {"\\.pb\\.go$": "generated"}}}`), "testdata/nogo")
	underNogo(t, w)
	fixed := t.TempDir()
	require.NoError(t, os.CopyFS(fixed, os.DirFS("testdata/nogo")))
	run(t, fixed, kalint, "-fix", "./...")
	before := read(t, w.dir, "b/b.go")
	git(t, w.dir, "apply", out("b", "_nogo/nogo.patch"))
	assert.NotEqual(t, before, read(t, w.dir, "b/b.go"))
	for _, l := range targets {
		for _, src := range l.srcs {
			assert.Equal(t, read(t, fixed, l.name, src), read(t, w.dir, l.name, src))
		}
	}
}
