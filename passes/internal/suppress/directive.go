package suppress

import (
	"fmt"
	"go/ast"
	"go/token"
	"slices"
	"strings"
)

// A Directive is a comment of the form
//
//	//kalint:ignore RULE[,RULE...] REASON
//
// It silences the rules on its line or, if it stands alone, on the line below its comment.
type Directive struct {
	Comment *ast.Comment

	verb   string // what it asks for; there is only ignore
	rules  []string
	list   string // the rules as written
	reason string
	file   *ast.File
	line   int // on which it silences
}

const prefix = "//kalint:"

// silences reports whether the directive silences a rule: one without a reason, or without a rule, silences nothing.
func (d *Directive) silences(rule string) bool {
	return d.verb == "ignore" && d.reason != "" && slices.Contains(Rules, rule) && slices.Contains(d.rules, rule)
}

// Fault says what is wrong with how the directive is written; "" if nothing is.
func (d *Directive) Fault() string {
	switch {
	case d.verb != "ignore":
		return fmt.Sprintf("kalint:%s is no directive: there is only kalint:ignore", d.verb)
	case len(d.rules) == 0:
		return "kalint:ignore names no rule: it takes one or more of " + strings.Join(Rules, ",") + ", and a reason"
	}
	for _, name := range d.rules {
		if !slices.Contains(Rules, name) {
			return fmt.Sprintf("kalint:ignore names %q, which is no rule: the rules are %s", name, strings.Join(Rules, ", "))
		}
	}
	if d.reason == "" {
		return "kalint:ignore gives no reason, and silences nothing: say why after " + d.list
	}
	return ""
}

// Concerns reports whether a file has a directive, of which there may be something to tell.
func Concerns(files []*ast.File) bool {
	isDirective := func(c *ast.Comment) bool { return strings.HasPrefix(c.Text, prefix) }
	return slices.ContainsFunc(files, func(f *ast.File) bool {
		return slices.ContainsFunc(f.Comments, func(g *ast.CommentGroup) bool { return slices.ContainsFunc(g.List, isDirective) })
	})
}

// directives returns those of a file.
func directives(fset *token.FileSet, file *ast.File) []*Directive {
	var all []*Directive
	var code map[int]bool
	for _, g := range file.Comments {
		for _, c := range g.List {
			if !strings.HasPrefix(c.Text, prefix) {
				continue
			}
			if code == nil {
				code = linesWithCode(fset, file)
			}
			d := parse(c)
			d.file, d.line = file, line(fset, c.Pos())
			if !code[d.line] {
				d.line = line(fset, g.End()) + 1
			}
			all = append(all, d)
		}
	}
	return all
}

// parse reads a directive. Another comment may follow it on the line.
func parse(c *ast.Comment) *Directive {
	text := strings.ReplaceAll(strings.TrimPrefix(c.Text, prefix), "\t", " ")
	text, _, _ = strings.Cut(text, " //")
	verb, rest, _ := strings.Cut(text, " ")
	list, reason, _ := strings.Cut(strings.TrimSpace(rest), " ")
	d := &Directive{Comment: c, verb: verb, list: list, reason: strings.TrimSpace(reason)}
	if list != "" {
		d.rules = strings.Split(list, ",")
	}
	return d
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
