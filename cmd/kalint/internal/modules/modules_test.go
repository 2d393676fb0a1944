package modules

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// tree makes modules in a directory, each with a file a.go, and other files.
func tree(t *testing.T, mods []string, files map[string]string) string {
	t.Helper()
	top, err := filepath.EvalSymlinks(t.TempDir())
	require.NoError(t, err)
	put := func(name, data string) {
		name = filepath.Join(top, name)
		require.NoError(t, os.MkdirAll(filepath.Dir(name), 0o777))
		require.NoError(t, os.WriteFile(name, []byte(data), 0o666))
	}
	for _, mod := range mods {
		put(mod+"/go.mod", "module example.com/m\n\ngo 1.26.0\n")
		put(mod+"/a.go", "package a\n")
	}
	for name, data := range files {
		put(name, data)
	}
	return top
}

// told are modules by their paths from a directory, with the workspace that they
// are in, or a mark on those that are not in the one around them.
func told(t *testing.T, top string, mods []Module) (out []string) {
	t.Helper()
	for _, m := range mods {
		rel, err := filepath.Rel(top, m.Dir)
		require.NoError(t, err)
		if m.Alone {
			rel += " alone"
		}
		if m.Work != "" {
			assert.Equal(t, m.Dir, filepath.Join(m.Work, m.InWork))
			rel += " of " + filepath.Base(m.Work)
		}
		out = append(out, filepath.ToSlash(rel))
	}
	return out
}

func replaces(dirs ...string) string {
	mod := "module example.com/m\n\ngo 1.26.0\n"
	for _, dir := range dirs {
		mod += "\nreplace example.com/" + filepath.Base(dir) + " => " + dir + "\n"
	}
	return mod
}

func TestAll(t *testing.T) {
	top := tree(t, []string{"a", "a/nested", "b c/deep/er", "testdata/x", "a/testdata", "_x", ".x", "a/vendor/v"}, map[string]string{"go.mod/x": ""})
	require.NoError(t, os.Symlink(filepath.Join(top, "a"), filepath.Join(top, "link")))
	all := func(top string) []string {
		mods, err := (&Tree{Top: top}).All()
		require.NoError(t, err)
		return told(t, top, mods)
	}
	assert.Equal(t, []string{"a", "a/nested", "b c/deep/er"}, all(top))
	assert.Equal(t, []string{".", "nested"}, all(filepath.Join(top, "link")), "by the name that was given")
	assert.Equal(t, []string{"x"}, all(filepath.Join(top, "testdata")), "where one stands counts for nothing")
	assert.Empty(t, all(filepath.Join(top, "b c", "deep", "er", "a.go")))
	_, err := (&Tree{Top: filepath.Join(top, "nosuch")}).All()
	assert.Error(t, err)
}

func TestConcerned(t *testing.T) {
	top := tree(t, []string{"a", "a/nested", "b", "lib", "testdata/x", "a/testdata/y", "_x"}, map[string]string{
		"user/go.mod":     replaces("../lib"),
		"fake/go.mod":     replaces("../testdata/x"),
		"a/sub/s.go":      "package s\n",
		"scripts/x.go":    "package x\n",
		"scripts/x.py":    "pass\n",
		"a/vendor/v/v.go": "package v\n",
		".github/x.go":    "package x\n",
	})
	require.NoError(t, os.Symlink(filepath.Join(top, "a"), filepath.Join(top, "link")))
	for _, c := range []struct {
		names, want []string
	}{
		{[]string{"a/a.go"}, []string{"a"}},
		{[]string{"a/sub/s.go", "./a/../a/a.go", "a"}, []string{"a"}},
		{[]string{"b/go.mod", "a/go.sum"}, []string{"a", "b"}},
		{[]string{"a/nested/a.go"}, []string{"a/nested"}},
		{[]string{"lib/a.go"}, []string{"lib", "user"}},
		{[]string{"user/go.mod"}, []string{"user"}},
		{[]string{"a/gone/gone.go", "b/gone.go"}, []string{"a", "b"}},
		{[]string{"a/vendor/v/v.go", "a/vendor/modules.txt"}, []string{"a"}},
		{[]string{"a/testdata/src/x.go", "a/testdata/y/a.go", "_x/a.go", ".github/x.go", "a/_old/x.go", "scripts/x.py"}, nil},
		{[]string{"testdata/x/a.go"}, []string{"fake"}},
		{[]string{"link/sub/s.go"}, []string{"a"}},
		{[]string{filepath.Join(top, "b", "a.go")}, []string{"b"}},
	} {
		mods, err := (&Tree{Top: top, Limit: top}).Concerned(top, c.names)
		require.NoError(t, err, c.names)
		assert.Equal(t, c.want, told(t, top, mods), c.names)
	}
	for _, name := range []string{"scripts/x.go", "gone/lib/x.go", "x.go", "nosuch"} {
		_, err := (&Tree{Top: top, Limit: top}).Concerned(top, []string{"a/a.go", name})
		assert.EqualError(t, err, name+" is in no module: there is no go.mod beside or above it")
	}
}

// TestConcernedElsewhere has files outside of the directory to work in.
func TestConcernedElsewhere(t *testing.T) {
	top := tree(t, []string{"repo/a", "repo/a/nested", "repo/lib"}, map[string]string{
		"go.mod": replaces(), "repo/a/user/go.mod": replaces("../../lib"), "repo/scripts/x.go": "package x\n", "repo/a/sub/s.go": "package s\n",
	})
	repo := filepath.Join(top, "repo")
	for _, c := range []struct {
		at     string
		strict bool
		names  []string
		want   []string
	}{
		{"a", true, []string{"a/a.go", "lib/a.go"}, []string{"a", "a/user"}},
		{"a", true, []string{"scripts/x.go"}, nil},
		{"a", false, []string{"lib/a.go"}, []string{"lib", "a/user"}},
		{"a/nested", true, []string{"a/a.go"}, nil},
		{"a/nested", false, []string{"a/a.go"}, []string{"a"}},
		{"a/sub", true, []string{"a/sub/s.go"}, []string{"a"}},
	} {
		mods, err := (&Tree{Top: filepath.Join(repo, c.at), Strict: c.strict, Limit: repo}).Concerned(repo, c.names)
		require.NoError(t, err)
		assert.Equal(t, c.want, told(t, repo, mods), c)
	}
	_, err := (&Tree{Top: repo, Limit: repo}).Concerned(repo, []string{"scripts/x.go"})
	assert.Error(t, err, "a go.mod above the repository is none of its business")
	mods, err := (&Tree{Top: repo}).Concerned(repo, []string{"scripts/x.go"})
	require.NoError(t, err)
	assert.Equal(t, []string{".."}, told(t, repo, mods))
}

func TestWorkspaces(t *testing.T) {
	const work = "go 1.26.0\n\nuse (\n\t./a\n\t./b\n)\n\nreplace example.com/lib => ./lib\n"
	top := tree(t, []string{"b", "lib", "lib2", "out", "far/c"}, map[string]string{
		"a/go.mod": replaces("../lib2"), "go.work": work, "far/go.work": "go 1.26.0\n\nuse ./c\n", "other.work": "go 1.26.0\n\nuse ./out\n",
	})
	file := filepath.Join(top, "go.work")
	w := " of " + filepath.Base(top)
	all := []string{"a" + w, "b" + w, "far/c of far", "lib alone", "lib2 alone", "out alone"}
	for _, c := range []struct {
		work  string
		names []string
		want  []string
	}{
		{file, nil, all},
		{file, []string{"a/a.go"}, []string{"a" + w, "b" + w}},
		{file, []string{"b/go.mod"}, []string{"a" + w, "b" + w}},
		{file, []string{"lib/a.go"}, []string{"a" + w, "b" + w, "lib alone"}},
		{file, []string{"lib2/a.go"}, []string{"a" + w, "b" + w, "lib2 alone"}},
		{file, []string{"out/a.go"}, []string{"out alone"}},
		{file, []string{"far/c/a.go"}, []string{"far/c of far"}},
		{file, []string{"far/go.work"}, []string{"far/c of far"}},
		{file, []string{"go.work"}, all},
		{file, []string{"vendor/modules.txt"}, all},
		{"off", []string{"b/a.go"}, []string{"b"}},
		{"off", []string{"lib2/a.go"}, []string{"a", "lib2"}},
		{filepath.Join(top, "other.work"), []string{"a/a.go", "out/a.go"}, []string{"a alone", "out" + w}},
	} {
		tree := &Tree{Top: top, Limit: top, Work: c.work}
		mods, err := tree.All()
		if c.names != nil {
			mods, err = tree.Concerned(top, c.names)
		}
		require.NoError(t, err)
		assert.Equal(t, c.want, told(t, top, mods), c)
	}
}

// What cannot be read is looked at, so that the go command says what is wrong.
func TestUnreadable(t *testing.T) {
	top := tree(t, []string{"a", "b"}, map[string]string{"b/go.mod": "modul b\n"})
	mods, err := (&Tree{Top: top}).Concerned(top, []string{"a/a.go"})
	require.NoError(t, err)
	assert.Equal(t, []string{"a", "b"}, told(t, top, mods))
	require.NoError(t, os.WriteFile(filepath.Join(top, "go.work"), []byte("use\n"), 0o666))
	_, err = (&Tree{Top: top, Work: filepath.Join(top, "go.work")}).All()
	assert.ErrorContains(t, err, "go.work:1: ")
}
