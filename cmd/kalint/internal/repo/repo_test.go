package repo

import (
	"os"
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
