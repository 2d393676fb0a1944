package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"path"
	"slices"
)

// test runs the tests of the packages that the files are in, before and after the
// fixes. It returns how many passed in how many packages, and those that pass no
// more. Flaky tests get two runs each time.
func (m *fixed) test(ctx context.Context, files []string) (passed string, lost []string, err error) {
	var pkgs []string
	for _, file := range files {
		pkgs = append(pkgs, "./"+path.Dir(file))
	}
	slices.Sort(pkgs)
	pkgs = slices.Compact(pkgs)
	var runs [3]map[test]bool
	for i, dir := range []string{m.before, m.before, m.after} {
		if runs[i], err = m.passing(ctx, dir, pkgs); err != nil {
			return "", nil, err
		}
	}
	maps.DeleteFunc(runs[0], func(t test, _ bool) bool { return !runs[1][t] })
	tested := map[string]bool{}
	again := map[string]bool{}
	for t := range runs[0] {
		tested[t.Package] = true
		if !runs[2][t] {
			again[t.Package] = true
		}
	}
	if len(again) > 0 {
		more, err := m.passing(ctx, m.after, slices.Sorted(maps.Keys(again)))
		if err != nil {
			return "", nil, err
		}
		maps.Copy(runs[2], more)
	}
	for t := range runs[0] {
		if !runs[2][t] {
			lost = append(lost, fmt.Sprintf("%s in %s passes no more", t.Test, t.Package))
		}
	}
	slices.Sort(lost)
	return fmt.Sprintf("%d tests in %d of %d packages", len(runs[0]), len(tested), len(pkgs)), lost, nil
}

// A test is a test or example function, or a part of one.
type test struct{ Package, Test string }

// passing runs the tests of packages where there is no network but the machine's
// own, and returns those that pass.
func (m *fixed) passing(ctx context.Context, dir string, pkgs []string) (map[test]bool, error) {
	const nowhere = "http://127.0.0.1:9"
	off := m.with("GOPROXY=off", "HTTP_PROXY="+nowhere, "HTTPS_PROXY="+nowhere, "NO_PROXY=")
	out, err := off.output(ctx, dir, append([]string{"go", "test", "-json", "-count=1", "-timeout=3m"}, pkgs...)...)
	if exitCode(err) < 0 || ctx.Err() != nil {
		return nil, errors.Join(err, ctx.Err())
	}
	return parseTests(out)
}

// parseTests reads what go test -json prints and returns the tests that passed.
func parseTests(out []byte) (map[test]bool, error) {
	passed := map[test]bool{}
	dec := json.NewDecoder(bytes.NewReader(out))
	for {
		var event struct {
			test
			Action string
		}
		if err := dec.Decode(&event); errors.Is(err, io.EOF) {
			return passed, nil
		} else if err != nil {
			return nil, fmt.Errorf("cannot read go test's JSON: %v", err)
		}
		if event.Action == "pass" && event.Test != "" {
			passed[event.test] = true
		}
	}
}
