package main

import (
	"fmt"
	"os"
	"path"
	"strings"
)

// A target is what the tools are run on: a module at a version, or std or cmd of
// a release of Go.
type target struct {
	module, version string
	patterns        []string // the packages, if not all
	quick           bool     // small enough for go test
}

// inGo reports whether the target comes with Go.
func (t target) inGo() bool { return t.module == "std" || t.module == "cmd" }

// goTests reports whether the target is Go's own test programs, which are in its
// sources but not in all of its distributions.
func (t target) goTests() bool { return t.module == "test" }

// String is how the golden files name it.
func (t target) String() string { return t.module + " " + t.version }

// readList reads lists of targets: a module and its version on each line,
// packages if it is not all of them, and the word quick. There must be std, whose
// version is the Go that runs everything.
func readList(files ...string) ([]target, error) {
	var list []target
	seen := map[string]bool{}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		for n, line := range strings.Split(string(text), "\n") {
			fields := strings.Fields(line)
			if len(fields) == 0 || strings.HasPrefix(line, "#") {
				continue
			}
			t, err := parseTarget(fields)
			if err == nil && seen[t.module] {
				err = fmt.Errorf("%s stands there twice", t.module)
			}
			if err != nil {
				return nil, fmt.Errorf("%s:%d: %v", path.Base(file), n+1, err)
			}
			seen[t.module] = true
			list = append(list, t)
		}
	}
	if !seen["std"] {
		return nil, fmt.Errorf("%s: no std", path.Base(files[0]))
	}
	return list, nil
}

func parseTarget(fields []string) (target, error) {
	if len(fields) < 2 {
		return target{}, fmt.Errorf("no version of %s", fields[0])
	}
	t := target{module: fields[0], version: fields[1]}
	for _, f := range fields[2:] {
		switch {
		case f == "quick":
			t.quick = true
		case strings.HasPrefix(f, "./"):
			t.patterns = append(t.patterns, f)
		default:
			return target{}, fmt.Errorf("%s is neither quick nor packages, which begin with ./", f)
		}
	}
	switch {
	case t.inGo():
		t.patterns = []string{t.module}
	case t.patterns == nil:
		t.patterns = []string{"./..."}
	}
	return t, nil
}

// goVersion is the release of Go in the list, such as "go1.26.8".
func goVersion(list []target) string {
	for _, t := range list {
		if t.module == "std" {
			return t.version
		}
	}
	return ""
}

// choose returns the targets with these names, or all for none.
func choose(list []target, names []string) ([]target, error) {
	if len(names) == 0 {
		return list, nil
	}
	var chosen []target
	for _, name := range names {
		n := len(chosen)
		for _, t := range list {
			if t.module == name {
				chosen = append(chosen, t)
			}
		}
		if len(chosen) == n {
			return nil, fmt.Errorf("%s is not in the list", name)
		}
	}
	return chosen, nil
}
