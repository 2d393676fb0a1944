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

// A check looks at a target, with an empty directory at hand. It returns what it
// did, in a few words, and what is wrong.
type check func(ctx context.Context, r *runner, dir string, t target) (did string, failures []string, err error)

// checkAll runs a check on the targets of the lists, or on those that o names, and
// prints a line for each and for each failure. A target that cannot be checked does
// not keep the others from it.
func checkAll(ctx context.Context, here string, lists, tools []string, o options, c check, w io.Writer) (ok bool, err error) {
	for i := range lists {
		lists[i] = filepath.Join(here, lists[i])
	}
	list, err := readList(lists...)
	if err != nil {
		return false, err
	}
	chosen, err := choose(list, o.names)
	if err != nil {
		return false, err
	}
	dir, err := tempDir()
	if err != nil {
		return false, err
	}
	defer os.RemoveAll(dir)
	r, err := newRunner(ctx, here, dir, goVersion(list), tools)
	if err != nil {
		return false, err
	}
	ok = true
	var failed []error
	for i, t := range chosen {
		if ctx.Err() != nil {
			return false, ctx.Err()
		}
		failures, err := checkOne(ctx, r, filepath.Join(dir, fmt.Sprint(i)), t, c, w)
		if err != nil {
			fmt.Fprintf(w, "%s: not checked: %v\n", t, err)
			failed = append(failed, fmt.Errorf("%s: %w", t, err))
		}
		ok = ok && failures == 0
	}
	return ok, errors.Join(failed...)
}

// checkOne returns how many failures it printed.
func checkOne(ctx context.Context, r *runner, dir string, t target, c check, w io.Writer) (int, error) {
	if err := os.Mkdir(dir, 0o777); err != nil {
		return 0, err
	}
	defer os.RemoveAll(dir)
	start := time.Now()
	did, failures, err := c(ctx, r, dir, t)
	if err != nil {
		return 0, err
	}
	fmt.Fprintf(w, "%s: %s (%.0f s)\n", t, did, time.Since(start).Seconds())
	for _, f := range failures {
		fmt.Fprintf(w, "  ! %s\n", f)
	}
	return len(failures), nil
}

// tempDir makes a temporary directory, by the name that the go command knows it by.
func tempDir() (string, error) {
	dir, err := os.MkdirTemp("", "kalint-golden-")
	if err != nil {
		return "", err
	}
	return filepath.EvalSymlinks(dir)
}
