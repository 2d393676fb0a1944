package alone

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/mattn/go-isatty"

	"github.com/kalint/kalint/cmd/kalint/internal/findings"
	"github.com/kalint/kalint/cmd/kalint/internal/fix"
	"github.com/kalint/kalint/cmd/kalint/internal/report"
)

// fixes applies the first fix of each finding, and prints the findings that are
// left. Fixes that overlap others get their turn in a further round, after the
// packages were looked at again; a round that leaves as many fixes to make as
// there were before is the last.
func (s *session) fixes() (int, error) {
	fixed, names := 0, make(map[string]bool)
	before := -1
	for {
		a, err := s.look()
		if err != nil {
			return exitFailed, err
		}
		set, left := s.merge(a.findings)
		n, fixable := len(a.findings)-len(left), s.fixable(a.findings)
		if n == 0 || before >= 0 && fixable >= before {
			fmt.Fprintf(os.Stderr, "kalint: applied %s in %s\n", count(fixed, "fix", "fixes"), count(len(names), "file", "files"))
			return s.tell(a)
		}
		before = fixable
		files := set.Files()
		if err := fix.Write(files, s.show); err != nil {
			return exitFailed, err
		}
		for _, f := range files {
			names[f.Name] = true
		}
		fixed += n
	}
}

// diffs prints the fixes as one patch, and on standard error the findings that
// it does not mend.
func (s *session) diffs() (int, error) {
	a, err := s.look()
	if err != nil {
		return exitFailed, err
	}
	set, left := s.merge(a.findings)
	var patch bytes.Buffer
	for _, f := range set.Files() {
		name := filepath.ToSlash(s.show(f.Name))
		patch.WriteString(f.Diff("a/"+name, "b/"+name))
	}
	if err := s.emit(patch.Bytes()); err != nil {
		return exitFailed, err
	}
	if _, err := os.Stderr.Write(s.text(left, isatty.IsTerminal(os.Stderr.Fd()))); err != nil {
		return exitFailed, err
	}
	s.complain(a)
	return a.code(), nil
}

// merge puts the findings' fixes together. It returns the findings that are left:
// they have no fix, or one that does not go with the others.
func (s *session) merge(found []findings.Finding) (set *fix.Set, left []findings.Finding) {
	set = fix.NewSet()
	for _, f := range found {
		if !s.canFix(f) || !set.Add(change(f.SuggestedFixes[0])) {
			left = append(left, f)
		}
	}
	return set, left
}

// fixable counts the findings that a fix is known for.
func (s *session) fixable(found []findings.Finding) (n int) {
	for _, f := range found {
		if s.canFix(f) {
			n++
		}
	}
	return n
}

// canFix reports whether a finding has a fix, in files that are the user's own.
func (s *session) canFix(f findings.Finding) bool {
	return len(f.SuggestedFixes) > 0 && !slices.ContainsFunc(f.SuggestedFixes[0].Edits, func(e report.Edit) bool {
		return strings.Contains(filepath.ToSlash(e.Filename), "/vendor/") ||
			within(e.Filename, s.go_.env.GOMODCACHE) || within(e.Filename, s.go_.env.GOROOT)
	})
}

func within(name, dir string) bool {
	return dir != "" && strings.HasPrefix(name, filepath.Clean(dir)+string(filepath.Separator))
}

// change is a fix by file.
func change(f report.Fix) fix.Change {
	c := make(fix.Change)
	for _, e := range f.Edits {
		c[e.Filename] = append(c[e.Filename], fix.Edit{Start: e.Start, End: e.End, New: e.New})
	}
	return c
}

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
