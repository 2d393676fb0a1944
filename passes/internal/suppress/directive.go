package suppress

import (
	"bytes"
	"go/ast"
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// A Directive is a comment of the form
//
//	//kalint:ignore RULE[,RULE...] REASON
//
// It silences the rules on its line or, if it stands alone, on the line below its comment.
type Directive struct {
	Comment *ast.Comment
	Rules   []string
	Reason  string

	file  *ast.File
	line  int // on which it silences
	alone bool
}

const prefix = "//kalint:ignore"

// silences reports whether the directive silences a rule: one without a reason, or without a rule, silences nothing.
func (d *Directive) silences(rule string) bool {
	return d.Reason != "" && slices.Contains(d.Rules, rule)
}

// directives returns those of a file.
func directives(fset *token.FileSet, file *ast.File) []*Directive {
	var all []*Directive
	var code map[int]bool
	for _, g := range file.Comments {
		for _, c := range g.List {
			rest, ok := strings.CutPrefix(c.Text, prefix)
			if !ok || rest != "" && rest[0] != ' ' && rest[0] != '\t' {
				continue
			}
			if code == nil {
				code = linesWithCode(fset, file)
			}
			rest, _, _ = strings.Cut(rest, " //") // another comment behind this one
			names, reason, _ := strings.Cut(strings.TrimSpace(rest), " ")
			d := &Directive{Comment: c, Reason: strings.TrimSpace(reason), file: file, line: line(fset, c.Pos())}
			if names != "" {
				d.Rules = strings.Split(names, ",")
			}
			if d.alone = !code[d.line]; d.alone {
				d.line = line(fset, g.End()) + 1
			}
			all = append(all, d)
		}
	}
	return all
}

// linesWithCode returns the lines on which something of the code begins or ends.
func linesWithCode(fset *token.FileSet, file *ast.File) map[int]bool {
	code := make(map[int]bool)
	ast.Inspect(file, func(n ast.Node) bool {
		switch n.(type) {
		case nil, *ast.File:
			return true
		case *ast.CommentGroup, *ast.Comment:
			return false
		}
		code[line(fset, n.Pos())] = true
		code[line(fset, n.End()-1)] = true
		return true
	})
	return code
}

// line is the line of the file itself, whatever //line directives say.
func line(fset *token.FileSet, pos token.Pos) int { return fset.PositionFor(pos, false).Line }

// removal deletes the directive, with its line if it stands there alone.
func (d *Directive) removal(pass *analysis.Pass) []analysis.SuggestedFix {
	file := pass.Fset.File(d.Comment.Pos())
	src, err := pass.ReadFile(file.Name())
	if err != nil || len(src) != file.Size() {
		return nil
	}
	from, to := file.Offset(d.Comment.Pos()), file.Offset(d.Comment.End())
	for from > 0 && (src[from-1] == ' ' || src[from-1] == '\t') {
		from--
	}
	if d.alone {
		to += len(lineEnd(src[to:]))
	}
	return []analysis.SuggestedFix{{
		Message:   "remove the comment",
		TextEdits: []analysis.TextEdit{{Pos: file.Pos(from), End: file.Pos(to)}},
	}}
}

// lineEnd returns the end of line that src begins with, if it does.
func lineEnd(src []byte) []byte {
	for _, end := range []string{"\r\n", "\n"} {
		if bytes.HasPrefix(src, []byte(end)) {
			return src[:len(end)]
		}
	}
	return nil
}
