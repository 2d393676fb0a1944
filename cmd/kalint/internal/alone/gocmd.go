package alone

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"go/version"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/kalint/kalint/cmd/kalint/internal/findings"
)

// A gocmd runs the go command.
type gocmd struct {
	ctx  context.Context
	path string   // of go
	self string   // of kalint
	dir  string   // where to run
	set  []string // variables of its environment that are other than kalint's own
	env  goenv
}

// A goenv is what kalint wants to know of the go command.
type goenv struct {
	GOVERSION, GOFLAGS, GOMOD, GOWORK, GOROOT, GOMODCACHE string
}

// oldest is the first Go whose go vet hands JSON through.
const oldest = "go1.26"

var errInterrupted = errors.New("interrupted")

// newGocmd finds the go command and sees that it can be worked with.
func newGocmd(ctx context.Context, dir string, set ...string) (*gocmd, error) {
	if info, err := os.Stat(dir); dir != "" && (err != nil || !info.IsDir()) {
		return nil, fmt.Errorf("-C %s: no such directory", dir)
	}
	path, err := exec.LookPath("go")
	if err != nil {
		return nil, errors.New("needs the go command, and it is not on PATH")
	}
	self, err := os.Executable()
	if err != nil {
		return nil, fmt.Errorf("cannot find its own binary: %v", err)
	}
	g := &gocmd{ctx: ctx, path: path, self: self, dir: dir, set: set}
	out, stderr, err := g.run("env", "-json", "GOVERSION", "GOFLAGS", "GOMOD", "GOWORK", "GOROOT", "GOMODCACHE")
	if err != nil {
		return nil, fmt.Errorf("go env: %s", firstOf(findings.OneLine(stderr), err.Error()))
	}
	if err := json.Unmarshal(out, &g.env); err != nil {
		return nil, fmt.Errorf("cannot read what go env -json printed: %v", err)
	}
	if lang := version.Lang(g.env.GOVERSION); lang != "" && version.Compare(lang, oldest) < 0 {
		return nil, fmt.Errorf("needs %s or later to run on its own, and this is %s; go vet -vettool works", oldest, g.env.GOVERSION)
	}
	return g, nil
}

// run runs the go command with nothing to read. A signal that ends kalint ends
// the command as well.
func (g *gocmd) run(args ...string) (stdout []byte, stderr string, err error) {
	cmd := exec.CommandContext(g.ctx, g.path, args...)
	cmd.Dir = g.dir
	cmd.Env = append(cmd.Environ(), g.set...)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	together(cmd)
	cmd.WaitDelay = 5 * time.Second
	err = cmd.Run()
	if g.ctx.Err() != nil {
		err = errInterrupted
	}
	return out.Bytes(), errs.String(), err
}

// outside reports whether the go command works in no module.
func (g *gocmd) outside() bool {
	return g.env.GOMOD == os.DevNull && g.env.GOWORK == ""
}

// moduleDir is the directory of the workspace or module, or else the one given.
func (g *gocmd) moduleDir(dir string) string {
	for _, file := range []string{g.env.GOWORK, g.env.GOMOD} {
		if filepath.IsAbs(file) && file != os.DevNull {
			return filepath.Dir(file)
		}
	}
	return dir
}

// forgets reports whether the go command loses the findings of packages that it
// once saw as dependencies, as it does up to Go 1.26.
func (g *gocmd) forgets() bool {
	lang := version.Lang(g.env.GOVERSION)
	return lang != "" && version.Compare(lang, "go1.27") < 0
}

// trims reports whether -trimpath is among the flags for a build: then the go
// command takes what it knows of a package for that of a copy elsewhere.
func (g *gocmd) trims(build []string) (trims bool) {
	for _, f := range slices.Concat(strings.Fields(g.env.GOFLAGS), build) {
		name, value, _ := strings.Cut("-"+strings.TrimLeft(f, "-"), "=")
		if name == "-trimpath" {
			on, err := strconv.ParseBool(value)
			trims = on || err != nil
		}
	}
	return trims
}

func firstOf(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
