// Package lint runs kalint: on the programs as they are, and to mend copies of
// them.
package lint

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"

	"github.com/kalint/kalint/cmd/kaharness/internal/proc"
	"github.com/kalint/kalint/cmd/kaharness/internal/toolchain"
)

// A Linter is a kalint, built with the Go that it runs under.
type Linter struct {
	exe string
	tc  *toolchain.Toolchain
}

// A Finding is what kalint reports of a line.
type Finding struct {
	File    string // absolute
	Line    int
	Rule    string
	Message string
}

// Build builds the kalint of the repository at root into dir.
func Build(ctx context.Context, tc *toolchain.Toolchain, root, dir string) (*Linter, error) {
	exe := filepath.Join(dir, "kalint")
	if runtime.GOOS == "windows" {
		exe += ".exe"
	}
	if _, err := toolchain.Output(tc.Command(ctx, root, "build", "-buildvcs=false", "-o", exe, "./cmd/kalint")); err != nil {
		return nil, fmt.Errorf("cannot build kalint with %s: %w", tc.Version, err)
	}
	return &Linter{exe, tc}, nil
}

// Check returns what kalint reports of the packages in a module's directory.
func (l *Linter) Check(ctx context.Context, dir string, flags, packages []string) ([]Finding, error) {
	out, err := l.run(ctx, dir, append([]string{"-json"}, flags...), packages)
	if err != nil {
		return nil, err
	}
	return parse(dir, bytes.NewReader(out))
}

// Fix has kalint mend the packages in a module's directory.
func (l *Linter) Fix(ctx context.Context, dir string, flags, packages []string) error {
	_, err := l.run(ctx, dir, append([]string{"-fix"}, flags...), packages)
	return err
}

// run runs kalint. That it finds something is no error.
func (l *Linter) run(ctx context.Context, dir string, flags, packages []string) ([]byte, error) {
	cmd := proc.Command(ctx, l.exe, append(flags, packages...)...)
	cmd.Dir = dir
	cmd.Env = l.tc.Env(cmd.Environ())
	out, err := toolchain.Output(cmd)
	if exit := (*exec.ExitError)(nil); errors.As(err, &exit) && exit.ExitCode() == 1 {
		return out, nil
	}
	if err != nil {
		return nil, fmt.Errorf("kalint: %w", err)
	}
	return out, nil
}

// parse reads what kalint -json prints: objects of package, rule and findings.
func parse(dir string, r io.Reader) ([]Finding, error) {
	var all []Finding
	for dec := json.NewDecoder(r); ; {
		var tree map[string]map[string]json.RawMessage
		if err := dec.Decode(&tree); errors.Is(err, io.EOF) {
			return all, nil
		} else if err != nil {
			return nil, fmt.Errorf("what kalint prints is not understood: %w", err)
		}
		for _, rules := range tree {
			for rule, leaf := range rules {
				found, err := diagnostics(dir, rule, leaf)
				if err != nil {
					return nil, err
				}
				all = append(all, found...)
			}
		}
	}
}

// diagnostics reads what one rule says of one package.
func diagnostics(dir, rule string, leaf json.RawMessage) ([]Finding, error) {
	var list []struct{ Posn, Message string }
	if err := json.Unmarshal(leaf, &list); err != nil {
		return nil, fmt.Errorf("kalint failed in %s: %s", rule, leaf)
	}
	var all []Finding
	for _, d := range list {
		file, line, err := place(d.Posn)
		if err != nil {
			return nil, err
		}
		if !filepath.IsAbs(file) {
			file = filepath.Join(dir, file)
		}
		all = append(all, Finding{File: file, Line: line, Rule: rule, Message: d.Message})
	}
	return all, nil
}

// place takes a position apart: file, line, and a column that nobody asks for.
func place(posn string) (file string, line int, err error) {
	words := strings.Split(posn, ":")
	if n := len(words); n >= 3 {
		if line, err = strconv.Atoi(words[n-2]); err == nil {
			return strings.Join(words[:n-2], ":"), line, nil
		}
	}
	return "", 0, fmt.Errorf("what kalint prints is not understood: position %q", posn)
}
