package rules

import (
	"flag"
	"fmt"
	"io"
	"strings"

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

// Page prints what there is to know about a rule.
func Page(w io.Writer, a *analysis.Analyzer) {
	title, text, _ := strings.Cut(a.Doc, "\n")
	fmt.Fprintf(w, "%s: %s\n", a.Name, strings.TrimPrefix(title, a.Name+": "))
	if text = strings.Trim(text, "\n"); text != "" {
		fmt.Fprintf(w, "\n%s\n", text)
	}
	fmt.Fprintf(w, "\nFlags:\n\t-%s\n\t\trun this rule only; -%[1]s=false: run all others\n", a.Name)
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
