package alone

import (
	"fmt"
	"os"

	"github.com/kalint/kalint/cmd/kalint/internal/atomicfile"
	"github.com/kalint/kalint/cmd/kalint/internal/baseline"
	"github.com/kalint/kalint/cmd/kalint/internal/findings"
)

// readBaselines reads the baseline to go by, and the one to write, of which
// stays what this run does not look at.
func (s *session) readBaselines() (err error) {
	if s.baseline != "" {
		if s.old, err = baseline.Read(s.abs(s.baseline)); err != nil {
			return fmt.Errorf("cannot read baseline %s: %v", s.baseline, err)
		}
		s.into = s.old
	}
	if s.writeBaseline != "" && s.into == nil {
		if s.into, err = baseline.ReadIfAny(s.abs(s.writeBaseline)); err != nil {
			return fmt.Errorf("will not overwrite %s: %v", s.writeBaseline, err)
		}
	}
	return nil
}

// leaveOutOld leaves out the findings that are in the baseline, and those that
// have nothing to do with what changed. What goes into a new baseline only is old.
func (s *session) leaveOutOld(a *answer) error {
	if s.old != nil {
		isNew, left := s.old.Match(s.entries(a.findings))
		a.findings, a.left = only(a.findings, func(i int) bool { return isNew[i] }), left
	} else if s.writeBaseline != "" {
		a.findings = nil
	}
	if s.newFrom == "" {
		return nil
	}
	return s.leaveOutUnchanged(a)
}

// only returns the findings whose index is wanted.
func only(found []findings.Finding, want func(int) bool) (out []findings.Finding) {
	for i, f := range found {
		if want(i) {
			out = append(out, f)
		}
	}
	return out
}

// entries are findings as a baseline has them, one each.
func (s *session) entries(found []findings.Finding) []baseline.Entry {
	out := make([]baseline.Entry, 0, len(found))
	for _, f := range found {
		out = append(out, baseline.Entry{File: s.root.Path(f.At.File), Func: f.Func, Rule: f.Rule, Hash: f.Hash})
	}
	return out
}

// account writes the baseline that was asked for, or says how much of the one
// that there is has become useless.
func (s *session) account(a *answer) error {
	switch {
	case s.writeBaseline != "" && a.failed:
		fmt.Fprintf(os.Stderr, "kalint: did not write %s, since not all could be looked at\n", s.writeBaseline)
		return nil
	case s.writeBaseline != "":
		return s.interruptedOr(s.keep(a))
	case a.failed:
		return nil
	}
	gone, _, err := s.split(a.left)
	if n := total(gone); err == nil && n > 0 {
		fmt.Fprintf(os.Stderr, "kalint: %s in %s no longer found; -write-baseline drops them\n", count(n, "entry", "entries"), s.baseline)
	}
	return s.interruptedOr(err)
}

// keep writes all that was found to a baseline, and what it has on that which this
// run did not look at.
func (s *session) keep(a *answer) error {
	entries := s.entries(a.all)
	_, left := s.into.Match(entries)
	gone, unseen, err := s.split(left)
	if err != nil {
		return err
	}
	if err := s.interruptedOr(nil); err != nil {
		return err
	}
	if err := baseline.Write(s.abs(s.writeBaseline), append(entries, unseen...)); err != nil {
		return fmt.Errorf("cannot write %s: %v", s.writeBaseline, atomicfile.Cause(err))
	}
	dropped := ""
	if n := total(gone); n > 0 {
		dropped = fmt.Sprintf(", and dropped %d no longer found", n)
	}
	fmt.Fprintf(os.Stderr, "kalint: wrote %s to %s%s\n", count(total(entries)+total(unseen), "finding", "findings"), s.writeBaseline, dropped)
	return nil
}

// total is how many findings entries stand for.
func total(entries []baseline.Entry) (n int) {
	for _, e := range entries {
		n += max(e.Count, 1)
	}
	return n
}
