package fixes

import (
	"bytes"
	"cmp"
	"go/format"
	"go/token"
	"slices"

	"golang.org/x/tools/go/analysis"
)

// Tidy returns the edits so that they leave the file as gofmt has it, if it was so before: what comes or goes may ask for
// other blanks on the lines around it.
func (s *Source) Tidy(edits []analysis.TextEdit) ([]analysis.TextEdit, bool) {
	start := s.File.FileStart
	before := []byte(s.Text(Span{start, s.File.FileEnd}))
	slices.SortFunc(edits, func(a, b analysis.TextEdit) int { return cmp.Compare(a.Pos, b.Pos) })
	var after []byte
	done := start
	for _, e := range edits {
		after = append(append(after, s.Text(Span{done, e.Pos})...), e.NewText...)
		done = e.End
	}
	after = append(after, s.Text(Span{done, s.File.FileEnd})...)
	formatted, err := format.Source(after)
	if err != nil {
		return nil, false
	}
	if was, err := format.Source(before); err != nil || !bytes.Equal(was, before) || bytes.Equal(formatted, after) {
		return edits, true
	}
	return []analysis.TextEdit{difference(s, before, formatted)}, true
}

// difference returns the edit that makes the file what it is to be, by whole lines.
func difference(s *Source, before, after []byte) analysis.TextEdit {
	old, now := bytes.SplitAfter(before, []byte("\n")), bytes.SplitAfter(after, []byte("\n"))
	shared := min(len(old), len(now))
	head := 0
	for head < shared && bytes.Equal(old[head], now[head]) {
		head++
	}
	tail := 0
	for tail < shared-head && bytes.Equal(old[len(old)-1-tail], now[len(now)-1-tail]) {
		tail++
	}
	from := len(bytes.Join(old[:head], nil))
	to := len(before) - len(bytes.Join(old[len(old)-tail:], nil))
	text := bytes.Join(now[head:len(now)-tail], nil)
	return analysis.TextEdit{Pos: s.File.FileStart + token.Pos(from), End: s.File.FileStart + token.Pos(to), NewText: text}
}

// A Span is a piece of a file. It is an ast.Node.
type Span struct{ From, To token.Pos }

// Pos returns where the piece begins.
func (s Span) Pos() token.Pos { return s.From }

// End returns where it ends.
func (s Span) End() token.Pos { return s.To }
