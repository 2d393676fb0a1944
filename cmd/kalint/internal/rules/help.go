package rules

import (
	"flag"
	"fmt"
	"go/doc/comment"
	"io"
	"strings"

	"github.com/fatih/color"
	"golang.org/x/tools/go/analysis"
)

// List prints a line for each rule.
func List(w io.Writer, all []*analysis.Analyzer) {
	width := 0
	for _, a := range all {
		width = max(width, len(a.Name))
	}
	for _, a := range all {
		title, _, _ := strings.Cut(a.Doc, "\n")
		fmt.Fprintf(w, "\t%-*s  %s\n", width, a.Name, strings.TrimPrefix(title, a.Name+": "))
	}
}

// Page prints what there is to know about a rule: prose as wide as width, with
// headings in bold if people read it, or else as they stand in the comment.
func Page(w io.Writer, a *analysis.Analyzer, width int, people bool) {
	title, page := parse(a)
	fmt.Fprintf(w, "%s: %s\n", heading(a.Name, a.Name, people), title)
	p := &comment.Printer{TextWidth: width}
	for _, block := range page.Content {
		text := string(p.Text(&comment.Doc{Content: []comment.Block{block}}))
		if _, ok := block.(*comment.Heading); ok {
			text = strings.TrimSuffix(text, "\n")
			text = heading(text, strings.TrimPrefix(text, "# "), people) + "\n"
		}
		fmt.Fprintf(w, "\n%s", text)
	}
	fmt.Fprintf(w, "\n%s\n\t-%s\n\t\trun this rule only; -%[2]s=false: run all others\n", heading("Flags:", "Flags", people), a.Name)
	a.Flags.VisitAll(func(f *flag.Flag) {
		fmt.Fprintf(w, "\t-%s.%s", a.Name, f.Name)
		if f.DefValue != "" {
			fmt.Fprintf(w, "=%s", f.DefValue)
		}
		fmt.Fprintf(w, "\n\t\t%s\n", f.Usage)
	})
	if a.URL != "" {
		fmt.Fprintf(w, "\n%s\n", a.URL)
	}
}

// heading is plain for programs, and bold for people, unless they want no colours.
func heading(plain, bold string, people bool) string {
	if !people || color.NoColor {
		return plain
	}
	return color.New(color.Bold).Sprint(bold)
}

// Names are the rules' names in a sentence.
func Names(all []*analysis.Analyzer) string {
	var names []string
	for _, a := range all {
		names = append(names, a.Name)
	}
	return strings.Join(names, ", ")
}

// Find returns the rule of that name, or nil.
func Find(all []*analysis.Analyzer, name string) *analysis.Analyzer {
	for _, a := range all {
		if a.Name == name {
			return a
		}
	}
	return nil
}
