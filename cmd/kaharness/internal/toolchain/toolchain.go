// Package toolchain finds releases of Go and runs their go command.
package toolchain

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"go/version"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/kalint/kalint/cmd/kaharness/internal/proc"
)

// A Toolchain is a release of Go that can be run here.
type Toolchain struct {
	Version string `json:"GOVERSION"` // such as "go1.26.8"
	Root    string `json:"GOROOT"`
}

// Find finds the release by its name, as GOTOOLCHAIN takes it. The empty name is
// the Go that is installed. The go command downloads what is not at hand.
func Find(ctx context.Context, dir, name string) (*Toolchain, error) {
	if name != "" && !version.IsValid(name) {
		return nil, fmt.Errorf("%s is no version of Go; one looks like go1.26.8", name)
	}
	if _, err := exec.LookPath("go"); err != nil {
		return nil, fmt.Errorf("there is no go command: %w", err)
	}
	cmd := proc.Command(ctx, "go", "env", "-json", "GOVERSION", "GOROOT")
	cmd.Dir = dir
	cmd.Env = append(cmd.Environ(), "GOWORK=off")
	if name != "" {
		cmd.Env = append(cmd.Env, "GOTOOLCHAIN="+name)
	}
	out, err := Output(cmd)
	if err != nil {
		return nil, fmt.Errorf("cannot run %s: %w", cmp.Or(name, "go"), err)
	}
	t := new(Toolchain)
	if err := json.Unmarshal(out, t); err != nil {
		return nil, fmt.Errorf("cannot run %s: go env: %w", cmp.Or(name, "go"), err)
	}
	return t, nil
}

// Command is a go command of t, with the arguments given, in dir.
func (t *Toolchain) Command(ctx context.Context, dir string, args ...string) *exec.Cmd {
	cmd := proc.Command(ctx, filepath.Join(t.Root, "bin", "go"), args...)
	cmd.Dir = dir
	cmd.Env = t.Env(cmd.Environ())
	return cmd
}

// Env is the environment in which programs that run the go command run t's.
func (t *Toolchain) Env(environ []string) []string {
	bin := filepath.Join(t.Root, "bin")
	for _, kv := range environ {
		if path, ok := strings.CutPrefix(kv, "PATH="); ok {
			bin += string(filepath.ListSeparator) + path
		}
	}
	return append(environ, "PATH="+bin, "GOTOOLCHAIN=local", "GOROOT="+t.Root, "GOWORK=off")
}

// Output runs cmd and returns what it prints. Its error has the first line that
// it wrote to its standard error.
func Output(cmd *exec.Cmd) ([]byte, error) {
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	err := proc.Run(cmd)
	if said := firstLine(errs.String()); err != nil && said != "" {
		err = fmt.Errorf("%w: %s", err, said)
	}
	return out.Bytes(), err
}

// firstLine is the first line that says something: go build heads its messages
// with the package.
func firstLine(s string) string {
	for line := range strings.Lines(s) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			return line
		}
	}
	return ""
}
