package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// The tools by the names that they have in the tables. The version of bodyclose is
// in go.mod.
const (
	null      = "a tool that looks at nothing"
	noop      = "a no-op analyzer"
	buildssa  = "a no-op analyzer with buildssa"
	bodyclose = "timakin/bodyclose"
	govet     = "go vet's own"
	kalint    = "kalint"

	maxrss   = "maxrss"
	linter   = "golangci-lint"
	ownTools = "./tools/"
)

// sources are where the tools are built from: a directory and a package.
var sources = map[string][2]string{
	null:      {".", ownTools + "null"},
	noop:      {".", ownTools + "noop"},
	buildssa:  {".", ownTools + "buildssa"},
	maxrss:    {".", ownTools + "maxrss"},
	bodyclose: {".", "github.com/timakin/bodyclose"},
	kalint:    {"../..", "./cmd/kalint"},
	linter:    {"../golangci", "."},
}

// build builds the tools, with the build cache that the environment names.
func (b *bench) build(ctx context.Context, here string) error {
	for name, from := range sources {
		b.say("building %s", name)
		exe := filepath.Join(b.dir, filepath.Base(from[1]))
		if name == linter {
			exe = filepath.Join(b.dir, linter)
		}
		cmd := exec.CommandContext(ctx, "go", "build", "-buildvcs=false", "-o", exe, from[1])
		cmd.Dir, cmd.Env = filepath.Join(here, from[0]), append(os.Environ(), "GOWORK=off")
		if out, err := cmd.CombinedOutput(); err != nil {
			return fmt.Errorf("cannot build %s: %v\n%s", name, err, out)
		}
		b.exe[name] = exe
	}
	return nil
}
