package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// What kalint may take for one package.
const (
	maxCPU = 60 // seconds
	// maxRatio is the peak memory of kalint's process to that of the no-op tool's.
	maxRatio = 1.5
	// memoryFloor is in KiB: kalint may always have that much, which is about what
	// the go command itself has. Below it are the Go runtime, kalint's own code and
	// the first heap, and how often garbage was collected makes the difference.
	memoryFloor = 64 << 10
)

// Limits are what is allowed, and what the no-op tool took so far.
type limits struct {
	cpu    int
	ratio  float64
	floor  int64
	self   string // this program
	dir    string // for notes
	noop   map[string]int64
	told   map[string]bool // failures of dependencies that others have too
	checks int
}

// limitAll runs kalint on all modules of both lists, on what comes with Go and on
// Go's own test programs.
func limitAll(ctx context.Context, here string, o options, w io.Writer) (ok bool, err error) {
	dir, err := tempDir()
	if err != nil {
		return false, err
	}
	defer os.RemoveAll(dir)
	self, err := os.Executable()
	if err != nil {
		return false, err
	}
	l := &limits{cpu: maxCPU, ratio: maxRatio, floor: memoryFloor, self: self, dir: dir, noop: map[string]int64{}, told: map[string]bool{}}
	c := func(ctx context.Context, r *runner, dir string, t target) (string, []string, error) {
		ctx, cancel := context.WithTimeout(ctx, o.limit)
		defer cancel()
		return l.check(ctx, r, dir, t)
	}
	return checkAll(ctx, here, []string{"modules.txt", "more.txt"}, []string{kalint, noop}, o, c, w)
}

// check runs both tools on a target.
func (l *limits) check(ctx context.Context, r *runner, dir string, t target) (did string, failures []string, err error) {
	patterns := t.patterns
	if t.goTests() {
		dir, patterns, err = programs(ctx, r, dir)
	} else {
		dir, err = r.fetch(ctx, t)
	}
	if err != nil {
		return "", nil, err
	}
	return l.compare(ctx, r, dir, patterns)
}

// compare runs both tools on the packages of a module.
func (l *limits) compare(ctx context.Context, r *runner, dir string, patterns []string) (did string, failures []string, err error) {
	// The go command has one answer for a package itself and as a dependency, so
	// that kalint begins with none each time. To the no-op tool it is all the same.
	l.checks++
	used, err := l.vet(ctx, r, kalint, fmt.Sprintf("%s-%d", kalint, l.checks), dir, patterns)
	if err != nil {
		return "", nil, err
	}
	base, err := l.vet(ctx, r, noop, noop, dir, patterns)
	if err != nil {
		return "", nil, err
	}
	for _, c := range base {
		if c.Code == 0 {
			l.noop[c.place()] = c.Memory
		}
	}
	did, failures = l.judge(used)
	return did, failures, nil
}

// place tells packages apart that have the same ID: versions of a dependency, and
// a package with its tests and without.
func (c cost) place() string { return fmt.Sprint(c.ID, c.Dir, len(c.GoFiles)) }

// vet runs a tool on packages and returns what is noted in the file.
func (l *limits) vet(ctx context.Context, r *runner, tool, file, dir string, patterns []string) ([]cost, error) {
	file = filepath.Join(l.dir, file)
	r = r.with(measureTool+"="+r.exe[tool], measureFile+"="+file, fmt.Sprintf("%s=%d", measureCPU, l.cpu))
	_, err := r.output(ctx, dir, append([]string{"go", "vet", "-vettool=" + l.self}, patterns...)...)
	if ctx.Err() != nil {
		return nil, fmt.Errorf("%s is not done: %w", tool, ctx.Err())
	}
	if exitCode(err) < 0 {
		return nil, err
	}
	list, failed := readCosts(file)
	if failed != nil {
		return nil, failed
	}
	for _, c := range list {
		if !c.VetxOnly {
			return list, nil
		}
	}
	return nil, fmt.Errorf("no package was looked at: %w", err)
}

// judge sums up what kalint took, and says where it was too much.
func (l *limits) judge(used []cost) (did string, failures []string) {
	var cpu, longest float64
	var memory int64
	var ratio struct {
		is float64
		of string
	}
	asked, compared := 0, 0
	for _, c := range used {
		if !c.VetxOnly {
			asked++
		}
		cpu, longest, memory = cpu+c.CPU, max(longest, c.CPU), max(memory, c.Memory)
		if f := l.failure(c); f != "" && !l.told[c.place()] {
			l.told[c.place()] = c.VetxOnly
			failures = append(failures, f)
		}
		if is, ok := l.times(c); ok {
			compared++
			if is > ratio.is {
				ratio.is, ratio.of = is, c.ID
			}
		}
	}
	did = fmt.Sprintf("%d packages, %d dependencies, CPU %.1f s, at most %.1f s, memory at most %d MiB", asked, len(used)-asked, cpu, longest, memory>>10)
	if compared > 0 {
		did += fmt.Sprintf(", %.2f times the no-op tool's (%s, of %d compared)", ratio.is, ratio.of, compared)
	}
	return did, failures
}

// failure says what is wrong with a package, if something is.
func (l *limits) failure(c cost) string {
	var all []string
	if c.Broken != "" {
		all = append(all, c.Broken)
	}
	if c.Code < 0 || c.CPU >= float64(l.cpu) {
		all = append(all, fmt.Sprintf("%s after %.1f s of CPU", c.Exit, c.CPU))
	}
	if is, ok := l.times(c); ok && is >= l.ratio {
		all = append(all, fmt.Sprintf("%d MiB, %.2f times the no-op tool's", c.Memory>>10, is))
	}
	if all == nil {
		return ""
	}
	return c.ID + ": " + strings.Join(all, "; ")
}

// times is kalint's peak memory to the no-op tool's, where that counts.
func (l *limits) times(c cost) (float64, bool) {
	base := l.noop[c.place()]
	if c.Memory < l.floor || base == 0 {
		return 0, false
	}
	return float64(c.Memory) / float64(base), true
}
