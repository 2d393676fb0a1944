package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
)

// newKey returns a number that no run has had.
func (b *bench) newKey() int {
	b.key++
	return b.key
}

// fresh returns a copy of a tool for which go vet has kept nothing. It knows tools
// by what they say of themselves, and they do so by their files' content or name.
func (b *bench) fresh(tool string) (exe string, err error) {
	data, err := os.ReadFile(b.exe[tool])
	if err != nil {
		return "", err
	}
	key := strconv.Itoa(b.newKey())
	exe = filepath.Join(b.dir, filepath.Base(b.exe[tool])+"-"+key)
	return exe, os.WriteFile(exe, append(data, key...), 0o777)
}

// freshFlag is a flag for go vet's own tool with which it has kept nothing. That tool
// says of itself which release of Go it is of, so a flag has to differ; this one
// names a function that nothing calls.
func (b *bench) freshFlag() string { return fmt.Sprintf("-printf.funcs=bench%d", b.newKey()) }

// vetCold runs go vet as if it had never seen the tool.
func (b *bench) vetCold(ctx context.Context, dir, tool, pattern string) (cost, error) {
	if tool == govet {
		return b.vet(ctx, dir, pattern, nil, b.freshFlag())
	}
	exe, err := b.fresh(tool)
	if err != nil {
		return cost{}, err
	}
	defer os.Remove(exe)
	return b.vet(ctx, dir, pattern, nil, "-vettool="+exe)
}

// vet runs go vet with a flag that names the tool.
func (b *bench) vet(ctx context.Context, dir, pattern string, env []string, flag string) (cost, error) {
	_, c, err := b.output(ctx, dir, env, "go", "vet", flag, pattern)
	return c, withoutFindings(err)
}

// What go vet prints of a package with findings: its name, and places.
var finding = regexp.MustCompile(`^(#|\S+\.go:\d+:\d+: |\t)`)

// withoutFindings drops an error that only says that there are findings. A tool
// that fails would look cheap.
func withoutFindings(err error) error {
	var failed *commandError
	if !errors.As(err, &failed) || !errors.As(err, new(*exec.ExitError)) {
		return err
	}
	for line := range strings.Lines(failed.stderr) {
		if !finding.MatchString(line) {
			return fmt.Errorf("%w\nno finding: %s", err, line)
		}
	}
	return nil
}
