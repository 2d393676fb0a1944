package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// The tools: kalint and bodyclose by the names of their golden files, and one that
// only loads what it is asked about. The version of bodyclose is in go.mod.
const (
	kalint    = "kalint"
	bodyclose = "bodyclose"
	noop      = "noop"
)

// A runner runs the tools, all of them built by and run under one release of Go.
type runner struct {
	env  []string
	root string            // GOROOT
	exe  map[string]string // of the tools that are built
}

// newRunner builds the tools in dir, from the module of this directory.
func newRunner(ctx context.Context, here, dir, goVersion string, tools []string) (*runner, error) {
	r := &runner{exe: map[string]string{}, env: append(os.Environ(),
		"GOTOOLCHAIN="+goVersion, "GOWORK=off", "GOFLAGS=-mod=readonly", "GOOS=linux", "GOARCH=amd64", "CGO_ENABLED=0")}
	root, err := r.output(ctx, here, "go", "env", "GOROOT")
	if err != nil {
		return nil, err
	}
	r.root = strings.TrimSpace(string(root))
	for _, tool := range tools {
		r.exe[tool] = filepath.Join(dir, tool+"-golden")
		from, pkg := filepath.Join(here, "..", ".."), "./cmd/kalint"
		switch tool {
		case bodyclose:
			from, pkg = here, "github.com/timakin/bodyclose"
		case noop:
			from, pkg = here, "./noop"
		}
		// For the machine that it runs on: kalint's flags say what it looks at.
		build := exec.CommandContext(ctx, "go", "build", "-buildvcs=false", "-o", r.exe[tool], pkg)
		build.Dir, build.Env = from, append(slices.Clone(os.Environ()), "GOTOOLCHAIN="+goVersion, "GOWORK=off")
		if out, err := build.CombinedOutput(); err != nil {
			return nil, fmt.Errorf("cannot build %s: %v\n%s", tool, err, out)
		}
	}
	return r, nil
}

// run returns what a tool finds in a target, by place.
func (r *runner) run(ctx context.Context, tool string, t target, limit time.Duration) ([]finding, error) {
	dir, err := r.fetch(ctx, t)
	if err != nil {
		return nil, err
	}
	return r.runIn(ctx, tool, dir, t, limit)
}

// runIn returns what a tool finds in a target, of which a copy is in dir.
func (r *runner) runIn(ctx context.Context, tool, dir string, t target, limit time.Duration) ([]finding, error) {
	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	args := []string{"go", "vet", "-json", "-vettool=" + r.exe[tool]}
	if tool == kalint { // as its users run it
		args = []string{r.exe[tool], "-format=json"}
	}
	out, err := r.output(ctx, dir, append(args, t.patterns...)...)
	if tool == kalint && exitCode(err) == 1 { // as there are findings
		err = nil
	}
	if ctx.Err() == context.DeadlineExceeded {
		err = fmt.Errorf("not done after %v", limit)
	}
	if err != nil {
		return nil, err
	}
	return parseJSON(out, dir)
}

// fetch gets a module into the module cache and returns its directory.
func (r *runner) fetch(ctx context.Context, t target) (string, error) {
	if t.inGo() {
		return filepath.Join(r.root, "src"), nil
	}
	out, err := r.output(ctx, os.TempDir(), "go", "mod", "download", "-json", t.module+"@"+t.version)
	var got struct{ Dir, Error string }
	if json.Unmarshal(out, &got) == nil && got.Error != "" {
		return "", fmt.Errorf("cannot download it: %s", got.Error)
	}
	if err != nil {
		return "", fmt.Errorf("cannot download it: %v", err)
	}
	if _, err := os.Stat(filepath.Join(got.Dir, "go.mod")); err != nil {
		return "", errors.New("it has no go.mod")
	}
	return got.Dir, nil
}

// output runs a command in dir and returns its standard output. Errors have the
// last lines of its standard error.
func (r *runner) output(ctx context.Context, dir string, args ...string) ([]byte, error) {
	stdout, _, err := r.command(ctx, dir, args...)
	return stdout, err
}

// command is output that returns the standard error as well.
func (r *runner) command(ctx context.Context, dir string, args ...string) (stdout, stderr []byte, err error) {
	cmd := exec.CommandContext(ctx, args[0], args[1:]...)
	cmd.Dir, cmd.Env = dir, r.env
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	cmd.Cancel = func() error { return cmd.Process.Signal(os.Interrupt) } // so that it ends its own processes
	cmd.WaitDelay = 20 * time.Second
	if err = cmd.Run(); err != nil {
		lines := strings.Split(strings.TrimSpace(errs.String()), "\n")
		err = fmt.Errorf("%s: %w\n%s", filepath.Base(args[0]), err, strings.Join(lines[max(0, len(lines)-10):], "\n"))
	}
	return out.Bytes(), errs.Bytes(), err
}

// exitCode is the exit code that err tells of: 0 for no error, -1 if the command
// did not run to its end.
func exitCode(err error) int {
	if err == nil {
		return 0
	}
	if exit := (*exec.ExitError)(nil); errors.As(err, &exit) {
		return exit.ExitCode()
	}
	return -1
}

// with is a runner whose commands see more environment variables.
func (r *runner) with(env ...string) *runner {
	more := *r
	more.env = append(slices.Clone(r.env), env...)
	return &more
}

// parseJSON reads what go vet -json prints, a tree for each package. A package
// and its test variant may say the same.
func parseJSON(out []byte, dir string) ([]finding, error) {
	var found []finding
	dec := json.NewDecoder(bytes.NewReader(out))
	for {
		var tree map[string]map[string]json.RawMessage
		if err := dec.Decode(&tree); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return nil, fmt.Errorf("cannot read its JSON: %v", err)
		}
		for pkg, byRule := range tree {
			for rule, raw := range byRule {
				var list []struct {
					Posn, Message string
					Fixes         []json.RawMessage `json:"suggested_fixes"`
				}
				if err := json.Unmarshal(raw, &list); err != nil {
					return nil, fmt.Errorf("%s failed in %s: %s", rule, pkg, raw)
				}
				for _, d := range list {
					f, err := newFinding(d.Posn, rule, d.Message, dir)
					if err != nil {
						return nil, err
					}
					f.fixable = len(d.Fixes) > 0
					found = append(found, f)
				}
			}
		}
	}
	slices.SortFunc(found, order)
	return slices.Compact(found), nil
}

// newFinding names files as seen from dir, in the message as well.
func newFinding(at, rule, message, dir string) (finding, error) {
	file, line, col, err := parsePosn(at)
	if err != nil {
		return finding{}, err
	}
	rel, err := filepath.Rel(dir, file)
	if err != nil || !filepath.IsLocal(rel) {
		return finding{}, fmt.Errorf("%s is not in %s", file, dir)
	}
	message = strings.ReplaceAll(message, dir+string(filepath.Separator), "")
	message = strings.Join(strings.Fields(message), " ")
	return finding{file: filepath.ToSlash(rel), line: line, col: col, rule: rule, message: message}, nil
}
