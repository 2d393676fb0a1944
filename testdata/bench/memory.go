package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// measureMemory measures the largest process of kalint, and that of the no-op
// analyzer for the same package.
func measureMemory(ctx context.Context, b *bench, all targets, rep *report) error {
	for _, t := range []target{all.cold, all.generated} {
		dir, err := b.compiled(ctx, t)
		if err != nil {
			return err
		}
		peaks := map[string][]map[string]float64{} // by tool and run, then by package
		_, err = b.rounds("memory on "+t.String(), []string{noop, kalint}, func(tool string) (cost, error) {
			c, peak, err := b.vetMemory(ctx, dir, tool, t)
			peaks[tool] = append(peaks[tool], peak)
			return c, err
		})
		if err != nil {
			return err
		}
		pkg := largest(peaks[kalint])
		rep.reach(row{what: "largest process for " + t.String() + ": memory", rival: noop, atMost: 1.25,
			kalint: of(peaks[kalint], pkg), rivals: of(peaks[noop], pkg), format: mebibytes})
		pkg = largest(peaks[noop])
		rep.note("The largest process of the no-op analyzer for %s is that for %s: %s. There kalint takes %s.",
			t, pkg, mebibytes(of(peaks[noop], pkg)), mebibytes(of(peaks[kalint], pkg)))
	}
	return nil
}

// vetMemory runs go vet as if it had never seen the tool, and returns the MiB that
// this took for each package.
func (b *bench) vetMemory(ctx context.Context, dir, tool string, t target) (cost, map[string]float64, error) {
	log, err := os.MkdirTemp(b.dir, "memory-")
	if err != nil {
		return cost{}, nil, err
	}
	exe, err := b.fresh(tool)
	if err != nil {
		return cost{}, nil, err
	}
	defer os.Remove(exe)
	c, err := b.vet(ctx, dir, t.pattern, []string{"BENCH_TOOL=" + exe, "BENCH_LOG=" + log}, "-vettool="+b.exe[maxrss])
	if err != nil {
		return cost{}, nil, err
	}
	notes, err := os.ReadDir(log)
	if err == nil && len(notes) == 0 {
		err = errors.New("go vet ran the tool for no package")
	}
	peak := map[string]float64{}
	for _, note := range notes {
		text, err := os.ReadFile(filepath.Join(log, note.Name()))
		if err != nil {
			return c, nil, err
		}
		var kib float64
		var pkg string
		if _, err := fmt.Sscanf(string(text), "%g %s", &kib, &pkg); err != nil {
			return c, nil, fmt.Errorf("cannot read %q: %v", text, err)
		}
		peak[pkg] = max(peak[pkg], kib/1024) // a package and its test variant count as one
	}
	return c, peak, err
}

// largest returns the package that took most in any run.
func largest(runs []map[string]float64) (pkg string) {
	most := 0.0
	for _, peak := range runs {
		for p, mib := range peak {
			if mib > most {
				most, pkg = mib, p
			}
		}
	}
	return pkg
}

// of returns what a package took in each run.
func of(runs []map[string]float64, pkg string) (mib []float64) {
	for _, peak := range runs {
		mib = append(mib, peak[pkg])
	}
	return mib
}
