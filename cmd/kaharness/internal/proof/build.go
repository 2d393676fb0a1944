package proof

import (
	"context"
	"fmt"
	"path/filepath"
	"runtime"

	"golang.org/x/sync/errgroup"

	"github.com/kalint/kalint/cmd/kaharness/internal/cases"
	"github.com/kalint/kalint/cmd/kaharness/internal/toolchain"
)

// build builds all programs that are to run.
func (b *bench) build(ctx context.Context, results []*Result) error {
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(runtime.GOMAXPROCS(0))
	for _, r := range results {
		if r.Skipped != "" {
			continue
		}
		g.Go(func() error { return b.compile(ctx, b.Root, r.Case.Dir, b.exe(r.Case, before)) })
		if r.Case.Rule != cases.Fine {
			g.Go(func() error { return b.compile(ctx, b.copies, b.copyOf(r.Case), b.exe(r.Case, after)) })
		}
	}
	return g.Wait()
}

// exe is the name of a built program.
func (b *bench) exe(c *cases.Case, state string) string {
	name := filepath.Join(b.temp, "bin", c.Rule+"-"+c.Name+"-"+state)
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	return name
}

// compile builds one program of a module, with the trace where there is one.
func (b *bench) compile(ctx context.Context, module, dir, exe string) error {
	args := []string{"build", "-buildvcs=false", "-ldflags=-s -w", "-o", exe}
	if b.overlay != "" {
		args = append(args, "-overlay", b.overlay)
	}
	pkg, err := filepath.Rel(module, dir)
	if err != nil {
		return err
	}
	cmd := b.tc.Command(ctx, module, append(args, "./"+filepath.ToSlash(pkg))...)
	if b.overlay != "" {
		cmd.Env = append(cmd.Env, "GOROOT="+b.goroot)
	}
	if _, err := toolchain.Output(cmd); err != nil {
		return fmt.Errorf("cannot build %s: %w", filepath.ToSlash(pkg), err)
	}
	return nil
}
