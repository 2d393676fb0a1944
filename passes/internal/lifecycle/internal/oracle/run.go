package oracle

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// An Outcome is what became, over all paths of a function, of the bodies that one call fetched.
type Outcome struct {
	Site    int
	Reached bool // on a path that does not end in a panic
	Open    bool // left open on some path
	Failed  bool // left open on some path, after reading it had failed
	Early   bool // closed unread
	Partly  bool // closed before its end
	Read    bool
	Kept    bool
	Shared  bool // kept by a function that then handed it over
	Closed  bool
	Example []int // the choices of the first path that leaves it open
}

// A Result is what running a function along its paths has shown.
type Result struct {
	Name     string
	Paths    int
	Over     int  // paths that end the program or panic
	All      bool // all paths were run
	Outcomes []Outcome
}

// Run builds the program and runs its functions; dir is for its files.
func (b *Batch) Run(dir string) (map[string]Result, error) {
	if err := b.write(dir); err != nil {
		return nil, err
	}
	binary := filepath.Join(dir, "runner.exe")
	build := exec.Command("go", "build", "-ldflags=-s -w", "-o", binary, "./runner")
	build.Dir = dir
	build.Env = append(os.Environ(), "GOFLAGS=-mod=mod", "GOWORK=off")
	if out, err := build.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("%w\n%s", err, out)
	}
	var stdout, stderr bytes.Buffer
	run := exec.Command(binary)
	run.Stdout, run.Stderr = &stdout, &stderr
	if err := run.Run(); err != nil {
		return nil, fmt.Errorf("%w\n%s", err, stderr.Bytes())
	}
	results := make(map[string]Result)
	for dec := json.NewDecoder(&stdout); ; {
		var r Result
		switch err := dec.Decode(&r); {
		case errors.Is(err, io.EOF):
			return results, nil
		case err != nil:
			return nil, err
		}
		results[r.Name] = r
	}
}

// write writes the program's files.
func (b *Batch) write(dir string) error {
	if err := write(dir, "go.mod", []byte("module fuzz\n\ngo 1.26\n")); err != nil {
		return err
	}
	for _, part := range []string{"rt", "runner"} {
		files, err := runtimeFiles(part)
		if err != nil {
			return err
		}
		for name, data := range files {
			if err := write(dir, part+"/"+name, data); err != nil {
				return err
			}
		}
	}
	for _, p := range b.programs {
		for _, pkg := range p.Packages {
			path := strings.TrimPrefix(pkg.Path, "fuzz/")
			if err := write(dir, path+"/"+path+".go", []byte(pkg.Run)); err != nil {
				return err
			}
		}
	}
	return write(dir, "runner/functions.go", b.functions())
}

// functions is the file that lists what the runner runs.
func (b *Batch) functions() []byte {
	var w bytes.Buffer
	w.WriteString("package main\n\nimport (\n\t\"fuzz/rt\"\n")
	for i := range b.programs {
		fmt.Fprintf(&w, "\t\"fuzz/lib%d\"\n\t\"fuzz/p%d\"\n", i, i)
	}
	w.WriteString(")\n\nvar functions = []rt.Func{\n")
	for i, p := range b.programs {
		for _, e := range p.Entries {
			sites := strings.Trim(strings.ReplaceAll(fmt.Sprint(e.Sites), " ", ", "), "[]")
			fmt.Fprintf(&w, "\t{%q, []int{%s}, %t, %t, func() { %s }},\n", name(i, e), sites, e.Status, e.Reads, e.Call)
		}
	}
	w.WriteString("}\n\nvar (\n")
	for i := range b.programs {
		fmt.Fprintf(&w, "\t_ = p%d.Used\n\t_ = lib%d.Used\n", i, i)
	}
	w.WriteString(")\n")
	return w.Bytes()
}
