package cases

import (
	"errors"
	"fmt"
	"go/ast"
	"go/doc"
	"go/parser"
	"go/token"
	"strings"
)

// mark is the comment behind a line that kalint must report.
const mark = "// reported"

// directive begins a comment that is meant for the harness.
const directive = "//proof:"

// parse reads the program's text into c.
func (c *Case) parse(src []byte) error {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "main.go", src, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return err
	}
	if file.Name.Name != "main" {
		return errors.New("package main is wanted")
	}
	for _, group := range file.Comments {
		for _, comment := range group.List {
			if comment.Text == mark {
				c.Marks = append(c.Marks, fset.Position(comment.Pos()).Line)
			}
			text, ok := strings.CutPrefix(comment.Text, directive)
			if !ok {
				continue
			}
			if comment.Pos() > file.Package {
				return fmt.Errorf("line %d: directives stand before the package clause", fset.Position(comment.Pos()).Line)
			}
			if err := c.direct(text); err != nil {
				return fmt.Errorf("line %d: %w", fset.Position(comment.Pos()).Line, err)
			}
		}
	}
	c.describe(file)
	return c.check()
}

// direct takes one directive.
func (c *Case) direct(text string) error {
	name, args, _ := strings.Cut(text, " ")
	switch name {
	case "expect":
		e, err := parseExpect(args)
		if err != nil {
			return err
		}
		c.Expect = append(c.Expect, e)
	case "flags":
		c.Flags = append(c.Flags, strings.Fields(args)...)
	case "server":
		for _, word := range strings.Fields(args) {
			switch word {
			case "tls":
				c.TLS = true
			case "http2":
				c.HTTP2 = true
			default:
				return fmt.Errorf("no server speaks %q", word)
			}
		}
	default:
		return fmt.Errorf("unknown directive %s%s", directive, name)
	}
	return nil
}

// describe takes title and text from the package comment.
func (c *Case) describe(file *ast.File) {
	if file.Doc == nil {
		return
	}
	text := strings.TrimSpace(file.Doc.Text()) // directives are left out of it
	c.Title = new(doc.Package).Synopsis(text)
	c.Text = strings.TrimSpace(strings.TrimPrefix(strings.Join(strings.Fields(text), " "), c.Title))
	c.Title = strings.TrimSuffix(c.Title, ".")
}

// check says what of the case does not go together.
func (c *Case) check() error {
	switch {
	case c.Title == "":
		return errors.New("the package comment is missing")
	case len(c.Expect) == 0:
		return errors.New("no " + directive + "expect")
	case c.HTTP2 && !c.TLS:
		return errors.New("http2 goes with tls only")
	case c.Rule == Fine && len(c.Marks) > 0:
		return errors.New("a line is marked although nothing is wrong")
	case c.Rule != Fine && len(c.Marks) == 0:
		return errors.New("no line is marked with " + mark)
	}
	for i, e := range c.Expect {
		if i > 0 && newer(c.Expect[i-1].Since, e.Since) >= 0 {
			return fmt.Errorf("%s stands behind %s", e.Since, c.Expect[i-1].Since)
		}
		if fine := c.Rule == Fine; fine != (e.After == nil) {
			return fmt.Errorf("expect %s: one count where nothing is wrong, BEFORE -> AFTER elsewhere", e)
		}
	}
	return nil
}
