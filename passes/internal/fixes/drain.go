package fixes

import (
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/analysis"
)

// drainBytes is how much is read of a body for the sake of its connection.
const drainBytes = "256<<10" // as much as Go 1.27's Close reads by itself

// DrainCall returns the statement that reads from the body as much as is worth it; ioName is package io's name.
func DrainCall(ioName, body string) string {
	return ioName + ".CopyN(" + ioName + ".Discard, " + body + ", " + drainBytes + ")"
}

// DrainAndClose returns the lines of a deferred literal that drains the body and then does what closes it.
func DrainAndClose(ioName, body, closing, indent string) string {
	return "defer func() {\n" +
		indent + "\t" + DrainCall(ioName, body) + "\n" +
		indent + "\t" + closing + "\n" +
		indent + "}()"
}

// Insert returns the edit that puts a line, or several, above a statement that is the first on its line.
func (s *Source) Insert(text string, above ast.Stmt) analysis.TextEdit {
	return insert(above.Pos(), text+"\n"+s.Indent(above.Pos()))
}

// Append returns the edit that puts lines below the line that ends at the position, but for a comment.
func (s *Source) Append(text, indent string, pos token.Pos) (analysis.TextEdit, bool) {
	at, ok := s.Behind(pos)
	return insert(at, "\n"+indent+text), ok
}

// Replace returns the edit that writes something else for a node.
func Replace(n ast.Node, text string) analysis.TextEdit {
	return analysis.TextEdit{Pos: n.Pos(), End: n.End(), NewText: []byte(text)}
}

// Text returns the node as it is written.
func (s *Source) Text(n ast.Node) string {
	return string(s.text[s.pos.Offset(n.Pos()):s.pos.Offset(n.End())])
}
