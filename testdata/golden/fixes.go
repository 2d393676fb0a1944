package main

import (
	"bytes"
	"context"
	"fmt"
	"go/format"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"
)

// fixAll applies kalint's fixes to copies of the modules.
func fixAll(ctx context.Context, here string, o options, w io.Writer) (ok bool, err error) {
	c := func(ctx context.Context, r *runner, dir string, t target) (string, []string, error) {
		return checkFixes(ctx, r, dir, t, o.limit)
	}
	return checkAll(ctx, here, []string{"modules.txt"}, []string{kalint, noop}, o, c, w)
}

// A fixed module stands in two directories: without kalint's fixes and with them.
type fixed struct {
	*runner
	target
	before, after string
	limit         time.Duration
}

// checkFixes applies kalint's fixes to a copy of a module and looks at what
// became of it.
func checkFixes(ctx context.Context, r *runner, dir string, t target, limit time.Duration) (string, []string, error) {
	if t.inGo() {
		return "kalint does not fix what comes with Go", nil, nil
	}
	from, err := r.fetch(ctx, t)
	if err != nil {
		return "", nil, err
	}
	m := &fixed{r, t, filepath.Join(dir, "before"), filepath.Join(dir, "after"), limit}
	for _, d := range []string{m.before, m.after} {
		if err := os.CopyFS(d, os.DirFS(from)); err != nil {
			return "", nil, err
		}
	}
	found, err := r.runIn(ctx, kalint, m.before, t, limit)
	if err != nil {
		return "", nil, err
	}
	if !slices.ContainsFunc(found, func(f finding) bool { return f.fixable }) {
		return "nothing to fix", nil, nil
	}
	return m.check(ctx, found)
}

var applied = regexp.MustCompile(`applied (\d+ fix(?:es)? in \d+ files?)`)

// check applies the fixes. Found is what kalint found before.
func (m *fixed) check(ctx context.Context, found []finding) (did string, failures []string, err error) {
	args := append([]string{m.exe[kalint], "-fix"}, m.patterns...)
	_, stderr, err := m.command(ctx, m.after, args...)
	count := applied.FindSubmatch(stderr)
	if code := exitCode(err); code != 0 && code != 1 || count == nil {
		return "not fixed", []string{fmt.Sprintf("kalint -fix: %v: %s", err, stderr)}, nil
	}
	changed, err := m.changed()
	if err != nil {
		return "", nil, err
	}
	passed, lost, err := m.test(ctx, changed)
	if err != nil {
		return "", nil, err
	}
	uncompiled, err := m.uncompiled(ctx)
	if err != nil {
		return "", nil, err
	}
	left, err := m.left(ctx, found)
	if err != nil {
		return "", nil, err
	}
	return fmt.Sprintf("%s, %s", count[1], passed), slices.Concat(uncompiled, m.unformatted(changed), lost, left), nil
}

// changed lists the files that the fixes changed, made or removed.
func (m *fixed) changed() (files []string, err error) {
	text := map[string][]byte{}
	read := func(dir string, see func(name string, text []byte)) error {
		return fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
			if err != nil || !d.Type().IsRegular() {
				return err
			}
			text, err := os.ReadFile(filepath.Join(dir, name))
			see(name, text)
			return err
		})
	}
	if err := read(m.before, func(name string, t []byte) { text[name] = t }); err != nil {
		return nil, err
	}
	err = read(m.after, func(name string, now []byte) {
		if was, ok := text[name]; !ok || !bytes.Equal(was, now) {
			files = append(files, name)
		}
		delete(text, name)
	})
	return append(files, slices.Sorted(maps.Keys(text))...), err
}

// unformatted lists the files that were gofmt'ed, and are not any more.
func (m *fixed) unformatted(files []string) (failures []string) {
	formatted := func(file string) bool {
		text, err := os.ReadFile(file)
		if err != nil {
			return false
		}
		out, err := format.Source(text)
		return err == nil && bytes.Equal(text, out)
	}
	for _, file := range files {
		if formatted(filepath.Join(m.before, file)) && !formatted(filepath.Join(m.after, file)) {
			failures = append(failures, file+" is not gofmt'ed any more")
		}
	}
	return failures
}

// uncompiled lists the packages that compiled, and do not any more.
func (m *fixed) uncompiled(ctx context.Context) (failures []string, err error) {
	was, err := m.compile(ctx, m.before)
	if err != nil {
		return nil, err
	}
	is, err := m.compile(ctx, m.after)
	if err != nil {
		return nil, err
	}
	for _, pkg := range slices.Sorted(maps.Keys(is)) {
		if _, ok := was[pkg]; !ok {
			failures = append(failures, fmt.Sprintf("%s does not compile any more: %s", pkg, is[pkg]))
		}
	}
	return failures, nil
}

// compile type-checks the packages with their tests and returns those that do not
// compile, each with its first error.
func (m *fixed) compile(ctx context.Context, dir string) (map[string]string, error) {
	args := append([]string{"go", "vet", "-vettool=" + m.exe[noop]}, m.patterns...)
	_, stderr, err := m.command(ctx, dir, args...)
	bad := map[string]string{}
	pkg := ""
	for line := range strings.Lines(string(stderr)) {
		line = strings.TrimSpace(line)
		if name, ok := strings.CutPrefix(line, "# "); ok {
			pkg = strings.Trim(name, "[]")
		} else if pkg != "" && bad[pkg] == "" {
			bad[pkg] = line
		}
	}
	if err != nil && len(bad) == 0 {
		return nil, err
	}
	return bad, nil
}

// left lists what kalint has to say of the module with its fixes, but for what it
// had no fix for.
func (m *fixed) left(ctx context.Context, found []finding) (failures []string, err error) {
	patch, err := m.output(ctx, m.after, append([]string{m.exe[kalint], "-diff"}, m.patterns...)...)
	if code := exitCode(err); code != 0 && code != 1 {
		return nil, err
	}
	if len(patch) > 0 {
		failures = append(failures, fmt.Sprintf("there is more to fix:\n%s", patch))
	}
	now, err := m.runIn(ctx, kalint, m.after, m.target, m.limit)
	if err != nil {
		return nil, err
	}
	unfixable := slices.DeleteFunc(slices.Clone(found), func(f finding) bool { return f.fixable })
	_, added, _ := carry(unfixable, now)
	for _, f := range added {
		failures = append(failures, fmt.Sprintf("%s:%d:%d: still or newly reported: %s: %s", f.file, f.line, f.col, f.rule, f.message))
	}
	return failures, nil
}
