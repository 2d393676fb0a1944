package proof

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/kalint/kalint/cmd/kaharness/internal/cases"
	"github.com/kalint/kalint/cmd/kaharness/internal/lint"
)

// judge has kalint look at all programs, mends copies, and has it look again.
func (b *bench) judge(ctx context.Context, results []*Result) error {
	b.step("kalint on the programs")
	linter, err := lint.Build(ctx, b.tc, b.Root, b.temp)
	if err != nil {
		return err
	}
	original := func(c *cases.Case) string { return c.Dir }
	found, err := check(ctx, linter, b.Root, b.Cases, original)
	if err != nil {
		return err
	}
	for _, r := range results {
		r.reported(found[r.Case])
	}
	if err := b.copy(); err != nil {
		return err
	}
	b.step("kalint's fixes, and kalint once more")
	if err := b.mend(ctx, linter, results); err != nil {
		return err
	}
	found, err = check(ctx, linter, b.copies, b.Cases, b.copyOf)
	if err != nil {
		return err
	}
	for _, r := range results {
		for _, f := range found[r.Case] {
			r.problem("reported after the fix still: line %d: %s (%s)", f.Line, f.Message, f.Rule)
		}
	}
	return nil
}

// reported holds what kalint found against the marks.
func (r *Result) reported(found []lint.Finding) {
	for _, f := range found {
		r.Messages = append(r.Messages, fmt.Sprintf("line %d: %s", f.Line, f.Message))
		if f.Rule != r.Case.Rule || !slices.Contains(r.Case.Marks, f.Line) {
			r.problem("reported though not marked: line %d: %s (%s)", f.Line, f.Message, f.Rule)
		}
	}
	for _, line := range r.Case.Marks {
		if !slices.ContainsFunc(found, func(f lint.Finding) bool { return f.Line == line }) {
			r.problem("marked but not reported: line %d", line)
		}
	}
}

// A batch is cases that kalint looks at with the same flags, in one go.
type batch struct {
	flags    []string
	cases    []*cases.Case
	packages []string
}

// batches sorts cases by their flags. The packages are below root.
func batches(root string, all []*cases.Case, dir func(*cases.Case) string) ([]*batch, error) {
	var list []*batch
	for _, c := range all {
		pkg, err := filepath.Rel(root, dir(c))
		if err != nil {
			return nil, err
		}
		i := slices.IndexFunc(list, func(b *batch) bool { return slices.Equal(b.flags, c.Flags) })
		if i < 0 {
			i = len(list)
			list = append(list, &batch{flags: c.Flags})
		}
		list[i].cases = append(list[i].cases, c)
		list[i].packages = append(list[i].packages, "./"+filepath.ToSlash(pkg))
	}
	return list, nil
}

// check returns what kalint finds in each case.
func check(ctx context.Context, l *lint.Linter, root string, all []*cases.Case, dir func(*cases.Case) string) (map[*cases.Case][]lint.Finding, error) {
	list, err := batches(root, all, dir)
	if err != nil {
		return nil, err
	}
	by := make(map[*cases.Case][]lint.Finding)
	for _, b := range list {
		found, err := l.Check(ctx, root, b.flags, b.packages)
		if err != nil {
			return nil, err
		}
		for _, f := range found {
			i := slices.IndexFunc(b.cases, func(c *cases.Case) bool { return filepath.Dir(f.File) == dir(c) })
			if i < 0 {
				return nil, fmt.Errorf("kalint reports %s, which is no case's", f.File)
			}
			by[b.cases[i]] = append(by[b.cases[i]], f)
		}
	}
	for _, found := range by {
		slices.SortFunc(found, func(a, b lint.Finding) int { return a.Line - b.Line })
	}
	return by, nil
}

// copyOf is where the mended program of a case is.
func (b *bench) copyOf(c *cases.Case) string {
	return filepath.Join(b.copies, "proof", c.Rule, c.Name)
}

// copy makes a module of the programs, whose rules depend on the go line.
func (b *bench) copy() error {
	line, err := cases.GoLine(b.Root)
	if err != nil {
		return err
	}
	mod := fmt.Sprintf("module %s\n\ngo %s\n", cases.Module, line)
	if err := os.WriteFile(filepath.Join(b.copies, "go.mod"), []byte(mod), 0o600); err != nil {
		return err
	}
	for _, c := range b.Cases {
		from, to := c.Dir, b.copyOf(c)
		if c.Fixed != "" {
			from = c.Fixed
		}
		src, err := os.ReadFile(filepath.Join(from, "main.go"))
		if err != nil {
			return err
		}
		if err := os.MkdirAll(to, 0o700); err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(to, "main.go"), src, 0o600); err != nil {
			return err
		}
	}
	return nil
}

// mend has kalint change the copies of those programs that have no other one
// beside them.
func (b *bench) mend(ctx context.Context, linter *lint.Linter, results []*Result) error {
	var ours []*cases.Case
	for _, r := range results {
		switch {
		case r.Case.Rule == cases.Fine:
		case r.Case.Fixed != "":
			r.Fix = "by hand"
		default:
			r.Fix = "kalint"
			ours = append(ours, r.Case)
		}
	}
	list, err := batches(b.copies, ours, b.copyOf)
	if err != nil {
		return err
	}
	for _, batch := range list {
		if err := linter.Fix(ctx, b.copies, batch.flags, batch.packages); err != nil {
			return err
		}
	}
	for _, r := range results {
		if r.Fix != "kalint" {
			continue
		}
		was, err := os.ReadFile(filepath.Join(r.Case.Dir, "main.go"))
		if err != nil {
			return err
		}
		is, err := os.ReadFile(filepath.Join(b.copyOf(r.Case), "main.go"))
		if err != nil {
			return err
		}
		if bytes.Equal(was, is) {
			r.problem("kalint has no fix, and there is no %s", strings.Join([]string{r.Case.ID(), "fixed", "main.go"}, "/"))
		}
	}
	return nil
}
