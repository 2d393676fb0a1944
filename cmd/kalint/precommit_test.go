package main_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// hooks makes a repository of the kalint that is tested, for pre-commit to clone.
func hooks(t *testing.T) string {
	t.Helper()
	repo := t.TempDir()
	for _, name := range []string{"go.mod", "go.sum", ".pre-commit-hooks.yaml"} {
		write(t, filepath.Join(repo, name), read(t, root(t), name))
	}
	for _, dir := range []string{"cmd/kalint", "passes"} {
		require.NoError(t, os.CopyFS(filepath.Join(repo, dir), os.DirFS(filepath.Join(root(t), dir))))
	}
	commit(t, repo)
	return repo
}

func commit(t *testing.T, repo string) {
	t.Helper()
	git(t, repo, "init", "-q")
	git(t, repo, "add", "-A")
	git(t, repo, "commit", "-q", "-m", "all")
}

// tryRepo returns what runs a hook in a repository, on files that are said to have changed. Pre-commit builds kalint with a
// GOPATH of its own; the module cache is the one that is there.
func tryRepo(t *testing.T) func(dir, hook string, files ...string) ran {
	t.Helper()
	repo, home := hooks(t), t.TempDir()
	cache := strings.TrimSpace(run(t, repo, "go", "env", "GOMODCACHE").out)
	return func(dir, hook string, files ...string) ran {
		args := []string{"PRE_COMMIT_HOME=" + home, "GOMODCACHE=" + cache, "PATH=" + filepath.Dir(kalint) + ":" + os.Getenv("PATH"),
			"pre-commit", "try-repo", "--color=never", repo, hook, "--files"}
		return run(t, dir, append(args, files...)...)
	}
}

const (
	leakyGo = "package a\n\nimport \"net/http\"\n\nfunc f(url string) error {\n\tresp, err := http.Get(url)\n\tif err != nil {\n\t\treturn err\n\t}\n\t_ = resp\n\treturn nil\n}\n"
	cleanGo = "package a\n"
)

// TestPreCommit runs the hooks with a finding and without, on changes that matter and on others.
func TestPreCommit(t *testing.T) {
	try := tryRepo(t)
	leaky := module(t, "-- a.go --\n"+leakyGo+"-- b.go --\npackage a\n-- notes.txt --\nnothing\n")
	clean := module(t, "-- a.go --\n"+cleanGo)
	commit(t, leaky)
	commit(t, clean)
	for _, hook := range []string{"kalint", "kalint-system"} {
		for _, file := range []string{"a.go", "b.go", "go.mod"} { // whole packages are looked at, whatever changed
			r := try(leaky, hook, file)
			assert.Equal(t, 1, r.code, r.out+r.stderr)
			assert.Regexp(t, `(?m)^kalint\.+Failed$`, r.out)
			assert.Contains(t, r.out, "a.go:6:15: response body of resp is not closed")
		}
		r := try(leaky, hook, "notes.txt")
		assert.Equal(t, 0, r.code)
		assert.Regexp(t, `(?m)^kalint\.+\(no files to check\)Skipped$`, r.out)
		r = try(clean, hook, "a.go")
		assert.Equal(t, 0, r.code, r.out+r.stderr)
		assert.Regexp(t, `(?m)^kalint\.+Passed$`, r.out)
	}

	r := try(leaky, "kalint-fix", "b.go")
	assert.Equal(t, 1, r.code)
	assert.Contains(t, r.out, "- files were modified by this hook")
	assert.Contains(t, read(t, leaky, "a.go"), "resp.Body.Close()\n")
	git(t, leaky, "add", "-A")
	r = try(leaky, "kalint-fix", "a.go")
	assert.Equal(t, 0, r.code, r.out+r.stderr)
	assert.Regexp(t, `(?m)^kalint -fix\.+Passed$`, r.out)
}

// TestREADMEPreCommit runs pre-commit on the README's configuration, in a repository with two modules.
func TestREADMEPreCommit(t *testing.T) {
	_, section, found := strings.Cut(read(t, root(t), "README.md"), "\n## pre-commit\n")
	require.True(t, found)
	block := regexp.MustCompile("(?s)```yaml\n(.*?)```").FindStringSubmatch(section)
	require.NotNil(t, block)
	repo := hooks(t)
	config := strings.Replace(block[1], "https://github.com/kalint/kalint", repo, 1)
	require.NotEqual(t, block[1], config)
	config = regexp.MustCompile(`rev: \S+`).ReplaceAllString(config, "rev: "+strings.TrimSpace(git(t, repo, "rev-parse", "HEAD")))
	mod := "-- go.mod --\nmodule example.com/m\n\ngo 1.26.0\n-- tools/go.mod --\nmodule example.com/tools\n\ngo 1.26.0\n"
	dir := module(t, mod+"-- a.go --\n"+cleanGo+"-- tools/a.go --\n"+leakyGo)
	write(t, filepath.Join(dir, ".pre-commit-config.yaml"), config)
	commit(t, dir)
	cache := strings.TrimSpace(run(t, repo, "go", "env", "GOMODCACHE").out)
	r := run(t, dir, "PRE_COMMIT_HOME="+t.TempDir(), "GOMODCACHE="+cache, "pre-commit", "run", "--color=never", "--all-files")
	assert.Equal(t, 1, r.code, r.out+r.stderr)
	assert.Regexp(t, `(?s)^(.*\n)?kalint\.+Passed\nkalint\.+Failed\n.*a\.go:6:15: response body of resp is not closed`, r.out)
}
