package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"
)

// compareAll runs the tools on the targets that o names, in the directory here
// of the golden files. A target that cannot be run does not keep the others
// from it, but nothing is written then.
func compareAll(ctx context.Context, here string, o options, w io.Writer) (same bool, err error) {
	list, err := readList(filepath.Join(here, "modules.txt"))
	if err != nil {
		return false, err
	}
	chosen, err := choose(list, o.names)
	if err != nil {
		return false, err
	}
	dir, err := os.MkdirTemp("", "kalint-golden-")
	if err != nil {
		return false, err
	}
	defer os.RemoveAll(dir)
	r, err := newRunner(ctx, here, dir, goVersion(list), o.tools)
	if err != nil {
		return false, err
	}
	same = true
	results := map[string]golden{}
	var failed []error
	for _, tool := range o.tools {
		want, err := readGolden(goldenFile(here, tool))
		if err != nil {
			return false, err
		}
		ok, err := compareTool(ctx, r, tool, want, chosen, o.limit, w)
		same, failed, results[tool] = same && ok, append(failed, err), want
	}
	if err := errors.Join(failed...); err != nil || !o.update {
		return same, err
	}
	return same, update(here, results, list)
}

// goldenFile is the file of what a tool finds.
func goldenFile(here, tool string) string { return filepath.Join(here, tool+".txt") }

// compareTool runs a tool on each target, prints what differs from g and puts it into g.
func compareTool(ctx context.Context, r *runner, tool string, g golden, targets []target, limit time.Duration, w io.Writer) (same bool, err error) {
	same = true
	var failed []error
	for _, t := range targets {
		start := time.Now()
		found, err := r.run(ctx, tool, t, limit)
		if err != nil {
			failed = append(failed, fmt.Errorf("%s on %s: %w", tool, t, err))
			continue
		}
		old, known := g[t.String()]
		if !known {
			old = g.otherVersion(t)
		}
		now, added, gone := carry(old, found)
		elsewhere := moved(old, now, added)
		g[t.String()] = now
		same = same && known && len(added)+len(gone)+len(elsewhere) == 0
		fmt.Fprintf(w, "%s on %s: %d findings, %d new, %d gone, %d moved (%.0f s)\n",
			tool, t, len(now), len(added), len(gone), len(elsewhere), time.Since(start).Seconds())
		show(w, "+", added)
		show(w, "-", gone)
		show(w, "~", elsewhere)
	}
	return same, errors.Join(failed...)
}

func show(w io.Writer, sign string, list []finding) {
	for _, f := range list {
		fmt.Fprintf(w, "  %s %s\n", sign, f)
	}
}

// update writes the results of tools, and the README's figures.
func update(here string, results map[string]golden, list []target) error {
	for tool, g := range results {
		if err := g.write(goldenFile(here, tool), list); err != nil {
			return err
		}
	}
	counts, err := readCounts(here)
	if err != nil {
		return err
	}
	return counts.writeREADME(filepath.Join(here, "..", "..", "README.md"))
}
