package alone

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/mattn/go-isatty"

	"github.com/kalint/kalint/cmd/kalint/internal/atomicfile"
	"github.com/kalint/kalint/cmd/kalint/internal/format"
)

// tell prints an answer and returns its exit code.
func (s *session) tell(a *answer) (int, error) {
	data, err := s.render(a)
	if err != nil {
		return exitFailed, err
	}
	if err := s.emit(data); err != nil {
		return exitFailed, err
	}
	s.complain(a)
	if err := s.account(a); err != nil {
		return exitFailed, err
	}
	return a.code(), nil
}

// render puts the findings into the form that was asked for.
func (s *session) render(a *answer) ([]byte, error) {
	if s.format == format.Text {
		return s.text(a.findings, s.out == "" && isatty.IsTerminal(os.Stdout.Fd())), nil
	}
	return format.Render(string(s.format), &format.Report{
		Rules:    s.chosen,
		Findings: a.findings,
		Root:     s.root,
		Source:   s.src,
		Problems: append(a.problems.texts(s.root.Path), a.failures...),
		Complete: !a.failed,
	})
}

// emit writes what goes to standard output, or to the file named in its place.
func (s *session) emit(data []byte) error {
	if err := s.interruptedOr(nil); err != nil {
		return err
	}
	if s.out != "" {
		if err := atomicfile.Write(s.abs(s.out), data); err != nil {
			return fmt.Errorf("cannot write %s: %v", s.out, atomicfile.Cause(err))
		}
		return nil
	}
	if _, err := os.Stdout.Write(data); err != nil {
		return fmt.Errorf("cannot write to standard output: %v", atomicfile.Cause(err))
	}
	return nil
}

// complain says on standard error what could not be looked at.
func (s *session) complain(a *answer) {
	a.problems.print(os.Stderr, s.show)
	for _, line := range a.failures {
		fmt.Fprintln(os.Stderr, line)
	}
}

// show is a file's name as people want to see it: from where they stand, unless
// that is longer. The go command's own relative names are from where it ran.
func (s *session) show(name string) string {
	if !filepath.IsAbs(name) {
		name = filepath.Join(s.dir, name)
	}
	if !filepath.IsAbs(name) {
		name = filepath.Join(s.here, name)
	}
	rel, err := filepath.Rel(s.here, name)
	if err != nil || strings.HasPrefix(rel, "..") && len(rel) > len(name) {
		return name
	}
	return rel
}
