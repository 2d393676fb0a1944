package repo

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestFind(t *testing.T) {
	top, err := filepath.EvalSymlinks(t.TempDir())
	require.NoError(t, err)
	sub := filepath.Join(top, "repo", "a", "b")
	require.NoError(t, os.MkdirAll(sub, 0o777))
	assert.Equal(t, sub, Find(sub, sub).dir, "in no repository")
	require.NoError(t, os.WriteFile(filepath.Join(top, "repo", ".git"), nil, 0o666)) // as in a work tree
	link := filepath.Join(top, "link")
	require.NoError(t, os.Symlink(sub, link))
	for _, dir := range []string{sub, link, filepath.Join(top, "repo")} {
		assert.Equal(t, filepath.Join(top, "repo"), Find(dir, dir).dir)
	}
	r := Find(link, link)
	for name, want := range map[string]string{
		filepath.Join(link, "x.go"):         "a/b/x.go",
		filepath.Join(sub, "..x", "x.go"):   "a/b/..x/x.go",
		filepath.Join(top, "repo", "..x"):   "..x",
		filepath.Join(top, "repo"):          ".",
		filepath.Join(top, "other", "x.go"): filepath.ToSlash(filepath.Join(top, "other", "x.go")),
	} {
		path, ok := r.Rel(name)
		assert.Equal(t, want, path)
		assert.Equal(t, !filepath.IsAbs(want), ok)
	}
	assert.Equal(t, filepath.Join(sub, "x.go"), r.Abs("a/b/x.go"))
}

func TestTouch(t *testing.T) {
	c := &Changes{root: At("/r"), dirs: []string{"sub/"}, files: map[string][]hunk{"a.go": {{10, 2}, {20, 0}}, "new.go": {everything}}}
	for _, w := range []struct {
		name        string
		first, last int
		want        bool
	}{
		{"/r/a.go", 9, 9, false}, {"/r/a.go", 10, 10, true}, {"/r/a.go", 11, 11, true}, {"/r/a.go", 12, 19, false}, {"/r/a.go", 1, 30, true},
		{"/r/a.go", 20, 20, false}, {"/r/a.go", 21, 21, false}, {"/r/a.go", 20, 21, true}, {"/r/a.go", 19, 20, false}, {"/r/a.go", 21, 22, false},
		{"/r/new.go", 1, 1, true}, {"/r/b.go", 10, 10, false}, {"/r/sub/b.go", 1, 1, true}, {"/r/subject/b.go", 1, 1, false}, {"/a.go", 10, 10, false},
	} {
		assert.Equal(t, w.want, c.Touch(w.name, w.first, w.last), w)
	}
}

// TestSince asks the real git about lines that look like a diff's own, odd names, and files that are renamed, deleted,
// binary or untracked.
func TestSince(t *testing.T) {
	dir, err := filepath.EvalSymlinks(t.TempDir())
	require.NoError(t, err)
	git := func(args ...string) {
		cmd := exec.Command("git", append([]string{"-c", "user.name=a", "-c", "user.email=a@example.com"}, args...)...)
		cmd.Dir = dir
		out, err := cmd.CombinedOutput()
		require.NoError(t, err, string(out))
	}
	write := func(name, data string) {
		require.NoError(t, os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o777))
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(data), 0o666))
	}
	odd := "b/ä \"x\"\t.go"
	write("sql.go", "one\n-- two\n-- a/sql.go\nthree\n")
	write(odd, "one\ntwo\n")
	write("old.go", "one\ntwo\nthree\nfour\n")
	write("gone.go", "one\n")
	write("made.go", "one\n")
	write(".gitattributes", "made.go -diff\n")
	git("init", "-q")
	git("add", "-A")
	git("commit", "-qm", "first")

	write("sql.go", "one\n++ b/sql.go\n@@ -1 +1 @@\nthree\nfour\n")
	write(odd, "one\n2\n")
	git("mv", "old.go", "new.go")
	write("new.go", "one\ntwo\nthree\n4\n")
	require.NoError(t, os.Remove(filepath.Join(dir, "gone.go")))
	write("made.go", "two\n")
	write("untracked.go", "one\n")
	c, err := Since(t.Context(), dir, "HEAD")
	require.NoError(t, err)
	for _, w := range []struct {
		name string
		line int
		want bool
	}{
		{"sql.go", 1, false}, {"sql.go", 2, true}, {"sql.go", 3, true}, {"sql.go", 4, false}, {"sql.go", 5, true},
		{odd, 1, false}, {odd, 2, true}, {"new.go", 3, false}, {"new.go", 4, true}, {"made.go", 1, true}, {"untracked.go", 1, true},
	} {
		assert.Equal(t, w.want, c.Touch(filepath.Join(dir, w.name), w.line, w.line), w)
	}
}
