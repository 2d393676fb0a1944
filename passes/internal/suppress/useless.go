package suppress

import (
	"fmt"
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/kalint/kalint/passes/internal/fixes"
)

// reportUseless reports the directives that silence nothing. Of those that are not written as they should be, rule ignore
// says so.
func (f *filter) reportUseless(others Places) {
	isLeft := func(d *Directive) bool {
		return !f.used[d] && d.silences(f.pass.Analyzer.Name) && d.Fault() == ""
	}
	if others != nil && slices.ContainsFunc(f.comments.Directives, isLeft) {
		for _, pos := range others(f.pass) {
			f.ignored(pos)
		}
	}
	for _, d := range f.comments.Directives {
		if isLeft(d) && !f.silencedByOthers(d.Comment.Pos()) {
			f.pass.Report(useless(f.pass, d))
		}
	}
}

// useless says that a directive silences nothing.
func useless(pass *analysis.Pass, d *Directive) analysis.Diagnostic {
	name := pass.Analyzer.Name
	return analysis.Diagnostic{
		Pos: d.Comment.Pos(), End: d.Comment.End(), Category: name,
		Message:        fmt.Sprintf("kalint:ignore silences nothing: %s finds nothing here", name),
		SuggestedFixes: removal(pass, d),
	}
}

// removal takes the rule out of the directive, or the directive away that names no other.
func removal(pass *analysis.Pass, d *Directive) []analysis.SuggestedFix {
	s := fixes.Open(pass, d.Comment.Pos())
	if s == nil || s.Text(d.Comment) != d.Comment.Text {
		return nil
	}
	name := pass.Analyzer.Name
	message, edit := "remove the comment", s.DeleteComment(d.Comment)
	if rest := slices.DeleteFunc(slices.Clone(d.rules), func(n string) bool { return n == name }); len(rest) > 0 {
		from := d.Comment.Pos() + token.Pos(strings.Index(d.Comment.Text, d.list))
		message = "remove " + name + " from the comment"
		edit = fixes.Replace(fixes.Span{From: from, To: from + token.Pos(len(d.list))}, strings.Join(rest, ","))
	}
	edits, ok := s.Tidy([]analysis.TextEdit{edit})
	if !ok {
		return nil
	}
	return []analysis.SuggestedFix{{Message: message, TextEdits: edits}}
}
