package alone

import (
	"fmt"

	"github.com/kalint/kalint/cmd/kalint/internal/findings"
	"github.com/kalint/kalint/cmd/kalint/internal/repo"
)

// leaveOutUnchanged leaves out the findings that have nothing to do with what
// changed since the revision.
func (s *session) leaveOutUnchanged(a *answer) error {
	changes, err := repo.Since(s.go_.ctx, s.work, s.newFrom)
	if err != nil {
		return fmt.Errorf("-new-from: %v", err)
	}
	found := a.findings
	a.findings = only(found, func(i int) bool { return s.changed(found[i], changes) })
	return nil
}

// changed reports whether a finding has to do with lines that changed: those from
// its first to its last within one function, and those elsewhere that it names.
// A line that was deleted between the call and the place where the path leaves may
// be just the one that is missing.
func (s *session) changed(f findings.Finding, changes *repo.Changes) bool {
	file := s.src.File(f.At.File)
	first, last := f.At.Line, f.At.Line
	if f.To.File == f.At.File {
		last = max(last, f.To.Line)
	}
	fn := file.Func(f.At.Line, f.At.Col)
	for _, rel := range f.Related {
		at := findings.ParsePosition(rel.Posn)
		if fn != "" && at.File == f.At.File && file.Func(at.Line, at.Col) == fn {
			first, last = min(first, at.Line), max(last, at.Line)
		} else if changes.Touch(at.File, at.Line, at.Line) {
			return true
		}
	}
	return changes.Touch(f.At.File, first, last)
}
