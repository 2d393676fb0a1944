package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
)

// measureWarm measures go vet after an edit of one file, where all else has been
// vetted. What the edit needs compiled is compiled before, by the tool that looks
// at nothing.
func measureWarm(ctx context.Context, b *bench, all targets, rep *report) error {
	t := all.cold
	from, err := b.compiled(ctx, t)
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp(b.dir, "edited-")
	if err != nil {
		return err
	}
	if err := os.CopyFS(dir, os.DirFS(from)); err != nil {
		return err
	}
	vet := func(tool string) (cost, error) { return b.vet(ctx, dir, t.pattern, nil, "-vettool="+b.exe[tool]) }
	for _, tool := range []string{null, noop, kalint} {
		if _, err := vet(tool); err != nil {
			return err
		}
	}
	// Where the edit has been compiled, the tool that looks at nothing has vetted it,
	// and only asks the cache: that is the go command's share.
	edit := editor(filepath.Join(dir, filepath.FromSlash(t.edited)))
	costs, err := b.rounds("warm", []string{null, noop, kalint}, func(tool string) (cost, error) {
		if err := edit(b.newKey()); err != nil {
			return cost{}, err
		}
		if _, err := vet(null); err != nil {
			return cost{}, err
		}
		return vet(tool)
	})
	if err != nil {
		return err
	}
	rep.reach(row{what: "go vet, one file edited: CPU", rival: noop, atMost: 1.05}.of(costs, cpu, seconds))
	rep.note("With one file edited, the go command alone takes %s: what it asks its cache and finds there.", seconds(each(costs[null], cpu)))
	return nil
}

// editor returns a function that edits a file, each time in another way, such that
// what imports the package has to be looked at again too.
func editor(file string) func(n int) error {
	before, err := os.ReadFile(file)
	return func(n int) error {
		if err != nil {
			return err
		}
		return os.WriteFile(file, fmt.Appendf(before[:len(before):len(before)], "\nfunc edited() int { return %d }\n", n), 0o666)
	}
}
