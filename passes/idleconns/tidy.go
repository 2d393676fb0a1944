package idleconns

import (
	"bytes"
	"cmp"
	"go/format"
	"go/token"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/kalint/kalint/passes/internal/fixes"
)

// tidy returns the edits so that they leave the file as gofmt has it, if it was so before: another field may ask for
// other blanks on the lines around it.
func tidy(s *fixes.Source, edits []analysis.TextEdit) ([]analysis.TextEdit, bool) {
	start := s.File.FileStart
	before := []byte(s.Text(span{start, s.File.FileEnd}))
	slices.SortFunc(edits, func(a, b analysis.TextEdit) int { return cmp.Compare(a.Pos, b.Pos) })
	var after []byte
	done := start
	for _, e := range edits {
		after = append(append(after, s.Text(span{done, e.Pos})...), e.NewText...)
		done = e.End
	}
	after = append(after, s.Text(span{done, s.File.FileEnd})...)
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
func difference(s *fixes.Source, before, after []byte) analysis.TextEdit {
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
	return edit(s.File.FileStart+token.Pos(from), s.File.FileStart+token.Pos(to), string(text))
}
