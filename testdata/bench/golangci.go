package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
)

// Configurations of golangci-lint with one linter on.
var configs = map[string]string{
	kalint: `version: "2"
linters:
  default: none
  enable: [kalint]
  settings:
    custom:
      kalint:
        type: module
`,
	bodyclose: `version: "2"
linters:
  default: none
  enable: [bodyclose]
`,
}

// measureGolangci measures golangci-lint with an empty cache, where all is compiled.
func measureGolangci(ctx context.Context, b *bench, all targets, rep *report) error {
	t := all.cold
	dir, err := b.compiled(ctx, t)
	if err != nil {
		return err
	}
	for linter := range configs { // what it needs compiled beyond that
		if _, err := b.lint(ctx, dir, linter, t.pattern); err != nil {
			return err
		}
	}
	costs, err := b.rounds("golangci-lint", []string{bodyclose, kalint}, func(linter string) (cost, error) {
		return b.lint(ctx, dir, linter, t.pattern)
	})
	if err != nil {
		return err
	}
	rep.reach(row{what: "golangci-lint, one linter, cold: CPU", rival: bodyclose, atMost: 1}.of(costs, cpu, seconds))
	rep.reach(row{what: "golangci-lint, one linter, cold: time", rival: bodyclose, atMost: 1}.of(costs, wall, seconds))
	return nil
}

// lint runs golangci-lint with one linter and a cache of its own.
func (b *bench) lint(ctx context.Context, dir, name, pattern string) (cost, error) {
	cache, err := os.MkdirTemp(b.dir, "lint-")
	if err != nil {
		return cost{}, err
	}
	defer os.RemoveAll(cache)
	config := filepath.Join(cache, ".golangci.yml")
	if err := os.WriteFile(config, []byte(configs[name]), 0o666); err != nil {
		return cost{}, err
	}
	_, c, err := b.output(ctx, dir, []string{"GOLANGCI_LINT_CACHE=" + cache}, b.exe[linter], "run",
		"--config="+config, "--issues-exit-code=0", "--allow-parallel-runners", pattern)
	if err != nil {
		return cost{}, fmt.Errorf("%s: %w", name, err)
	}
	return c, nil
}
