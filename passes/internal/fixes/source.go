// Package fixes has what the rules' fixes share: to find places in the source text and in the tree, and to import a
// package.
package fixes

import (
	"bytes"
	"go/ast"
	"go/token"
	"os"

	"golang.org/x/tools/go/analysis"
)

// A Source is a file that a fix edits.
type Source struct {
	pass *analysis.Pass
	File *ast.File
	pos  *token.File
	text []byte
}

// Open returns the source of the file that pos is in; nil if its text cannot be had or is not what a person edits.
func Open(pass *analysis.Pass, pos token.Pos) *Source {
	for _, f := range pass.Files {
		if pos < f.FileStart || f.FileEnd <= pos {
			continue
		}
		tf := pass.Fset.File(pos)
		if ast.IsGenerated(f) || pass.Fset.Position(f.Package).Filename != tf.Name() {
			return nil
		}
		read := pass.ReadFile
		if read == nil { // Bazel's nogo has none
			read = os.ReadFile
		}
		text, err := read(tf.Name())
		if err != nil || len(text) != tf.Size() {
			return nil
		}
		return &Source{pass, f, tf, text}
	}
	return nil
}

// line returns the bounds of the line at pos, without its end.
func (s *Source) line(pos token.Pos) (from, to int) {
	at := s.pos.Offset(pos)
	from = bytes.LastIndexByte(s.text[:at], '\n') + 1
	to = len(s.text)
	if n := bytes.IndexByte(s.text[at:], '\n'); n >= 0 {
		to = at + n
	}
	return from, to
}

// Indent returns what stands before the first word of the line at pos.
func (s *Source) Indent(pos token.Pos) string {
	from, to := s.line(pos)
	line := s.text[from:to]
	return string(line[:len(line)-len(bytes.TrimLeft(line, " \t"))])
}

// Alone reports whether nothing but the node stands on its lines.
func (s *Source) Alone(n ast.Node) bool {
	return s.First(n) && s.Last(n)
}

// First reports whether nothing stands before the node on its line.
func (s *Source) First(n ast.Node) bool {
	from, _ := s.line(n.Pos())
	return len(bytes.TrimSpace(s.text[from:s.pos.Offset(n.Pos())])) == 0
}

// Last reports whether nothing stands behind the node on its line.
func (s *Source) Last(n ast.Node) bool {
	_, to := s.line(n.End())
	return len(bytes.TrimSpace(s.text[s.pos.Offset(n.End()):to])) == 0
}

// Behind returns the end of the line of the position, if nothing but a comment stands between the two.
func (s *Source) Behind(pos token.Pos) (token.Pos, bool) {
	_, to := s.line(pos)
	rest := bytes.TrimSpace(s.text[s.pos.Offset(pos):to])
	if len(rest) > 0 && !bytes.HasPrefix(rest, []byte("//")) {
		return token.NoPos, false
	}
	return s.pos.Pos(len(bytes.TrimRight(s.text[:to], " \t\r"))), true
}

// Delete returns the edit that removes a node that is alone on its lines, together with a blank line that would be too
// many then.
func (s *Source) Delete(n ast.Node) (analysis.TextEdit, bool) {
	from, _ := s.line(n.Pos())
	_, to := s.line(n.End())
	if !s.Alone(n) || from == 0 || to == len(s.text) {
		return analysis.TextEdit{}, false
	}
	to++
	above, below := s.text[:from-1], s.text[to:]
	before := bytes.TrimSpace(above[bytes.LastIndexByte(above, '\n')+1:])
	after, _, _ := bytes.Cut(below, []byte("\n"))
	switch {
	case bytes.HasPrefix(before, []byte("//")) || bytes.HasSuffix(before, []byte("*/")):
		return analysis.TextEdit{}, false // whom would the comment speak of?
	case len(bytes.TrimSpace(after)) == 0 && (len(before) == 0 || bytes.HasSuffix(before, []byte("{")) || bytes.HasSuffix(before, []byte(":"))):
		to += len(after) + 1
	case len(before) == 0 && bytes.HasPrefix(bytes.TrimSpace(after), []byte("}")):
		from = bytes.LastIndexByte(above, '\n') + 1
	}
	return analysis.TextEdit{Pos: s.pos.Pos(from), End: s.pos.Pos(to)}, true
}

// DeleteComment returns the edit that removes a line comment: with its line if it is alone there, or else with the blanks
// before it.
func (s *Source) DeleteComment(c *ast.Comment) analysis.TextEdit {
	from, to := s.line(c.Pos())
	if s.First(c) {
		return analysis.TextEdit{Pos: s.pos.Pos(from), End: s.pos.Pos(min(to+1, len(s.text)))}
	}
	code := bytes.TrimRight(s.text[from:s.pos.Offset(c.Pos())], " \t")
	return analysis.TextEdit{Pos: s.pos.Pos(from + len(code)), End: c.End()}
}
