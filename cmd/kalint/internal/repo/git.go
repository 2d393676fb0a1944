package repo

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// A git runs the git command in a directory.
type git struct {
	ctx  context.Context
	path string
	dir  string
	env  []string
}

// open finds the work tree around a directory, and a commit in it.
func open(ctx context.Context, dir, rev string) (g *git, commit string, err error) {
	path, err := exec.LookPath("git")
	if err != nil {
		return nil, "", errors.New("needs the git command, and it is not on PATH")
	}
	g = &git{ctx: ctx, path: path, dir: dir, env: os.Environ()}
	g.leaveHook()
	if err := g.top(); err != nil {
		return nil, "", err
	}
	commit, err = g.commit(rev)
	return g, commit, err
}

// run returns what git prints; an error is git's own first line.
func (g *git) run(args ...string) ([]byte, error) {
	cmd := exec.CommandContext(g.ctx, g.path, args...)
	cmd.Dir = g.dir
	cmd.Env = append(slices.Clone(g.env), "LC_ALL=C", "GIT_OPTIONAL_LOCKS=0", "PWD="+g.dir)
	var out, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &stderr
	if err := cmd.Run(); err != nil {
		line, _, _ := strings.Cut(strings.TrimSpace(stderr.String()), "\n")
		if line == "" {
			line = err.Error()
		}
		return nil, errors.New("git: " + strings.TrimPrefix(line, "fatal: "))
	}
	return out.Bytes(), nil
}

// leaveHook forgets GIT_DIR if it says no more than where the repository is anyway,
// as it does in the hooks of a linked work tree. Git would take any directory for the
// top of the work tree then.
func (g *git) leaveHook() {
	named, err := filepath.Abs(os.Getenv("GIT_DIR"))
	if err != nil || os.Getenv("GIT_DIR") == "" || os.Getenv("GIT_WORK_TREE") != "" {
		return
	}
	all := g.env
	g.env = slices.DeleteFunc(slices.Clone(all), func(v string) bool { return strings.HasPrefix(v, "GIT_DIR=") })
	out, err := g.run("rev-parse", "--absolute-git-dir")
	if err != nil || At(strings.TrimRight(string(out), "\r\n")).dir != At(named).dir {
		g.env = all
	}
}

// top moves to the top of the work tree.
func (g *git) top() error {
	out, err := g.run("rev-parse", "--show-toplevel")
	switch {
	case err != nil && strings.Contains(err.Error(), "not a git repository"):
		return errors.New("not inside a git repository")
	case err != nil:
		return err
	}
	g.dir = strings.TrimSuffix(strings.TrimSuffix(string(out), "\n"), "\r")
	return nil
}

// commit finds the commit that a revision stands for.
func (g *git) commit(rev string) (string, error) {
	if rev == "" || strings.HasPrefix(rev, "-") {
		return "", fmt.Errorf("%q is no revision", rev)
	}
	out, err := g.run("rev-parse", "--verify", "--quiet", rev+"^{commit}")
	if err == nil {
		return strings.TrimSpace(string(out)), nil
	}
	hint := ""
	if out, err := g.run("rev-parse", "--is-shallow-repository"); err == nil && strings.TrimSpace(string(out)) == "true" {
		hint = "; the clone is shallow, so it may have to be fetched first"
	}
	return "", fmt.Errorf("git knows no revision %q%s", rev, hint)
}
