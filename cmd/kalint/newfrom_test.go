package main_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// committed is a module below a repository's root, with a first commit.
func committed(t *testing.T) (repo, mod string) {
	t.Helper()
	repo, mod = inRepository(t, `
-- a/a.go --
package a

func leak(...int) {}

func f() {
	leak()
}

func g() {
	leak()

	println()
}

func multi() {
	leak(
		1,
		2,
		3,
	)
}
-- b/b.go --
package b

func leak() {}

func h() { leak() }
`)
	git(t, repo, "add", ".")
	git(t, repo, "commit", "-q", "-m", "first")
	return repo, mod
}

func TestNewFrom(t *testing.T) {
	_, mod := committed(t)
	const line = ": call of example.com/m/a.leak! (toyleak)\n"
	newFrom := func(args ...string) ran { return run(t, mod, append([]string{toy, "-new-from=HEAD"}, args...)...) }
	assert.Equal(t, ran{0, "", ""}, newFrom(), "nothing changed")

	edit(t, mod, "a/a.go", "func f() {\n", "// Moved.\n\nfunc f() {\n\tprintln()\n")
	edit(t, mod, "a/a.go", "\tprintln()\n}", "\tprintln(1)\n}")
	assert.Equal(t, ran{0, "", ""}, newFrom(), "lines around it are new, its own are not")

	edit(t, mod, "a/a.go", "\tprintln(1)\n", "\tprintln(1)\n\tleak()\n")
	assert.Equal(t, ran{1, "a/a.go:16:2" + line, ""}, newFrom())

	edit(t, mod, "a/a.go", "\t\t2,\n", "\t\t4,\n")
	want := ran{1, "a/a.go:16:2" + line + "a/a.go:20:2" + line, ""}
	assert.Equal(t, want, newFrom(), "a line between those that it names is new")
	edit(t, mod, "a/a.go", "\t\t4,\n", "")
	assert.Equal(t, want, newFrom(), "a line between those that it names is gone")

	r := run(t, filepath.Join(mod, "b"), toy, "-new-from=HEAD", "../a")
	assert.Equal(t, ran{1, "../a/a.go:16:2" + line + "../a/a.go:20:2" + line, ""}, r, "from a subdirectory")
	r = run(t, filepath.Dir(mod), toy, "-C", "mod", "-new-from=HEAD")
	assert.Equal(t, ran{1, "mod/a/a.go:16:2" + line + "mod/a/a.go:20:2" + line, ""}, r)
	assert.Equal(t, want.code, newFrom("-format=sarif").code)
	assert.Len(t, readSARIF(t, newFrom("-format=sarif").out).Results, 2)
}

func TestNewFromStagedAndCommitted(t *testing.T) {
	repo, mod := committed(t)
	edit(t, mod, "b/b.go", "func h", "func i() { leak() }\nfunc h")
	want := ran{1, "b/b.go:5:12: call of example.com/m/b.leak! (toyleak)\n", ""}
	git(t, repo, "add", ".")
	assert.Equal(t, want, run(t, mod, toy, "-new-from=HEAD"))
	git(t, repo, "commit", "-q", "-m", "second")
	assert.Equal(t, ran{0, "", ""}, run(t, mod, toy, "-new-from=HEAD"))
	assert.Equal(t, want, run(t, mod, toy, "-new-from", "HEAD~1"))
	git(t, repo, "tag", "v1", "HEAD~1")
	assert.Equal(t, want, run(t, mod, toy, "-new-from", "v1"))
}

func TestNewFromFiles(t *testing.T) {
	repo, mod := committed(t)
	git(t, repo, "mv", "code dir/mod/b/b.go", "code dir/mod/b/ö.go")
	assert.Equal(t, ran{0, "", ""}, run(t, mod, toy, "-new-from=HEAD"), "renamed")
	write(t, filepath.Join(mod, "b", "new é.go"), "package b\n\nfunc k() { leak() }\n")
	write(t, filepath.Join(mod, "b", "ignored.go"), "package b\n\nfunc l() { leak() }\n")
	write(t, filepath.Join(repo, ".gitignore"), "ignored.go\n")
	want := ran{1, "b/new é.go:3:12: call of example.com/m/b.leak! (toyleak)\n", ""}
	assert.Equal(t, want, run(t, mod, toy, "-new-from=HEAD"), "not tracked")
	edit(t, mod, "b/ö.go", "h() { leak() }", "h() {  leak() }")
	r := run(t, mod, toy, "-new-from=HEAD", "./b")
	assert.Equal(t, ran{1, want.out + "b/ö.go:5:13: call of example.com/m/b.leak! (toyleak)\n", ""}, r, "renamed and changed")
}

// Whatever git is set up to print, kalint reads.
func TestNewFromUnderSettings(t *testing.T) {
	repo, mod := committed(t)
	write(t, filepath.Join(repo, ".gitattributes"), "*.go diff=odd\n")
	for _, setting := range [][2]string{
		{"diff.noprefix", "true"}, {"diff.mnemonicPrefix", "true"}, {"diff.relative", "true"}, {"diff.external", "false"}, {"color.ui", "always"},
		{"diff.renames", "false"}, {"diff.interHunkContext", "50"}, {"diff.context", "9"}, {"diff.odd.textconv", "sort"}, {"core.quotePath", "false"},
	} {
		git(t, repo, "config", setting[0], setting[1])
	}
	edit(t, mod, "b/b.go", "func h", "func i() { leak() }\nfunc h")
	git(t, repo, "mv", "code dir/mod/b/b.go", "code dir/mod/b/c.go")
	r := run(t, filepath.Join(mod, "b"), toy, "-new-from=HEAD", "../...")
	assert.Equal(t, ran{1, "c.go:5:12: call of example.com/m/b.leak! (toyleak)\n", ""}, r)
}

func TestNewFromThroughALink(t *testing.T) {
	_, mod := committed(t)
	edit(t, mod, "b/b.go", "h() { leak() }", "h() {  leak() }")
	link := filepath.Join(t.TempDir(), "link")
	require.NoError(t, os.Symlink(mod, link))
	assert.Equal(t, ran{1, "b/b.go:5:13: call of example.com/m/b.leak! (toyleak)\n", ""}, run(t, link, toy, "-new-from=HEAD"))
}

// In the hooks of a linked work tree, git sets GIT_DIR and GIT_INDEX_FILE.
func TestNewFromInAHook(t *testing.T) {
	repo, _ := committed(t)
	tree := filepath.Join(t.TempDir(), "linked tree")
	git(t, repo, "worktree", "add", "-q", "-b", "linked", tree)
	mod := filepath.Join(tree, "code dir", "mod")
	edit(t, mod, "b/b.go", "h() { leak() }", "h() {  leak() }")
	git(t, tree, "add", "-A")
	dir := strings.TrimSpace(git(t, tree, "rev-parse", "--absolute-git-dir"))
	hook := func(from string, args ...string) ran {
		return run(t, from, append([]string{"GIT_DIR=" + dir, "GIT_INDEX_FILE=" + filepath.Join(dir, "index"), toy, "-new-from=HEAD"}, args...)...)
	}
	const line = "b.go:5:13: call of example.com/m/b.leak! (toyleak)\n"
	assert.Equal(t, ran{1, "b/" + line, ""}, hook(mod))
	assert.Equal(t, ran{1, "code dir/mod/b/" + line, ""}, hook(tree, "-C=code dir/mod"))
	assert.Equal(t, ran{1, "code dir/mod/b/" + line, ""}, hook(tree, "-modules", "code dir/mod/a/a.go"))

	other := module(t, leaky)
	git(t, other, "init", "-q")
	r := run(t, mod, "GIT_DIR="+filepath.Join(other, ".git"), toy, "-new-from=HEAD")
	assert.Equal(t, 2, r.code, "a repository that is not the one around is what was asked for")
	r.wantLine(t, `git knows no revision "HEAD"`)
}

// A finding of the real rules is new when what makes it one is.
func TestNewFromOfPaths(t *testing.T) {
	repo, mod := inRepository(t, `
-- a.go --
package a

import "net/http"

func f(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	println(resp.Status)
	println()
	defer resp.Body.Close()
	return nil
}

func old(url string) error {
	_, err := http.Get(url)
	return err
}
`)
	git(t, repo, "add", ".")
	git(t, repo, "commit", "-q", "-m", "first")
	newFrom := func() ran { return run(t, mod, kalint, "-bodyclose", "-new-from=HEAD") }
	assert.Equal(t, ran{0, "", ""}, newFrom())
	edit(t, mod, "a.go", "\tprintln()\n", "\tif url == \"\" {\n\t\treturn nil\n\t}\n")
	assert.Equal(t, ran{1, "a.go:6:15: response body of resp is not closed when the function returns at line 12 (bodyclose)\n", ""}, newFrom(), "a return is new")
	git(t, repo, "checkout", "-q", ".")
	edit(t, mod, "a.go", "\tdefer resp.Body.Close()\n", "")
	assert.Equal(t, ran{1, "a.go:6:15: response body of resp is not closed when the function returns at line 12 (bodyclose)\n", ""}, newFrom(), "the close is gone")
}

func TestNewFromRefusals(t *testing.T) {
	_, mod := committed(t)
	for rev, want := range map[string]string{
		"nosuch":    `-new-from: git knows no revision "nosuch"`,
		"HEAD..":    `git knows no revision "HEAD.."`,
		"--all":     `"--all" is no revision`,
		"HEAD:a.go": "git knows no revision",
	} {
		r := run(t, mod, toy, "-new-from="+rev)
		assert.Equal(t, 2, r.code)
		assert.Empty(t, r.out)
		r.wantLine(t, "kalint: ")
		r.wantLine(t, want)
	}
	r := run(t, module(t, leaky), toy, "-new-from=HEAD")
	assert.Equal(t, 2, r.code)
	r.wantLine(t, "kalint: -new-from: not inside a git repository")

	empty := module(t, leaky)
	git(t, empty, "init", "-q")
	r = run(t, empty, toy, "-new-from=HEAD")
	assert.Equal(t, 2, r.code)
	r.wantLine(t, `git knows no revision "HEAD"`)
}

func TestNewFromWithoutGit(t *testing.T) {
	_, mod := committed(t)
	bin := t.TempDir()
	goroot := run(t, mod, "go", "env", "GOROOT").out
	require.NoError(t, os.Symlink(filepath.Join(goroot[:len(goroot)-1], "bin", "go"), filepath.Join(bin, "go")))
	r := run(t, mod, "PATH="+bin, toy, "-new-from=HEAD")
	assert.Equal(t, 2, r.code)
	r.wantLine(t, "kalint: -new-from: needs the git command, and it is not on PATH")
}

func TestNewFromInAShallowClone(t *testing.T) {
	repo, _ := committed(t)
	clone := filepath.Join(t.TempDir(), "clone")
	git(t, repo, "commit", "-q", "--allow-empty", "-m", "second")
	git(t, repo, "clone", "-q", "--depth=1", "file://"+repo, clone)
	r := run(t, filepath.Join(clone, "code dir", "mod"), toy, "-new-from=HEAD~1")
	assert.Equal(t, 2, r.code)
	r.wantLine(t, "the clone is shallow")
}
