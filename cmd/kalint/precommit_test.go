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

// useLib is a function that leaks unless lib.Do closes what it is given.
const useLib = "package app\n\nimport (\n\t\"net/http\"\n\n\t\"example.com/lib\"\n)\n\nfunc f(url string) error {\n\tresp, err := http.Get(url)\n\tif err != nil {\n\t\treturn err\n\t}\n\tlib.Do(resp)\n\treturn nil\n}\n"

// inModules is a repository without a go.mod at its top, and with a finding in one
// of its modules; app would have one as well if it used lib2 in place of lib.
func inModules(t *testing.T) string {
	t.Helper()
	const gomod = "module example.com/%s\n\ngo 1.26.0\n"
	dir := t.TempDir()
	for name, data := range map[string]string{
		"app/go.mod":                strings.Replace(gomod, "%s", "app", 1) + "\nrequire example.com/lib v0.0.0\n\nreplace example.com/lib => ../lib\n",
		"app/a.go":                  useLib,
		"lib/go.mod":                strings.Replace(gomod, "%s", "lib", 1),
		"lib/l.go":                  "package lib\n\nimport (\n\t\"io\"\n\t\"net/http\"\n)\n\nfunc Do(r *http.Response) {\n\tio.Copy(io.Discard, r.Body)\n\tr.Body.Close()\n}\n",
		"lib2/go.mod":               strings.Replace(gomod, "%s", "lib", 1),
		"lib2/l.go":                 "package lib\n\nimport \"net/http\"\n\nfunc Do(r *http.Response) {}\n",
		"leaky dir/go.mod":          strings.Replace(gomod, "%s", "leaky", 1),
		"leaky dir/a.go":            leakyGo,
		"leaky dir/sub/s.go":        cleanGo,
		"leaky dir/testdata/go.mod": strings.Replace(gomod, "%s", "t", 1),
		"leaky dir/testdata/t.go":   leakyGo,
	} {
		write(t, filepath.Join(dir, name), data)
	}
	commit(t, dir)
	return dir
}

const (
	inLeaky   = "leaky dir/a.go:6:15: response body of resp is not closed"
	inUseLib  = "app/a.go:10:15: response body of resp is not closed"
	notClosed = "response body of"
)

// TestPreCommitModules says of files in several modules that they changed.
func TestPreCommitModules(t *testing.T) {
	try := tryRepo(t)
	dir := inModules(t)
	for _, files := range [][]string{{"leaky dir/a.go"}, {"leaky dir/sub/s.go"}, {"app/a.go", "leaky dir/go.mod", "lib/l.go"}} {
		r := try(dir, "kalint-system", files...)
		assert.Equal(t, 1, r.code, r.out+r.stderr)
		assert.Contains(t, r.out, "- exit code: 1\n")
		assert.Contains(t, r.out, inLeaky)
		assert.Equal(t, 1, strings.Count(r.out, notClosed), r.out)
	}
	for _, files := range [][]string{{"app/a.go", "lib/l.go"}, {"lib2/go.mod"}, {"leaky dir/testdata/t.go"}} {
		r := try(dir, "kalint-system", files...)
		assert.Equal(t, 0, r.code, r.out+r.stderr)
		assert.Regexp(t, `(?m)^kalint\.+Passed$`, r.out)
	}
	write(t, filepath.Join(dir, "lib", "l.go"), read(t, dir, "lib2/l.go"))
	git(t, dir, "add", "-A")
	r := try(dir, "kalint-system", "lib/l.go")
	assert.Equal(t, 1, r.code, r.out+r.stderr)
	assert.Contains(t, r.out, inUseLib)
	write(t, filepath.Join(dir, "x.go"), cleanGo)
	git(t, dir, "add", "-A")
	r = try(dir, "kalint-system", "x.go")
	assert.Equal(t, 1, r.code)
	assert.Contains(t, r.out, "- exit code: 2\n\nkalint: -modules: x.go is in no module: there is no go.mod beside or above it\n")
}

// configured puts a .pre-commit-config.yaml with hooks into a repository. It returns
// what runs a program there, for which pre-commit builds kalint once.
func configured(t *testing.T, dir, list string) func(dir string, args ...string) ran {
	t.Helper()
	repo, home := hooks(t), t.TempDir()
	rev := strings.TrimSpace(git(t, repo, "rev-parse", "HEAD"))
	write(t, filepath.Join(dir, ".pre-commit-config.yaml"), "repos:\n  - repo: "+repo+"\n    rev: "+rev+"\n    hooks:\n"+list)
	git(t, dir, "add", ".pre-commit-config.yaml")
	cache := strings.TrimSpace(run(t, repo, "go", "env", "GOMODCACHE").out)
	return func(dir string, args ...string) ran {
		env := []string{"PRE_COMMIT_HOME=" + home, "GOMODCACHE=" + cache, "GOFLAGS=", "PRE_COMMIT_COLOR=never"}
		return run(t, dir, append(env, args...)...)
	}
}

// TestPreCommitCommit commits through an installed hook, from a linked work tree,
// where git sets GIT_DIR, and from the first one.
func TestPreCommitCommit(t *testing.T) {
	first := inModules(t)
	in := configured(t, first, "      - id: kalint\n        args: [-new-from=HEAD]\n")
	require.Equal(t, 0, in(first, "pre-commit", "install").code)
	linked := filepath.Join(t.TempDir(), "linked tree")
	git(t, first, "worktree", "add", "-q", "-b", "linked", linked)
	write(t, filepath.Join(linked, ".pre-commit-config.yaml"), read(t, first, ".pre-commit-config.yaml"))
	for _, dir := range []string{linked, first} {
		tryCommit := func(from string) ran {
			git(t, dir, "add", "-A")
			return in(filepath.Join(dir, from), "git", "-c", "user.name=x", "-c", "user.email=x@example.com", "commit", "-m", "change")
		}
		edit(t, dir, "app/a.go", "\treturn nil", "\tprintln()\n\treturn nil")
		edit(t, dir, "leaky dir/sub/s.go", "package a\n", "package a\n\n// Changed.\n")
		r := tryCommit("app")
		assert.Equal(t, 0, r.code, r.stderr)
		assert.Regexp(t, `(?m)^kalint\.+Passed$`, r.stderr)

		edit(t, dir, "leaky dir/a.go", "\t_ = resp\n", "\tprintln(resp.Status)\n")
		r = tryCommit("leaky dir")
		assert.Equal(t, 1, r.code)
		assert.Contains(t, r.stderr, inLeaky)
		assert.Equal(t, 1, strings.Count(r.stderr, notClosed), r.stderr)
		git(t, dir, "checkout", "-q", "HEAD", "leaky dir")
	}
}

// TestPreCommitGoMod commits nothing but a go.mod, or a go.work.
func TestPreCommitGoMod(t *testing.T) {
	dir := inModules(t)
	in := configured(t, dir, "      - id: kalint\n")
	require.Equal(t, 0, in(dir, "pre-commit", "install").code)
	git(t, dir, "commit", "-q", "--no-verify", "-m", "configured")
	tryCommit := func() ran {
		git(t, dir, "add", "-A")
		return in(dir, "git", "-c", "user.name=x", "-c", "user.email=x@example.com", "commit", "-m", "change")
	}
	edit(t, dir, "app/go.mod", "../lib", "../lib2")
	r := tryCommit()
	assert.Equal(t, 1, r.code)
	assert.Contains(t, r.stderr, inUseLib)
	assert.NotContains(t, r.stderr, inLeaky)
	edit(t, dir, "app/go.mod", "=> ../lib2", "=> ../lib // as it was")
	assert.Equal(t, 0, tryCommit().code)

	write(t, filepath.Join(dir, "go.work"), "go 1.26.0\n\nuse (\n\t./app\n\t./lib2\n)\n")
	r = tryCommit()
	assert.Equal(t, 1, r.code)
	assert.Contains(t, r.stderr, inLeaky, "all that is below it")
	git(t, dir, "rm", "-q", "-rf", "leaky dir", "go.work")
	r = tryCommit()
	assert.Equal(t, 0, r.code, r.stderr)
	assert.Regexp(t, `(?m)^kalint\.+\(no files to check\)Skipped$`, r.stderr, "what is gone needs no look")
}

// TestPreCommitFix mends several modules. Its other hooks keep to one by -C, and look
// at all of them, whatever changed.
func TestPreCommitFix(t *testing.T) {
	dir := inModules(t)
	write(t, filepath.Join(dir, "more", "go.mod"), "module example.com/more\n\ngo 1.26.0\n")
	write(t, filepath.Join(dir, "more", "m.go"), leakyGo)
	in := configured(t, dir, "      - id: kalint\n        name: one\n        args: [-C, more]\n"+
		"      - id: kalint\n        name: all\n        pass_filenames: false\n      - id: kalint-fix\n")
	git(t, dir, "add", "-A")
	r := in(dir, "pre-commit", "run", "--files", "app/a.go", "leaky dir/a.go")
	assert.Equal(t, 1, r.code)
	assert.Regexp(t, `(?s)^(.*\n)?one\.+Passed\nall\.+Failed\n.*`+inLeaky+`.*more/m\.go:6:15: .*kalint -fix\.+Failed\n`, r.out)
	assert.Contains(t, r.out, "- files were modified by this hook\n\nkalint: applied 1 fix in 1 file\n")
	assert.Contains(t, read(t, dir, "leaky dir/a.go"), "resp.Body.Close()\n")
	assert.Equal(t, leakyGo, read(t, dir, "more/m.go"))
	assert.Equal(t, leakyGo, read(t, dir, "leaky dir/testdata/t.go"))

	git(t, dir, "checkout", "-q", "leaky dir")
	r = in(dir, "pre-commit", "run", "--all-files", "kalint-fix")
	assert.Equal(t, 1, r.code)
	assert.Contains(t, r.out, "kalint: applied 2 fixes in 2 files\n")
	git(t, dir, "add", "-A")
	r = in(dir, "pre-commit", "run", "--all-files")
	assert.Equal(t, 0, r.code, r.out)
	assert.Equal(t, 3, strings.Count(r.out, "Passed\n"), r.out)
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
	home := t.TempDir()
	pre := func(args ...string) ran {
		env := []string{"PRE_COMMIT_HOME=" + home, "GOMODCACHE=" + cache, "pre-commit", "run", "--color=never"}
		return run(t, dir, append(env, args...)...)
	}
	r := pre("--all-files")
	assert.Equal(t, 1, r.code, r.out+r.stderr)
	assert.Regexp(t, `(?s)^(.*\n)?kalint\.+Failed\n.*\n\ntools/a\.go:6:15: response body of resp is not closed`, r.out)
	r = pre("--files", "a.go")
	assert.Equal(t, 0, r.code, r.out+r.stderr)
	assert.Regexp(t, `(?m)^kalint\.+Passed$`, r.out)
}
