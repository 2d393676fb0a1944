package rules

import (
	"flag"
	"fmt"
	"go/doc/comment"
	"go/parser"
	"go/token"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/tools/go/analysis"
)

// Markdown returns a rule's page as markdown. Its title is the rule's name: a
// diagnostic's URL is that of the page, with the name as a fragment.
func Markdown(a *analysis.Analyzer) string {
	title, page := parse(a)
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n%s.\n", a.Name, capital(title))
	p := &comment.Printer{HeadingLevel: 2, HeadingID: func(*comment.Heading) string { return "" }}
	for _, block := range page.Content {
		b.WriteByte('\n')
		if c, ok := block.(*comment.Code); ok {
			b.WriteString(codeMarkdown(c.Text))
			continue
		}
		b.Write(p.Markdown(&comment.Doc{Content: []comment.Block{block}}))
	}
	fmt.Fprintf(&b, "\n## On the command line\n\n- `-%s`: run this rule only; `-%[1]s=false`: run all others\n", a.Name)
	a.Flags.VisitAll(func(f *flag.Flag) {
		fmt.Fprintf(&b, "- `-%s.%s", a.Name, f.Name)
		if f.DefValue != "" {
			fmt.Fprintf(&b, "=%s", f.DefValue)
		}
		fmt.Fprintf(&b, "`: %s\n", f.Usage)
	})
	return b.String()
}

// parse takes a rule's doc apart: its summary, and the rest.
func parse(a *analysis.Analyzer) (title string, page *comment.Doc) {
	title, text, _ := strings.Cut(a.Doc, "\n")
	return strings.TrimPrefix(title, a.Name+": "), new(comment.Parser).Parse(text)
}

// capital begins a sentence.
func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// codeMarkdown prints what is indented in a comment: Go, a table, or neither.
func codeMarkdown(text string) string {
	text = strings.TrimRight(text, "\n") + "\n"
	if isGo(text) {
		return "```go\n" + text + "```\n"
	}
	if rows := table(text); rows != nil {
		return tableMarkdown(rows)
	}
	return "```text\n" + text + "```\n"
}

// isGo reports whether text is Go: declarations, or statements.
func isGo(text string) bool {
	return parses("package p\n"+text) || parses("package p\nfunc _() {\n"+text+"}\n")
}

func parses(src string) bool {
	_, err := parser.ParseFile(token.NewFileSet(), "", src, parser.SkipObjectResolution)
	return err == nil
}

// gap is between two columns of a table.
var gap = regexp.MustCompile(` {2,}`)

// table splits a table into its cells. It returns nil if text is none: all rows
// have as many columns as the head, and there are two of both at least.
func table(text string) [][]string {
	var rows [][]string
	for line := range strings.Lines(text) {
		row := gap.Split(strings.TrimSpace(line), -1)
		if len(row) < 2 || len(rows) > 0 && len(row) != len(rows[0]) {
			return nil
		}
		rows = append(rows, row)
	}
	if len(rows) < 2 {
		return nil
	}
	return rows
}

func tableMarkdown(rows [][]string) string {
	var b strings.Builder
	for i, row := range rows {
		b.WriteString("| " + strings.Join(row, " | ") + " |\n")
		if i == 0 {
			b.WriteString("|" + strings.Repeat(" --- |", len(row)) + "\n")
		}
	}
	return b.String()
}
