package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// A bench runs the tools.
type bench struct {
	runs  int
	env   []string                     // of what is measured
	exe   map[string]string            // the tools that are built
	dir   string                       // for what does not outlive it
	colds map[string]map[string][]cost // what cold has measured, by target and tool
	key   int                          // the last one of newKey, which goes on from the time
	log   io.Writer
}

// newBench builds the tools. Here is this module's directory, and dir is for what
// does not outlive the bench.
func newBench(ctx context.Context, here, dir string, o options, log io.Writer) (*bench, error) {
	cache := filepath.Join(dir, "cache")
	if o.cache != "" {
		var err error
		if cache, err = filepath.Abs(o.cache); err != nil {
			return nil, err
		}
	}
	b := &bench{runs: o.runs, exe: map[string]string{}, colds: map[string]map[string][]cost{}, dir: dir, log: log, key: int(time.Now().Unix()),
		env: append(os.Environ(), "GOCACHE="+cache, "GOWORK=off", "GOFLAGS=-mod=readonly", "CGO_ENABLED=0")}
	return b, b.build(ctx, here)
}

// measure measures the targets: all of it, or only what is named.
func (b *bench) measure(ctx context.Context, t targets, only string) (*report, error) {
	rep := newReport(b.runs)
	for _, m := range measures {
		if only != "" && only != m.name {
			continue
		}
		if err := m.run(ctx, b, t, rep); err != nil {
			return nil, fmt.Errorf("%s: %w", m.name, err)
		}
	}
	return rep, nil
}

// A measure is a part of what is measured.
type measure struct {
	name string
	run  func(context.Context, *bench, targets, *report) error
}

var measures = []measure{
	{"cold", measureCold},
	{"warm", measureWarm},
	{"large", measureLarge},
	{"memory", measureMemory},
	{"golangci", measureGolangci},
	{"startup", measureStartup},
	{"growth", measureGrowth},
}

// chosen returns the measure of that name.
func chosen(name string) *measure {
	i := slices.IndexFunc(measures, func(m measure) bool { return m.name == name })
	if i < 0 {
		return nil
	}
	return &measures[i]
}

func measureNames() string {
	var names []string
	for _, m := range measures {
		names = append(names, m.name)
	}
	return strings.Join(names, ", ")
}

// say tells what is being done.
func (b *bench) say(format string, args ...any) {
	fmt.Fprintf(b.log, "%s %s\n", time.Now().Format(time.TimeOnly), fmt.Sprintf(format, args...))
}

// A cost is what a command takes, with all the processes that it starts and waits for.
type cost struct{ cpu, wall float64 } // seconds

func cpu(c cost) float64  { return c.cpu }
func wall(c cost) float64 { return c.wall }

// output runs a command in dir, with more in its environment, and returns its
// standard output and what it costs. Errors have the end of its standard error.
func (b *bench) output(ctx context.Context, dir string, env []string, args ...string) ([]byte, cost, error) {
	cmd := exec.CommandContext(ctx, args[0], args[1:]...)
	cmd.Dir, cmd.Env = dir, slices.Concat(b.env, env)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	cmd.Cancel = func() error { return cmd.Process.Signal(os.Interrupt) } // so that it ends its own processes
	cmd.WaitDelay = 20 * time.Second
	start := time.Now()
	err := cmd.Run()
	c := cost{wall: time.Since(start).Seconds()}
	if s := cmd.ProcessState; s != nil {
		c.cpu = (s.UserTime() + s.SystemTime()).Seconds()
	}
	if err != nil {
		err = &commandError{args: args, err: err, stderr: strings.TrimSpace(stderr.String())}
	}
	return stdout.Bytes(), c, err
}

// A commandError is a command that failed.
type commandError struct {
	args   []string
	err    error
	stderr string
}

func (e *commandError) Error() string {
	lines := strings.Split(e.stderr, "\n")
	return fmt.Sprintf("%s: %v\n%s", strings.Join(e.args, " "), e.err, strings.Join(lines[max(0, len(lines)-10):], "\n"))
}

func (e *commandError) Unwrap() error { return e.err }

// rounds measures the tools one after the other, and that again for each run.
// Every other round goes backwards, so that none is always the first.
func (b *bench) rounds(title string, tools []string, do func(tool string) (cost, error)) (map[string][]cost, error) {
	costs := map[string][]cost{}
	for n := range b.runs {
		order := slices.Clone(tools)
		if n%2 == 1 {
			slices.Reverse(order)
		}
		for _, tool := range order {
			c, err := do(tool)
			if err != nil {
				return nil, err
			}
			b.say("%s, run %d, %s: CPU %.2f s, %.2f s", title, n+1, tool, c.cpu, c.wall)
			costs[tool] = append(costs[tool], c)
		}
	}
	return costs, nil
}
